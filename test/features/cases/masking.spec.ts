import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { Locale } from '../../../src/core/locale.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { guardFields } from '../../../src/features/cases/guard-form.ts';
import { guardTyped } from '../../../src/features/cases/intake-form.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo } from './standing.ts';
import { applicant, chair, director, draft, id, inClosing, inConference, returned, submitted } from './stories.ts';

const phone = '06-12345678';
const handOver = { outcome: 'return', reason: 'r', alternative: 'a', owner: 'o', ownerBy: '2026-12-01' };
const closing = { outcome: 'partly', lessonsCooperation: 'a', lessonsContent: 'b' };

describe('personal data in a dialog', () => {
  const looked = (
    typed: string,
    { longest = 2_000, locale = 'nl' }: Readonly<{ longest?: number; locale?: Locale }> = {},
  ) => {
    const lines: object[] = [];
    const log = { info: (line: object) => void lines.push(line) };
    const name = { nl: 'Toelichting', en: 'Note' };
    const sent = { actor: { locale }, data: { note: typed, other: 'blijft' } };
    const { typed: kept, problems } = guardFields({ log }, sent, { note: { name, longest } });
    return { note: kept['note'], other: kept['other'], problems: problems.map((text) => text[locale]), lines };
  };

  it('is covered where it stands, with a line on what to write instead', () => {
    const { note, other, problems, lines } = looked('Geboren 03-05-2009,\nDorpsstraat 12; bel 06-12345678 of a@b.nl.');
    strictEqual(note, 'Geboren [geboortedatum],\n[adres]; bel [telefoonnummer] of [mailadres].');
    strictEqual(other, 'blijft');
    deepStrictEqual(problems, [
      'Bij “Toelichting” is afgedekt: een geboortedatum, een adres, een telefoonnummer, een mailadres. ' +
        'Noem de leeftijd; bij een aanmelding is daar een veld voor. Noem de gemeente; bij een aanmelding is daar een veld voor. ' +
        'Contact gaat via de voorzitter of een collega in Teams. Er is nog niets bewaard: lees na en verstuur opnieuw.',
    ]);
    deepStrictEqual(lines, [{ guarded: ['note: birth-date', 'note: address', 'note: phone', 'note: email'] }]);
  });

  it('is covered in the language of who typed it', () => {
    const { note, problems } = looked('call 06-12345678', { locale: 'en' });
    strictEqual(note, 'call [telephone number]');
    match(problems.join(), /^Covered in “Note”: a telephone number\. Contact goes/);
  });

  it('is not found again in what was covered', () => {
    const { note = '' } = looked('Geboren 03-05-2009, Dorpsstraat 12 5911 AB; bel 06-12345678 of a@b.nl.');
    deepStrictEqual(looked(note).problems, []);
  });

  it('is covered by dots where words do not fit, so that nothing typed is lost', () => {
    const text = `${'a'.repeat(20)} ${phone}`;
    strictEqual(looked(text, { longest: text.length }).note, `${'a'.repeat(20)} […]`);
  });

  it('empties the field when it is a number that identifies, whatever else is in it', () => {
    const { note, problems } = looked(`bsn 111222333, bel ${phone}`);
    strictEqual(note, '');
    strictEqual(problems.length, 1);
    match(problems.join(), /burgerservicenummer te staan\. Het veld is leeggemaakt/);
  });

  it('changes nothing in a text without any', () => {
    deepStrictEqual(looked('Zitting 4 mei 2026 om 09:45\n\n  in Roermond'), {
      ...{ note: 'Zitting 4 mei 2026 om 09:45\n\n  in Roermond', other: 'blijft' },
      ...{ problems: [], lines: [] },
    });
  });

  it('is not left in part of a made-up name, a municipality or a number', () => {
    const { kept, faults } = guardTyped({ pseudonym: `Wolf ${phone}`, shareScope: `Bel ${phone}` }, 'nl');
    deepStrictEqual(kept, { shareScope: 'Bel [telefoonnummer]' });
    deepStrictEqual(faults, [
      { field: 'pseudonym', fault: 'personal-data', kind: 'phone' },
      { field: 'shareScope', fault: 'covered', kinds: ['phone'] },
    ]);
  });

  describe('comes back covered, and is kept only when it is sent again:', () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await openBench();
    });
    afterEach(() => bench.store.close());

    const kept = async () => JSON.stringify(await bench.store.history(caseStream(id)));
    const doors = [
      [draft(), applicant, 'submit cases/intake-save-who', { familyInformed: 'no' }, 'familyNotInformedBecause'],
      [draft(), applicant, 'submit cases/intake-save-question', {}, 'careQuestion'],
      [submitted(), chair, 'submit cases/triage-decide', handOver, 'reason'],
      [inConference(), chair, 'submit cases/closing-send', closing, 'lessonsContent'],
      [inClosing(), director, 'submit cases/send-back-send', {}, 'reason'],
      [returned(), chair, 'submit cases/reopen-send', {}, 'reason'],
    ] as const;
    for (const [history, who, button, rest, field] of doors) {
      it(`${field} (${button})`, async () => {
        await bringTo(bench.store, history);
        const before = await kept();
        const send = (text: string) => bench.click(who, button, { case: id, ...rest, [field]: text });
        const shown = await send(`Bel ${phone}.`);
        strictEqual(shown.outcome, 'faults');
        ok(shown.card.includes('"value":"Bel [telefoonnummer]."') && shown.card.includes('Contact gaat via'));
        ok(!`${shown.card}${bench.logged()}`.includes(phone));
        strictEqual(await kept(), before);
        ok((await send('Bel [telefoonnummer].')).outcome !== 'faults');
        ok((await kept()).includes('Bel [telefoonnummer].'));
      });
    }
  });
});
