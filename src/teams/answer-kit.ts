import { z } from 'zod/v4';
import type { StreamId } from '../core/ids.ts';
import type { Text } from '../core/locale.ts';
import { card, type CardDefinition } from './cards.ts';
import resultTemplate from './cards/result.json' with { type: 'json' };
import { referenceCard } from './reference-card.ts';
import { type Answer, type Card, type Inbound, type Ran, route, type Route } from './routes.ts';

type Lines = Readonly<{ lines: readonly Text[] }>;

/** What a dialog ends with: what was done, or why not and what to do next. */
const result = card<Lines>({
  name: 'teams/result',
  template: resultTemplate,
  texts: {
    nl: { fallback: 'Bericht van Doorbraak', close: 'Sluiten' },
    en: { fallback: 'Message from Doorbraak', close: 'Close' },
  },
  view: ({ lines }, { locale }) => ({ lines: lines.map((line) => ({ text: line[locale] })) }),
});

const done = route({
  ...{ on: 'submit', verb: 'teams/done', data: z.looseObject({}) },
  run: async () => ran('closed', { type: 'close' }),
});

/** The card and the button of `endDialog`, and the card that points to something, once for all features. */
export const answerParts: Readonly<{ routes: readonly Route[]; cards: readonly CardDefinition[] }> = {
  routes: [done],
  cards: [result.definition, referenceCard.definition],
};

export function ran(outcome: string, answer: Answer, stream?: StreamId): Ran {
  return { outcome, answer, ...(stream === undefined ? {} : { stream }) };
}

export function sayText(outcome: string, text: Text, stream?: StreamId): Ran {
  return ran(outcome, { type: 'text', text }, stream);
}

type Dialog = Readonly<{ title: Text; card: Card; outcome: string; stream?: StreamId }>;

export function inDialog({ title, card: shown, outcome, stream }: Dialog): Ran {
  return ran(outcome, { type: 'dialog', title, card: shown }, stream);
}

/** The last step of a dialog, in lines; `outcome` is a refusal code, or what was done. */
export function endDialog({ title, lines, outcome, stream }: Omit<Dialog, 'card'> & Lines): Ran {
  const about = stream === undefined ? {} : { stream };
  return inDialog({ title, card: result.show({ lines }), outcome, ...about });
}

/** In a channel everybody reads along: what is for one person is shown in the chat with the bot only. */
export async function privately(
  { conversation }: Inbound,
  { run, otherwise }: Readonly<{ run(): Promise<Ran>; otherwise: Text }>,
): Promise<Ran> {
  return conversation.kind === 'personal' ? run() : sayText('only-in-chat', otherwise);
}
