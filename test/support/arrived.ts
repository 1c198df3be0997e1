import { deepEqual, equal } from 'node:assert/strict';
import { textsIn } from '../../src/features/cases/texts.ts';
import type { ChannelEntry, Message } from '../../src/local-tenant/api.ts';
import { eventually, type Persona } from './persona.ts';
import { caseOf } from './stored-cases.ts';
import type { World } from './world.ts';

/** What must be true of Teams once everything has arrived, whatever went wrong on the way. */

export const everybody = [
  ...['Hanna Bosman', 'Ruben Timmermans', 'Ilse Koster', 'Samira Haddad', 'Marieke Jansen', 'Kees Willems'],
  ...['Fatima El Amrani', 'Tom Bakker', 'Lotte Hendriks', 'Anouk Smits', 'Jan Peeters', 'Erik Mulder'],
];
const aYear = 365 * 86_400_000;

const most = 1_000;

/** Resolves when no effect waits any more, not for a retry either. Deadlines and the daily round wait for their day, which is no work left. */
export async function everythingDone({ store, tenant: { clock } }: World): Promise<void> {
  const waiting = async () => {
    const lanes = await store.dueLanes(new Date(clock.now().getTime() + aYear), most);
    return lanes.filter(({ stream }) => !/^(?:deadline|round)-/.test(stream));
  };
  const nothing = async () => ((await waiting()).length === 0 ? true : undefined);
  try {
    await eventually('every effect to be done', nothing, 100_000);
  } catch (cause) {
    throw new Error(`effects still wait: ${JSON.stringify(await waiting())}`, { cause });
  }
}

/** Cards of one slot that stand more than once anywhere in Teams where these people are. */
export async function duplicates(
  { as }: Pick<World, 'as'>,
  people: readonly string[] = everybody,
): Promise<readonly string[]> {
  const messages = new Map<string, Message>();
  for (const name of people) {
    const { chats, teams } = await as(name).conversations();
    for (const { title } of [...chats, ...teams.flatMap(({ channels }) => channels)]) {
      const threads = await as(name).threads(title);
      for (const message of threads.flatMap(({ root, replies }) => [root, ...replies]))
        messages.set(message.id, message);
    }
  }
  const markers = [...messages.values()]
    .filter(({ deleted }) => !deleted)
    .flatMap(({ cards }) =>
      [...JSON.stringify(cards).matchAll(/"id":"(m-[0-9a-f]{24})"/g)].map(([, marker = '']) => marker),
    );
  return markers.filter((marker, index) => markers.indexOf(marker) !== index);
}

/** Each person of the case has one card about it, which shows its present stage. */
export async function personalCards({ as, store }: World, number: string): Promise<void> {
  const { applicant, team, processDirector, stage } = await caseOf(store, number);
  for (const name of everybody) {
    const { id } = as(name);
    const parts = [applicant, team.chair, processDirector].filter((person) => person === id).length;
    const cards = await as(name).cards('Doorbraak', `Casus ${number}`);
    equal(cards.length, parts, `cards of ${number} to ${name}`);
    for (const { card } of cards)
      equal(shows(card, textsIn.nl.names.stage[stage]), true, `stage of ${number} to ${name}`);
  }
}

/** One channel, with the people of the case, one summary with the present facts, and after closing one farewell and a lock. */
export async function oneChannel(world: World, number: string): Promise<void> {
  const file = await caseOf(world.store, number);
  const seen = await Promise.all(everybody.map((name) => channelsOf(world.as(name), number)));
  const inside = everybody.filter((_, index) => seen[index]!.length > 0).map((name) => world.as(name).id);
  const people = file.participants.map(({ person }) => String(person));
  deepEqual(inside.toSorted(), people.toSorted(), `people of ${number}`);
  const channels = new Map(seen.flat().map((channel) => [channel.id, channel]));
  const isClosed = file.stage === 'closed';
  deepEqual(
    [...channels.values()].map(({ archived }) => archived),
    [isClosed],
    `channels of ${number}`,
  );
  const director = everybody.find((name) => world.as(name).id === file.processDirector) ?? '';
  const threads = await world.as(director).threads(number);
  const { names, say } = textsIn.nl;
  const facts = [names.stage[file.stage], say.peopleCount(people.length)];
  const summaries = threads.map(({ root }) => facts.map((fact) => shows(root.cards, fact)));
  deepEqual(summaries, [[true, true]], `${facts.join(', ')} in the summary of ${number}`);
  const farewells = threads.flatMap(({ replies }) =>
    replies.map(({ cards }) => shows(cards, 'De casus is afgesloten')),
  );
  deepEqual(farewells, isClosed ? [true] : [], `replies in ${number}`);
}

async function channelsOf(persona: Persona, number: string): Promise<readonly ChannelEntry[]> {
  const { teams } = await persona.conversations();
  return teams.flatMap(({ channels }) => channels).filter(({ title }) => title === number);
}

const shows = (card: object, text: string): boolean => JSON.stringify(card).includes(JSON.stringify(text).slice(1, -1));

type Line = Readonly<{ msg: string; time: number; kind: string; stream: string; key: string; outcome: string }>;
export type Measured = Readonly<{ runs: number; outcomes: Record<string, number>; longestDelayMs: number }>;

/** From the bot's log: attempts to send cards, what came of them, and the longest time from a first attempt to the last. */
export function measure(log: readonly string[]): Measured {
  const lines = log.map((line) => JSON.parse(line) as Line);
  const cards = lines.filter(({ msg, kind }) => msg === 'effect' && kind === 'show-card');
  const begun = new Map<string, number>();
  const delays = cards.map(({ stream, key, time, outcome }) => {
    const card = `${stream} ${key}`;
    const since = begun.get(card) ?? time;
    if (outcome === 'done') begun.delete(card);
    else begun.set(card, since);
    return time - since;
  });
  const outcomes = Object.entries(Object.groupBy(cards, ({ outcome }) => outcome));
  return {
    runs: cards.length,
    outcomes: Object.fromEntries(outcomes.map(([outcome, all = []]) => [outcome, all.length])),
    longestDelayMs: Math.max(0, ...delays),
  };
}
