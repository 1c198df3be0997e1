import { channelOf, decide, submitExample } from './case-walk.ts';
import { eventually, type Inputs, type Persona, type Seen } from './persona.ts';

/** The steps of a consultation, as people take them on their cards. */
type People = (name: string) => Persona;

export const [hanna, kees, tom] = ['Hanna Bosman', 'Kees Willems', 'Tom Bakker'];

/** Merel's case in its channel, directed by Tom; gives its number. */
export async function caseInConference(as: People): Promise<string> {
  const { number } = await submitExample(as(hanna), 'merel');
  await decide(as(kees), number, { reason: 'Past bij het team.', processDirector: as(tom).id });
  await eventually('the channel', () => channelOf(as(tom), number));
  return number;
}

export const usualQuestion: Inputs = {
  question: 'Hoe behandel je een eetstoornis en autisme tegelijk, zonder opname?',
  what: 'fly-in',
  hours: '6',
  atMost: '2',
};

/** From the card of the case to the last step of the form, in which the needed expertise is confirmed. */
export async function askQuestion(as: People, number: string, inputs: Inputs = usualQuestion): Promise<Seen> {
  const card = await as(tom).card(`Casus ${number}`, 'Consultatie vragen');
  const form = await as(tom).open(card, 'Consultatie vragen');
  return as(tom).next(form, 'Volgende', inputs);
}

/** Until the proposal is on the director's card; gives that card. */
export async function askForTeam(as: People, number: string, inputs: Inputs = usualQuestion): Promise<Seen> {
  await as(tom).press(await askQuestion(as, number, inputs), 'Zoek experts');
  return matchCard(as, number);
}

export function matchCard(as: People, number: string): Promise<Seen> {
  return as(tom).card(`Consultatie bij casus ${number}`, 'Stuur uitnodiging');
}

export function invitationOf(expert: Persona, number: string): Promise<Seen> {
  return expert.card(`Meedenken bij casus ${number}?`);
}

/** The expert says yes and is in the channel. */
export async function accept(expert: Persona, number: string): Promise<void> {
  const dialog = await expert.open(await invitationOf(expert, number), 'Ik denk mee');
  await expert.press(dialog, 'Ik denk mee', { secrecy: 'true' });
  await eventually('the channel of the expert', () => channelOf(expert, number));
}
