import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { personId } from '../../src/core/ids.ts';
import { type ExpertState, expertStream } from '../../src/features/experts/index.ts';
import { type LocalTenant, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { channelOf } from '../support/case-walk.ts';
import { accept, askQuestion, caseInConference, matchCard, tom, usualQuestion } from '../support/consultation-walk.ts';
import { freePort } from '../support/free-port.ts';
import { eventually, insist, type Persona, personas } from '../support/persona.ts';
import { stored } from '../support/stored-consultations.ts';
import { type BotProcess, botProcess } from '../support/world.ts';

const kills = 8;
const leaseMs = 4_000;
const femke = 'Femke Wiersma';
const advice = { advice: 'Samen eten.', basis: 'Richtlijn.', otherwise: 'Weer een opname.' };

/** From the proposal to advice that is judged, as people who press again when nothing seems to happen. */
async function advise(as: (name: string) => Persona, number: string): Promise<string> {
  const confirm = await insist(() => askQuestion(as, number, { ...usualQuestion, hours: '2' }));
  await insist(() => as(tom).next(confirm, 'Zoek experts'));
  const proposal = await insist(() => matchCard(as, number));
  const id = /"consultation":"([\w-]+)"/.exec(JSON.stringify(proposal.card))?.[1] ?? '';
  await insist(async () => {
    const { type } = await as(tom).click(proposal, 'Stuur uitnodiging');
    if (type !== 'card') throw new Error(`the invitation was answered by ${type}`);
  });
  await insist(() => accept(as(femke), number));
  await insist(async () => {
    const card = await as(femke).card(`Consultatie bij casus ${number}`, 'Geef advies');
    await as(femke).next(await as(femke).open(card, 'Geef advies'), 'Verstuur advies', advice);
  });
  await insist(async () => {
    const told = await as(tom).card(`Advies van ${femke} bij casus ${number}`);
    const read = await as(tom).open(told, 'Lees en beoordeel');
    if (JSON.stringify(read.card).includes('Vastgelegd:')) return;
    await as(tom).next(read, 'Leg vast', { verdict: 'followed' });
  });
  return id;
}

describe(`a bot that is killed at ${kills} moments of a consultation`, function () {
  this.timeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-kill-'));
  const file = path.join(folder, 'store.db');
  let tenant: LocalTenant;
  let bot: BotProcess;

  before(async () => {
    tenant = await startLocalTenant({ port: 0, log: pino({ level: 'silent' }), rates: 'off' });
    bot = botProcess({ tenant, port: await freePort(), store: { file }, leaseMs });
    await tenant.connectBot(`http://127.0.0.1:${await bot.start()}/api/messages`);
  });
  after(async () => {
    await bot.kill();
    await tenant.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finishes it: one invitation, one place in the channel, one advice, and hours that are free again', async () => {
    const as = await personas(tenant.url);
    const ids: string[] = [];
    const numbers: string[] = [];
    let killed = 0;
    while (killed < kills) {
      const number = await caseInConference(as);
      numbers.push(number);
      const done = { yet: false };
      const walking = advise(as, number).finally(() => (done.yet = true));
      walking.catch(() => undefined);
      while (!done.yet && killed < kills) {
        await pause(200 + Math.random() * 2_500);
        await bot.kill();
        killed++;
        await bot.start();
      }
      ids.push(await walking);
    }
    for (const number of numbers) {
      await eventually(`the channel of ${number}`, () => channelOf(as(femke), number), 120_000);
      equal((await as(femke).cards('Doorbraak', `Consultatie bij casus ${number}`)).length, 1, number);
      equal((await as(tom).cards('Doorbraak', `Advies van ${femke} bij casus ${number}`)).length, 1, number);
    }
    const store = sqliteStore({ file });
    await eventually('the hours are free again', async () => {
      const { state } = await store.load(expertStream(personId(as(femke).id)));
      return hoursOf(state as unknown as ExpertState).length === 0 ? true : undefined;
    });
    for (const id of ids) {
      const { state } = await stored(store, id);
      deepEqual([state.stage, state.invitations.map(({ status }) => status)], ['advised', ['accepted']]);
    }
    deepEqual(await store.parked(10), []);
    await store.close();
  });
});

function hoursOf(state: ExpertState): readonly unknown[] {
  return state.status === 'none' ? [] : state.engagements;
}
