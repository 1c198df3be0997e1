import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { budgetStream } from '../../src/features/budgets/budget-state.ts';
import { addDays, localDate } from '../../src/core/working-time.ts';
import { type LocalTenant, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { duplicates } from '../support/arrived.ts';
import { hasButton, holds } from '../support/case-walk.ts';
import { freePort } from '../support/free-port.ts';
import { allMet, ballotOf, kiezel, type People, runningCase } from '../support/governance-walk.ts';
import { eventually, insist, type Persona, personas, type Seen } from '../support/persona.ts';
import { addsUp, followed, requestsIn, typesIn } from '../support/stored-governance.ts';
import { type BotProcess, botProcess } from '../support/world.ts';

const kills = 8;
const leaseMs = 4_000;
const [tom, miriam] = ['Tom Bakker', 'Miriam van Loon'];
const [gerard, ...others] = ['Gerard Smulders', 'Yvonne Kools', 'Ad de Rooij'];
const board = [gerard, ...others];
const today = localDate(new Date().toISOString());
const year = Number(today.slice(0, 4));

/** Above what the project leader may decide; all but the first little enough to ask many times. */
const wishes = [
  { line: 'start-up', euros: 85_000 },
  { line: 'availability', euros: 26_000 },
] as const;
const wishOf = (nth: number): (typeof wishes)[number] => wishes[Math.min(nth, 1)] ?? wishes[1];

/** Pressed until the bot says something that is no excuse. */
function clicked(click: () => ReturnType<Persona['click']>): Promise<object> {
  return insist(async () => {
    const answer = await click();
    if (answer.type !== 'card') throw new Error(`the click was answered by ${answer.type}`);
    return answer;
  });
}

/** One form: asked once, however often its last button is pressed. */
async function ask(as: People, number: string, { line, euros }: (typeof wishes)[number]): Promise<void> {
  const director = as(tom);
  const card = await insist(() => director.card(`Casus ${number}`, 'Geld aanvragen'));
  const form = await insist(() => director.open(card, 'Geld aanvragen'));
  const second = await insist(() =>
    director.next(form, 'Volgende', {
      ...{ careCosts: 'no', line, amount: String(euros), from: today, until: addDays(today, 200) },
      purpose: 'Een kleinschalige woonvorm met twee plekken starten.',
    }),
  );
  await insist(() => director.next(second, 'Vraag aan', allMet));
}

const requestIn = ({ card }: Seen): string => /BZ-G-\d{4}-\d{4}/.exec(JSON.stringify(card))?.[0] ?? '';

/** From an empty form to money that is committed, as people who press again when nothing seems to happen. */
async function walk(as: People, number: string, wish: (typeof wishes)[number]): Promise<void> {
  await ask(as, number, wish);
  const draft = await insist(() => as(miriam).card(number, 'Breng in'));
  holds(await clicked(() => as(miriam).click(draft, 'Breng in')), 'Bestuurlijk overleg Brabant en Zeeland');
  for (const name of board) {
    const ballot = await insist(() => ballotOf(as(name), number));
    await clicked(() => as(name).click(ballot, 'Stem', { choice: 'adopt' }));
  }
  const chair = as(gerard);
  const record = await insist(() => chair.card(number, 'Leg vast'));
  const form = await insist(() => chair.open(record, 'Leg vast'));
  const ruling = { verdict: 'adopt', motivation: 'Tijdelijk en nodig.', owner: as(miriam).id };
  await insist(() => chair.next(form, 'Leg het besluit vast', ruling));
  const asked = await insist(() => as(tom).card('Geldaanvraag BZ-G', number));
  await insist(() => as(tom).card(`Toegekend: ${requestIn(asked)}`));
}

describe(`a bot that is killed at ${kills} moments of requests for money`, function () {
  this.timeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-kill-'));
  const file = path.join(folder, 'store.db');
  const numbers: string[] = [];
  let tenant: LocalTenant;
  let bot: BotProcess;
  let store: Store;
  let as: People;

  before(async () => {
    tenant = await startLocalTenant({ port: 0, log: pino({ level: 'silent' }), rates: 'off' });
    bot = botProcess({ tenant, port: await freePort(), store: { file }, leaseMs });
    await tenant.connectBot(`http://127.0.0.1:${await bot.start()}/api/messages`);
    store = sqliteStore({ file });
    as = await personas(tenant.url);
  });
  after(async () => {
    await store.close();
    await bot.kill();
    await tenant.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings each to its end while it is killed', async () => {
    let killed = 0;
    while (killed < kills) {
      const number = await runningCase(as, kiezel);
      const done = { yet: false };
      const walking = walk(as, number, wishOf(numbers.length)).finally(() => (done.yet = true));
      walking.catch(() => undefined);
      numbers.push(number);
      while (!done.yet && killed < kills) {
        await pause(150 + Math.random() * 1_500);
        await bot.kill();
        killed++;
        await bot.start();
      }
      await walking;
    }
    // What failed while the bot was being killed comes back with growing pauses.
    const soon = () => store.dueLanes(new Date(Date.now() + 30_000), 50);
    await eventually('all to be done', async () => ((await soon()).length === 0 ? true : undefined), 100_000);
    console.log(`      ${numbers.length} requests`);
  });

  it('has set apart and committed the right amount, once for each', async () => {
    for (const { line } of wishes) await addsUp(store, { centre: 'BZ', year, line });
    deepEqual(
      (await requestsIn(store, 'BZ')).map(({ stage, case: about, ask: { cents } }) => [stage, about?.number, cents]),
      numbers.map((number, nth) => ['adopted', number, wishOf(nth).euros * 100]),
    );
    const types = await typesIn(store, budgetStream('BZ', year));
    for (const type of ['MoneyReserved', 'MoneyCommitted'])
      equal(types.filter((each) => each === type).length, numbers.length, type);
  });

  it('has decided each once, by one vote with one outcome', async () => {
    for (const { id } of await requestsIn(store, 'BZ')) {
      const { proposal, votes, happened } = await followed(store, id);
      deepEqual([proposal.stage, proposal.decision?.verdict], ['decided', 'adopt']);
      deepEqual(
        votes.map(({ stage, outcome }) => [stage, outcome?.counts, outcome?.result]),
        [['closed', { adopt: 3 }, 'adopt']],
      );
      const all = Object.values(happened).flat();
      const once = ['MoneyRequested', 'ProposalRaised', 'ProposalDrafted', 'ProposalPutForward', 'DecisionAsked'];
      for (const type of [...once, 'VoteOpening', 'VoteOpened', 'VoteClosing', 'ProposalDecided', 'RequestDecided'])
        equal(all.filter((each) => each === type).length, 1, `${type} of ${id}`);
      // Of the vote itself, and of the proposal that heard it.
      equal(all.filter((each) => each === 'VoteClosed').length, 2);
    }
    deepEqual(await store.parked(10), []);
  });

  it('has shown everybody one card of each kind', async () => {
    for (const number of numbers) {
      const counts = async (name: string, ...texts: readonly string[]) =>
        (await as(name).cards('Doorbraak', number, ...texts)).length;
      for (const name of board) equal(await counts(name, 'Je stem: Aannemen'), 1, `ballots of ${name}`);
      equal(await counts(gerard, 'Besloten: Aangenomen'), 1, 'what the chair recorded');
      for (const name of [tom, miriam]) {
        equal(await counts(name, 'Geldaanvraag BZ-G', 'Nog te besteden'), 1, `states to ${name}`);
        equal(await counts(name, 'Toegekend: BZ-G'), 1, `decisions to ${name}`);
      }
      const draft = await as(miriam).cards('Doorbraak', number, 'Aangenomen op');
      deepEqual([draft.length, draft.some((seen) => hasButton(seen, 'Breng in'))], [1, false]);
    }
    deepEqual(await duplicates({ as }, [tom, miriam, ...board, 'Erik Mulder', 'Kees Willems']), []);
  });
});
