import { approve, caseNumberIn, fillInExample, removalOf } from './case-walk.ts';
import { insist, type Persona } from './persona.ts';

/** What a region does on one day; everybody does again what does not work yet. */

type People = (name: string) => Persona;
export type Plan = Readonly<{ example: string; applicant: string; chair: string; director: string }>;

const [kees, tom] = ['Kees Willems', 'Tom Bakker'];
/** Six teams in Teams, two chairs, two process directors. */
export const plans: readonly Plan[] = [
  { example: 'merel', applicant: 'Hanna Bosman', chair: kees, director: tom },
  { example: 'wolf', applicant: 'Ruben Timmermans', chair: 'Marieke Jansen', director: 'Fatima El Amrani' },
  { example: 'linde', applicant: 'Ilse Koster', chair: kees, director: tom },
  { example: 'sterre', applicant: 'Samira Haddad', chair: kees, director: tom },
  { example: 'tygo', applicant: 'Ruben Timmermans', chair: kees, director: tom },
  { example: 'kiezel', applicant: 'Samira Haddad', chair: kees, director: tom },
];
const [first, second] = ['Lotte Hendriks', 'Anouk Smits'];

/** Submits a case and admits it, with one helper; gives its number. */
export async function openCase(as: People, { example, applicant, chair, director }: Plan): Promise<string> {
  const form = await insist(() => fillInExample(as(applicant), example));
  const number = caseNumberIn(await insist(() => as(applicant).next(form, 'Meld aan')));
  const triage = await insist(() => as(chair).card(number, 'Beoordeel'));
  const decision = await insist(() => as(chair).open(triage, 'Beoordeel'));
  const people = { processDirector: as(director).id, helpers: as(first).id };
  await insist(() => as(chair).next(decision, 'Leg vast', { reason: 'Past bij het team.', ...people }));
  return number;
}

/** One helper joins, the one who was there leaves. */
export async function changeHelpers(as: People, { director }: Plan, number: string): Promise<void> {
  const card = await insist(() => as(director).card(number, 'Mensen'));
  const people = await insist(() => as(director).open(card, 'Mensen'));
  const joined = await insist(() => as(director).next(people, 'Voeg toe', { person: as(second).id }));
  await insist(() => as(director).next(removalOf(joined, as(first).id), 'Haal weg'));
}

export async function closeCase(as: People, { director }: Plan, number: string): Promise<void> {
  const ready = await insist(() => as(director).card(number, 'Afsluiten'));
  const form = await insist(() => as(director).open(ready, 'Afsluiten'));
  const lessons = { lessonsCooperation: 'Eerder samen om tafel.', lessonsContent: 'Kleine groep werkt.' };
  const outcome = { outcome: 'fitting-solution', moves: '1', ...lessons };
  await insist(() => as(director).next(form, 'Vraag akkoord', outcome));
  const approval = await insist(() => as(director).card(number, 'Akkoord, sluit af'));
  await insist(() => approve(as(director), approval));
}
