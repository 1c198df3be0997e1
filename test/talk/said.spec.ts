import { deepEqual, equal } from 'node:assert/strict';
import { prefillsOf, saidIn } from '../../src/talk/said.ts';

const when = { now: '2026-11-26T10:00:00.000Z', isHoliday: () => false, locale: 'nl' } as const;
const said = (text: string) => ({ ...saidIn(text, when), people: [] });
const labels = (intent: Parameters<typeof prefillsOf>[0], text: string): readonly string[] =>
  prefillsOf(intent, said(text)).map(({ label }) => label.nl.replaceAll('\u00A0', ' '));

describe('what a sentence says of days and amounts', () => {
  it('is said in full, and opens a form with it', () => {
    deepEqual(labels('taak_toevoegen', 'herinner me vrijdag over een week'), ['vrijdag 4 december 2026']);
    deepEqual(labels('beschikbaarheid', 'ik ben van 3 tot 10 mei weg'), [
      'maandag 3 mei 2027 tot en met maandag 10 mei 2027',
    ]);
    deepEqual(labels('geld_aanvragen', 'vraag 12.500 euro aan voor casus 14'), ['€ 12.500']);
    deepEqual(prefillsOf('geld_aanvragen', said('vraag € 1.250,50 aan'))[0]?.data, { cents: 125_050 });
    deepEqual(prefillsOf('beschikbaarheid', said('ik ben vrijdag weg'))[0]?.data, {
      ...{ from: '2026-11-27', until: '2026-11-27' },
    });
  });

  it('is asked when it can be more than one', () => {
    deepEqual(labels('taak_toevoegen', 'zet een taak op volgende vrijdag'), [
      ...['vrijdag 27 november 2026', 'vrijdag 4 december 2026'],
    ]);
    deepEqual(labels('geld_aanvragen', '€ 5000 of toch € 6000'), ['€ 5.000', '€ 6.000']);
    deepEqual(labels('taak_toevoegen', 'een taak van 3 tot 10 mei'), ['maandag 3 mei 2027', 'maandag 10 mei 2027']);
  });

  it('is an amount without euros only when it looks like one', () => {
    deepEqual(saidIn('wie beslist over 80.000', when).cents, [8_000_000]);
    deepEqual(saidIn('wie mag 2 ton goedkeuren', when).cents, [20_000_000]);
    for (const text of ['casus 14', 'LI-2026-0123', 'om 12.30 uur', 'over 3 weken'])
      deepEqual(saidIn(text, when).cents, [], text);
  });

  it('is nothing where a form has no use for it', () => {
    deepEqual(labels('casus_status', 'hoe stond het vrijdag met 5000 euro'), []);
    equal(saidIn('mijn casussen', when).days.length, 0);
  });
});
