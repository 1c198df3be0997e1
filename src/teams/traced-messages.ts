import type { Tracing } from '../core/tracing.ts';
import { failureOf } from './connector-failure.ts';
import type { Messages } from './messages.ts';

const conversations = '/v3/conversations';
const activities = `${conversations}/{id}/activities`;

/** Messages that are followed by method, route and status: never whose, or what they say. */
export function tracedMessages(messages: Messages, tracing: Tracing): Messages {
  const follow = <Answer>(method: string, route: string, run: () => Promise<Answer>): Promise<Answer> =>
    tracing.follow({ name: 'connector', facts: { method, route } }, async () => {
      try {
        return await run();
      } catch (error) {
        tracing.note({ status: failureOf(error).status });
        throw error;
      }
    });
  return {
    say: (...given) => follow('POST', activities, () => messages.say(...given)),
    post: (...given) => follow('POST', activities, () => messages.post(...given)),
    update: (...given) => follow('PUT', `${activities}/{id}`, () => messages.update(...given)),
    openThread: (...given) => follow('POST', conversations, () => messages.openThread(...given)),
    openChat: (...given) => follow('POST', conversations, () => messages.openChat(...given)),
  };
}
