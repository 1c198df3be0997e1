import { numberMarks } from './number-marks.ts';
import { covered, type Finding, findPersonalData, isBlocked } from './personal-data.ts';

type Blocked = Finding & Readonly<{ kind: keyof typeof numberMarks }>;

const numbersIn = (text: string): readonly Blocked[] =>
  findPersonalData(text).filter((found): found is Blocked => isBlocked(found.kind));

/** The text with a mark in the place of every BSN and account number; see number-marks.ts. */
export const withoutNumbers = (text: string): string => covered(text, numbersIn(text), (kind) => numberMarks[kind]);

/** The same for every text in what came in, however deep. */
export function withoutNumbersIn<Data extends object>(data: Data): Data {
  const marked = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? withoutNumbers(value) : value;
  return JSON.parse(JSON.stringify(data), marked) as Data;
}

export const holdsNumber = (text: string): boolean => numbersIn(text).length > 0;
