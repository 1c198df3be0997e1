import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { unguarded } from '../../../src/core/csv.ts';
import { planningDownload } from '../../../src/features/planning/index.ts';
import { openBench, people, type PlanningBench } from './bench.ts';

describe('planning: as a file', () => {
  let bench: PlanningBench;
  beforeEach(async () => {
    bench = await openBench();
    await bench.start('2026-06');
  });
  afterEach(() => bench.close());

  const fetched = async (format: string) => {
    const file = await planningDownload(bench.deps).run({ centre: 'LI', format });
    return { ...file, text: Buffer.from(file?.bytes ?? []).toString() };
  };
  const events = (calendar: string): readonly string[] =>
    calendar
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => event.replaceAll('\r\n ', ''));

  it('is a calendar of whole days, whose ids stay when a row moves', async () => {
    const { text, contentType, file } = await fetched('ics');
    deepEqual([contentType, file], ['text/calendar; charset=utf-8', 'planning-LI.ics']);
    match(text, /X-WR-TIMEZONE:Europe\/Amsterdam/);
    equal(events(text).length, 15);
    const k1 = (all: string) => events(all).find((event) => event.includes('UID:plan-LI-k1-2026-06@doorbraak')) ?? '';
    match(k1(text), /DTSTART;VALUE=DATE:20270226\r\n/);
    match(k1(text), /DTSTAMP:20261123T090000Z/);
    match(k1(text), /SUMMARY:Plan van aanpak opstellen/);
    const moved = { centre: 'LI', key: 'k1-2026-06', month: '2027-04', reason: 'Meer tijd.' };
    await bench.click(people.jan, 'submit planning/move-send', moved);
    match(k1((await fetched('ics')).text), /DTSTART;VALUE=DATE:20270430/);
  });

  it('names nobody, and says nothing that people wrote beside the rows', async () => {
    const note = { centre: 'LI', key: 'k9a-2026-06', note: 'Besproken met de gemeenten.' };
    await bench.click(people.jan, 'submit planning/done-send', note);
    for (const format of ['ics', 'csv']) {
      const { text } = await fetched(format);
      doesNotMatch(text, /Jan Peeters|Els Maes|Besproken|00000000-/);
    }
  });

  it('keeps what was typed from becoming a line or a formula of its own', async () => {
    const own = { centre: 'LI', key: 'own-1', kind: 'one-off', month: '2027-01', owner: people.judith };
    const title = '=HYPERLINK(1); dag,\nEND:VEVENT';
    equal((await bench.click(people.jan, 'submit planning/add-send', { ...own, title })).outcome, 'done');
    const event = events((await fetched('ics')).text).find((each) => each.includes('own-1')) ?? '';
    match(event, /SUMMARY:=HYPERLINK\(1\)\\; dag\\,\\nEND:VEVENT\r\n/);
    const { text } = await fetched('csv');
    match(text, /"'=HYPERLINK\(1\); dag,\nEND:VEVENT"/);
    equal(unguarded("'=HYPERLINK(1)"), '=HYPERLINK(1)');
    equal(unguarded("'s avonds"), "'s avonds");
  });

  it('is a table that changes nothing when it is read in again', async () => {
    await bench.click(people.jan, 'submit planning/add-send', {
      ...{ centre: 'LI', key: 'own-1', title: '-10% reiskosten', kind: 'recurring', every: '2' },
      ...{ month: '2027-01', owner: people.judith, dependsOn: 'k1-2026-06,k5-2026-06' },
    });
    await bench.click(people.jan, 'submit planning/done-send', { centre: 'LI', key: 'k9a-2026-06', note: '' });
    const { text, file } = await fetched('csv');
    equal(file, 'planning-LI.csv');
    match(text, /"LI";"k2-2026-06";"Plan van aanpak vaststellen";"one-off";"2027-02";"board";"k1-2026-06";"";"open"/);
    const result = await bench.import(text);
    deepEqual(result, {
      ...{ outcome: 'imported', kind: 'planning' },
      counts: { added: 0, changed: 0, unchanged: 16, closed: 0 },
    });
  });

  it('refuses a file of no centre or of another kind', async () => {
    for (const data of [
      { centre: 'XX', format: 'csv' },
      { centre: 'LI', format: 'pdf' },
    ])
      await planningDownload(bench.deps)
        .run(data)
        .then(
          () => Promise.reject(new Error('made')),
          () => undefined,
        );
  });
});
