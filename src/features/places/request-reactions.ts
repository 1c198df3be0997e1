import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import { settling } from './facility-reactions.ts';
import type { RequestEvent } from './request-messages.ts';
import { type Chosen, isAsked, type Past, type PlaceRequest, type PlaceRequestFile } from './request-state.ts';

type Reaction = (event: RequestEvent, file: PlaceRequestFile) => readonly Effect[];

/** What an event sets in motion. Cards are shown anew when something in them may have changed. */
export function reactOfRequest(event: RequestEvent, state: PlaceRequest): readonly Effect[] {
  if (!isAsked(state)) return [];
  return [settle, directorCard, providerCards, news, freeNews].flatMap((reaction) => reaction(event, state));
}

const givesBack: readonly RequestEvent['type'][] = ['PlaceDeclined', 'YouthLeft', 'RequestWithdrawn'];
const ends: readonly RequestEvent['type'][] = [...givesBack, 'PlaceWentBack'];

/** The place that an event is about, and its number among those the request ever had. */
type Touched = Readonly<{ index: number; place: Chosen | Past }>;

function touched(event: RequestEvent, { chosen, past }: PlaceRequestFile): Touched | undefined {
  if (chosen) return { index: past.length, place: chosen };
  const last = past.at(-1);
  if (!last || !ends.includes(event.type) || last.ending.at !== event.data.at) return undefined;
  return { index: past.length - 1, place: last };
}

const settle: Reaction = (event, file) => {
  const about = givesBack.includes(event.type) ? touched(event, file) : undefined;
  return about ? [settling({ request: file.id, facility: about.place.facility })] : [];
};

const directorCard: Reaction = ({ type }, { director }) =>
  type === 'PlaceToldFree'
    ? []
    : [showCard({ slot: `request-${director}`, card: 'places/request', to: { person: director } })];

/** Every place that is set apart is a message of its own to those who can offer it. */
const providerCards: Reaction = (event, file) => {
  const about = touched(event, file);
  if (!about) return [];
  const { index, place } = about;
  return providersOf(place).map((person) =>
    showCard({ slot: `offer-${index}-${person}`, card: 'places/offer', to: { person }, extra: { index } }),
  );
};

function providersOf({ contacts, staff }: Chosen): readonly PersonId[] {
  return [...new Set([...contacts, ...staff])];
}

/** A card that is updated rings no bell: what somebody must hear comes as a message of its own. */
const news: Reaction = (event, file) => {
  const about = touched(event, file);
  if (!about) return [];
  const { index, place } = about;
  return hearers(event, file, place).map(({ person, to }) =>
    showCard({
      slot: `news-${index}-${event.type}-${person}`,
      card: 'places/news',
      to: { person },
      extra: { what: event.type, index, reader: to },
    }),
  );
};

type Hearer = Readonly<{ person: PersonId; to: 'director' | 'provider' }>;

function hearers(event: RequestEvent, { director }: PlaceRequestFile, place: Chosen): readonly Hearer[] {
  const asker: Hearer = { person: director, to: 'director' };
  const providers = providersOf(place).map((person): Hearer => ({ person, to: 'provider' }));
  switch (event.type) {
    case 'PlaceOffered':
      return [asker];
    case 'PlaceWentBack':
      return event.data.because === 'expired' ? [asker, ...providers] : [asker];
    case 'PlaceAccepted':
    case 'PlaceDeclined':
    case 'RequestWithdrawn':
      return providers;
    default:
      return [];
  }
}

/** To who waits, and to the centre that keeps the overview. Nothing is set apart by itself. */
const freeNews: Reaction = (event, { director }) => {
  if (event.type !== 'PlaceToldFree') return [];
  const { facility, name, freed, staff } = event.data;
  const people = [...new Set([director, ...staff])];
  return people.map((person) =>
    showCard({
      slot: `free-${facility}-${freed}-${person}`,
      card: 'places/news',
      to: { person },
      extra: { what: event.type, name, reader: person === director ? 'director' : 'staff' },
    }),
  );
};
