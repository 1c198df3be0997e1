import type { PersonId } from '../../core/ids.ts';
import type { Condition, EventStore, Found } from '../../store/event-store.ts';
import { findAll } from '../../store/find-all.ts';
import type { Asked } from '../cases/index.ts';
import { type CentreCode, mayDo, workplaces } from '../directory/index.ts';
import { type DeskDeps, loadProposal, refused, type Refused, type Told } from './decision-desk.ts';
import { governanceOf } from './governance-desk.ts';
import { isWritten, type Proposal, type ProposalFile, type ProposalId } from './proposal-state.ts';
import type { Governance } from './route.ts';

const shown = 10;

export type Centres = Readonly<{ ok: true; centres: readonly CentreCode[] }> | Refused;

/** The centres whose decisions somebody may see: those they work for or govern. */
export async function centresOf({ directory }: DeskDeps, { actor, at }: Asked): Promise<Centres> {
  if (!mayDo('decision.list', await directory.person(actor)).allowed) return refused('not-allowed');
  const places = await workplaces(directory, actor, at);
  return places.length === 0 ? refused('not-allowed') : { ok: true, centres: places.map(({ centre }) => centre) };
}

export type Proposals = Readonly<{
  own: readonly ProposalFile[];
  toDecide: readonly ProposalFile[];
  ofCentre: readonly ProposalFile[];
}>;

/** What somebody wrote, has to decide on, and may see of their centres; the newest change first. */
export async function proposalsFor(deps: DeskDeps, asked: Asked): Promise<Proposals> {
  const { actor } = asked;
  const centres = await centresOf(deps, asked);
  const running = { field: 'stage', in: ['advising', 'advised', 'deciding', 'to-record', 'postponed'] } as const;
  const [own, toDecide, all] = await Promise.all([
    newest(deps.store, [{ field: 'author', equals: actor }]),
    newest(deps.store, [
      { field: 'decider', equals: actor },
      { field: 'stage', equals: 'deciding' },
    ]),
    centres.ok ? newest(deps.store, [{ field: 'centre', in: centres.centres }, running]) : [],
  ]);
  const known = new Set([...own, ...toDecide].map(({ id }) => id));
  return { own, toDecide, ofCentre: all.filter(({ id }) => !known.has(id)) };
}

async function newest(store: EventStore, where: readonly Condition[]): Promise<readonly ProposalFile[]> {
  const order = { field: 'updatedAt', direction: 'desc' } as const;
  const { items } = await store.find({ type: 'proposal', where, order, limit: shown });
  return items.flatMap(asFile);
}

/** A proposal for whoever it is of, has to decide on it, or works for its centre; for others it is not there. */
export async function openProposal(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Told> {
  const state = await loadProposal(deps, id);
  if (!isWritten(state)) return refused('unknown-proposal');
  if (isConcerned(state, asked.actor)) return { ok: true, state };
  const centres = await centresOf(deps, asked);
  const isTheirs = centres.ok && centres.centres.includes(state.centre) && state.stage !== 'draft';
  return isTheirs ? { ok: true, state } : refused('unknown-proposal');
}

function isConcerned({ author, route, decision }: ProposalFile, actor: PersonId): boolean {
  const decides = route?.decide;
  return author === actor || decision?.owner === actor || (decides?.by === 'person' && decides.person === actor);
}

/** What was decided in a centre in a year, the oldest first. */
export async function decisionsOf(
  store: EventStore,
  { centre, year }: Readonly<{ centre: CentreCode; year: number }>,
): Promise<readonly ProposalFile[]> {
  const found = await findAll(store, {
    type: 'proposal',
    where: [
      { field: 'centre', equals: centre },
      { field: 'decidedOn', from: `${year}-01-01`, to: `${year}-12-31` },
    ],
    order: { field: 'decidedOn', direction: 'asc' },
  });
  return found.flatMap(asFile);
}

export function asFile({ state }: Found): readonly ProposalFile[] {
  const proposal = state as unknown as Proposal;
  return isWritten(proposal) ? [proposal] : [];
}

export type Mandates = Readonly<{ ok: true; centres: readonly (Governance & Readonly<{ centre: CentreCode }>)[] }>;

/** Who decides what, in the centres of the asker. */
export async function mandatesFor(deps: DeskDeps, asked: Asked): Promise<Mandates | Refused> {
  const opened = await centresOf(deps, asked);
  if (!opened.ok) return opened;
  const centres = opened.centres.map(async (centre) => ({
    centre,
    ...(await governanceOf(deps, centre, asked.at)),
  }));
  return { ok: true, centres: await Promise.all(centres) };
}

/** By which the public decision list is fetched. */
export const downloadName = 'besluitenlijst';

type FileLinks = Readonly<{ word: string; csv: string }>;

/** Where the public list can be fetched for a while; undefined where the bot has no address for people. */
export async function linksFor(
  { links }: DeskDeps,
  list: Readonly<{ centre: CentreCode; year: number }>,
): Promise<FileLinks | undefined> {
  if (links === undefined) return undefined;
  const [word, csv] = await Promise.all(
    (['docx', 'csv'] as const).map((format) => links.linkTo(downloadName, { ...list, format })),
  );
  return word === undefined || csv === undefined ? undefined : { word, csv };
}
