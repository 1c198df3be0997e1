/** What the state gives for the centres together, in whole euro cents (domain.md F1, F2). */
export type NationalYear = Readonly<{
  /** The first year it holds for; it goes on until the next one. */
  from: number;
  municipalities: number;
  /** Apart until 2021; from 2022 on it is a part of what the centres get. */
  eatingDisorders: number | 'with the centres';
  implementation: number;
  total: number;
}>;

const million = 100_000_000;

export const nationalYears: readonly NationalYear[] = [
  {
    ...{ from: 2020, municipalities: 10 * million, eatingDisorders: 1.3 * million },
    ...{ implementation: 0.2 * million, total: 11.5 * million },
  },
  {
    ...{ from: 2021, municipalities: 23.7 * million, eatingDisorders: 1.3 * million },
    ...{ implementation: million, total: 26 * million },
  },
  {
    ...{ from: 2022, municipalities: 25 * million, eatingDisorders: 'with the centres' },
    ...{ implementation: million, total: 26 * million },
  },
];

/** Undefined before there was any. */
export function nationalYear(year: number): NationalYear | undefined {
  return nationalYears.findLast(({ from }) => from <= year);
}

/** The parts make the whole. */
export function addsUp({ municipalities, eatingDisorders, implementation, total }: NationalYear): boolean {
  const apart = eatingDisorders === 'with the centres' ? 0 : eatingDisorders;
  return municipalities + apart + implementation === total;
}
