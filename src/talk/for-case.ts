import { readCases } from '../assistant/index.ts';
import { caseOfChannel } from '../features/cases/index.ts';
import type { Inbound } from '../teams/routes.ts';
import type { House } from './house.ts';

/** What is looked for in the channel of a case is asked for that case: an expert by a consultation, a place by a request. */
const asked: Readonly<Record<string, string>> = { expert_zoeken: 'expert_koppelen', plek_zoeken: 'plek_reserveren' };

/** The wish for the case of the channel, when it is another one there. */
export async function forCaseHere({ deps }: House, { conversation }: Inbound, intent: string): Promise<string> {
  const there = asked[intent];
  if (there === undefined || conversation.channelId === undefined) return intent;
  return (await caseOfChannel(deps.store, conversation.channelId)) === undefined ? intent : there;
}

/** Whoever looks for somebody to think along in a case asks a consultation; that is more than a list of experts. */
export function forCaseNamed(intent: string, text: string): string {
  if (intent !== 'expert_zoeken') return intent;
  return /consult/iu.test(text) || readCases(text).length > 0 ? 'expert_koppelen' : intent;
}
