import { type ConceptId, conceptId } from '../../matching/index.ts';
import { domains, isDay, type Typed } from '../cases/index.ts';
import { type RegionCode, regionCode } from '../directory/index.ts';
import { type Expert, mandates, type Period } from './expert-state.ts';

export const formFields = [
  'specialisms',
  'ownWords',
  'domains',
  'regions',
  'hoursPerMonth',
  'mandates',
  'mandateUntil',
  'livedExperience',
  'unavailableFrom',
  'unavailableTo',
  'removePeriods',
] as const;
export type FormField = (typeof formFields)[number];

export type FormFault =
  | Readonly<{ field: FormField; fault: 'not-a-choice' | 'not-whole' | 'not-a-date' }>
  | Readonly<{ field: 'unavailableFrom'; fault: 'period-without-start' }>;

/** What can be picked, and what is known already. `periods`: those that are not over. */
export type FormChoices = Readonly<{
  concepts: ReadonlySet<ConceptId>;
  regions: ReadonlySet<RegionCode>;
  periods: readonly Period[];
}>;

type Read = Readonly<{ profile: Omit<Expert, 'id' | 'organisation'>; faults: readonly FormFault[] }>;

/** The profile that was filled in, and what is wrong with single fields; the rules of the whole are the decider's. */
export function readProfile(typed: Typed, choices: FormChoices): Read {
  const specialisms = chosen(typed, 'specialisms').map(conceptId);
  const regions = chosen(typed, 'regions').map(regionCode);
  const picked = { domains: chosen(typed, 'domains'), mandates: chosen(typed, 'mandates') };
  const added = periodAdded(typed);
  const removed = chosen(typed, 'removePeriods');
  const kept = choices.periods.filter((period) => !removed.includes(periodKey(period)));
  const { hoursPerMonth = '', mandateUntil = '' } = typed;
  return {
    profile: {
      ...{ specialisms, regions, ownWords: typed['ownWords'] ?? '' },
      domains: domains.filter((domain) => picked.domains.includes(domain)),
      mandates: mandates.filter((mandate) => picked.mandates.includes(mandate)),
      ...(mandateUntil === '' ? {} : { mandateUntil }),
      hoursPerMonth: Number(hoursPerMonth),
      unavailable: [...kept, ...added.periods].toSorted(byStart),
      livedExperience: typed['livedExperience'] === 'true',
    },
    faults: [
      ...notChoices('specialisms', specialisms, choices.concepts),
      ...notChoices('domains', picked.domains, new Set<string>(domains)),
      ...notChoices('regions', regions, choices.regions),
      ...notChoices('mandates', picked.mandates, new Set<string>(mandates)),
      ...(/^-?\d{1,6}$/.test(hoursPerMonth) ? [] : [{ field: 'hoursPerMonth', fault: 'not-whole' } as const]),
      ...(mandateUntil === '' || isDay(mandateUntil) ? [] : [{ field: 'mandateUntil', fault: 'not-a-date' } as const]),
      ...added.faults,
    ],
  };
}

function chosen(typed: Typed, field: FormField): readonly string[] {
  return [...new Set((typed[field] ?? '').split(',').filter((choice) => choice !== ''))];
}

function notChoices(field: FormField, picked: readonly string[], known: ReadonlySet<string>): readonly FormFault[] {
  return picked.every((choice) => known.has(choice)) ? [] : [{ field, fault: 'not-a-choice' }];
}

type Added = Readonly<{ periods: readonly Period[]; faults: readonly FormFault[] }>;

/** Without a last day it is one day; without a first day nobody knows what was meant. */
function periodAdded({ unavailableFrom: from = '', unavailableTo: to = '' }: Typed): Added {
  if (from === '' && to === '') return { periods: [], faults: [] };
  if (from === '') return { periods: [], faults: [{ field: 'unavailableFrom', fault: 'period-without-start' }] };
  const wrong = (['unavailableFrom', 'unavailableTo'] as const).filter((field) => {
    const day = field === 'unavailableFrom' ? from : to;
    return day !== '' && !isDay(day);
  });
  if (wrong.length > 0) return { periods: [], faults: wrong.map((field) => ({ field, fault: 'not-a-date' })) };
  return { periods: [{ from, to: to === '' ? from : to }], faults: [] };
}

function byStart(one: Period, other: Period): number {
  return one.from.localeCompare(other.from);
}

/** How a period is named in the form. */
export function periodKey({ from, to }: Period): string {
  return `${from}/${to}`;
}

export function upcoming(periods: readonly Period[], today: string): readonly Period[] {
  return periods.filter(({ to }) => to >= today);
}

/** A stored profile as its inputs hold it. */
export function typedOf(expert: Expert): Typed {
  return {
    specialisms: expert.specialisms.join(','),
    ownWords: expert.ownWords,
    domains: expert.domains.join(','),
    regions: expert.regions.join(','),
    hoursPerMonth: String(expert.hoursPerMonth),
    mandates: expert.mandates.join(','),
    mandateUntil: expert.mandateUntil ?? '',
    livedExperience: String(expert.livedExperience),
  };
}
