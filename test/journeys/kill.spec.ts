import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { fold } from '../../src/core/decider.ts';
import { caseAggregate } from '../../src/features/cases/aggregate.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import type { Thread } from '../../src/local-tenant/api.ts';
import { type LocalTenant, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { BotSettings } from '../support/bot-process.ts';
import { approve, caseNumberIn } from '../support/case-walk.ts';
import { startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { freePort } from '../support/free-port.ts';
import { eventually, insist, type Persona, personas } from '../support/persona.ts';
import { type BotProcess, botProcess } from '../support/world.ts';

const kills = 10;
const leaseMs = 6_000;
type Kept = Readonly<{ where: BotSettings['store']; open(): Promise<Store>; end(): Promise<void> }>;

async function onSqlite(): Promise<Kept> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-kill-'));
  const file = path.join(folder, 'store.db');
  const end = async () => rmSync(folder, { recursive: true, force: true });
  return { where: { file }, open: async () => sqliteStore({ file }), end };
}

async function onCosmos(): Promise<Kept> {
  const { endpoint, key, certificate, agent, close } = await startCosmosDouble();
  const container = 'kill';
  const open = async () =>
    cosmosStore({ container: await cosmosContainer({ endpoint, key, agent, database: 'spec', container }) });
  return { where: { cosmos: { endpoint, key, certificate, container } }, open, end: close };
}

/** From an empty form to a closed case, as people who press again when nothing seems to happen. */
async function walk(as: (name: string) => Persona): Promise<string> {
  const [hanna, kees] = [as('Hanna Bosman'), as('Kees Willems')];
  const home = await hanna.card('Wat wil je doen?', 'Casus aanmelden');
  const empty = await insist(() => hanna.open(home, 'Casus aanmelden'));
  const who = await insist(() => hanna.next(empty, 'Vul een voorbeeldcasus in', { example: 'merel' }));
  const question = await insist(() => hanna.next(who, 'Volgende'));
  const number = caseNumberIn(await insist(() => hanna.next(question, 'Meld aan')));
  const triage = await kees.card(number, 'Beoordeel');
  const form = await insist(() => kees.open(triage, 'Beoordeel'));
  const inputs = { reason: 'Past bij het team.', processDirector: as('Tom Bakker').id };
  await insist(() => kees.next(form, 'Leg vast', inputs));
  await close(as('Tom Bakker'), number);
  return number;
}

async function close(director: Persona, number: string): Promise<void> {
  const running = await insist(() => director.card(`Casus ${number}`, 'Afsluiten'));
  const form = await insist(() => director.open(running, 'Afsluiten'));
  const lessons = { lessonsCooperation: 'Eerder samen om tafel.', lessonsContent: 'Samen behandelen werkt.' };
  await insist(() => director.next(form, 'Vraag akkoord', { outcome: 'fitting-solution', moves: '0', ...lessons }));
  const approval = await insist(() => director.card(`Casus ${number}`, 'Akkoord, sluit af'));
  await insist(() => approve(director, approval));
}

for (const [name, keep] of [
  ['SQLite', onSqlite],
  ['Cosmos DB (double)', onCosmos],
] as const) {
  describe(`a bot that is killed at ${kills} moments, on ${name}`, function () {
    this.timeout(480_000);
    let kept: Kept;
    let tenant: LocalTenant;
    let bot: BotProcess;
    let as: (name: string) => Persona;

    before(async () => {
      kept = await keep();
      tenant = await startLocalTenant({ port: 0, log: pino({ level: 'silent' }), rates: 'off' });
      bot = botProcess({ tenant, port: await freePort(), store: kept.where, leaseMs });
      await tenant.connectBot(`http://127.0.0.1:${await bot.start()}/api/messages`);
      as = await personas(tenant.url);
    });
    after(async () => {
      await bot.kill();
      await tenant.close();
      await kept.end();
    });

    it('finishes every case: one channel, one card each, no event lost', async () => {
      let killed = 0;
      const numbers: string[] = [];
      while (killed < kills) {
        const done = { yet: false };
        const walking = walk(as).finally(() => (done.yet = true));
        walking.catch(() => undefined);
        // Moments from right after a click to well into the making of the channel.
        while (!done.yet && killed < kills) {
          await pause(100 + Math.random() * 1_500);
          await bot.kill();
          killed++;
          await bot.start();
        }
        numbers.push(await walking);
      }
      for (const number of numbers) await finished(number);
      await checkStore(numbers);
    });

    async function finished(number: string): Promise<void> {
      const tom = as('Tom Bakker');
      const locked = async () => {
        const { teams } = await tom.conversations();
        const own = teams.flatMap(({ channels: all }) => all).filter(({ title }) => title.includes(number));
        return own.some(({ archived }) => archived) ? own : undefined;
      };
      // What failed while the bot was being killed comes back with growing pauses.
      const channels = await eventually(`the locked channel of ${number}`, locked, 120_000);
      equal(channels.length, 1, `channels of ${number}`);
      const title = channels[0]?.title ?? '';
      equal(roots(await tom.threads(title)), 1, `threads in the channel of ${number}`);
      equal((await tom.cards(title, 'De casus is afgesloten')).length, 1, `closing cards of ${number}`);
      for (const person of ['Hanna Bosman', 'Kees Willems', 'Tom Bakker']) {
        equal((await as(person).cards('Doorbraak', `Casus ${number}`)).length, 1, `cards of ${number} to ${person}`);
      }
    }

    async function checkStore(numbers: readonly string[]): Promise<void> {
      const store = await kept.open();
      const { items } = await store.find({
        type: 'case',
        where: [{ field: 'number', in: numbers }],
        order: { field: 'number', direction: 'asc' },
        limit: 100,
      });
      equal(items.length, numbers.length);
      for (const { stream, state, version } of items) {
        const history = await store.history(stream);
        deepEqual(
          history.map((recorded) => recorded.version),
          Array.from({ length: version }, (_, index) => index + 1),
        );
        deepEqual(
          fold(
            caseAggregate.decider,
            history.map(({ event }) => event as CaseEvent),
          ),
          state,
        );
      }
      deepEqual(await store.parked(10), []);
      await store.close();
    }
  });
}

function roots(threads: readonly Thread[]): number {
  return threads.filter(({ root }) => !root.deleted && root.cards.length > 0).length;
}
