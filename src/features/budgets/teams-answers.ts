import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { endDialog } from '../../teams/answer-kit.ts';
import type { Inbound, Ran } from '../../teams/routes.ts';
import { type GuardNamed, guardNamed } from '../cases/index.ts';
import { centreCodes } from '../directory/index.ts';
import type { DeskDeps, Refused } from './budget-desk.ts';
import { type RequestId, requestId } from './budget-state.ts';
import type { BudgetCards } from './cards.ts';
import { requestStream } from './request-state.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: BudgetCards; log: Logger }>;

export const requestField = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .transform(requestId);
export const aboutRequest = z.object({ request: requestField });
export type AboutRequest = Inbound<z.output<typeof aboutRequest>>;
/** Inputs beside the id: read as text by `guarded`. */
export const sentRequest = z.looseObject({ request: requestField });
export type SentRequest = Inbound<z.output<typeof sentRequest>>;

const yearField = z.coerce.number().int().min(2020).max(2100);
export const aboutYear = z.object({ centre: z.enum(centreCodes), year: yearField });
export type AboutYear = Inbound<z.output<typeof aboutYear>>;
export const sentYear = z.looseObject({ centre: z.enum(centreCodes), year: yearField });
export type SentYear = Inbound<z.output<typeof sentYear>>;
export const maybeYear = z.object({ centre: z.enum(centreCodes).optional(), year: yearField.optional() });

export function say(pick: (texts: Texts) => string): Text {
  return inBoth(pick);
}

function about(id: RequestId | undefined) {
  return id === undefined ? {} : { stream: requestStream(id) };
}

export function refusedInDialog(told: Refused, id?: RequestId): Ran {
  const title = say((texts) => texts.say.dialogRefused);
  return endDialog({ title, lines: [refusalText(told)], outcome: told.refused, ...about(id) });
}

export function doneInDialog(lines: readonly Text[], id?: RequestId): Ran {
  return endDialog({ title: say((texts) => texts.say.dialogDone), lines, outcome: 'done', ...about(id) });
}

/** The inputs as text, looked through: see guardFields. */
export const guarded: GuardNamed<Texts> = guardNamed(inBoth);

export function oneOf<Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined {
  return codes.find((code) => code === text);
}
