import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { keyIn } from '../../../src/features/planning/planning.ts';
import { rowsOf } from '../../../src/features/planning/planning-desk.ts';
import { openBench, people, type PlanningBench } from './bench.ts';

const k1 = { centre: 'LI', key: 'k1-2026-06' };
const outsiders = [people.wim, people.marieke, people.miriam, people.hanna];

describe('planning: a row in its dialog', () => {
  let bench: PlanningBench;
  beforeEach(async () => {
    bench = await openBench();
    await bench.start('2026-06');
  });
  afterEach(() => bench.close());

  it('shows everything of it, with what can be done for who may', async () => {
    const { card } = await bench.click(people.jan, 'dialog planning/row', { centre: 'LI', key: 'k2-2026-06' });
    match(card, /Plan van aanpak vaststellen/);
    match(card, /"title":"Wacht op","value":"Plan van aanpak opstellen"/);
    match(card, /"title":"Bron","value":"planning van een expertisecentrum, 2021"/);
    match(card, /"Verplaatsen"/);
    const looking = await bench.click(people.wim, 'dialog planning/row', k1);
    equal(looking.outcome, 'opened');
    ok(!looking.card.includes('"Verplaatsen"'));
  });

  it('refuses a row that is not there, and who is not of the centre', async () => {
    const gone = await bench.click(people.jan, 'dialog planning/row', { centre: 'LI', key: 'gone' });
    equal(gone.outcome, 'unknown-row');
    equal((await bench.click(people.hanna, 'dialog planning/row', k1)).outcome, 'not-allowed');
  });

  it('refuses every button of a change to who may only look, or not even that', async () => {
    const all = { ...k1, note: 'x', month: '2027-03', reason: 'x', title: 'x', kind: 'one-off', owner: people.jan };
    for (const person of outsiders) {
      for (const verb of ['done-send', 'drop-send', 'move-send', 'edit-send', 'add-send'] as const)
        equal((await bench.click(person, `submit planning/${verb}`, all)).outcome, 'not-allowed', verb);
      for (const what of ['done', 'move', 'drop', 'edit'])
        equal((await bench.click(person, 'submit planning/step', { ...k1, what })).outcome, 'not-allowed', what);
      equal((await bench.click(person, 'dialog planning/add', { centre: 'LI' })).outcome, 'not-allowed');
    }
  });

  it('opens a form for each thing that can be done', async () => {
    const texts = { done: /is gedaan/, move: /Nieuwe maand/, drop: /herinneringen stoppen/, edit: /Eigenaar/ };
    for (const [what, text] of Object.entries(texts)) {
      const shown = await bench.click(people.jan, 'submit planning/step', { ...k1, what });
      equal(shown.outcome, 'opened');
      match(shown.card, text);
    }
  });

  describe('done', () => {
    const done = (data: object = {}) =>
      bench.click(people.jan, 'submit planning/done-send', { ...k1, note: '', ...data });

    it('ends it, with a note that only the dialog shows', async () => {
      equal((await done({ note: 'Besproken met de gemeenten.' })).outcome, 'done');
      equal((await bench.row('k1-2026-06')).stage, 'done');
      match((await bench.click(people.wim, 'dialog planning/row', k1)).card, /gedaan\. Besproken met de gemeenten/);
      const board = await bench.click(people.jan, 'action planning/board', { centre: 'LI' });
      ok(!board.card.includes('Besproken'));
    });

    it('brings back what goes on at its next moment', async () => {
      equal((await done({ key: 'k6', note: 'Drie nieuwe experts.' })).outcome, 'done');
      const row = await bench.row('k6');
      deepEqual([row.stage, row.month, row.kept.length], ['open', '2027-03', 1]);
    });

    it('refuses personal data in the note, and what is over already', async () => {
      match((await done({ note: 'Bel 06-12345678' })).card, /Nog even aanpassen.*"value":"Bel \[telefoonnummer\]"/);
      equal((await bench.row('k1-2026-06')).stage, 'open');
      await done();
      equal((await done()).outcome, 'already-ended');
    });
  });

  describe('moved', () => {
    const move = (data: object) => bench.click(people.jan, 'submit planning/move-send', { ...k1, ...data });

    it('gets another month, with what is told around it', async () => {
      equal((await move({ month: '2027-04', reason: 'De gemeenten vragen meer tijd.' })).outcome, 'done');
      const row = await bench.row('k1-2026-06');
      deepEqual([row.month, row.due, row.moves[0]?.by], ['2027-04', '2027-04-30T15:00:00.000Z', people.jan]);
      match(
        (await bench.click(people.jan, 'dialog planning/row', k1)).card,
        /verplaatst naar april 2027\. De gemeenten/,
      );
      const next = await bench.click(people.jan, 'dialog planning/row', { centre: 'LI', key: 'k2-2026-06' });
      match(next.card, /Staat eerder dan “Plan van aanpak opstellen” \(april 2027\)/);
    });

    it('refuses no reason, the same month, a month that is over, and none', async () => {
      match((await move({ month: '2027-04', reason: '' })).card, /Schrijf op waarom/);
      match((await move({ month: '2027-02', reason: 'x' })).card, /staat al in die maand/);
      match((await move({ month: '2026-10', reason: 'x' })).card, /maand is voorbij/);
      match((await move({ month: '', reason: 'x' })).card, /Maand: kies of vul in/);
      equal((await bench.row('k1-2026-06')).moves.length, 0);
    });

    it('moves once, however often the same click comes', async () => {
      const data = { ...k1, month: '2027-04', reason: 'Meer tijd.' };
      await bench.clickTwice(people.jan, 'submit planning/move-send', data);
      equal((await bench.row('k1-2026-06')).moves.length, 1);
    });
  });

  describe('dropped', () => {
    const drop = (note: string) => bench.click(people.jan, 'submit planning/drop-send', { ...k1, note });

    it('leaves the board and is brought to mind no more', async () => {
      equal((await drop('Gaat op in het jaarplan.')).outcome, 'done');
      const row = await bench.row('k1-2026-06');
      deepEqual([row.stage, row.moments.length], ['dropped', 0]);
      const { card } = await bench.click(people.jan, 'action planning/board', { centre: 'LI' });
      ok(!card.includes('"Plan van aanpak opstellen"'));
    });

    it('refuses to be dropped without a reason', async () => {
      match((await drop(' ')).card, /Schrijf op waarom/);
      equal((await bench.row('k1-2026-06')).stage, 'open');
    });

    it('is dropped once', async () => {
      await drop('Gaat op in het jaarplan.');
      equal((await drop('Nog eens.')).outcome, 'already-ended');
    });
  });

  describe('changed', () => {
    const same = { title: 'Plan van aanpak opstellen', owner: people.jan, dependsOn: 'k9b-2026-06' };
    const change = (data: object) => bench.click(people.jan, 'submit planning/edit-send', { ...k1, ...same, ...data });

    it('gets other words, another owner and other rows that it waits for', async () => {
      const told = await change({
        title: 'Plan samen opstellen',
        owner: people.judith,
        dependsOn: 'k9a-2026-06,k5-2026-06',
      });
      equal(told.outcome, 'done');
      const row = await bench.row('k1-2026-06');
      deepEqual(row.title, { nl: 'Plan samen opstellen', en: 'Plan samen opstellen' });
      equal(row.owner, people.judith);
      deepEqual(row.dependsOn, ['plan-LI-k9a-2026-06', 'plan-LI-k5-2026-06']);
      equal(row.month, '2027-02');
    });

    it('gets another rhythm where it comes back', async () => {
      await change({ key: 'k10', title: 'Nieuwsbrief uitbrengen', dependsOn: '', every: '6' });
      deepEqual((await bench.row('k10')).rhythm, { every: 6, unit: 'month' });
      match((await change({ key: 'k10', every: '0' })).card, /1 tot 24/);
    });

    it('refuses no title, a circle, a row or a person that is not there, and personal data', async () => {
      match((await change({ title: '' })).card, /Schrijf op wat er moet gebeuren/);
      match((await change({ dependsOn: 'k2-2026-06' })).card, /wachten de rijen op elkaar/);
      match((await change({ dependsOn: 'gone' })).card, /staat niet in de planning/);
      match((await change({ owner: 'nobody' })).card, /niet in de adreslijst/);
      match((await change({ owner: '' })).card, /Eigenaar: kies of vul in/);
      match((await change({ title: 'Bel jan@voorbeeld.nl' })).card, /Nog even aanpassen/);
      equal((await bench.row('k1-2026-06')).title.nl, 'Plan van aanpak opstellen');
    });

    it('offers what may come first, and keeps what is done already', async () => {
      await bench.click(people.jan, 'submit planning/done-send', { centre: 'LI', key: 'k9b-2026-06', note: '' });
      const { card } = await bench.click(people.jan, 'submit planning/step', { ...k1, what: 'edit' });
      match(card, /"id":"dependsOn"[^\]]*"value":"k9b-2026-06"[^\]]*"value":"k9b-2026-06"/);
      for (const key of ['k1-2026-06', 'k6']) ok(!new RegExp(`"value":"${key}"`).test(card), key);
    });

    it('changes nothing when nothing is changed, and never opens what is over', async () => {
      const before = await bench.deps.store.load('deadline-plan-LI-k1-2026-06' as never);
      await change({});
      equal((await bench.deps.store.load('deadline-plan-LI-k1-2026-06' as never)).version, before.version);
      await bench.click(people.jan, 'submit planning/done-send', { ...k1, note: '' });
      equal((await change({ title: 'Anders' })).outcome, 'already-ended');
      equal((await bench.row('k1-2026-06')).stage, 'done');
    });
  });

  describe('added', () => {
    const own = {
      centre: 'LI',
      key: 'own-1',
      title: 'Regiodag',
      kind: 'one-off',
      month: '2027-01',
      owner: people.judith,
    };
    const add = (data: object = {}) => bench.click(people.jan, 'submit planning/add-send', { ...own, ...data });
    const added = async () => (await rowsOf(bench.deps, 'LI')).filter((row) => keyIn(row).startsWith('own-'));

    it('is a row like the others', async () => {
      match((await bench.click(people.jan, 'dialog planning/add', { centre: 'LI' })).card, /"own-made-1"/);
      equal((await add({ dependsOn: 'k9b-2026-06' })).outcome, 'done');
      const [row] = await added();
      deepEqual(
        [row?.title.nl, row?.owner, row?.steward, row?.month],
        ['Regiodag', people.judith, people.jan, '2027-01'],
      );
      match((await bench.click(people.jan, 'action planning/board', { centre: 'LI', page: 0 })).card, /Regiodag/);
    });

    it('comes back when it is told to', async () => {
      await add({ kind: 'recurring', every: '1' });
      deepEqual((await added())[0]?.rhythm, { every: 1, unit: 'month' });
      match((await add({ key: 'own-2', kind: 'recurring', every: '' })).card, /1 tot 24/);
    });

    it('refuses what is missing and a month that is over', async () => {
      match((await add({ title: '' })).card, /Schrijf op wat er moet gebeuren/);
      match((await add({ kind: 'daily' })).card, /Soort: kies of vul in/);
      match((await add({ month: '2026-10' })).card, /maand is voorbij/);
      match((await add({ month: '2027-13' })).card, /Maand: kies of vul in/);
      match((await add({ owner: 'nobody' })).card, /niet in de adreslijst/);
      deepEqual(await added(), []);
    });

    it('is added once, however often the form is sent', async () => {
      await add();
      equal((await add()).outcome, 'done');
      equal((await added()).length, 1);
    });
  });
});
