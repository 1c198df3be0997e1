import { numberMarks } from './number-marks.ts';
import { findPersonalData } from './personal-data.ts';

type Identifying = keyof typeof numberMarks;

const identifies = (kind: string): kind is Identifying => Object.hasOwn(numberMarks, kind);

/** The text with a mark in the place of every BSN and account number; see number-marks.ts. */
export function withoutNumbers(text: string): string {
  let plain = text;
  for (const { kind, start, end } of findPersonalData(text).toReversed()) {
    if (identifies(kind)) plain = plain.slice(0, start) + numberMarks[kind] + plain.slice(end);
  }
  return plain;
}

/** The same for every text in what came in, however deep. */
export function withoutNumbersIn<Data extends object>(data: Data): Data {
  const marked = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? withoutNumbers(value) : value;
  return JSON.parse(JSON.stringify(data), marked) as Data;
}

export function holdsNumber(text: string): boolean {
  return findPersonalData(text).some(({ kind }) => identifies(kind));
}
