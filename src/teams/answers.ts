import type { JsonObject } from '../core/json.ts';
import type { Locale, Text } from '../core/locale.ts';
import type { EdgeTexts } from './edge-texts.ts';
import type { Door } from './routes.ts';

/**
 * An answer whose cards are rendered and whose texts are in the reader's language. `assisted`: it gets the label of AI.
 * `note`: a line above it, in a message only.
 */
export type Rendered = Shown & Readonly<{ assisted?: boolean; note?: string }>;

type Shown =
  | Readonly<{ type: 'card'; card: JsonObject }>
  | Readonly<{ type: 'dialog'; title: string; card: JsonObject }>
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'close' }>
  | Readonly<{ type: 'results'; results: readonly Readonly<{ title: string; text: string; card: JsonObject }>[] }>;

type Words = Readonly<{ locale: Locale; texts: EdgeTexts }>;

const adaptive = 'application/vnd.microsoft.card.adaptive';

/** The body of an invoke response, in the shape that Teams wants behind each door. */
export function invokeBody(door: Door, answer: Rendered, words: Words): object {
  switch (door) {
    case 'action':
      return actionBody(answer, words);
    case 'dialog':
    case 'submit':
      return dialogBody(door, answer, words);
    case 'search':
      return searchBody(answer);
  }
}

/** Microsoft: Universal Action Model, "Response format". */
function actionBody(answer: Rendered, { texts, locale }: Words): object {
  switch (answer.type) {
    case 'card':
    case 'dialog':
      return { statusCode: 200, type: adaptive, value: answer.card };
    case 'text':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    case 'close':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: texts.done[locale] };
    case 'results':
      throw new Error('search results answer a search only');
  }
}

/** Microsoft: Dialogs, "Respond to task/fetch and task/submit". An empty body ends a submitted dialog. */
function dialogBody(door: 'dialog' | 'submit', answer: Rendered, { texts, locale }: Words): object {
  switch (answer.type) {
    case 'card':
      return open(texts.dialogTitle[locale], answer.card);
    case 'dialog':
      return open(answer.title, answer.card);
    case 'text':
      return { task: { type: 'message', value: answer.text } };
    case 'close':
      return door === 'submit' ? {} : { task: { type: 'message', value: texts.done[locale] } };
    case 'results':
      // Microsoft: Respond to the task module submit action. The card goes into the message that is being written.
      return searchBody(answer);
  }
}

function open(title: string, card: JsonObject): object {
  return { task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: attachment(card) } } };
}

/** Microsoft: Respond to search command. The preview is what the list shows; the card is what gets inserted. */
function searchBody(answer: Rendered): object {
  switch (answer.type) {
    case 'results':
      return listed(
        answer.results.map(({ title, text, card }) => ({ ...attachment(card), preview: preview(title, text) })),
      );
    case 'card':
    case 'dialog':
      return listed([attachment(answer.card)]);
    case 'text':
      return { composeExtension: { type: 'message', text: answer.text } };
    case 'close':
      return listed([]);
  }
}

function listed(attachments: readonly object[]): object {
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

function preview(title: string, text: string): object {
  return { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } };
}

/** An activity that carries the card; what a phone shows on its lock screen (`summary`) holds nothing of the case. */
export function cardActivity(card: JsonObject, locale: Locale, summary: Text): CardActivity {
  const { fallbackText } = card;
  return {
    type: 'message',
    locale,
    summary: typeof fallbackText === 'string' && fallbackText !== '' ? fallbackText : summary[locale],
    attachments: [attachment(card)],
  };
}

export type CardActivity = Readonly<{
  type: 'message';
  locale: string;
  summary: string;
  text?: string;
  attachments: readonly Readonly<{ contentType: string; content: JsonObject }>[];
}>;

/** Microsoft: "Bot messages with AI-generated content": the label, and the thumbs below the message. */
const aiLabel = {
  entities: [
    {
      ...{ type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', '@id': '' },
      additionalType: ['AIGeneratedContent'],
    },
  ],
  channelData: { feedbackLoop: { type: 'default' } },
} as const;

export type Label = Partial<typeof aiLabel>;

export function labelOf({ assisted }: Rendered): Label {
  return assisted === true ? aiLabel : {};
}

function attachment(card: JsonObject): Readonly<{ contentType: string; content: JsonObject }> {
  return { contentType: adaptive, content: card };
}
