import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { commandId, type PersonId } from '../../core/ids.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { DownloadLinks } from '../../teams/downloads.ts';
import type { Asked, DeskDeps as CaseDeskDeps } from '../cases/index.ts';
import { mayDo } from '../directory/index.ts';
import { proposalAggregate } from './aggregates.ts';
import type { DecisionCalendar, DecisionClocks } from './clocks.ts';
import type { ProposalCommand, ProposalRefusal } from './proposal-messages.ts';
import { isWritten, type Proposal, type ProposalFile, type ProposalId, proposalStream } from './proposal-state.ts';
import type { RouteRefusal } from './route.ts';
import type { Votes } from './votes-port.ts';

export type DeskDeps = CaseDeskDeps &
  Readonly<{
    decisionClocks: DecisionClocks;
    votes: Votes;
    log: Logger;
    /** For the public decision list as a file. */
    links?: DownloadLinks;
  }>;
export type RunnerDeps = DeskDeps & Readonly<{ clock: Clock }>;

export type Refusal =
  | ProposalRefusal
  | RouteRefusal
  | 'not-allowed'
  | 'unknown-proposal'
  | 'unknown-case'
  | 'case-of-another-centre'
  | 'identifying-words'
  | 'personal-data'
  | 'mandate-over'
  | 'secret-weights';

/** `state` with a refusal: how it stands, for whoever may see it. */
export type Refused = Readonly<{ ok: false; refused: Refusal; state?: ProposalFile }>;
export type Told = Readonly<{ ok: true; state: ProposalFile }> | Refused;

export function refused(code: Refusal, state?: ProposalFile): Refused {
  return { ok: false, refused: code, ...(state === undefined ? {} : { state }) };
}

export async function loadProposal({ store }: Pick<DeskDeps, 'store'>, id: ProposalId): Promise<Proposal> {
  return stateOf(proposalAggregate, await store.load(proposalStream(id)));
}

type Sending = Readonly<{ id: ProposalId; command: ProposalCommand; part?: string; by?: PersonId | 'system' }>;
export type Moment = Omit<Asked, 'actor'> & Partial<Pick<Asked, 'actor'>>;

/** `part` keeps the commands of one click apart. Who may do it is for the decider, or was asked before. */
export async function send(
  { store }: Pick<DeskDeps, 'store'>,
  asked: Moment,
  { id, command, part, by }: Sending,
): Promise<Told> {
  const { decision, state } = await handle(store, proposalAggregate, {
    ...{ stream: proposalStream(id), command, by: by ?? asked.actor ?? 'system', at: asked.at },
    commandId: part === undefined ? asked.commandId : commandId(`${asked.commandId}-${part}`),
  });
  const file = isWritten(state) ? state : undefined;
  if (decision.outcome === 'refused') return refused(decision.code, file);
  return file ? { ok: true, state: file } : refused('unknown-proposal');
}

/** The author's own proposal. For others it is not there. */
export async function openOwn(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Told> {
  const state = await loadProposal(deps, id);
  if (!isWritten(state) || state.author !== asked.actor) return refused('unknown-proposal');
  return { ok: true, state };
}

export async function mayWrite({ directory }: DeskDeps, { actor }: Asked): Promise<boolean> {
  return mayDo('proposal.write', await directory.person(actor)).allowed;
}

export function calendarOf({ decisionClocks: clocks, isHoliday }: DeskDeps): DecisionCalendar {
  return { clocks, isHoliday };
}
