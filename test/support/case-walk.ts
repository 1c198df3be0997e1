import { equal, ok } from 'node:assert/strict';
import { type Inputs, type Persona, type Seen, titlesOf } from './persona.ts';

/** The steps that people take with a case, as they take them: by reading cards and pressing what they say. */

/** Fills in one of the example cases and submits it; gives the last dialog and the case number in it. */
export async function submitExample(
  persona: Persona,
  example: string,
  changes: Inputs = {},
): Promise<Readonly<{ number: string; dialog: Seen }>> {
  await persona.say('aanmelden');
  const question = await fillInExample(persona, example);
  const dialog = await persona.next(question, 'Meld aan', changes);
  return { number: caseNumberIn(dialog), dialog };
}

/** From the home card to the last step of the form, filled in: only "Meld aan" is left to press. */
export async function fillInExample(persona: Persona, example: string): Promise<Seen> {
  const home = await persona.card('Wat wil je doen?', 'Casus aanmelden');
  const empty = await persona.open(home, 'Casus aanmelden');
  const who = await persona.next(empty, 'Vul een voorbeeldcasus in', { example });
  return persona.next(who, 'Volgende');
}

const pattern = /[A-Z]{2}-20\d\d-\d{4}/;

export function caseNumberIn({ card }: Seen): string {
  const number = pattern.exec(JSON.stringify(card))?.[0];
  if (number === undefined) throw new Error(`no case number in ${JSON.stringify(card)}`);
  return number;
}

/** The chair decides with what the bot proposed, or with what is given. */
export async function decide(chair: Persona, number: string, inputs: Inputs): Promise<Seen> {
  // By its title: the card of a brother or sister holds the number too.
  const card = await chair.card(`Casus ${number}`, 'Beoordeel');
  const form = await chair.open(card, 'Beoordeel');
  return chair.next(form, 'Leg vast', inputs);
}

/** The director presses, and sees that it was taken: a bot that is busy or gone is said on the card, and is no approval. */
export async function approve(director: Persona, approval: Seen): Promise<void> {
  const { type } = await director.click(approval, 'Akkoord, sluit af');
  if (type !== 'card') throw new Error(`the approval was answered by ${type}`);
}

/** Name of the case-conference channel as a persona sees it. */
export async function channelOf(persona: Persona, number: string): Promise<string | undefined> {
  const { teams } = await persona.conversations();
  return teams.flatMap(({ channels }) => channels).find(({ title }) => title.includes(number))?.title;
}

/** The value that an input is preset to. */
export function presetIn({ card }: Seen, id: string): string {
  const found = JSON.stringify(card).match(new RegExp(`\\{[^{}]*"id":"${id}"[^{}]*"value":"([^"]*)"`));
  return found?.[1] ?? '';
}

export function hasButton({ card }: Seen, title: string): boolean {
  return titlesOf(card).includes(title);
}

export function saysNothingPersonal(card: object, ...texts: readonly string[]): void {
  for (const text of texts) equal(JSON.stringify(card).includes(text), false, `the card holds "${text}"`);
}

export function holds(card: object, ...texts: readonly string[]): void {
  for (const text of texts) ok(JSON.stringify(card).includes(text), `"${text}" is not in ${JSON.stringify(card)}`);
}

/** The card cut down to the one button that takes this person out. */
export function removalOf({ message, card }: Seen, person: string): Seen {
  const buttons = JSON.stringify(card).matchAll(/\{"type":"Action\.Submit","title":"Haal weg"[^{}]*"data":\{[^{}]*\}/g);
  const found = [...buttons].map(([match]) => `${match}}`).find((match) => match.includes(person));
  if (found === undefined) throw new Error(`no button to take ${person} out`);
  return { message, card: { type: 'AdaptiveCard', actions: [JSON.parse(found)] } };
}
