import { refusal, type Reply } from '../http/exchange.ts';

/** The connector's own codes, as its clients see them. */
export const conversationNotFound = refusal(404, 'ConversationNotFound', 'Conversation not found.');
export const activityNotFound = refusal(
  404,
  'ActivityNotFoundInConversation',
  'The activity is not in this conversation.',
);
export const notInRoster = refusal(
  403,
  'BotNotInConversationRoster',
  'The bot is not part of the conversation roster: the app is not enabled in this channel.',
);
export const archived = refusal(403, 'Forbidden', 'The channel is archived: nobody can post or edit in it.');
export const otherTenant = refusal(
  403,
  'ForbiddenOperationException',
  'The bot cannot chat with a person of another tenant.',
);
export const tooBig = refusal(413, 'MessageSizeTooBig', 'Message size too big: at most 100 KB in UTF-16.');
export const badArgument = (message: string): Reply => refusal(400, 'BadArgument', message);
