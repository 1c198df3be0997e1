import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { start } from '../../../src/features/planning/desk-start.ts';
import { rowsOf } from '../../../src/features/planning/planning-desk.ts';
import { template } from '../../../src/features/planning/template.ts';
import { openBench, people, type PlanningBench } from './bench.ts';

describe('planning: starting one from Teams', () => {
  let bench: PlanningBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());
  const count = async () => (await rowsOf(bench.deps, 'LI')).length;

  it('makes every row a deadline of whoever owns it, with what is told around it', async () => {
    match((await bench.start('2026-12')).card, /De planning staat: 15 rijen/);
    equal(await count(), template.length);
    const drawn = await bench.row('k1-2026-12');
    deepEqual([drawn.owner, drawn.steward, drawn.month], [people.jan, people.jan, '2027-08']);
    equal(drawn.due, '2027-08-31T15:00:00.000Z');
    deepEqual(
      drawn.moments.map(({ name, to }) => `${name} ${to}`),
      [...['T-14 owner', 'T-7 owner', 'T-1 owner', 'T owner', 'T+1 owner', 'T+7 official', 'T+14 administrative']],
    );
    const adopted = await bench.row('k2-2026-12');
    equal(adopted.owner, people.els);
    deepEqual(adopted.dependsOn, [drawn.id]);
    deepEqual(adopted.levels.administrative, [people.els]);
    const goesOn = await bench.row('k6');
    deepEqual(goesOn.rhythm, { every: 2, unit: 'month' });
    deepEqual(
      goesOn.moments.map(({ name }) => name),
      ['T', 'T+7'],
    );
  });

  it('offers a month in the dialog, this one unless told otherwise', async () => {
    const { card } = await bench.click(people.jan, 'dialog planning/start', { centre: 'LI' });
    match(card, /"value":"2026-11"/);
    match(card, /november 2024[\s\S]*november 2028/);
  });

  it('makes nothing twice: not by the same click, not by another with the same month', async () => {
    const data = { centre: 'LI', month: '2026-12' };
    await bench.clickTwice(people.jan, 'submit planning/start-send', data);
    equal(await count(), template.length);
    match((await bench.start('2026-12')).card, /stond er al helemaal/);
    equal(await count(), template.length);
  });

  it('goes on where it stopped when the machine stops in the middle', async () => {
    const { deps } = bench;
    let left = 5;
    const commit: typeof deps.store.commit = (changes) =>
      left-- > 0 ? deps.store.commit(changes) : Promise.reject(new Error('stopped'));
    const asked = { actor: people.jan, at: deps.clock.now(), commandId: commandId('click') };
    const wish = { centre: 'LI', start: '2026-12' } as const;
    await rejects(start({ ...deps, store: { ...deps.store, commit } }, asked, wish), /stopped/);
    equal(await count(), 5);
    match((await bench.click(people.jan, 'action planning/board', {})).card, /Planning starten/);
    deepEqual(await start(deps, asked, wish), { ok: true, made: template.length - 5 });
    equal(await count(), template.length);
  });

  it('refuses a month that is none, one that is too far, and a second planning', async () => {
    match((await bench.start('soon')).card, /Maand: kies of vul in/);
    match((await bench.start('2024-01')).card, /hoogstens 24 maanden terug/);
    await bench.start('2026-12');
    equal((await bench.start('2027-01')).outcome, 'already-started');
    equal(await count(), template.length);
  });

  it('refuses whoever does not lead the centre, and a centre that nobody leads', async () => {
    for (const person of [people.wim, people.marieke, people.miriam, people.hanna]) {
      const data = { centre: 'LI', month: '2026-12' };
      equal((await bench.click(person, 'submit planning/start-send', data)).outcome, 'not-allowed');
      equal((await bench.click(person, 'dialog planning/start', data)).outcome, 'not-allowed');
    }
    equal(await count(), 0);
  });

  it('lets an official of the centre start it', async () => {
    const data = { centre: 'LI', month: '2026-12' };
    equal((await bench.click(people.judith, 'submit planning/start-send', data)).outcome, 'done');
    equal((await bench.row('k1-2026-12')).owner, people.jan);
  });
});
