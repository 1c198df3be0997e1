import { createHash } from 'node:crypto';
import { type CommandId, commandId } from '../core/ids.ts';

/**
 * The id of what a person did. A click on one rendering with the same data is the same command, however often and under
 * whatever activity id Teams delivers it (botbuilder-dotnet issue 5005); anything else is known by its activity.
 */
export function commandIdOf(
  by: Readonly<{ actor: string; door: string; verb: string; form: string; data: object }> | readonly [string, string],
): CommandId {
  return commandId(sha256(stable(by)));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with sorted keys: a client may send the inputs in another order. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
