import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type LocalTenant, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { caseNumberIn, channelOf, fillInExample, holds } from '../support/case-walk.ts';
import { freePort } from '../support/free-port.ts';
import { eventually, insist, type Persona, personas, type Seen } from '../support/persona.ts';
import { eventsOf } from '../support/stored-cases.ts';
import { closing, numbersOf, wholeStory } from '../support/whole-story.ts';
import { type BotProcess, botProcess } from '../support/world.ts';

const [hanna, kees, tom] = ['Hanna Bosman', 'Kees Willems', 'Tom Bakker'];
const reason = 'Past bij het expertteam.';

/** Nothing of the first click is left in memory: only the stored command id knows it. */
describe('a click delivered again after the bot was killed', function () {
  this.timeout(120_000);
  let folder: string;
  let tenant: LocalTenant;
  let bot: BotProcess;
  let as: (name: string) => Persona;
  const file = () => path.join(folder, 'store.db');

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-again-'));
    tenant = await startLocalTenant({ port: 0, log: pino({ level: 'silent' }), rates: 'off' });
    bot = botProcess({ tenant, port: await freePort(), store: { file: file() }, leaseMs: 3_000 });
    await tenant.connectBot(`http://127.0.0.1:${await bot.start()}/api/messages`);
    as = await personas(tenant.url);
  });
  after(async () => {
    await bot.kill();
    await tenant.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function again<Answer>(act: () => Promise<Answer>): Promise<readonly [Answer, Answer]> {
    const first = await act();
    await bot.kill();
    await bot.start();
    return [first, await act()];
  }

  it('has its effect once: a submission, a decision, an approval', async () => {
    const form = await fillInExample(as(hanna), 'merel');
    const submitted = await again(() => as(hanna).next(form, 'Meld aan'));
    const [number, sameNumber] = submitted.map(caseNumberIn);
    equal(sameNumber, number);

    const triage = await as(kees).open(await as(kees).card(number!, 'Beoordeel'), 'Beoordeel');
    const inputs = { reason, processDirector: as(tom).id };
    const decided = await again(() => as(kees).next(triage, 'Leg vast', inputs));
    for (const { card } of decided) holds(card, number!, 'Opnemen');

    const ready = await insist(() => as(tom).card(number!, 'Afsluiten'));
    const end = await as(tom).open(ready, 'Afsluiten');
    const asked = await again(() => as(tom).next(end, 'Vraag akkoord', closing));
    equal(withoutForm(asked[1]), withoutForm(asked[0]));

    const approval = await insist(() => as(tom).card(number!, 'Akkoord, sluit af'));
    const approved = await again(() => as(tom).click(approval, 'Akkoord, sluit af'));
    for (const answer of approved) holds(answer, 'afgesloten');

    const title = (await channelOf(as(tom), number!)) ?? '';
    await eventually('the channel is locked', async () => {
      const { teams } = await as(tom).conversations();
      return teams.flatMap(({ channels }) => channels).find((channel) => channel.title === title)?.archived === true
        ? true
        : undefined;
    });
    equal((await as(tom).cards(title, 'De casus is afgesloten')).length, 1);
    await bot.kill('SIGTERM');
    const store = sqliteStore({ file: file() });
    deepEqual(await eventsOf(store, number!), wholeStory);
    deepEqual(await numbersOf(store, as(hanna)), [number]);
    await store.close();
  });
});

function withoutForm({ card }: Seen): string {
  return JSON.stringify(card).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
}
