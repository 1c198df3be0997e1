import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandId, type PersonId, type StreamId } from '../../../src/core/ids.ts';
import type { Choice } from '../../../src/features/voting/choices.ts';
import { isVote, type VoteSettings } from '../../../src/features/voting/index.ts';
import { boardStream, seatStream, urnStream } from '../../../src/features/voting/vote-state.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { renderCard } from '../../../src/teams/render.ts';
import { type Election, electionOn, finish, handClock, newWorld, voter, type World } from './election.ts';
import { closesAt, jan, opensAt, ruben, seatFor, toOpen, vote } from './samples.ts';

type Ballots = readonly Readonly<{ choice: Choice; reason: string }>[];
const voters = 6;

const one: Ballots = Array.from({ length: voters }, () => ({ choice: 'adopt', reason: 'Omdat het helpt.' }));
const other: Ballots = Array.from({ length: voters }, (_, n) => ({
  choice: n % 2 === 0 ? 'reject' : 'postpone',
  reason: 'Liever niet nu.',
}));

async function elect(settings: Partial<VoteSettings>, ballots: Ballots) {
  const store = sqliteStore({ file: ':memory:' });
  const clock = handClock(opensAt);
  const world = newWorld();
  const election = await electionOn({ store, clock, world });
  await election.open(toOpen({ settings, seats: ballots.map((_, n) => seatFor(voter(n))) }));
  await election.work();
  const outcomes: string[] = [];
  for (const [n, ballot] of ballots.slice(0, -1).entries()) {
    const { outcome } = await election.cast({ by: voter(n), n, id: commandId(`c${n}`), ...ballot });
    outcomes.push(outcome);
    clock.pass(1_500);
    await election.work();
  }
  return { store, clock, world, election, outcomes };
}

/** Without what differs in any two runs: drawn ids and how long things took. */
const steady = (text: string): string =>
  text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replaceAll(/"ms":\d+/g, '"ms":0');

/** Every card of the vote, for everybody who might read it, but for the voters' own ballots. */
async function everyCard(election: Election): Promise<string> {
  const readers = [jan, ruben, undefined, ...Array.from({ length: voters }, (_, n) => voter(n))];
  const cards: string[] = [];
  for (const person of readers) {
    cards.push(await rendered(election, { stream: boardStream(vote), person, names: /board|manage/ }));
    for (let n = 0; n < voters; n++) {
      if (person === voter(n)) continue;
      cards.push(await rendered(election, { stream: seatStream(vote, n), person, names: /ballot/ }));
    }
  }
  return steady(cards.join('\n'));
}

type Reading = Readonly<{ stream: StreamId; person: PersonId | undefined; names: RegExp }>;

async function rendered({ deps, feature }: Election, { stream, person, names }: Reading): Promise<string> {
  const { state } = await deps.store.load(stream);
  if (!state) throw new Error(`nothing in ${stream}`);
  const definitions = feature.cards.filter(({ name }) => names.test(name));
  const reader = { locale: 'nl', person, now: deps.clock.now() } as const;
  const cards = await Promise.all(definitions.map((definition) => renderCard(definition, { state, reader })));
  return JSON.stringify(cards);
}

async function seenBeforeClosing(settings: Partial<VoteSettings>, ballots: Ballots) {
  const { election, world, outcomes, store } = await elect(settings, ballots);
  const cards = await everyCard(election);
  const { lines, sent } = world;
  const notices = sent.map(({ key, stream, due, data }) => [stream, key, due, data]);
  await store.close();
  return { cards, outcomes, lines: lines.map(steady), notices };
}

describe('a running vote', () => {
  for (const secrecy of ['open', 'hidden', 'secret'] as const) {
    it(`gives the same cards, notices, answers and log lines whatever is chosen: ${secrecy}`, async () => {
      const [left, right] = [await seenBeforeClosing({ secrecy }, one), await seenBeforeClosing({ secrecy }, other)];
      deepStrictEqual(left, right);
      ok(left.cards.includes('5 van 6 stemmen binnen'));
      ok(left.lines.length > 10);
    });
  }
});

const temporary = (): string => path.join(tmpdir(), `doorbraak-votes-${process.pid}-${Math.random()}.db`);
type Row = Readonly<{ table: string; text: string }>;

/** Every row of every table, as text. */
function rowsIn(file: string): readonly Row[] {
  const db = new DatabaseSync(file);
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  const rows = tables.flatMap(({ name }) =>
    db
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => ({ table: name, text: JSON.stringify(row) })),
  );
  db.close();
  return rows;
}

/** Of a row with a state or an event: the outcome in it; nothing else there may speak of a choice. */
function outcomeIn(text: string): string {
  const { state, event } = JSON.parse(text) as { state?: string; event?: string };
  const { outcome, ...rest } = (state ? JSON.parse(state) : (JSON.parse(event!) as { data: object }).data) as {
    outcome: object;
  };
  ok(!/reject|postpone|Liever/.test(JSON.stringify(rest)));
  return JSON.stringify(outcome);
}

async function secretElectionIn(file: string): Promise<World> {
  const store = sqliteStore({ file });
  const clock = handClock(opensAt);
  const world = newWorld();
  const election = await electionOn({ store, clock, world });
  await election.open(toOpen({ settings: { secrecy: 'secret' }, seats: other.map((_, n) => seatFor(voter(n))) }));
  await election.work();
  for (const [n, ballot] of other.entries()) {
    await election.cast({ by: voter(n), n, id: commandId(`c${n}`), ...one[n]! });
    await election.cast({ by: voter(n), n, id: commandId(`d${n}`), ...ballot });
  }
  clock.to(closesAt);
  await finish(election, clock);
  const state = await election.vote();
  deepStrictEqual(isVote(state) && state.outcome?.counts, { reject: 3, postpone: 3 });
  await store.close();
  return world;
}

describe('a secret vote, after closing', () => {
  it('leaves no row in the whole database that has both a voter or a seat and a choice', async () => {
    const file = temporary();
    const world = await secretElectionIn(file);
    const rows = rowsIn(file);
    rmSync(file);
    const chosen = rows.filter(({ text }) => /reject|postpone|Liever niet nu/.test(text));
    ok(chosen.length > 0 && rows.length > 50);
    // The outcome itself, in vote and board, beside the list of voters: totals, and reasons without a name.
    const outcomes = chosen.filter(({ text }) => /"stream":"vote(board)?-v1"/.test(text));
    for (const { text } of outcomes) ok(!/voter-|seat-/.test(outcomeIn(text)), text);
    for (const { text } of chosen.filter((row) => !outcomes.includes(row))) ok(!/voter-|seat-/.test(text), text);
    equal(rows.filter(({ table }) => table === 'effects').length, 0);
    // Replaced ballots are nowhere at all.
    deepStrictEqual(
      rows.filter(({ text }) => text.includes('Omdat het helpt')),
      [],
    );
    // An id that stands with a choice stands with no seat.
    const urn = rows.filter(({ text }) => text.includes(urnStream(vote)));
    const ids = urn.flatMap(({ text }) => [...text.matchAll(/made-\d+/g)].map(([id]) => id));
    equal(new Set(ids).size, 12);
    const seats = rows.filter(({ text }) => /voter-|seat-/.test(text));
    for (const { text } of seats) for (const id of ids) ok(!text.includes(`${id}"`), `${id} in ${text}`);
    ok(!/reject|postpone|Liever/.test(world.lines.join('\n')));
  });
});
