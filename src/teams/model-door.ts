import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';

/** `late`: not in time; `busy`: 429; `unusable`: an answer, and not of the shape of one. */
export type ModelFailure = 'late' | 'busy' | 'refused' | 'failed' | 'unreachable' | 'unusable';
export type Heard = Readonly<{ content: string } | { failed: ModelFailure }>;

const mostBytes = 32 * 1024;
const tooMany = 429;
const usualWaitMs = 250;
/** Somebody waits for an answer meanwhile. */
const longestWaitMs = 1_000;

/**
 * One request to a language model, and one more after a 429, until `deadline`. It never throws: the SDK prints what is
 * thrown here on the console, headers and all.
 */
export async function throughDoor(
  send: (signal: AbortSignal) => Promise<Response>,
  deadline: AbortSignal,
): Promise<Heard> {
  let failed: ModelFailure = 'unreachable';
  try {
    let answer = await send(deadline);
    if (answer.status === tooMany) {
      failed = 'busy';
      await answer.body?.cancel();
      const wait = waitMs(answer.headers);
      if (wait > longestWaitMs) return { failed };
      await pause(wait, undefined, { signal: deadline });
      answer = await send(deadline);
    }
    failed = 'unusable';
    return answer.ok ? contentOf(await readUpTo(mostBytes, answer)) : await refusedBy(answer);
  } catch {
    return { failed: deadline.aborted && failed !== 'busy' ? 'late' : failed };
  }
}

function waitMs(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : usualWaitMs;
}

async function refusedBy({ status, body }: Response): Promise<Heard> {
  await body?.cancel();
  if (status === tooMany) return { failed: 'busy' };
  return { failed: status >= 500 ? 'failed' : 'refused' };
}

async function readUpTo(most: number, { body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new Error('too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Calls of functions, and whatever else a model may send along, are not read. */
const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).length(1) });

function contentOf(text: string): Heard {
  const { choices } = completion.parse(JSON.parse(text));
  return { content: choices[0]?.message.content ?? '' };
}
