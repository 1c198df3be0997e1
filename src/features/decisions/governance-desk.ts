import { localDate } from '../../core/working-time.ts';
import type { PersonId } from '../../core/ids.ts';
import type { EventStore, Found } from '../../store/event-store.ts';
import { findAll } from '../../store/find-all.ts';
import type { BodyOnDay, CentreCode } from '../directory/index.ts';
import { adviceTerm, type DecisionCalendar, decisionTerm } from './clocks.ts';
import { calendarOf, type DeskDeps } from './decision-desk.ts';
import { covers, type Mandate } from './mandate.ts';
import type { NewDecision, NewVote } from './proposal-messages.ts';
import { howToVote, matterOf, type ProposalFile } from './proposal-state.ts';
import {
  chairOf,
  type Decides,
  type Governance,
  type Route,
  routeFor,
  type RouteRefusal,
  type RouteRule,
} from './route.ts';
import type { Standing, StandingState } from './standing-rule.ts';
import type { Matter } from './subjects.ts';
import { voteId } from '../voting/index.ts';

/** What holds in a centre at that moment. */
export async function governanceOf(
  { store, directory }: Pick<DeskDeps, 'store' | 'directory'>,
  centre: CentreCode,
  at: Date,
): Promise<Governance> {
  const [mandates, routes, bodies] = await Promise.all([
    rulesOf(store, 'mandate', centre) as Promise<readonly Mandate[]>,
    rulesOf(store, 'route', centre) as Promise<readonly RouteRule[]>,
    directory.bodies(at),
  ]);
  return { mandates, routes, bodies, day: localDate(at.toISOString()) };
}

/** Every rule of a centre, also those of other days: whether one holds is for who asks. */
async function rulesOf(store: EventStore, type: 'mandate' | 'route', centre: CentreCode): Promise<readonly Standing[]> {
  const where = [{ field: 'centre', equals: centre }];
  return (await findAll(store, { type, where, order: { field: 'id', direction: 'asc' } })).flatMap(ruleIn);
}

function ruleIn({ state }: Found): readonly Standing[] {
  const standing = state as unknown as StandingState<Standing>;
  return standing.status === 'none' ? [] : [standing.rule];
}

export type Planned = Readonly<{ ok: true; route: Route; advice: NewVote; decision: NewDecision }>;
export type NotPlanned = Readonly<{ ok: false; refused: RouteRefusal }>;

/** The route of this moment, with the terms and the ids of votes that it may need. */
export async function plan(deps: DeskDeps, file: ProposalFile, at: Date): Promise<Planned | NotPlanned> {
  const routed = routeFor(matterOf(file), await governanceOf(deps, file.centre, at));
  return routed.ok ? withTerms(deps, { file, route: routed.route, at }) : routed;
}

type Planning = Readonly<{ file: ProposalFile; route: Route; at: Date }>;

export function withTerms(deps: DeskDeps, { file, route, at }: Planning): Planned {
  const from = at.toISOString();
  return {
    ...{ ok: true, route },
    advice: { vote: voteId(`${file.id}-a${file.advice.length + 1}`), ...adviceTerm(from, votingCalendar(deps, file)) },
    decision: decisionFor(deps, { file, decide: route.decide, at }),
  };
}

/** The id of a vote follows from what was there before, so that planning twice is one vote. */
export function decisionFor(
  deps: DeskDeps,
  { file, decide, at }: Readonly<{ file: ProposalFile; decide: Decides; at: Date }>,
): NewDecision {
  const calendar = decide.by === 'body' ? votingCalendar(deps, file) : calendarOf(deps);
  const term = decisionTerm(at.toISOString(), decide.by, calendar);
  return { vote: voteId(`${file.id}-d${file.votes.length + 1}`), ...term };
}

/** With the term that the author chose for votes. */
function votingCalendar(deps: DeskDeps, file: ProposalFile): DecisionCalendar {
  const { clocks, isHoliday } = calendarOf(deps);
  const { days } = howToVote(file);
  return { isHoliday, clocks: days === undefined ? clocks : { ...clocks, advice: days, decision: days } };
}

/** Whether whoever the route names may still decide, on this day and on this amount. */
export function stillMay(decide: Decides, matter: Matter, known: Governance): boolean {
  const { mandates, bodies, day } = known;
  const mine = mandates.filter((mandate) => covers(mandate, matter, day));
  if (decide.by === 'person') return mine.some(({ holder }) => 'person' in holder && holder.person === decide.person);
  const body = bodies.find(({ id }) => id === decide.body.id);
  if (!body || body.members.length === 0) return false;
  return body.kind === 'administrative-board' || mine.some(({ holder }) => 'body' in holder && holder.body === body.id);
}

/** The person's mandate for this, if they have one: the smallest that is large enough. */
export async function mandateFor(
  deps: Pick<DeskDeps, 'store' | 'directory'>,
  person: PersonId,
  { matter, at }: Readonly<{ matter: Matter; at: Date }>,
): Promise<Mandate | undefined> {
  const { mandates, day } = await governanceOf(deps, matter.centre, at);
  return mandates
    .filter(({ holder }) => 'person' in holder && holder.person === person)
    .filter((mandate) => covers(mandate, matter, day))
    .toSorted((one, other) => (one.ceilingCents ?? Infinity) - (other.ceilingCents ?? Infinity))[0];
}

/** The body of the route, when this person leads it today. */
export function chairedBy(
  decide: Decides,
  person: PersonId,
  bodies: readonly BodyOnDay[],
): Readonly<{ chairOf?: BodyOnDay['id'] }> {
  if (decide.by === 'person') return {};
  const body = bodies.find(({ id }) => id === decide.body.id);
  return body && chairOf(body.members) === person ? { chairOf: body.id } : {};
}
