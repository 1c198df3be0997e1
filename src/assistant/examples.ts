import { readdirSync, readFileSync } from 'node:fs';

/** What people say, by what they mean: the name of a file, and its lines. */
export type Examples = ReadonlyMap<string, readonly string[]>;

/** `talk` is what the bot answers without doing anything: greetings, thanks, distress, and all that it is not for. */
export type Lessons = Readonly<{ intents: Examples; talk: Examples }>;

/** An intent is added by adding a file to `data/intents`, one sentence a line. */
export function readLessons(): Lessons {
  return { intents: readFolder('intents'), talk: readFolder('talk') };
}

const ending = '.txt';

function readFolder(name: string): Examples {
  const folder = new URL(`./data/${name}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return new Map(files.toSorted().map((file) => [file.slice(0, -ending.length), linesOf(new URL(file, folder))]));
}

function linesOf(file: URL): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

const often = 2;

/** Words that people use here all the time: never a mistyped name. */
export function ordinaryWords({ intents, talk }: Lessons): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of [...intents.values(), ...talk.values()].flat()) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= often).map(([word]) => word));
}
