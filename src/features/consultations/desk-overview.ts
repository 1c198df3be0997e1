import type { PersonId } from '../../core/ids.ts';
import {
  costOf,
  defaultWeights,
  type OpenRequest,
  type Option,
  redistribute,
  type Redistribution,
} from '../../matching/index.ts';
import type { Asked, CaseNumber } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { type EngagedExpert, freeHours } from '../experts/index.ts';
import { type DeskDeps, send } from './consultation-desk.ts';
import { type ConsultationFile, type ConsultationId, counts, openNeeds, type Proposed } from './consultation-state.ts';
import { openOfCentres } from './desk-advice.ts';

/** Experts who work in the area of these centres. */
export async function loadOf(
  { experts, directory }: DeskDeps,
  centres: readonly CentreCode[],
  at: Date,
): Promise<readonly EngagedExpert[]> {
  const [all, regions] = await Promise.all([experts.all(), directory.regions(at)]);
  const area = new Set(regions.filter(({ centre }) => centres.includes(centre)).map(({ code }) => code));
  return all.filter(({ expert }) => expert.regions.some((region) => area.has(region)));
}

/** One request in another hand; `to` absent: nobody with time fits. */
export type Reassigned = Readonly<{
  consultation: ConsultationId;
  number: CaseNumber;
  from?: PersonId;
  to?: PersonId;
}>;
export type Reassignment = Readonly<{
  moves: readonly Reassigned[];
  stays: number;
  method: Redistribution['method'];
}>;

const moveCost = 50;
const timeLimitMs = 2_000;

/** How all open requests together would best be divided. Whoever was invited already stays: they were promised something. */
export async function redistributeOpen(deps: DeskDeps, centres: readonly CentreCode[]): Promise<Reassignment> {
  const files = await openOfCentres(deps, centres);
  const seats = files.flatMap(seatsOf);
  const people = [...new Set(seats.flatMap(({ options }) => options.map(({ expert }) => expert)))];
  const states = await Promise.all(people.map((person) => deps.experts.load(person)));
  const experts = people.map((id, index) => ({ id, freeHours: freeHours(states[index] ?? { status: 'none' }) }));
  const requests = seats.map(({ file: _file, ...request }) => request);
  const { seats: filled, method } = await redistribute({ requests, experts, moveCost }, { timeLimitMs });
  const byId = new Map(seats.map((seat) => [seat.id, seat.file]));
  const moves = filled.flatMap(({ request, expert, current }): readonly Reassigned[] => {
    const file = byId.get(request);
    if (!file || expert === current) return expert === undefined && file ? [unplaced(file)] : [];
    return [{ ...unplaced(file), ...(current ? { from: current } : {}), ...(expert ? { to: expert } : {}) }];
  });
  return { moves, stays: filled.length - moves.length, method };
}

function unplaced({ id, about }: ConsultationFile): Reassigned {
  return { consultation: id, number: about.number };
}

type OpenSeat = OpenRequest<string, PersonId> & Readonly<{ file: ConsultationFile }>;

/** A seat for everybody who is proposed and not invited yet; one for a request that nobody fits. */
function seatsOf(file: ConsultationFile): readonly OpenSeat[] {
  const { proposal, request, invitations } = file;
  if (!proposal) return [];
  const others = proposal.others.filter(({ obstacles }) => obstacles.length === 0);
  const seats = proposal.team.map((member): OpenSeat => ({
    ...{ file, id: `${file.id} ${member.person}`, team: file.id, hours: request.hours, current: member.person },
    options: [member, ...others.filter((other) => member.covers.every((need) => other.covers.includes(need)))].map(
      toOption,
    ),
  }));
  const isStuck = seats.length === 0 && !invitations.some(counts);
  const fitting = others.filter((other) => openNeeds(file).every((need) => other.covers.includes(need)));
  return isStuck ? [{ file, id: file.id, hours: request.hours, options: fitting.map(toOption) }] : seats;
}

function toOption(proposed: Proposed): Option<PersonId> {
  const { person, loadPercent, daysSinceAsked, ...rest } = proposed;
  const asked = daysSinceAsked === undefined ? {} : { daysSinceAsked };
  return {
    expert: person,
    cost: costOf({ ...rest, ...asked, id: person, score: 1, load: loadPercent / 100 }, defaultWeights),
  };
}

/** Puts each change before the director of that request; what is not possible any more is left out. */
export async function suggestAll(deps: DeskDeps, asked: Asked, moves: readonly Reassigned[]): Promise<void> {
  for (const { consultation: id, from, to } of moves) {
    if (to === undefined) continue;
    const data = {
      at: asked.at.toISOString(),
      by: asked.actor,
      into: to,
      ...(from === undefined ? {} : { out: from }),
    };
    await send(deps, asked, { id, command: { type: 'SuggestReplacement', data }, part: `suggest-${id}` });
  }
}
