import { z } from 'zod/v4';
import type { Edit, Labels } from '../messages.ts';

const attachment = z.looseObject({ contentType: z.string(), content: z.unknown() });

/** What of a bot's activity ends up in a message. */
export const botActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  recipient: z.looseObject({ id: z.string() }).nullish(),
  entities: z.array(z.looseObject({ additionalType: z.array(z.string()).optional().catch(undefined) })).nullish(),
  channelData: z
    .looseObject({ feedbackLoop: z.looseObject({ type: z.string() }).nullish().catch(undefined) })
    .nullish(),
});
export type BotActivity = z.output<typeof botActivity>;

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** Microsoft: "Bot messages with AI-generated content" for the label, and for the thumbs of the default kind. */
function labelsOf({ entities, channelData }: BotActivity): Labels {
  const isMade = (entities ?? []).some(({ additionalType = [] }) => additionalType.includes('AIGeneratedContent'));
  const hasThumbs = channelData?.feedbackLoop?.type === 'default';
  return { aiGenerated: isMade || undefined, thumbs: hasThumbs || undefined };
}

export function contentOf(activity: BotActivity): Edit {
  const { text, attachments } = activity;
  const cards = (attachments ?? []).flatMap(({ contentType, content }) =>
    contentType === adaptiveCard && typeof content === 'object' && content !== null ? [content] : [],
  );
  return { text: text ?? '', cards, ...labelsOf(activity) };
}

const maxBytes = 100 * 1024;
const image = /data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+/g;

/** Microsoft: "Format your bot messages": about 100 KB in UTF-16, images in base64 not counted. */
export function isTooBig(activity: BotActivity): boolean {
  return JSON.stringify(activity).replace(image, '').length * 2 > maxBytes;
}
