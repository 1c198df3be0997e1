import { channelOf, decide, submitExample } from './case-walk.ts';
import { eventually, type Inputs, type Persona, type Seen } from './persona.ts';

/** The steps of money, votes and decisions, as people take them on their cards. */
export type People = (name: string) => Persona;

type Case = Readonly<{ example: string; applicant: string; chair: string; director: string; inputs?: Inputs }>;

export const [jan, fatima, els] = ['Jan Peeters', 'Fatima El Amrani', 'Els Maes'];
export const adviserNames = ['Mieke Janssen', 'Hassan Ouali', 'Corrie Wolters', 'Stefan Kusters', 'Anouk Smits'];

const north = { chair: 'Kees Willems', director: 'Tom Bakker' };
const limburg = { chair: 'Marieke Jansen', director: fatima };

export const wolf: Case = { ...limburg, example: 'wolf', applicant: 'Ruben Timmermans' };
export const egel: Case = { ...limburg, example: 'egel', applicant: 'Samira Haddad' };
export const linde: Case = { ...north, example: 'linde', applicant: 'Ilse Koster' };
export const kiezel: Case = { ...north, example: 'kiezel', applicant: 'Erik Mulder' };

/** The case in its channel; gives its number. */
export async function runningCase(as: People, { example, applicant, chair, director, inputs }: Case): Promise<string> {
  const { number } = await submitExample(as(applicant), example);
  await decide(as(chair), number, {
    outcome: 'admit',
    reason: 'Past bij het team.',
    processDirector: as(director).id,
    ...inputs,
  });
  await eventually(`the channel of ${number}`, () => channelOf(as(director), number));
  return number;
}

/** Every criterion met, with a reason. */
const criteria = Array.from({ length: 11 }, (_, index) => index + 1);
export const allMet: Inputs = Object.assign(
  {},
  ...criteria.map((n): Inputs => ({ [`score${n}`]: 'met', [`reason${n}`]: 'Besproken met het expertteam.' })),
) as Inputs;

export type Money = Readonly<{ director: string; number: string; ask: Inputs; criteria?: Inputs }>;

/** From the card of the case to the end of the form; gives the last dialog. */
export async function askMoney(as: People, { director, number, ask, criteria = {} }: Money): Promise<Seen> {
  const card = await as(director).card(`Casus ${number}`, 'Geld aanvragen');
  const form = await as(director).open(card, 'Geld aanvragen');
  const second = await as(director).next(form, 'Volgende', { careCosts: 'no', ...ask });
  return as(director).next(second, 'Vraag aan', { ...allMet, ...criteria });
}

/** Waits until the card lies before who decides, and opens the form. */
export async function openDecision(decider: Persona, title: string): Promise<Seen> {
  return decider.open(await decider.card(title, 'Besluit nemen'), 'Besluit nemen');
}

export async function decideOn(decider: Persona, title: string, inputs: Inputs): Promise<Seen> {
  return decider.next(await openDecision(decider, title), 'Leg het besluit vast', inputs);
}

/** The project leader writes a proposal; gives its number. */
export async function writeProposal(as: People, inputs: Inputs): Promise<string> {
  await as(jan).say('voorstellen');
  const list = await as(jan).card('Schrijf een voorstel');
  const form = await as(jan).open(list, 'Schrijf een voorstel');
  const done = await as(jan).next(form, 'Bewaar', inputs);
  return /[A-Z]{2}-V-20\d\d-\d{3,4}/.exec(JSON.stringify(done.card))?.[0] ?? '';
}

export const criteriaProposal: Inputs = {
  subject: 'criteria',
  name: 'Besliscriteria voor invliegen',
  text: 'Geld voor invliegen is tijdelijk, komt naar de jongere toe en versterkt de regio.',
};

/** The card on which this person votes. */
export function ballotOf(voter: Persona, title: string): Promise<Seen> {
  return voter.card(title, 'Jouw stem');
}

export async function voteOn(voter: Persona, title: string, inputs: Inputs): Promise<object> {
  const answer = await voter.click(await ballotOf(voter, title), 'Stem', inputs);
  if (answer.type !== 'card') throw new Error(`the vote was answered by ${JSON.stringify(answer)}`);
  return answer;
}
