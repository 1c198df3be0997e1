import { type Action, mayDo, type Person } from '../features/directory/index.ts';
import { ran, sayText } from '../teams/answer-kit.ts';
import type { Inbound, Ran } from '../teams/routes.ts';
import { mightDo } from './allowed.ts';
import { askCard, type Choice, type Dialog } from './cards.ts';
import type { Turning } from './house.ts';
import type { Meant } from './meant.ts';
import { nothingSaid, prefillsOf } from './said.ts';
import { type Offered, texts, type Wish } from './texts.ts';

/** What can be shown at the press of a button, by the name of its sentence, and to whom. */
const shownTo: Readonly<Record<Offered, Action>> = {
  'decisions/list': 'decision.list',
  'decisions/decisions': 'decision.list',
  'budgets/overview': 'budget.see',
  // Of all who may see a planning only those who serve a centre surely have one to see.
  'planning/board': 'budget.see',
  'consultations/load': 'consultation.oversee',
  'cases/team': 'case.list-team',
  'cases/own': 'case.list-own',
  'experts/list': 'expert.list',
};
export const offered = Object.keys(shownTo) as readonly Offered[];

/** `ofCase`: how the case stands, with the way to its channel. `reminds`: a deadline of one's own. */
type Instead = Readonly<{ shows?: readonly Offered[]; ofCase?: boolean; reminds?: boolean }>;

const figures = offered.filter((route) => route !== 'experts/list' && route !== 'decisions/list');
const insteadOf: Readonly<Partial<Record<Wish, Instead>>> = {
  agenda_toevoegen: { shows: ['decisions/list'], reminds: true },
  overleg_plannen: { ofCase: true, reminds: true },
  notitie_toevoegen: { ofCase: true, reminds: true },
  rapportage: { shows: figures },
  kennis_zoeken: { shows: ['experts/list'] },
};

type Elsewhere = keyof typeof texts.in.nl.elsewhere & Wish;
export const isElsewhere = (intent: Wish): intent is Elsewhere => Object.hasOwn(texts.in.nl.elsewhere, intent);
export const elsewhere = (intent: Elsewhere) => texts.inBoth((all) => all.elsewhere[intent]);

/** Says what the bot cannot do, and offers what comes nearest to it: only what they may do, and nothing where others read along. */
export async function instead(house: Turning, inbound: Inbound, meant: Meant & { intent: Wish }): Promise<Ran> {
  const { intent } = meant;
  if (!isElsewhere(intent)) return house.as('cases/not-understood', inbound);
  const near = insteadOf[intent];
  const who = await house.deps.directory.person(inbound.actor.id);
  if (near === undefined || who === undefined || inbound.conversation.kind !== 'personal')
    return sayText('not-by-chat', elsewhere(intent));
  const shows = (near.shows ?? []).filter((route) => mayDo(shownTo[route], who).allowed);
  const choices = near.ofCase === true ? [await ofCase(meant)] : [];
  const dialogs = near.reminds === true ? reminders(who, meant) : [];
  if (shows.length + choices.length + dialogs.length === 0) return sayText('not-by-chat', elsewhere(intent));
  const card = askCard.show({ ask: 'instead', echo: elsewhere(intent), choices, shows, dialogs });
  return ran('not-by-chat', { type: 'card', card });
}

async function ofCase({ which }: Meant): Promise<Choice> {
  const found = await which();
  const title = texts.inBoth(({ say }) => say.toChannel);
  return { intent: 'casus_status', title, ...(found.found === 'one' ? { case: found.number } : {}) };
}

/** On the day that was said; with nothing of what was typed. */
function reminders(who: Person, { said = nothingSaid }: Meant): readonly Dialog[] {
  const intent = 'taak_toevoegen';
  if (!mightDo(intent, who)) return [];
  const dialog = { intent, verb: 'deadlines/own' } as const;
  const filled = prefillsOf(intent, said).slice(0, 3);
  if (filled.length === 0) return [dialog];
  return filled.map(({ label, data }) => ({
    ...{ ...dialog, data },
    title: texts.inBoth(({ say }, locale) => say.newOn(label[locale])),
  }));
}
