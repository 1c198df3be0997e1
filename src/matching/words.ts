import { stem } from './stem.ts';

/** One word of a text. */
export type Word = Readonly<{
  /** As it stands in the text, in small letters. */
  written: string;
  /** Without accents and apostrophes. */
  plain: string;
  /** What its inflections have in common. */
  stem: string;
  /** Words with a comma, a full stop or the like between them have different numbers. */
  clause: number;
}>;

/** `18+` is one word: in youth care it is a subject, not a sum. */
const wordOrBreak = /([\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*\+?)|[.,;:!?()\n]/gu;

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let clause = 0;
  for (const [, written] of text.normalize('NFC').toLowerCase().matchAll(wordOrBreak)) {
    if (written === undefined) clause += 1;
    else words.push(wordOf(written, clause));
  }
  return words;
}

function wordOf(written: string, clause: number): Word {
  const plain = plainOf(written);
  return { written, plain, stem: stem(plain), clause };
}

const onlyPlain = /^[a-z0-9+]*$/;

function plainOf(written: string): string {
  if (onlyPlain.test(written)) return written;
  return written
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}
