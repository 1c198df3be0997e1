import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { sendInbox } from '../../../src/features/deadlines/deadlines-desk.ts';
import { type DeadlinesBench, dueDay, openBench, people } from './bench.ts';

const { fatima, marieke, tom, jan, erik, nobody } = people;
const about = { deadline: 'case-7' };
const bsn = '111222333';

describe('deadlines: a reminder', () => {
  let bench: DeadlinesBench;
  beforeEach(async () => {
    bench = await openBench();
    await bench.keep();
  });
  afterEach(() => bench.close());

  const form = (actor: PersonId, what: string, rest: object = {}) =>
    bench.click(actor, 'submit deadlines/form-send', { ...about, what, ...rest });
  const stage = async () => (await bench.fileOf()).stage;
  /** Fatima is away for a week and has Jan stand in. */
  async function away(): Promise<void> {
    const order = { at: bench.deps.clock.now(), by: fatima, commandId: commandId('away') };
    const absence = { from: '2026-11-23', until: '2026-11-30', deputy: jan };
    const data = { at: order.at.toISOString(), person: fatima, absence };
    await sendInbox(bench.deps, order, { type: 'SetAbsence', data });
  }

  describe('says what, when and why', () => {
    it('to its owner, with what can be done about it', async () => {
      await bench.morningOf('2026-11-25');
      const card = await bench.newest(fatima);
      for (const text of ['Eerste overleg plannen', 'Casus LI-2026-0002', 'woensdag 2 december 2026, over 7 dagen'])
        match(card, new RegExp(text));
      match(card, /Jij zorgt hiervoor/);
      for (const button of ['Gedaan', 'Uitstellen', 'Overdragen', 'Niet mijn taak', 'Over 1 dag', 'Over 1 week'])
        match(card, new RegExp(`"title":"${button}"`));
    });
    it('also the next working day, when it is late', async () => {
      await bench.morningOf('2026-12-03');
      match(await bench.newest(fatima), /woensdag 2 december 2026, 1 dag te laat/);
    });
    it('in the language of who reads it', async () => {
      await bench.morningOf('2026-11-25');
      const last = bench.sent.at(-1);
      match(last ? await bench.seen(last, 'en') : '', /Wednesday 2 December 2026, in 7 days/);
    });
    it('with the button that does the work, and no other, for what is kept by doing', async () => {
      const deed = { title: { nl: 'Beoordeel', en: 'Decide' }, verb: 'cases/triage-form', data: { case: 'c1' } };
      await bench.keep({ id: 'case-8', deed: { ...deed, on: 'dialog' } });
      await bench.morningOf('2026-11-25');
      const card = await bench.newest(fatima);
      match(card, /"title":"Beoordeel".*"case":"c1"/);
      doesNotMatch(card, /Uitstellen|"Gedaan"/);
      match(card, /Over 1 week/);
    });
    it('and what has to come before it', async () => {
      const first = { id: 'first', title: { nl: 'Opstellen', en: 'Write' }, due: '2026-11-24T16:00:00.000Z' };
      await bench.keep({ ...first, owner: tom });
      await bench.keep({ dependsOn: [(await bench.fileOf('first')).id] });
      await bench.morningOf('2026-11-25');
      match(await bench.newest(fatima), /Wacht op “Opstellen”: 1 dag te laat/);
    });
  });

  describe('is done', () => {
    it('with one click, and says so without any button', async () => {
      await bench.morningOf('2026-11-25');
      const shown = await bench.click(fatima, 'action deadlines/done', await bench.place(fatima));
      equal(shown.outcome, 'done');
      match(shown.card, /Gedaan door Fatima El Amrani op woensdag 25 november 2026/);
      doesNotMatch(shown.card, /"Uitstellen"/);
      await bench.told();
      match(await bench.newest(fatima), /Gedaan door Fatima El Amrani/);
    });
    it('once, however often is clicked', async () => {
      await bench.morningOf('2026-11-25');
      const place = await bench.place(fatima);
      await bench.clickTwice(fatima, 'action deadlines/done', place);
      const again = await bench.click(fatima, 'action deadlines/done', place);
      equal(again.outcome, 'already-ended');
      match(again.card, /al klaar of vervallen/);
      equal((await bench.fileOf()).kept.length, 1);
    });
    it('with a note that is read in a dialog only', async () => {
      await bench.morningOf('2026-11-25');
      equal((await form(fatima, 'done', { note: 'Gelukt op de tweede dag.' })).outcome, 'done');
      await bench.told();
      doesNotMatch(await bench.newest(fatima), /tweede dag/);
      match((await bench.click(tom, 'dialog deadlines/open', about)).card, /tweede dag/);
    });
    it('not with personal data in the note', async () => {
      const shown = await form(fatima, 'done', { note: `Het bsn is ${bsn}.` });
      equal(shown.outcome, 'faults');
      match(shown.card, /burgerservicenummer/);
      doesNotMatch(shown.card + bench.logged(), new RegExp(bsn));
      equal(await stage(), 'open');
    });
    it('and comes back by its rhythm, on the day it always has', async () => {
      await bench.keep({ id: 'series', kind: 'recurring', rhythm: { every: 1, unit: 'month' } });
      const shown = await bench.click(fatima, 'submit deadlines/form-send', { deadline: 'series', what: 'done' });
      match(shown.card, /De volgende keer is zaterdag 2 januari 2027/);
      equal((await bench.fileOf('series')).stage, 'open');
    });
    it('by whoever stands in, while the owner is away', async () => {
      await away();
      await bench.morningOf('2026-11-25');
      match(await bench.newest(jan), /Je neemt waar voor Fatima El Amrani/);
      equal((await bench.click(jan, 'action deadlines/done', await bench.place(jan))).outcome, 'done');
    });
    it('by whoever answers for it', async () => equal((await form(marieke, 'done')).outcome, 'done'));
    it('not by a watcher, who may look', async () => {
      equal((await form(tom, 'done')).outcome, 'only-look');
      equal((await bench.click(tom, 'dialog deadlines/open', about)).outcome, 'opened');
      equal(await stage(), 'open');
    });
    it('not by an outsider, to whom it is as if there were none', async () => {
      for (const outsider of [erik, jan, nobody]) {
        const there = await bench.click(outsider, 'dialog deadlines/open', about);
        const nowhere = await bench.click(outsider, 'dialog deadlines/open', { deadline: 'other' });
        deepEqual([there.outcome, there.outcome], [nowhere.outcome, 'not-yours']);
        equal((await bench.click(outsider, 'action deadlines/done', about)).outcome, 'not-yours');
      }
      equal(await stage(), 'open');
    });
    it('not by saying so, when it is kept by doing', async () => {
      const deed = { title: { nl: 'Beoordeel', en: 'Decide' }, verb: 'cases/triage-form', data: {}, on: 'dialog' };
      await bench.keep({ id: 'case-8', deed: deed as never });
      equal((await bench.click(fatima, 'action deadlines/done', { deadline: 'case-8' })).outcome, 'kept-by-doing');
    });
  });

  describe('is postponed', () => {
    const later = { day: '2026-12-10', note: 'De gemeente is dicht.' };
    it('to a day, with a reason', async () => {
      await bench.morningOf('2026-11-25');
      match((await form(fatima, 'move', later)).card, /Verplaatst naar donderdag 10 december 2026/);
      await bench.told();
      match(await bench.newest(fatima), /Verplaatst naar donderdag 10 december 2026/);
      equal((await bench.fileOf()).moves[0]?.reason, 'De gemeente is dicht.');
    });
    it('not without a reason, to no day, to the same or to one that is over', async () => {
      match((await form(fatima, 'move', { ...later, note: '' })).card, /Schrijf kort waarom/);
      match((await form(fatima, 'move', { ...later, day: 'ooit' })).card, /Kies een datum/);
      match((await form(fatima, 'move', { ...later, day: '2026-12-02' })).card, /de datum die er al staat/);
      match((await form(fatima, 'move', { ...later, day: '2026-11-20' })).card, /Deze datum is voorbij/);
      equal((await bench.fileOf()).due, dueDay);
    });
    it('not once it is done', async () => {
      await form(fatima, 'done');
      equal((await form(fatima, 'move', later)).outcome, 'already-ended');
      equal((await bench.click(fatima, 'dialog deadlines/form', { ...about, what: 'move' })).outcome, 'already-ended');
    });
  });

  describe('is handed over', () => {
    it('to a colleague, who hears of it', async () => {
      await bench.morningOf('2026-11-25');
      match(
        (await form(fatima, 'hand-over', { person: jan, note: 'Jij kent ze.' })).card,
        /Jan Peeters krijgt bericht/,
      );
      await bench.told();
      match(await bench.newest(fatima), /Overgedragen aan Jan Peeters/);
      match(await bench.newest(jan), /Nieuw voor jou.*Jij zorgt hiervoor/);
      match((await bench.click(jan, 'dialog deadlines/open', about)).card, /Jij kent ze/);
    });
    it('not to nobody, nor to who has it', async () => {
      match((await form(fatima, 'hand-over', { person: nobody })).card, /Deze persoon ken ik niet/);
      match((await form(fatima, 'hand-over', { person: fatima })).card, /al van die persoon/);
    });
    it('and not done by whoever handed it over', async () => {
      await form(fatima, 'hand-over', { person: jan });
      equal((await form(fatima, 'done')).outcome, 'not-yours');
    });
  });

  describe('is not my task', () => {
    it('and goes back to whoever answers for it', async () => {
      await bench.morningOf('2026-11-25');
      match((await form(fatima, 'return', { note: 'Van het centrum.' })).card, /Teruggegeven aan Marieke Jansen/);
      await bench.told();
      match(await bench.newest(fatima), /Teruggegeven aan Marieke Jansen/);
      match(await bench.newest(marieke), /Nieuw voor jou/);
    });
    it('not without a reason', async () => match((await form(fatima, 'return')).card, /Schrijf kort waarom/));
    it('not when nobody else answers for it', async () => {
      await form(fatima, 'return', { note: 'Van het centrum.' });
      equal((await form(marieke, 'return', { note: 'Ook niet.' })).outcome, 'nobody-else');
    });
  });

  describe('comes back later', () => {
    it('as a new message, and the old one says when', async () => {
      await bench.morningOf('2026-11-25');
      const shown = await bench.click(fatima, 'action deadlines/snooze', { ...(await bench.place(fatima)), days: 1 });
      match(shown.card, /Je hoort dit weer op donderdag 26 november 2026/);
      doesNotMatch(shown.card, /"Gedaan"/);
      const before = bench.cardsTo(fatima).length;
      await bench.morningOf('2026-11-26');
      equal(bench.cardsTo(fatima).length, before + 2);
      match(await bench.newest(fatima), /over 6 dagen.*"Gedaan"/);
    });
    it('from a dialog too', async () => {
      await bench.morningOf('2026-11-25');
      const shown = await bench.click(fatima, 'submit deadlines/snooze', { ...about, days: 7 });
      match(shown.card, /Je hoort dit weer op woensdag 2 december 2026/);
    });
    it('not when there is none', async () =>
      equal(
        (await bench.click(fatima, 'submit deadlines/snooze', { ...about, days: 1 })).outcome,
        'nothing-to-snooze',
      ));
    it('not for an outsider', async () =>
      equal((await bench.click(erik, 'submit deadlines/snooze', { ...about, days: 1 })).outcome, 'not-yours'));
  });
});
