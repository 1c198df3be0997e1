import { z } from 'zod/v4';
import type { Edit } from '../messages.ts';

const attachment = z.looseObject({ contentType: z.string(), content: z.unknown() });

/** What of a bot's activity ends up in a message. */
export const botActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  recipient: z.looseObject({ id: z.string() }).nullish(),
});
export type BotActivity = z.output<typeof botActivity>;

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

export function contentOf({ text, attachments }: BotActivity): Edit {
  const cards = (attachments ?? []).flatMap(({ contentType, content }) =>
    contentType === adaptiveCard && typeof content === 'object' && content !== null ? [content] : [],
  );
  return { text: text ?? '', cards };
}

const maxBytes = 100 * 1024;
const image = /data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+/g;

/** Microsoft: "Format your bot messages": about 100 KB in UTF-16, images in base64 not counted. */
export function isTooBig(activity: BotActivity): boolean {
  return JSON.stringify(activity).replace(image, '').length * 2 > maxBytes;
}
