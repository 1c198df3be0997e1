import { localDate } from '../../core/working-time.ts';
import { conceptId } from '../../matching/index.ts';
import type { Reader } from '../../teams/cards.ts';
import type { ExpertPage, ListFilter } from './desk-list.ts';
import { type EngagedExpert, freeHours, isAvailable } from './expert-state.ts';
import { escalations, type Partner, partnerById } from './partners.ts';
import { textsIn } from './texts.ts';
import { labelOf, type Sight, statusOf } from './view-profile.ts';

/** `steps`: how many experts a page back or on. */
export type ListState = ExpertPage & Readonly<{ filter: ListFilter; steps: number }>;

/** A choice must have a value (Adaptive Cards: Input.Choice); this one stands for no filter. */
export const everything = 'all';

export async function listView(sight: Sight, state: ListState, reader: Reader): Promise<object> {
  const { filter, experts, from, all, partners, regions } = state;
  const { cards, say } = textsIn[reader.locale];
  const named = partners.flatMap((id) => partnerById(id)?.name[reader.locale] ?? []);
  const isEmpty = experts.length === 0;
  const isFiltered = filter.question !== undefined || filter.region !== undefined;
  return {
    title: filter.question === undefined ? say.listTitle : say.listFor(filter.question),
    reading: await readingOf(sight, state, reader),
    hasReading: filter.question !== undefined,
    rows: await Promise.all(experts.map((expert) => rowOf(sight, expert, reader))),
    isEmpty,
    empty: isFiltered ? cards.list.emptyFiltered : cards.list.empty,
    count: say.listCount(from + 1, from + experts.length, all),
    hasCount: all > experts.length,
    partners: say.alsoAsk(named.join(', ')),
    hasPartners: named.length > 0,
    partnersData: { verb: 'experts/partners', msteams: { type: 'task/fetch' }, partners },
    mayFilter: !isEmpty || isFiltered,
    regions: [
      { title: cards.list.all, value: everything },
      ...regions.map(({ code, label }) => ({ title: label, value: code })),
    ],
    value: { question: filter.question ?? '', region: filter.region ?? everything },
    ...paging(state),
  };
}

async function readingOf({ experts }: Sight, { concepts }: ListState, { locale }: Reader): Promise<string> {
  const { say } = textsIn[locale];
  if (concepts.length === 0) return say.readAsNothing;
  const known = (await experts.matcher()).concepts;
  return say.readAs(concepts.map((id) => labelOf(known, id, locale)).join(', '));
}

/** The data of the buttons, whole: they repeat the filter. */
function paging({ filter, from, all, steps }: ListState): object {
  const base = { verb: 'experts/list', ...filter };
  return {
    hasPrevious: from > 0,
    previousData: { ...base, from: Math.max(0, from - steps) },
    hasNext: from + steps < all,
    nextData: { ...base, from: from + steps },
  };
}

const topSpecialisms = 3;
const livedExperience = conceptId('lived-experience');

async function specialismsOf({ experts }: Sight, { expert }: EngagedExpert, { locale }: Reader): Promise<string> {
  const { concepts } = await experts.matcher();
  return (
    expert.specialisms
      // Said of those who offer it in words of its own.
      .filter((id) => !expert.livedExperience || id !== livedExperience)
      .slice(0, topSpecialisms)
      .map((id) => labelOf(concepts, id, locale))
      .join(', ')
  );
}

/** An expert in one line, for who may see the list. */
export async function lineAbout(sight: Sight, state: EngagedExpert, reader: Reader): Promise<string> {
  const { organisation } = state.expert;
  return [organisation, await specialismsOf(sight, state, reader), roomOf(state, reader)]
    .filter((part) => part !== '')
    .join(' · ');
}

const isAwayAt = (state: EngagedExpert, now: Date): boolean => !isAvailable(state, localDate(now.toISOString()));

function roomOf(state: EngagedExpert, reader: Reader): string {
  return isAwayAt(state, reader.now) ? statusOf(state, reader) : textsIn[reader.locale].say.freeHours(freeHours(state));
}

async function rowOf(sight: Sight, state: EngagedExpert, reader: Reader): Promise<object> {
  const { expert } = state;
  const { say } = textsIn[reader.locale];
  const specialisms = await specialismsOf(sight, state, reader);
  return {
    expert: expert.id,
    name: await sight.directory.nameOf(expert.id),
    organisation: expert.organisation,
    specialisms: expert.livedExperience ? [say.livedExperience, specialisms].join(' · ') : specialisms,
    room: roomOf(state, reader),
    isAway: isAwayAt(state, reader.now),
  };
}

/** Ids of the partners who think along; where to go when nobody solves it is always there. */
export type PartnersState = Readonly<{ partners: readonly string[] }>;

export function partnersView({ partners }: PartnersState, { locale }: Pick<Reader, 'locale'>): object {
  const thinking = partners.flatMap((id) => partnerById(id) ?? []).filter(({ step }) => step === 'think-along');
  const described = ({ name, when, contact, toVerify }: Partner): object => ({
    name: name[locale],
    when: when[locale],
    contact: contact[locale],
    note: toVerify ? textsIn[locale].say.toVerify : '',
    toVerify,
  });
  return {
    thinkAlong: thinking.map(described),
    hasThinkAlong: thinking.length > 0,
    escalate: escalations().map(described),
  };
}
