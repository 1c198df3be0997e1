import type { Brand } from '../../core/brand.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { BodyId, BodyKind, BodyMember, BodyOnDay } from '../directory/index.ts';
import { covers, type Mandate, type MandateId } from './mandate.ts';
import { holdsOn, type Standing, standingDecider } from './standing-rule.ts';
import type { Matter, Subject } from './subjects.ts';

export type RouteId = Brand<'RouteId'>;
export const routeId = (id: string): RouteId => id as RouteId;
export const routeStream = (id: RouteId): StreamId => streamId('route', id);

/** A centre's own route for some subjects from some amount on (domain.md F9). */
export type RouteRule = Standing &
  Readonly<{
    id: RouteId;
    subjects: readonly Subject[];
    fromCents: number;
    /** Without it nobody advises. */
    adviseBody?: BodyId;
    informBodies: readonly BodyId[];
  }>;

export const routeDecider = standingDecider<RouteRule>(
  (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)),
);

function sorted(rule: RouteRule): readonly unknown[] {
  return Object.entries(rule).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** `chair`: leads the body, and records what it decides. */
export type BodyOnRoute = Readonly<{ id: BodyId; kind: BodyKind; name: string; chair: PersonId }>;

export type Decides =
  | Readonly<{ by: 'person'; person: PersonId; mandate: MandateId }>
  /** Without a mandate it is the administrative board, which decides on what nobody else may. */
  | Readonly<{ by: 'body'; body: BodyOnRoute; mandate?: MandateId }>;

/** As it was worked out for one proposal on one day. */
export type Route = Readonly<{
  advise?: BodyOnRoute;
  /** Advice belonged to it, but a sounding board hears of no single case (domain.md 6.4). */
  noAdviceOnCase?: boolean;
  decide: Decides;
  inform: readonly BodyId[];
}>;

export type RouteRefusal = 'nobody-may-decide' | 'advice-on-single-case' | 'no-sounding-board';
export type Routed = Readonly<{ ok: true; route: Route }> | Readonly<{ ok: false; refused: RouteRefusal }>;

/** What is known on that day (YYYY-MM-DD); `bodies` as they are then. */
export type Governance = Readonly<{
  mandates: readonly Mandate[];
  bodies: readonly BodyOnDay[];
  routes: readonly RouteRule[];
  day: string;
}>;

/** domain.md A23: what a sounding board advises on when the centre laid down no route of its own. */
const advisedByDefault: readonly Subject[] = [
  ...(['policy-document', 'criteria', 'route', 'learning-plan', 'progress-report', 'other'] as const),
];

/** Advise → decide → inform (domain.md F9), for this matter on this day. */
export function routeFor(matter: Matter, known: Governance): Routed {
  const decide = decidesOn(matter, known);
  if (!decide) return { ok: false, refused: 'nobody-may-decide' };
  const rule = ruleFor(matter, known);
  const adviser = adviserFor(matter, known, rule);
  const fault = matter.wantsAdvice ? adviceFault(matter, adviser) : undefined;
  if (fault) return { ok: false, refused: fault };
  return { ok: true, route: { ...advising(matter, adviser), decide, inform: informedOf(matter, known, rule) } };
}

function adviceFault(matter: Matter, adviser: BodyOnDay | undefined): RouteRefusal | undefined {
  if (!adviser) return 'no-sounding-board';
  return mayHearOf(adviser, matter) ? undefined : 'advice-on-single-case';
}

function advising(matter: Matter, adviser: BodyOnDay | undefined): Pick<Route, 'advise' | 'noAdviceOnCase'> {
  if (!adviser) return {};
  return mayHearOf(adviser, matter) ? { advise: onRoute(adviser) } : { noAdviceOnCase: true };
}

/** A single case is recognisable whatever is left out: there are too few of them (domain.md 6.4, section 3). */
function mayHearOf({ kind }: Readonly<{ kind: BodyKind }>, { singleCase }: Matter): boolean {
  return !singleCase || kind !== 'sounding-board';
}

/** The one from the highest amount that is reached. */
function ruleFor({ centre, subject, amountCents = 0 }: Matter, { routes, day }: Governance): RouteRule | undefined {
  return routes
    .filter((rule) => rule.centre === centre && rule.subjects.includes(subject) && holdsOn(rule, day))
    .filter(({ fromCents }) => fromCents <= amountCents)
    .toSorted((one, other) => other.fromCents - one.fromCents || (one.id < other.id ? -1 : 1))[0];
}

function adviserFor(matter: Matter, { bodies }: Governance, rule: RouteRule | undefined): BodyOnDay | undefined {
  const own = bodies.filter(({ centre, members }) => centre === matter.centre && members.length > 0);
  const board = own.find(({ kind }) => kind === 'sounding-board');
  const byRule = rule ? own.find(({ id }) => id === rule.adviseBody) : undefined;
  const isDefault = !rule && advisedByDefault.includes(matter.subject);
  return byRule ?? (isDefault || matter.wantsAdvice ? board : undefined);
}

/** The smallest mandate that is large enough; nobody has one: the administrative board (domain.md 1M.9). */
function decidesOn(matter: Matter, known: Governance): Decides | undefined {
  for (const mandate of known.mandates.filter((each) => covers(each, matter, known.day)).toSorted(smallestFirst)) {
    const decides = decidesBy(mandate, known);
    if (decides) return decides;
  }
  const board = known.bodies.find(({ kind, centre }) => kind === 'administrative-board' && centre === matter.centre);
  return board && board.members.length > 0 ? { by: 'body', body: onRoute(board) } : undefined;
}

function smallestFirst(one: Mandate, other: Mandate): number {
  const [mine = Number.MAX_SAFE_INTEGER, theirs = Number.MAX_SAFE_INTEGER] = [one.ceilingCents, other.ceilingCents];
  const isBody = ({ holder }: Mandate): number => ('body' in holder ? 1 : 0);
  return mine - theirs || isBody(one) - isBody(other) || (one.id < other.id ? -1 : 1);
}

/** Undefined for a body that is no more, has nobody in it, or may only advise: a mandate does not change that. */
function decidesBy({ id, holder, centre }: Mandate, { bodies }: Governance): Decides | undefined {
  if ('person' in holder) return { by: 'person', person: holder.person, mandate: id };
  const body = bodies.find((each) => each.id === holder.body && each.centre === centre);
  if (!body || body.kind === 'sounding-board' || body.members.length === 0) return undefined;
  return { by: 'body', body: onRoute(body), mandate: id };
}

function informedOf(matter: Matter, { bodies }: Governance, rule: RouteRule | undefined): readonly BodyId[] {
  const own = bodies.filter((body) => body.centre === matter.centre && mayHearOf(body, matter));
  const asRuled = ({ id }: BodyOnDay): boolean => rule?.informBodies.includes(id) === true;
  const asAlways = ({ kind }: BodyOnDay): boolean =>
    !matter.singleCase && (kind === 'sounding-board' || kind === 'project-group');
  return own.filter(rule ? asRuled : asAlways).map(({ id }) => id);
}

function onRoute({ id, kind, name, members }: BodyOnDay): BodyOnRoute {
  const chair = chairOf(members);
  if (chair === undefined) throw new Error(`body ${id} has no members`);
  return { id, kind, name, chair };
}

export function chairOf(members: readonly BodyMember[]): PersonId | undefined {
  return (members.find(({ chair }) => chair === true) ?? members[0])?.person;
}

export function sameDecider(one: Decides, other: Decides): boolean {
  if (one.by === 'person') return other.by === 'person' && one.person === other.person;
  return other.by === 'body' && one.body.id === other.body.id;
}
