import type { Text } from '../../core/locale.ts';
import { choicesOf, problemsOf } from '../../core/view-parts.ts';
import type { Typed } from '../cases/index.ts';
import type { Person } from '../directory/index.ts';
import {
  boundPlaces,
  capacityOf,
  countsOf,
  facilityKinds,
  type KnownFacility,
  nearbyThings,
} from './facility-state.ts';
import type { FacilityId } from './place-ids.ts';
import { textsFor } from './texts.ts';
import { regionChoices, type Seen, type Sight } from './view-format.ts';

export type FacilityForm = Readonly<{
  facility: FacilityId;
  /** How many places requests had when the form was made; absent for a new facility. */
  seen?: number;
  typed: Typed;
  problems: readonly Text[];
}>;

const texts = { name: '', provider: '', region: '', kind: '', contacts: '', words: '', concerns: '', near: '' };
const days = { from: '', opens: '', closes: '' };
const numbers = ['agesFrom', 'agesTo', 'capacity', 'free', 'toCreate'] as const;
const usual: Typed = { agesFrom: '12', agesTo: '18', capacity: '1', free: '1', toCreate: '0' };

export async function facilityView(sight: Sight, form: FacilityForm, { locale, now }: Seen): Promise<object> {
  const { names, cards } = textsFor[locale];
  const { facility, seen, typed, problems } = form;
  return {
    facility,
    seen: seen === undefined ? '' : String(seen),
    inUse: `${cards.facility.inUse} ${seen ?? 0}`,
    isKnown: seen !== undefined,
    value: {
      ...{ ...texts, ...days, ...typed },
      ...Object.fromEntries(numbers.map((name) => [name, Number(typed[name] ?? usual[name])])),
    },
    ...problemsOf({ problems }, locale),
    kinds: choicesOf(facilityKinds, names.kind),
    near: choicesOf(nearbyThings, names.near),
    regions: await regionChoices(sight, now),
    people: peopleChoices(await sight.directory.people()),
  };
}

const mostPeople = 150;

function peopleChoices(people: readonly Person[]): readonly object[] {
  return people
    .map(({ id, name, organisation }) => ({ title: `${name} – ${organisation}`, value: id }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'))
    .slice(0, mostPeople);
}

/** A stored facility as its inputs hold it. */
export function typedOf(known: KnownFacility, today: string): Typed {
  const { facility } = known;
  const counts = countsOf(known);
  return {
    ...{ name: facility.name, provider: facility.provider, region: facility.region, kind: facility.kind },
    ...{ contacts: facility.contacts.join(','), words: facility.words, concerns: facility.concerns },
    ...{ agesFrom: String(facility.ages.from), agesTo: String(facility.ages.to), near: facility.near.join(',') },
    ...{ capacity: String(capacityOf(known)), free: String(counts.free), toCreate: String(counts['to-create']) },
    ...{ from: today, opens: facility.opens ?? '', closes: facility.closes ?? '' },
  };
}

export const seenPlaces = boundPlaces;

export type FreeState = Readonly<{ facilities: readonly KnownFacility[]; count: number; from: string }>;

/** "Plek vrij": asks before anything is set free. */
export function freeView({ facilities, count, from }: FreeState, { locale }: Seen): object {
  const { say, cards } = textsFor[locale];
  const [first, ...others] = facilities;
  return {
    title: first && others.length === 0 ? say.freeTitle(first.facility.name) : cards.free.title,
    value: { facility: first?.facility.id ?? '', count, from },
    choices: facilities.map(({ facility }) => ({ title: facility.name, value: facility.id })),
  };
}
