import type { PersonId, StreamId } from '../../core/ids.ts';
import type { Asked } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { expiryOf } from './clocks.ts';
import { calendarOf, type DeskDeps, loadProposal, refused, send, type Told } from './decision-desk.ts';
import { draft, identifies, putForward } from './desk-write.ts';
import { mandateFor } from './governance-desk.ts';
import { type AboutCase, isWritten, matterOf, type ProposalId } from './proposal-state.ts';
import type { Subject } from './subjects.ts';

/** What another feature wants decided, in words that may be shown on a card. */
export type Raising = Readonly<{
  id: ProposalId;
  centre: CentreCode;
  subject: Extract<Subject, 'budget' | 'subsidy' | 'place'>;
  title: string;
  text: string;
  amountCents: number;
  case?: AboutCase;
  /** Who puts it forward. */
  author: PersonId;
  /** The stream that waits for the outcome. */
  raisedBy: StreamId;
}>;

/**
 * Raised twice it is one proposal. When the author may decide on it, it lies before them at once; otherwise they put it
 * forward ("Breng in") on their card.
 */
export async function raiseProposal(deps: DeskDeps, asked: Asked, raising: Raising): Promise<Told> {
  const { id, subject, title, text, amountCents, ...rest } = raising;
  const known = await loadProposal(deps, id);
  const content = { subject, title, text, links: [], amountCents, wantsAdvice: false };
  const expiresAt = expiryOf(asked.at.toISOString(), calendarOf(deps));
  if (rest.case && (await identifies(deps, rest.case.number, [title, text]))) return refused('identifying-words');
  const told: Told = isWritten(known)
    ? { ok: true, state: known }
    : await draft(deps, asked, { id, content, expiresAt, ...rest });
  if (!told.ok || told.state.stage !== 'draft' || told.state.versions.length > 1) return told;
  const matter = matterOf(told.state);
  const own = await mandateFor(deps, raising.author, { matter, at: asked.at });
  return own ? putForwardAs(deps, asked, raising) : told;
}

/** By its author's mandate, whoever asked for it. */
async function putForwardAs(deps: DeskDeps, asked: Asked, { id, author }: Raising): Promise<Told> {
  return putForward(deps, { ...asked, actor: author }, id);
}

/** By the feature that raised it, which needs it no more. */
export async function withdrawProposal(
  deps: DeskDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: ProposalId; reason: string }>,
): Promise<Told> {
  const state = await loadProposal(deps, id);
  if (!isWritten(state) || state.raisedBy === undefined) return refused('unknown-proposal');
  const data = { at: asked.at.toISOString(), by: asked.actor, reason, for: state.raisedBy };
  return send(deps, asked, { id, command: { type: 'WithdrawProposal', data }, part: 'withdraw' });
}
