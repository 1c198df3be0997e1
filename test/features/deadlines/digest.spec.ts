import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { cardBytes } from '../../../src/teams/render.ts';
import { type DeadlinesBench, openBench, people } from './bench.ts';

const { fatima, marieke, erik } = people;
const digest = 'deadlines/digest';

describe('deadlines: the overview of a morning', () => {
  let bench: DeadlinesBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const titled = (text: string) => ({ nl: text, en: text });
  /** Four for Fatima that are told on Wednesday the 25th: late since Tuesday, today, this week and later. */
  async function busyMorning(): Promise<void> {
    await bench.keep({ id: 'late', title: titled('Te late taak'), due: '2026-11-24T16:00:00.000Z' });
    await bench.keep({ id: 'today', title: titled('Taak van vandaag'), due: '2026-11-25T16:00:00.000Z' });
    await bench.keep({ id: 'week', title: titled('Taak van morgen'), due: '2026-11-26T16:00:00.000Z' });
    await bench.keep({ id: 'later', title: titled('Latere taak') });
    await bench.morningOf('2026-11-25');
  }
  const slotOf = async () => Object.keys((await bench.inboxOf(fatima)).digests).at(-1) ?? '';

  it('has late, today, this week and later, in that order, with buttons', async () => {
    await busyMorning();
    const card = await bench.newest(fatima, digest);
    match(card, /Te laat.*Te late taak.*Vandaag.*Taak van vandaag.*Deze week.*Taak van morgen.*Later.*Latere taak/);
    equal([...card.matchAll(/"type":"Action.Execute","title":"Gedaan"/g)].length, 4);
    match(card, /woensdag 2 december 2026, over 7 dagen/);
  });

  it('says what others owe to whoever answers for it', async () => {
    for (const id of ['a', 'b', 'c', 'd'])
      await bench.keep({ id, owner: marieke, steward: marieke, title: titled(`Taak ${id}`) });
    await bench.keep({ id: 'theirs', title: titled('Van Fatima'), due: '2026-11-26T16:00:00.000Z' });
    await bench.morningOf('2026-11-25');
    match(await bench.newest(marieke, digest), /Wacht op anderen.*Van Fatima.*Fatima El Amrani/);
  });

  it('is brought in step when something in it is done', async () => {
    await busyMorning();
    const slot = await slotOf();
    const shown = await bench.click(fatima, 'action deadlines/done', { deadline: 'late', slot });
    equal(shown.outcome, 'done');
    match(shown.card, /Klaar of niet meer van jou.*Te late taak.*Gedaan door Fatima El Amrani/);
    await bench.told();
    const card = await bench.newest(fatima, digest);
    match(card, /Klaar of niet meer van jou.*Te late taak/);
    doesNotMatch(card, /"text":"Te laat"/);
  });

  it('does nothing for somebody else who clicks it', async () => {
    await busyMorning();
    const shown = await bench.click(erik, 'action deadlines/done', { deadline: 'late', slot: await slotOf() });
    equal(shown.outcome, 'not-yours');
    equal((await bench.fileOf('late')).stage, 'open');
  });

  it('stays below what Teams takes, says how many more there are, and leads to all of them', async () => {
    const name = 'met een lange naam '.repeat(5);
    const days = { late: '24', today: '25', week: '26', later: '30' };
    for (let number = 0; number < 40; number++) {
      for (const [when, day] of Object.entries(days)) {
        const about = { title: titled(`Taak ${number} ${name}`), due: `2026-11-${day}T16:00:00.000Z` };
        await bench.keep({ ...about, id: `${when}-${number}`, steward: fatima });
        if (number < 10)
          await bench.keep({ ...about, id: `theirs-${when}-${number}`, steward: fatima, owner: marieke });
      }
    }
    await bench.morningOf('2026-11-25');
    const card = await bench.newest(fatima, digest);
    match(card, /en nog 35/);
    match(card, /"title":"Al mijn termijnen"/);
    ok(cardBytes(JSON.parse(card) as never) < 60_000, String(cardBytes(JSON.parse(card) as never)));
  });
});
