import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { formatDay } from '../../core/working-time.ts';
import type { Answer, Card, Inbound, Ran } from '../../teams/routes.ts';
import type { CaseCards } from './cards.ts';
import { type Asked, caseId, type DeskDeps, type DeskRefusal, type Refused, standingFor } from './case-desk.ts';
import { caseStream } from './case.ts';
import { type Case, type CaseId, isSubmitted } from './case-state.ts';
import { parseCaseNumber } from './numbering.ts';
import { inBoth, type Texts } from './texts.ts';
import type { Outcome } from './view-list.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: CaseCards; log: Logger }>;

export const caseIdField = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  // A draft gets its id from its form: one that reads as a number would pass for another case in the access log.
  .refine((id) => parseCaseNumber(id) === undefined)
  .transform(caseId);
export const aboutCase = z.object({ case: caseIdField });

export function askedBy({ actor, at, commandId }: Inbound): Asked {
  return { actor: actor.id, at, commandId };
}

export function refusalText(code: DeskRefusal): Text {
  return inBoth(({ refusals }) => refusals[code]);
}

/** Of a deleted case also since when. */
export function refusedText({ refused, state }: Refused): Text {
  if (state?.stage !== 'none' || !state.purged) return refusalText(refused);
  const { at } = state.purged;
  return inBoth(({ say }, locale) => say.purgedOn(formatDay(at, locale)));
}

export function ran(outcome: string, answer: Answer, id?: CaseId): Ran {
  return { outcome, answer, ...(id === undefined ? {} : { stream: caseStream(id) }) };
}

export function inDialog(title: Text, card: Card): Answer {
  return { type: 'dialog', title, card };
}

type Refusing = Readonly<{ code: DeskRefusal; id?: CaseId }>;

/** Why not, and for whoever may see the case how it stands now: the card they clicked may be an old one. */
export async function refusedInDialog(kit: Kit, inbound: Inbound, { code, id }: Refusing): Promise<Ran> {
  const title = inBoth(({ say }) => say.dialogRefused);
  const file = id === undefined ? undefined : await standingFor(kit.deps, inbound.actor.id, id);
  const card = kit.cards.refused.show({ lines: [refusalText(code)], ...(file === undefined ? {} : { file }) });
  return ran(code, inDialog(title, card), id);
}

export function doneInDialog({ cards }: Kit, { lines, alert }: Outcome, id: CaseId): Ran {
  const title = inBoth(({ say }) => say.dialogDone);
  return ran('done', inDialog(title, cards.result.show({ lines, ...(alert === undefined ? {} : { alert }) })), id);
}

export function sayDone(kit: Kit, inbound: Inbound, pick: (texts: Texts) => string): Ran {
  const { case: id } = aboutCase.parse(inbound.data);
  return doneInDialog(kit, { lines: [inBoth(pick)] }, id);
}

/** The clicked card as it is now, with a line that says why the click did nothing; or only that line. */
export function refusedOnCard(card: CaseCards['director'], { refused, state }: Refused, id: CaseId): Ran {
  const notice = refusalText(refused);
  if (!state || !isSubmitted(state)) return ran(refused, { type: 'text', text: notice }, id);
  return ran(refused, { type: 'card', card: card.show(state, { notice }) }, id);
}

export function shownOnCard(card: CaseCards['director'], state: Case, notice: Text): Answer {
  return { type: 'card', card: card.show(state, { notice }) };
}
