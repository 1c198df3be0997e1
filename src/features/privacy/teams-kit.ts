import { z } from 'zod/v4';
import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import { plainSentence } from '../../core/sentence.ts';
import { endDialog, privately } from '../../teams/answer-kit.ts';
import type { Inbound, MessageRoute, Ran } from '../../teams/routes.ts';
import { refusalText, type Texts, texts } from './texts.ts';

const longestNumber = 40;
/** Of a case, as people type it. */
export const numberField = z.string().max(longestNumber);
export const aboutFile = z.object({ number: numberField });
export type AboutFile = Inbound<z.output<typeof aboutFile>>;

export const say = (pick: (words: Texts['say']) => string): Text => texts.inBoth((all) => pick(all.say));

/** What is shown of a case to a privacy officer is shown where nobody reads along. */
export const inChat = (inbound: Inbound, run: () => Promise<Ran>): Promise<Ran> =>
  privately(inbound, { run, otherwise: say(({ onlyInChat }) => onlyInChat) });

type Asking = Readonly<{ name: string; patterns: readonly RegExp[] }>;

/** A sentence of one of these shapes, about the case in its group `number`; empty when none is said. */
export function fileMessage({ name, patterns }: Asking, run: (inbound: AboutFile) => Promise<Ran>): MessageRoute {
  const match = (text: string): JsonObject | undefined => {
    const sentence = plainSentence(text);
    const found = patterns.map((pattern) => pattern.exec(sentence)).find((one) => one !== null);
    return found && { number: (found.groups?.['number'] ?? '').slice(0, longestNumber) };
  };
  return {
    ...{ name, match },
    run: (inbound) => inChat(inbound, () => run({ ...inbound, data: aboutFile.parse(inbound.data) })),
  };
}

type Refusal = Parameters<typeof refusalText>[0];
type Told = Readonly<{ ok: true }> | Readonly<{ ok: false; refused: Refusal }>;

/** How a dialog ends: with this line, or with why not. */
export function ended(told: Told, line: Text): Ran {
  return told.ok
    ? endDialog({ title: say(({ dialogDone }) => dialogDone), lines: [line], outcome: 'done' })
    : refused(told.refused);
}

export function refused(code: Refusal): Ran {
  return endDialog({ title: say(({ dialogRefused }) => dialogRefused), lines: [refusalText(code)], outcome: code });
}
