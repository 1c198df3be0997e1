import type { PersonId } from '../../core/ids.ts';
import {
  type Candidate,
  chooseTeam,
  defaultWeights,
  type Obstacle,
  type Ranked,
  type Team,
  type TeamChoice,
  type TeamWish,
} from '../../matching/index.ts';
import type { RegionCode } from '../directory/index.ts';
import { type EngagedExpert, freeHours, isAvailable, mandatesOn } from '../experts/index.ts';
import { type ConsultationFile, counts, openNeeds, type Proposal, type Proposed } from './consultation-state.ts';

/** Everything a proposal rests on; the same view gives the same proposal. */
export type Outlook = Readonly<{
  file: ConsultationFile;
  /** YYYY-MM-DD in Amsterdam. */
  today: string;
  ranked: readonly Ranked<PersonId>[];
  /** Registered and paused, by person. */
  experts: ReadonlyMap<PersonId, EngagedExpert>;
  /** Who cannot be asked at all: in the case already, or out of the bot's reach. */
  excluded: ReadonlySet<PersonId>;
  /** Where somebody works now, as the directory has it: what they registered with may be older. */
  employers: ReadonlyMap<PersonId, string>;
  /** Organisations of those in the case, and the parties that the form names; in small letters. */
  parties: ReadonlySet<string>;
  /** The youth regions of the centre's own area. */
  area: ReadonlySet<RegionCode>;
}>;

/** Ranking goes on far below what anybody would ask; the best of it is enough to choose from. */
const mostCandidates = 60;
const mostOthers = 12;

/** Proposes who to ask for what is still open; the rest of the case is for a person to weigh. */
export function makeProposal(outlook: Outlook, partners: readonly string[], unknown: readonly string[]): Proposal {
  const seen = candidatesFor(outlook);
  const base = { partners, unknown, ...nothing, team: [], others: seen.map(({ proposed }) => proposed) };
  if (isSatisfied(outlook)) return shortened(base);
  const { choice, uncovered } = choose(seen, wishOf(outlook));
  if (choice.outcome === 'impossible') {
    const without = choice.without.map(({ rule, team }) => ({ rule, team: peopleOf(team) }));
    return shortened({ ...base, without, uncovered });
  }
  const [first, ...rest] = choice.teams;
  const byPerson = new Map(seen.map((one) => [one.proposed.person, one.proposed]));
  const team = (first?.members ?? []).flatMap(({ id, covers }) => {
    const proposed = byPerson.get(id);
    return proposed ? [{ ...proposed, covers }] : [];
  });
  return shortened({ ...base, team, alternatives: rest.map(peopleOf), uncovered });
}

/** What nobody at all knows about must not keep away those who know about the rest. */
function choose(
  seen: readonly Seen[],
  wish: TeamWish,
): Readonly<{ choice: TeamChoice<PersonId>; uncovered: Uncovered }> {
  const candidates = seen.map(({ candidate }) => candidate);
  const choice = chooseTeam(candidates, wish, defaultWeights);
  if (choice.outcome === 'found') return { choice, uncovered: [] };
  const { uncovered } = choice;
  const needs = wish.needs.filter((need) => !uncovered.includes(need));
  if (uncovered.length === 0 || needs.length === 0) return { choice, uncovered };
  return { choice: chooseTeam(candidates, { ...wish, needs }, defaultWeights), uncovered };
}

type Uncovered = Proposal['uncovered'];

const nothing = { alternatives: [], without: [], uncovered: [] } as const;

function peopleOf({ members }: Team<PersonId>): readonly PersonId[] {
  return members.map(({ id }) => id);
}

/** All who are named elsewhere in the proposal, and the best of the rest. */
function shortened(proposal: Proposal): Proposal {
  const chosen = new Set(proposal.team.map(({ person }) => person));
  const named = new Set([...proposal.alternatives.flat(), ...proposal.without.flatMap(({ team }) => team)]);
  const rest = proposal.others.filter(({ person }) => !chosen.has(person));
  const best = new Set(rest.slice(0, mostOthers).map(({ person }) => person));
  return { ...proposal, others: rest.filter(({ person }) => named.has(person) || best.has(person)) };
}

/** Everything asked for is covered by people who accepted or have still to answer. */
function isSatisfied({ file, experts }: Outlook): boolean {
  const seated = file.invitations.filter(counts);
  return seated.length > 0 && openNeeds(file).length === 0 && !lacksLivedExperience(file, experts);
}

function lacksLivedExperience({ request, invitations }: ConsultationFile, experts: Outlook['experts']): boolean {
  const isThere = invitations.some((each) => counts(each) && experts.get(each.person)?.expert.livedExperience === true);
  return request.livedExperience && !isThere;
}

function wishOf({ file, experts }: Outlook): TeamWish {
  const seats = file.request.atMost - file.invitations.filter(counts).length;
  return {
    needs: openNeeds(file),
    atMost: Math.max(0, seats),
    livedExperience: lacksLivedExperience(file, experts),
  };
}

type Seen = Readonly<{ candidate: Candidate<PersonId>; proposed: Proposed }>;

/**
 * Best first. Looked at also when their words have nothing in common with the question: colleagues whom an invited expert
 * named, who come first among the others, and experts by experience when one is wanted.
 */
function candidatesFor(outlook: Outlook): readonly Seen[] {
  const { file, ranked, experts, excluded } = outlook;
  const answered = new Set(file.invitations.map(({ person }) => person));
  const mayBeAsked = (id: PersonId): boolean => !excluded.has(id) && !answered.has(id);
  const named = new Set(file.invitations.flatMap(({ suggested }) => suggested ?? []));
  const open = ranked.filter(({ id }) => mayBeAsked(id));
  const isNamed = ({ id }: Readonly<{ id: PersonId }>): boolean => named.has(id);
  const fitting = [...open.filter(isNamed), ...open.filter((one) => !isNamed(one)).slice(0, mostCandidates)];
  const known = new Set(fitting.map(({ id }) => id));
  const others = [...experts.values()]
    .filter(({ expert }) => named.has(expert.id) || (file.request.livedExperience && expert.livedExperience))
    .filter(({ expert }) => mayBeAsked(expert.id) && !known.has(expert.id))
    .map(({ expert }): Ranked<PersonId> => ({ id: expert.id, score: 0, covers: [], reasons: [] }));
  return [...others.filter(isNamed), ...fitting, ...others.filter((one) => !isNamed(one))].flatMap((one) => {
    const engaged = experts.get(one.id);
    return engaged ? [seen(outlook, one, engaged)] : [];
  });
}

function seen(outlook: Outlook, ranked: Ranked<PersonId>, engaged: EngagedExpert): Seen {
  const { file, today } = outlook;
  const { expert, lastAskedAt } = engaged;
  const needs = new Set(openNeeds(file));
  const free = freeHours(engaged);
  const load = (expert.hoursPerMonth - free + file.request.hours) / expert.hoursPerMonth;
  const daysSinceAsked = lastAskedAt === undefined ? {} : { daysSinceAsked: daysBetween(lastAskedAt, today) };
  const shared = {
    ...{ organisation: expert.organisation, livedExperience: expert.livedExperience, ...daysSinceAsked },
    covers: ranked.covers.filter((concept) => needs.has(concept)),
    distance: distanceTo(outlook, expert.regions),
  };
  const obstacles = obstaclesOf(outlook, engaged, shared.distance);
  return {
    candidate: { ...shared, id: expert.id, score: ranked.score, load, obstacles },
    proposed: {
      ...shared,
      ...{ person: expert.id, reasons: ranked.reasons.slice(0, 6), obstacles },
      ...{ loadPercent: Math.round(load * 100), freeHours: free },
    },
  };
}

function distanceTo({ file, area }: Outlook, regions: readonly RegionCode[]): 0 | 1 | 2 {
  if (regions.includes(file.about.region)) return 0;
  return regions.some((region) => area.has(region)) ? 1 : 2;
}

function obstaclesOf(
  { file, today, parties, employers }: Outlook,
  engaged: EngagedExpert,
  distance: 0 | 1 | 2,
): readonly Obstacle[] {
  const { request, unlocked } = file;
  const { expert } = engaged;
  const mandates = mandatesOn(expert, today);
  const organisations = [expert.organisation, employers.get(expert.id) ?? ''];
  const isUnlocked = unlocked.some(({ person }) => person === expert.id);
  const found: Readonly<Record<Obstacle, boolean>> = {
    conflict: !isUnlocked && organisations.some((name) => parties.has(name.trim().toLowerCase())),
    capacity: freeHours(engaged) < request.hours,
    unavailable: !isAvailable(engaged, today),
    mandate: !request.mandates.every((mandate) => mandates.includes(mandate)),
    area: request.ownAreaOnly && distance === 2,
  };
  return (Object.keys(found) as Obstacle[]).filter((obstacle) => found[obstacle]);
}

const dayMs = 86_400_000;

function daysBetween(instant: string, today: string): number {
  return Math.max(0, Math.floor((Date.parse(`${today}T23:59:59Z`) - Date.parse(instant)) / dayMs));
}
