import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import type { Answer, Card, Inbound, Ran } from '../../teams/routes.ts';
import { type GuardNamed, guardNamed } from '../cases/index.ts';
import type { ConsultationCards } from './cards.ts';
import type { DeskDeps, Refusal, Told } from './consultation-desk.ts';
import {
  type ConsultationFile,
  type ConsultationId,
  consultationId,
  consultationStream,
} from './consultation-state.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: ConsultationCards; log: Logger }>;

export const idField = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .transform(consultationId);
export const about = z.object({ consultation: idField });
export type About = Inbound<z.output<typeof about>>;
/** Inputs beside the id: read as text by `typedOf`. */
export const sent = z.looseObject({ consultation: idField });
export type Sent = Inbound<z.output<typeof sent>>;

export function ran(outcome: string, answer: Answer, id?: ConsultationId): Ran {
  return { outcome, answer, ...(id === undefined ? {} : { stream: consultationStream(id) }) };
}

type Dialog = Readonly<{ title: (texts: Texts) => string; card: Card; outcome: string; id?: ConsultationId }>;

export function inDialog({ title, card, outcome, id }: Dialog): Ran {
  return ran(outcome, { type: 'dialog', title: inBoth(title), card }, id);
}

export function refusedInDialog({ cards }: Kit, code: Refusal, id?: ConsultationId): Ran {
  const card = cards.result.show({ lines: [refusalText(code)] });
  return inDialog({ title: ({ say }) => say.dialogRefused, card, outcome: code, ...(id === undefined ? {} : { id }) });
}

export function doneInDialog({ cards }: Kit, lines: readonly Text[], id: ConsultationId): Ran {
  return inDialog({ title: ({ say }) => say.dialogDone, card: cards.result.show({ lines }), outcome: 'done', id });
}

export function say(pick: (texts: Texts) => string): Text {
  return inBoth(pick);
}

type Shown = Readonly<{ file: ConsultationFile; outcome: string; notice?: Text; extra?: JsonObject }>;

/** The card as it is now in the place of the clicked one, with what the click came to on top. */
export function onCard(card: ConsultationCards['match'], { file, outcome, notice, extra = {} }: Shown): Ran {
  const shown = card.show(file, { ...extra, ...(notice === undefined ? {} : { notice }) });
  return ran(outcome, { type: 'card', card: shown }, file.id);
}

/** After a command from a card: the card as it stands, with why it did not happen when it did not. */
export function toldOnCard(
  card: ConsultationCards['match'],
  told: Told,
  { id, notice, extra }: Readonly<{ id: ConsultationId; notice?: Text; extra?: JsonObject }>,
): Ran {
  const more = extra === undefined ? {} : { extra };
  if (told.ok)
    return onCard(card, { file: told.state, outcome: 'done', ...(notice === undefined ? {} : { notice }), ...more });
  const text = refusalText(told.refused);
  if (!told.state) return ran(told.refused, { type: 'text', text }, id);
  return onCard(card, { file: told.state, outcome: told.refused, notice: text, ...more });
}

/** The inputs as text, looked through: see guardFields. */
export const guarded: GuardNamed<Texts> = guardNamed(inBoth);
