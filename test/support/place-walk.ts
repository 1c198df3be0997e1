import type { People } from './governance-walk.ts';
import type { Inputs, Persona, Seen } from './persona.ts';

/** The steps of finding a place, as people take them on their cards. */

export const needs: Inputs = {
  words: 'Een kleine groep met duidelijke regels; leren werken met de handen.',
  kinds: 'small-group',
  from: '2026-11-30',
};

export type PlaceAsked = Readonly<{ director: string; number: string; inputs?: Inputs }>;

/** From the card of the case to the first step: can the help come? */
export async function openPlaceForm(as: People, { director, number }: PlaceAsked): Promise<Seen> {
  return as(director).open(await as(director).card(`Casus ${number}`, 'Plek zoeken'), 'Plek zoeken');
}

/** Until the request is there; gives its card. */
export async function askPlace(as: People, asked: PlaceAsked): Promise<Seen> {
  const { director, number, inputs = {} } = asked;
  const first = await openPlaceForm(as, asked);
  const why = { comes: 'no', reason: 'De groep stopt over vier weken.' };
  const second = await as(director).next(first, 'Verder', why);
  await as(director).next(second, 'Vraag aan', { ...needs, ...inputs });
  return requestCard(as(director), number);
}

export function requestCard(director: Persona, number: string): Promise<Seen> {
  return director.card(`Plek bij casus ${number}`, 'Stand');
}

/** What the card turns into when this is pressed. */
export async function pressed(persona: Persona, seen: Seen, title: string): Promise<Seen> {
  const answer = await persona.click(seen, title);
  if (answer.type !== 'card') throw new Error(`${title} was answered by ${JSON.stringify(answer)}`);
  return { message: seen.message, card: answer.card };
}

export async function searchPlaces(director: Persona, number: string): Promise<Seen> {
  return pressed(director, await requestCard(director, number), 'Zoek een plek');
}

/** The card cut down to the one button that holds this place. */
export function holdingOf({ message, card }: Seen, facility: string): Seen {
  const verb = /\{"type":"Action\.Execute","title":"Houd vast"[^{}]*"data":\{[^{}]*\}/g;
  const found = [...JSON.stringify(card).matchAll(verb)].map(([match]) => `${match}}`);
  const own = found.find((match) => match.includes(`"facility":"${facility}"`));
  if (own === undefined) throw new Error(`no button to hold ${facility}: ${JSON.stringify(card)}`);
  return { message, card: { type: 'AdaptiveCard', actions: [JSON.parse(own)] } };
}

export async function holdPlace(director: Persona, number: string, facility: string): Promise<Seen> {
  return pressed(director, holdingOf(await searchPlaces(director, number), facility), 'Houd vast');
}

export function offerCard(contact: Persona, number: string): Promise<Seen> {
  return contact.card(`Plek gevraagd voor casus ${number}`, 'Leeftijd');
}

/** One agreement, recorded on the card of the request. */
export async function agree(director: Persona, number: string, party: string): Promise<Seen> {
  const form = await director.open(
    await director.card(`Plek bij casus ${number}`, 'Leg akkoord vast'),
    'Leg akkoord vast',
  );
  return director.next(form, 'Leg vast', { party, how: 'Besproken in het overleg van maandag.' });
}
