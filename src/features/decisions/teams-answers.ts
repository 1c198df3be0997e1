import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { endDialog, inDialog, ran, sayText } from '../../teams/answer-kit.ts';
import type { Card, Inbound, Ran } from '../../teams/routes.ts';
import { type GuardNamed, guardNamed } from '../cases/index.ts';
import type { DecisionCards } from './cards.ts';
import type { DeskDeps, Refusal, Told } from './decision-desk.ts';
import { type ProposalFile, type ProposalId, proposalId, proposalStream } from './proposal-state.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: DecisionCards; log: Logger }>;

export const idField = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .transform(proposalId);
export const about = z.object({ proposal: idField });
export type About = Inbound<z.output<typeof about>>;
/** Inputs beside the id: read as text by `guarded`. */
export const sent = z.looseObject({ proposal: idField });
export type Sent = Inbound<z.output<typeof sent>>;

export function say(pick: (texts: Texts) => string): Text {
  return inBoth(pick);
}

export function refusedInDialog(code: Refusal, id?: ProposalId): Ran {
  return endDialog({
    ...ending(({ say: { dialogRefused } }) => dialogRefused, id),
    lines: [refusalText(code)],
    outcome: code,
  });
}

export function doneInDialog(lines: readonly Text[], id: ProposalId): Ran {
  return endDialog({ ...ending(({ say: { dialogDone } }) => dialogDone, id), lines, outcome: 'done' });
}

function ending(title: (texts: Texts) => string, id: ProposalId | undefined) {
  return { title: inBoth(title), ...(id === undefined ? {} : { stream: proposalStream(id) }) };
}

type Form = Readonly<{ title: (texts: Texts) => string; card: Card; problems: readonly Text[]; id?: ProposalId }>;

export function formInDialog({ title, card, problems, id }: Form): Ran {
  return inDialog({ ...ending(title, id), card, outcome: problems.length > 0 ? 'faults' : 'opened' });
}

/** After a click on a card: that card as it stands now, with what came of the click on top. */
export function toldOnCard(
  card: DecisionCards['proposal'],
  told: Told,
  { id, notice }: Readonly<{ id: ProposalId; notice: (texts: Texts) => string }>,
): Ran {
  if (told.ok) return onCard(card, { file: told.state, outcome: 'done', notice: say(notice) });
  const text = refusalText(told.refused);
  if (!told.state) return sayText(told.refused, text, proposalStream(id));
  return onCard(card, { file: told.state, outcome: told.refused, notice: text });
}

type Shown = Readonly<{ file: ProposalFile; outcome: string; notice?: Text }>;

export function onCard(card: DecisionCards['proposal'], { file, outcome, notice }: Shown): Ran {
  const shown = card.show(file, notice === undefined ? {} : { notice });
  return ran(outcome, { type: 'card', card: shown }, proposalStream(file.id));
}

/** The inputs as text, looked through: see guardFields. */
export const guarded: GuardNamed<Texts> = guardNamed(inBoth);

export function emptyToNone(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
