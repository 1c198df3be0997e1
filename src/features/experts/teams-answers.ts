import type { Logger } from 'pino';
import type { PersonId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import type { Answer, Inbound, Ran } from '../../teams/routes.ts';
import { expertStream } from './aggregate.ts';
import type { ExpertCards } from './cards.ts';
import type { DeskDeps, Refusal } from './experts-desk.ts';
import { inBoth } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: ExpertCards; log: Logger }>;

export function refusalText(code: Refusal): Text {
  return inBoth(({ refusals }) => refusals[code]);
}

export function ran(outcome: string, answer: Answer, expert?: PersonId): Ran {
  return { outcome, answer, ...(expert === undefined ? {} : { stream: expertStream(expert) }) };
}

export function sayText(outcome: string, text: Text): Ran {
  return ran(outcome, { type: 'text', text });
}

export function refusedInDialog({ cards }: Kit, code: Refusal): Ran {
  const title = inBoth(({ say }) => say.dialogRefused);
  return ran(code, { type: 'dialog', title, card: cards.result.show({ lines: [refusalText(code)] }) });
}

/** In a channel everybody reads along. */
export async function privately({ conversation }: Inbound, run: () => Promise<Ran>): Promise<Ran> {
  if (conversation.kind === 'personal') return run();
  return sayText(
    'only-in-chat',
    inBoth(({ say }) => say.onlyInChat),
  );
}
