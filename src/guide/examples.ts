import { type Action, mayDo, type Person } from '../features/directory/index.ts';

/** What an example is of: the heading under which it stands. */
export const subjects = ['cases', 'help', 'decide', 'self'] as const;
export type Subject = (typeof subjects)[number];

type Offer = Readonly<{ subject: Subject; may: Action; nl: string; en: string }>;

/** Whole sentences, as people type them; each stands for something that a feature offers. */
const offers = {
  submit: {
    ...{ subject: 'cases', may: 'case.submit' },
    ...{ nl: 'Ik wil een jongere aanmelden', en: 'I want to submit a young person' },
  },
  own: { subject: 'cases', may: 'case.list-own', nl: 'Welke casussen heb ik?', en: 'Which cases do I have?' },
  team: { subject: 'cases', may: 'case.list-team', nl: 'Casussen van mijn team', en: 'Cases of my team' },
  landing: {
    ...{ subject: 'cases', may: 'case.submit' },
    ...{ nl: 'Waar kan ik terecht in Weert?', en: 'Where do I land in Weert?' },
  },
  expert: {
    ...{ subject: 'help', may: 'expert.list' },
    ...{ nl: 'Wie weet veel van eetstoornissen?', en: 'Who knows a lot about eating disorders?' },
  },
  place: { subject: 'help', may: 'place.see', nl: 'Waar is nog een bed vrij?', en: 'Where is a bed free?' },
  planning: { subject: 'decide', may: 'plan.manage', nl: 'Planning', en: 'Planning' },
  budget: { subject: 'decide', may: 'budget.see', nl: 'Hoeveel geld is er nog?', en: 'How much money is left?' },
  proposals: {
    subject: 'decide',
    may: 'decision.list',
    nl: 'Welke voorstellen lopen er?',
    en: 'Which proposals are running?',
  },
  decisions: {
    subject: 'decide',
    may: 'decision.list',
    nl: 'Wat is er dit jaar besloten?',
    en: 'What was decided this year?',
  },
  mandates: { subject: 'decide', may: 'decision.list', nl: 'Wie beslist wat?', en: 'Who decides what?' },
  week: {
    ...{ subject: 'self', may: 'deadline.own' },
    ...{ nl: 'Wat moet ik deze week doen?', en: 'What must I do this week?' },
  },
  votes: {
    subject: 'self',
    may: 'deadline.own',
    nl: 'Waar moet ik nog over stemmen?',
    en: 'What do I still have to vote on?',
  },
  accessLog: { subject: 'self', may: 'privacy.access-log', nl: 'Toegangslog', en: 'Access log' },
  profile: { subject: 'self', may: 'expert.register', nl: 'Mijn expertprofiel', en: 'My expert profile' },
  data: { subject: 'self', may: 'deadline.own', nl: 'Wat weet je van mij?', en: 'What do you know of me?' },
  settings: {
    ...{ subject: 'self', may: 'deadline.own' },
    ...{ nl: 'Stuur me geen berichten na zes uur', en: 'Send me no messages after six' },
  },
} as const satisfies Readonly<Record<string, Offer>>;

export type Example = keyof typeof offers;

export const exampleNamed = (name: string): (Offer & Readonly<{ name: Example }>) | undefined =>
  Object.hasOwn(offers, name) ? { name: name as Example, ...offers[name as Example] } : undefined;

/** Only what somebody may do: an example that is refused teaches nothing. */
export function examplesFor(who: Person | undefined): readonly Example[] {
  if (who === undefined) return [];
  return (Object.keys(offers) as Example[]).filter((name) => mayDo(offers[name].may, who).allowed);
}
