import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importCommand } from '../../src/import.ts';
import { hasButton, holds } from '../support/case-walk.ts';
import { eventually, type Seen } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

const jan = 'Jan Peeters';
const els = 'Els Maes';
const wim = 'Wim Theunissen';
const drawUp = 'Plan van aanpak opstellen';
const adopt = 'Plan van aanpak vaststellen';

describe('the planning of a centre', function () {
  this.timeout(90_000);
  let world: World;
  const at = (now: string) => setClock(world.tenant.url, now);
  /** Asked anew: the card that was there before does not count. */
  const boardOf = async (name: string): Promise<Seen> => {
    const shown = () => world.as(name).cards('Doorbraak', 'Planning: Expertisecentrum Limburg');
    const before = (await shown()).length;
    await world.as(name).say('planning');
    return eventually('the board', async () => (await shown())[before]);
  };
  const nudges = async (name: string, title: string) =>
    (await world.as(name).cards('Doorbraak', title)).filter(({ card }) => !JSON.stringify(card).includes('Planning: '));
  /** The dialog of a row, on whatever page of the board it is. */
  const rowOf = async (name: string, key: string): Promise<Seen> => {
    const { message } = await boardOf(name);
    const data = { verb: 'planning/row', centre: 'LI', key };
    return world.as(name).open({ message, card: { actions: [{ type: 'Action.Submit', title: 'Rij', data }] } }, 'Rij');
  };

  before(async () => {
    world = await openWorld();
    await at('2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  it('is started by its project leader, and by nobody else', async () => {
    const empty = await boardOf(wim);
    holds(empty.card, 'Er is nog geen planning');
    equal(hasButton(empty, 'Planning starten'), false);
    const mine = await boardOf(jan);
    const form = await world.as(jan).open(mine, 'Planning starten');
    holds((await world.as(jan).next(form, 'Start', { month: '2026-05' })).card, '15 rijen');
    const board = await boardOf(jan);
    holds(board.card, 'januari 2027', drawUp, adopt, 'Els Maes', 'Te laat');
  });

  it('warns when what waits comes first', async () => {
    const form = await world.as(jan).next(await rowOf(jan, 'k1-2026-05'), 'Verplaatsen');
    const wish = { month: '2027-03', reason: 'De gemeenten vragen meer tijd.' };
    holds((await world.as(jan).next(form, 'Verplaats', wish)).card, 'Vastgelegd');
    const row = await rowOf(wim, 'k2-2026-05');
    holds(row.card, `Staat eerder dan “${drawUp}” (maart 2027)`);
    equal(hasButton(row, 'Gedaan'), false);
  });

  it('is brought to mind two weeks before, and no more once it is done', async () => {
    await at('2027-01-15T06:05:00.000Z');
    await world.idle();
    equal((await nudges(els, adopt)).length, 0);
    await at('2027-01-15T07:31:00.000Z');
    const nudge = await eventually('a reminder', async () => (await nudges(els, adopt))[0]);
    holds(nudge.card, adopt);
    const form = await world.as(jan).next(await rowOf(jan, 'k2-2026-05'), 'Gedaan');
    const wish = { note: 'Vastgesteld in het overleg van januari.' };
    holds((await world.as(jan).next(form, 'Leg vast', wish)).card, 'Vastgelegd');
    holds((await rowOf(wim, 'k2-2026-05')).card, 'gedaan. Vastgesteld in het overleg');
    await eventually('the reminder without buttons', async () => {
      const [now] = await nudges(els, adopt);
      return now && !hasButton(now, 'Gedaan') ? now : undefined;
    });
    const before = (await nudges(els, adopt)).length;
    await at('2027-01-28T08:00:00.000Z');
    await world.idle();
    equal((await nudges(els, adopt)).length, before);
  });

  it('goes out as a calendar and a table, and the table comes back in', async () => {
    const board = JSON.stringify((await boardOf(jan)).card);
    const [calendar = '', csv = ''] = [...board.matchAll(/"url":"([^"]*\/bestanden\/[^"]*)"/g)].map(([, url]) => url);
    const opened = await fetch(calendar);
    equal(opened.headers.get('content-type'), 'text/calendar; charset=utf-8');
    const events = await opened.text();
    ok(events.includes('UID:plan-LI-k1-2026-05@doorbraak'), events);
    ok(events.includes('DTSTART;VALUE=DATE:20270331'), events);
    const table = await (await fetch(csv)).text();
    for (const kept of [jan, els, 'overleg van januari']) ok(!`${events}${table}`.includes(kept), kept);

    const file = path.join(mkdtempSync(path.join(tmpdir(), 'planning-')), 'planning.csv');
    writeFileSync(
      file,
      table.replace(
        '"LI";"k5-2026-05";"Plan voor de kennisfunctie opstellen"',
        '"LI";"k5-2026-05";"Plan voor kennis en leren"',
      ),
    );
    const printed: string[] = [];
    const { store } = world;
    const clock = { now: () => new Date('2027-01-28T08:00:00.000Z') };
    const parts = {
      store,
      clock,
      readFile: (name: string) => readFile(name, 'utf8'),
      print: (line: string) => void printed.push(line),
    };
    equal(await importCommand([file], parts), 0, printed.join('\n'));
    deepEqual(printed, [`${file} (planning): 0 new, 1 changed, 14 unchanged`]);
    holds((await rowOf(jan, 'k5-2026-05')).card, 'Plan voor kennis en leren');
    await world.idle();
    deepEqual(await world.store.parked(10), []);
  });
});
