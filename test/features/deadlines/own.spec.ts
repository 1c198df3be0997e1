import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { cardBytes } from '../../../src/teams/render.ts';
import { type DeadlinesBench, openBench, people } from './bench.ts';

const { fatima, jan, erik, nobody } = people;
const bsn = '111222333';

describe('deadlines: of one’s own', () => {
  let bench: DeadlinesBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const filled = { title: 'Jaarverslag', day: '2026-12-02', kind: 'one-off', rhythm: 'month-1', owner: fatima };
  const send = (rest: object = {}) =>
    bench.click(fatima, 'submit deadlines/own-send', { deadline: 'own-1', ...filled, ...rest });
  const list = (rest: object = {}) => bench.click(fatima, 'action deadlines/list', rest);

  describe('a new one', () => {
    it('is kept, stands on the list, and is brought to mind', async () => {
      match((await bench.click(fatima, 'dialog deadlines/own')).card, /"deadline":"own-made-/);
      match((await send()).card, /Staat genoteerd: woensdag 2 december 2026/);
      match((await list()).card, /Later.*Jaarverslag.*woensdag 2 december 2026, over 9 dagen/);
      await bench.morningOf('2026-11-25');
      match(await bench.newest(fatima), /Jaarverslag/);
    });
    it('is one, also when it is sent twice', async () => {
      await send();
      equal((await send({ title: 'Iets anders' })).outcome, 'done');
      equal((await bench.fileOf('own-1')).title.nl, 'Jaarverslag');
    });
    it('comes back when it is to', async () => {
      await send({ kind: 'recurring', rhythm: 'week-2' });
      deepEqual((await bench.fileOf('own-1')).rhythm, { every: 2, unit: 'week' });
    });
    it('is a colleague’s, who hears of it at once and may give it back', async () => {
      await send({ owner: jan });
      await bench.told();
      match(await bench.newest(jan), /Nieuw voor jou.*Jaarverslag.*Niet mijn taak/);
      const { owner, steward } = await bench.fileOf('own-1');
      deepEqual([owner, steward], [jan, fatima]);
    });
    it('is refused without title or day, in the past, for nobody, and with personal data', async () => {
      match((await send({ title: '' })).card, /Schrijf in een paar woorden/);
      match((await send({ day: 'morgen' })).card, /Kies een datum/);
      match((await send({ day: '2026-11-20' })).card, /Deze datum is voorbij/);
      match((await send({ owner: nobody })).card, /Deze persoon ken ik niet/);
      const personal = await send({ title: `Bel ${bsn}` });
      match(personal.card, /burgerservicenummer/);
      doesNotMatch(personal.card + bench.logged(), new RegExp(bsn));
      match((await list()).card, /Er staat niets voor je open/);
    });
    it('never takes the place of what is kept already', async () => {
      await send();
      const stolen = await bench.click(erik, 'submit deadlines/own-send', {
        deadline: 'own-1',
        ...filled,
        owner: erik,
      });
      equal(stolen.outcome, 'not-yours');
      equal((await bench.fileOf('own-1')).owner, fatima);
    });
  });

  describe('the list', () => {
    it('is what somebody asks for in words, in both languages', async () => {
      await send();
      for (const text of [
        'Mijn termijnen',
        'wat moet ik deze week doen?',
        'my deadlines',
        'herinner me',
        'reminder settings',
      ])
        match((await bench.say(fatima, text))?.card ?? text, /Jaarverslag.*Nieuwe termijn/);
    });
    it('is shown in their own chat only', async () =>
      match((await bench.say(fatima, 'mijn termijnen', 'channel'))?.text ?? '', /in je eigen chat/));
    it('is not for whom the directory does not know', async () =>
      equal((await bench.click(nobody, 'action deadlines/list')).outcome, 'not-yours'));
    it('holds nothing that is done or somebody else’s', async () => {
      await send();
      await bench.click(fatima, 'action deadlines/done', { deadline: 'own-1', list: true });
      await bench.keep({ owner: jan });
      doesNotMatch((await list()).card, /Jaarverslag|"title":"Gedaan"/);
    });
    it('goes on where the page ends, and fits', async () => {
      for (let number = 10; number < 40; number++) await bench.keep({ id: `task-${number}`, plan: 'light' });
      const first = await list();
      match(first.card, /"title":"Toon meer"/);
      equal(cardBytes(JSON.parse(first.card) as never) < 60_000, true);
      doesNotMatch((await list({ page: 2 })).card, /Toon meer/);
    });
  });

  describe('settings', () => {
    const hours = { from: '10:00', until: '16:00', weekdays: '1,2,3', rhythm: 'weekly', language: 'en' };
    const away = { awayFrom: '2026-12-01', awayUntil: '2026-12-10', deputy: jan };
    const set = (rest: object = {}) =>
      bench.click(fatima, 'submit deadlines/preferences-send', {
        ...hours,
        awayFrom: '',
        awayUntil: '',
        deputy: '',
        ...rest,
      });

    it('are kept, and stand in the dialog the next time', async () => {
      match((await set(away)).card, /Your settings are saved|Je instellingen zijn bewaard/);
      const { preferences, absence } = await bench.inboxOf(fatima);
      deepEqual(preferences, { from: '10:00', until: '16:00', weekdays: [1, 2, 3], rhythm: 'weekly', language: 'en' });
      deepEqual(absence, { from: '2026-12-01', until: '2026-12-10', deputy: jan });
      const again = await bench.click(fatima, 'dialog deadlines/preferences');
      match(again.card, /"value":"10:00".*"value":"1,2,3".*"value":"2026-12-10"/);
    });
    it('end an absence when it is emptied', async () => {
      await set(away);
      await set();
      equal((await bench.inboxOf(fatima)).absence, undefined);
    });
    it('are refused when they cannot be', async () => {
      match((await set({ until: '09:00' })).card, /“Tot” ligt niet na “vanaf”/);
      match((await set({ from: 'vroeg' })).card, /“Tot” ligt niet na “vanaf”/);
      match((await set({ weekdays: '' })).card, /Kies minstens één dag/);
      match((await set({ ...away, deputy: '' })).card, /Vul bij afwezigheid/);
      match((await set({ ...away, deputy: fatima })).card, /Je kunt jezelf niet vervangen/);
      match((await set({ ...away, deputy: nobody })).card, /Deze persoon ken ik niet/);
      match((await set({ ...away, awayUntil: '2026-11-30' })).card, /ligt vóór de eerste/);
    });
    it('are not for whom the directory does not know', async () =>
      equal((await bench.click(nobody, 'dialog deadlines/preferences')).outcome, 'not-yours'));
  });
});
