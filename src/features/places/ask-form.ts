import type { SubmittedCase, Typed } from '../cases/index.ts';
import type { RegionCode } from '../directory/index.ts';
import { facilityKinds, limits } from './facility-state.ts';
import type { AtPresent, Needs } from './request-state.ts';

/** Fields of the form that can be wrong, in its order. */
const askFaults = ['words', 'ages', 'from', 'tenableUntil', 'moves'] as const;
export type AskFault = (typeof askFaults)[number];

type Read = Readonly<{
  needs: Omit<Needs, 'profile' | 'courtMeasure'>;
  movesBefore: number;
  faults: readonly AskFault[];
}>;

const mostTogether = 6;
const mostMoves = 99;

/** "12" or "12, 10": one whole age for each who comes; involvement is at most until 23 (domain.md C6). Undefined when it is none. */
export function agesIn(text: string): readonly number[] | undefined {
  const parts = text.split(/\s*(?:,|;|\ben\b|\band\b|&|\+)\s*/).filter((part) => part !== '');
  const ages = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : Number.NaN));
  const areAges = ages.every((age) => age >= 0 && age < limits.oldest);
  return areAges && ages.length > 0 && ages.length <= mostTogether ? ages : undefined;
}

export function presentOf({ comes, reason = '' }: Typed): AtPresent | undefined {
  if (comes !== 'yes' && comes !== 'no') return undefined;
  return { comes: comes === 'yes', reason };
}

type Known = Readonly<{ regions: readonly RegionCode[]; isDay(text: string): boolean }>;

const nothingTyped = {
  words: '',
  from: '',
  tenableUntil: '',
  money: '',
  movesBefore: '',
  ages: '',
  regions: '',
  kinds: '',
};

/** What was filled in, and what is wrong with single fields. Regions that are not there (any more) are left out. */
export function readNeeds(typed: Typed, { regions, isDay }: Known): Read {
  const filled = { ...nothingTyped, ...typed };
  const { words, from, tenableUntil, money, movesBefore } = filled;
  const ages = agesIn(filled.ages);
  return {
    needs: {
      ...{ ages: ages ?? [], words, from },
      kinds: ticked(facilityKinds, filled.kinds),
      regions: ticked(regions, filled.regions),
      ...(tenableUntil === '' ? {} : { tenableUntil }),
      ...(money === '' ? {} : { money }),
    },
    movesBefore: isCount(movesBefore) ? Number(movesBefore) : 0,
    faults: faultsIn({
      ages: ages !== undefined,
      words: words !== '',
      from: isDay(from),
      tenableUntil: tenableUntil === '' || isDay(tenableUntil),
      moves: isCount(movesBefore),
    }),
  };
}

const isCount = (text: string): boolean => /^\d{1,2}$/.test(text);

function ticked<Code extends string>(codes: readonly Code[], text: string): readonly Code[] {
  const chosen = new Set(text.split(','));
  return codes.filter((code) => chosen.has(code));
}

function faultsIn(isRight: Readonly<Record<AskFault, boolean>>): readonly AskFault[] {
  return askFaults.filter((fault) => !isRight[fault]);
}

/** What the case says already, to begin with. */
export function startFrom({ intake, region }: SubmittedCase, today: string): Typed {
  return {
    ...(intake.age === undefined ? {} : { ages: String(intake.age) }),
    ...(intake.tenableUntil === undefined ? {} : { tenableUntil: intake.tenableUntil }),
    movesBefore: String(Math.min(intake.moves ?? 0, mostMoves)),
    ...{ regions: region, from: today },
  };
}
