import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export type Saved = Readonly<{ streams: number; schema: number }>;

/** A whole store as one file, and a whole store from such a file. It holds everything but signs of life. */
export type Archive = Readonly<{
  /** A file of one kind is of no use to the other. */
  kind: 'sqlite' | 'cosmos';
  /** What this program reads and writes; a file with another one is another program's. */
  schema: number;
  /** Why it cannot be saved now, as a sentence that says what to do. */
  hindrance(now: Date): Promise<string | undefined>;
  /** Makes the file, readable by its owner only. */
  save(file: string): Promise<Saved>;
  isEmpty(): Promise<boolean>;
  /** Of an empty store only; throws when what is there afterwards is not what was in the file. */
  fill(file: string): Promise<void>;
  close(): Promise<void>;
}>;

/** SHA-256 of a file, hex. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
