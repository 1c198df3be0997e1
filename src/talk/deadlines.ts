import type { CaseMention } from '../assistant/index.ts';
import type { Day } from '../core/calendar.ts';
import type { PersonId } from '../core/ids.ts';
import type { Text } from '../core/locale.ts';
import { caseRefusalText } from '../features/cases/index.ts';
import { type DeadlineFile, findDeadlines } from '../features/deadlines/index.ts';
import { sayText } from '../teams/answer-kit.ts';
import type { Inbound, Ran, Shown } from '../teams/routes.ts';
import { askBack, type Meant } from './meant.ts';
import type { Dialog } from './cards.ts';
import type { Turning } from './house.ts';
import { atPlace, type Memory } from './memory.ts';
import { dayText, nothingSaid, type Said, singleDays } from './said.ts';
import { texts } from './texts.ts';

/** What is done with a deadline of theirs: to what it is moved, or to whom it is handed over. */
type Change = Readonly<{
  label: Text;
  data: Readonly<{ what: 'move'; day: Day } | { what: 'hand-over'; person: string }>;
}>;
const mostShown = 6;

/**
 * Moving or handing over a deadline: each that can be meant is a button that opens its dialog, filled in with what was understood.
 * When a day or a person can be several, that is asked first.
 */
export async function aboutDeadline(house: Turning, inbound: Inbound, meant: Meant): Promise<Ran> {
  const which = await meant.which();
  if (which.found === 'unknown') return sayText('unknown-case', caseRefusalText('unknown-case'));
  const numbers = which.found === 'one' ? [which.number] : which.found === 'several' ? which.numbers : [];
  const files = await movable(house, inbound, { numbers, meant });
  const said = meant.said ?? nothingSaid;
  const changes = await changesOf(house, said);
  if (files.length === 0) return sayText('no-deadline', noDeadline(numbers[0]));
  if (changes.length === 0) return house.as('deadlines/list', inbound);
  const asked = asking(files, changes, { said, ...(which.found === 'one' ? { number: which.number } : {}) });
  return { ...asked, shown: await spokenOf(house, files) };
}

/** What was asked about is what is spoken of next. */
async function spokenOf({ memory }: Turning, files: readonly DeadlineFile[]): Promise<Shown> {
  const { list } = await memory.recall();
  const [file, ...others] = files;
  if (file !== undefined && others.length === 0 && list?.of === 'deadline' && list.ids.includes(file.id))
    return { item: file.id };
  return { list: { of: 'deadline', ids: files.slice(0, mostShown).map(({ id }) => id) } };
}

function noDeadline(number: string | undefined): Text {
  return texts.inBoth(({ say }) => (number === undefined ? say.noDeadline : say.noDeadlineOf(number)));
}

type Wanted = Readonly<{ numbers: readonly string[]; meant: Meant }>;

/** Open ones of their own that are not kept by doing something; of the case that was named, or the one that was spoken of. */
async function movable({ deps, memory }: Turning, { actor }: Inbound, { numbers, meant }: Wanted) {
  const own = await findDeadlines(deps, [
    { field: 'owner', equals: actor.id },
    { field: 'stage', equals: 'open' },
  ]);
  const free = own.filter(({ deed }) => deed === undefined);
  if (numbers.length > 0) return free.filter(({ about }) => numbers.includes(about.number ?? ''));
  return meant.mention === undefined ? free : mentioned(free, meant.mention, await memory.recall());
}

/** The one of the list that they saw; what is over since then leaves all of them. */
function mentioned(
  free: readonly DeadlineFile[],
  mention: CaseMention,
  { list, place: spoken }: Memory,
): readonly DeadlineFile[] {
  const isHand = mention.by === 'hand';
  const place = mention.by === 'place' ? mention.place : isHand ? spoken : undefined;
  if (list?.of !== 'deadline' || place === undefined) return free;
  const id = atPlace(list.ids, place);
  const one = free.filter((file) => file.id === id);
  return one.length === 0 && isHand ? free : one;
}

async function changesOf({ deps }: Turning, { people, days }: Said): Promise<readonly Change[]> {
  const named = people.map(async (person): Promise<Change> => {
    const known = await deps.directory.person(person as PersonId);
    const name = known === undefined ? await deps.directory.nameOf(person as PersonId) : known.name;
    const label = people.length > 1 && known ? `${name} (${known.organisation})` : name;
    return { label: texts.inBoth(() => label), data: { what: 'hand-over', person } };
  });
  if (named.length > 0) return Promise.all(named);
  return singleDays(days).map((day) => ({ label: dayText(day), data: { what: 'move', day } }));
}

/** What a colleague still has to do, as far as it is for whoever asks; when several have that name, a button for each. */
export async function tasksOf(house: Turning, inbound: Inbound, said: Said): Promise<Ran> {
  const changes = await changesOf(house, { ...nothingSaid, people: said.people });
  if (changes.length === 1) return house.as('deadlines/colleague', inbound, { person: said.people[0] ?? '' });
  const choices = changes.map(({ label, data }) => ({
    ...{ intent: 'taken_tonen' as const, title: label, said: saying(said, data) },
  }));
  return askBack({ ask: 'whoOfThem', choices });
}

type About = Readonly<{ said: Said; number?: string }>;

function asking(files: readonly DeadlineFile[], changes: readonly Change[], { said, number }: About): Ran {
  const [file, ...otherFiles] = files;
  const [change, ...otherChanges] = changes;
  const about = number === undefined ? {} : { about: number };
  if (file === undefined || change === undefined) throw new Error('nothing to ask');
  if (otherChanges.length === 0) {
    const shown = files.slice(0, mostShown);
    const dialogs = shown.map((one) => opening(one, change, titleOf(one)));
    return askBack({
      ask: otherFiles.length === 0 ? 'bound' : 'whichDeadline',
      ...about,
      echo: echoOf(change),
      dialogs,
    });
  }
  if (otherFiles.length === 0)
    return askBack({ ask: 'which', ...about, dialogs: changes.map((one) => opening(file, one, one.label)) });
  const choices = changes.map(({ label, data }) => ({
    ...{ intent: 'deadline_verplaatsen' as const, title: label, said: saying(said, data) },
    ...(number === undefined ? {} : { case: number }),
  }));
  return askBack({ ask: 'which', ...about, choices });
}

function saying(said: Said, data: Change['data']): Said {
  return data.what === 'move'
    ? { ...said, days: [{ from: data.day, until: data.day }] }
    : { ...said, people: [data.person] };
}

const echoOf = ({ label, data }: Change): Text =>
  texts.inBoth(({ say }, locale) => say[data.what === 'move' ? 'moveTo' : 'handTo'](label[locale]));

function opening({ id }: DeadlineFile, { data }: Change, title: Text): Dialog {
  return { intent: 'deadline_verplaatsen', verb: 'deadlines/form', data: { deadline: id, ...data }, title };
}

/** With its case, since several cases have deadlines of the same name. */
function titleOf({ title, about: { number } }: DeadlineFile): Text {
  return texts.inBoth((_, locale) => (number === undefined ? title[locale] : `${title[locale]} (${number})`));
}
