import { z } from 'zod/v4';
import type { CardAnswer, DialogAnswer, SearchAnswer } from '../api.ts';
import type { BotAnswer } from './delivery.ts';

const card = z.record(z.string(), z.unknown());
const attachedCard = z.object({ content: card });

const cardAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('application/vnd.microsoft.card.adaptive'), value: card }),
  z.object({ type: z.literal('application/vnd.microsoft.activity.message'), value: z.string() }),
  z.object({
    type: z.literal('application/vnd.microsoft.error'),
    statusCode: z.number(),
    value: z.object({ message: z.string() }),
  }),
]);

const failed = ({ status }: BotAnswer): Readonly<{ type: 'error'; text: string; status: number }> => ({
  type: 'error',
  text: status === 0 ? 'De app reageert niet. Probeer het later opnieuw.' : 'Er ging iets mis. Probeer het opnieuw.',
  status: status === 0 ? 504 : status,
});

const unreadable = {
  type: 'error',
  text: 'De app gaf een antwoord dat Teams niet kan tonen.',
  status: 502,
} as const;

const isEmpty = ({ body }: BotAnswer): boolean =>
  body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);

const wentWell = ({ status }: BotAnswer): boolean => status >= 200 && status < 300;

/** Microsoft: "Universal Action Model", response format. */
export function toCardAnswer(answer: BotAnswer): CardAnswer {
  if (!wentWell(answer)) return failed(answer);
  const parsed = cardAction.safeParse(answer.body);
  if (!parsed.success) return isEmpty(answer) ? { type: 'nothing' } : unreadable;
  const { data } = parsed;
  if (data.type === 'application/vnd.microsoft.card.adaptive') return { type: 'card', card: data.value };
  if (data.type === 'application/vnd.microsoft.error')
    return { type: 'error', text: data.value.message, status: data.statusCode };
  return data.value === '' ? { type: 'nothing' } : { type: 'text', text: data.value };
}

const taskModule = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('continue'), value: z.object({ title: z.string().default(''), card: attachedCard }) }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
});

/** Microsoft: "Use dialogs with bots"; an empty answer to a submit closes the dialog. */
export function toDialogAnswer(answer: BotAnswer): DialogAnswer {
  if (!wentWell(answer)) return failed(answer);
  const inserted = extension.safeParse(answer.body);
  if (inserted.success) return insertOf(inserted.data);
  const parsed = taskModule.safeParse(answer.body);
  if (!parsed.success) return isEmpty(answer) ? { type: 'close' } : unreadable;
  const { task } = parsed.data;
  if (task.type === 'message') return { type: 'text', text: task.value };
  return { type: 'open', title: task.value.title, card: task.value.card.content };
}

/** Microsoft: "Respond to the task module submit action", a card for the message that is being written. */
function insertOf({ composeExtension }: z.output<typeof extension>): DialogAnswer {
  if (composeExtension.type === 'message') return { type: 'text', text: composeExtension.text };
  const [first] = composeExtension.attachments;
  return first === undefined ? unreadable : { type: 'insert', title: first.preview.content.title, card: first.content };
}

const extension = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('result'),
      attachments: z.array(
        z.object({
          content: card,
          preview: z.object({
            content: z.object({ title: z.string().default(''), text: z.string().default('') }),
          }),
        }),
      ),
    }),
    z.object({ type: z.literal('message'), text: z.string() }),
  ]),
});

/** Microsoft: "Respond to search command". A result without a preview is not shown by Teams either. */
export function toSearchAnswer(answer: BotAnswer): SearchAnswer {
  if (!wentWell(answer)) return { results: [], text: failed(answer).text };
  const parsed = extension.safeParse(answer.body);
  if (!parsed.success) return isEmpty(answer) ? { results: [] } : { results: [], text: unreadable.text };
  const { composeExtension } = parsed.data;
  if (composeExtension.type === 'message') return { results: [], text: composeExtension.text };
  const results = composeExtension.attachments.map(({ content, preview }) => ({ ...preview.content, card: content }));
  return { results };
}
