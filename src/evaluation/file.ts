import { z } from 'zod/v4';

/** Throws with all that is wrong, and where. `expected` names what the file should be. */
export function parsed<Schema extends z.ZodType>(schema: Schema, text: string, expected: string): z.output<Schema> {
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  throw new Error(`not ${expected}:\n${z.prettifyError(result.error)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Four decimals; 0 of nothing. */
export function share(part: number, whole: number): number {
  return Math.round((part / Math.max(1, whole)) * 10_000) / 10_000;
}
