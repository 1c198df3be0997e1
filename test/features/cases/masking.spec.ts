import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { guardFields } from '../../../src/features/cases/guard-form.ts';
import { guardTyped } from '../../../src/features/cases/intake-form.ts';
import type { Person } from '../../../src/features/directory/index.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo } from './standing.ts';
import { applicant, chair, director, draft, id, inClosing, inConference, returned, submitted } from './stories.ts';

const phone = '06-12345678';
const directory = { people: async () => [] };
const handOver = { outcome: 'return', reason: 'r', alternative: 'a', owner: 'o', ownerBy: '2026-12-01' };
const closing = { outcome: 'partly', lessonsCooperation: 'a', lessonsContent: 'b' };

const fatima: Person = { id: personId('p-1'), name: '', organisation: 'Gemeente Roermond', roles: [] };

describe('personal data in a dialog', () => {
  const looked = async (
    typed: string,
    { longest = 2_000, locale = 'nl' }: Readonly<{ longest?: number; locale?: Locale }> = {},
  ) => {
    const lines: object[] = [];
    const log = { info: (line: object) => void lines.push(line) };
    const name = { nl: 'Toelichting', en: 'Note' };
    const sent = { actor: { locale }, data: { note: typed, other: 'blijft' } };
    const { typed: kept, problems } = await guardFields({ log, deps: { directory } }, sent, {
      note: { name, longest },
    });
    return { note: kept['note'], other: kept['other'], problems: problems.map((text) => text[locale]), lines };
  };

  it('is covered where it stands, with a line on what to write instead', async () => {
    const { note, other, problems, lines } = await looked(
      'Geboren 03-05-2009,\nDorpsstraat 12; bel 06-12345678 of a@b.nl.',
    );
    strictEqual(note, 'Geboren [geboortedatum],\n[adres]; bel [telefoonnummer] of [mailadres].');
    strictEqual(other, 'blijft');
    deepStrictEqual(problems, [
      'Bij “Toelichting” is afgedekt: een geboortedatum, een adres, een telefoonnummer, een mailadres. ' +
        'Noem de leeftijd; bij een aanmelding is daar een veld voor. Noem de gemeente; bij een aanmelding is daar een veld voor. ' +
        'Contact gaat via de voorzitter of een collega in Teams. Er is nog niets bewaard: lees na en verstuur opnieuw.',
    ]);
    deepStrictEqual(lines, [{ guarded: ['note: birth-date', 'note: address', 'note: phone', 'note: email'] }]);
  });

  it('is covered in the language of who typed it', async () => {
    const { note, problems } = await looked('call 06-12345678', { locale: 'en' });
    strictEqual(note, 'call [telephone number]');
    match(problems.join(), /^Covered in “Note”: a telephone number\. Contact goes/);
  });

  it('is not found again in what was covered', async () => {
    const { note = '' } = await looked('Geboren 03-05-2009, Dorpsstraat 12 5911 AB; bel 06-12345678 of a@b.nl.');
    deepStrictEqual((await looked(note)).problems, []);
  });

  it('is covered by dots where words do not fit, so that nothing typed is lost', async () => {
    const text = `${'a'.repeat(20)} ${phone}`;
    strictEqual((await looked(text, { longest: text.length })).note, `${'a'.repeat(20)} …`);
  });

  it('empties the field when it is a number that identifies, whatever else is in it', async () => {
    const { note, problems } = await looked(`bsn 111222333, bel ${phone}`);
    strictEqual(note, '');
    strictEqual(problems.length, 1);
    match(problems.join(), /burgerservicenummer te staan\. Het veld is leeggemaakt/);
  });

  it('changes nothing in a text without any', async () => {
    deepStrictEqual(await looked('Zitting 4 mei 2026 om 09:45\n\n  in Roermond'), {
      ...{ note: 'Zitting 4 mei 2026 om 09:45\n\n  in Roermond', other: 'blijft' },
      ...{ problems: [], lines: [] },
    });
  });

  it('is not left in part of a made-up name, a municipality or a number', async () => {
    const { kept, faults } = guardTyped({ pseudonym: `Wolf ${phone}`, shareScope: `Bel ${phone}` }, { locale: 'nl' });
    deepStrictEqual(kept, { shareScope: 'Bel [telefoonnummer]' });
    deepStrictEqual(faults, [
      { field: 'pseudonym', fault: 'personal-data', kind: 'phone' },
      { field: 'shareScope', fault: 'covered', kinds: ['phone'] },
    ]);
  });

  describe('that is a likely name', () => {
    const staff = { people: async () => [{ ...fatima, name: 'Fatima El Amrani' }] };
    const asked = async (data: object, alias = 'Xylo') => {
      const lines: object[] = [];
      const log = { info: (line: object) => void lines.push(line) };
      const fields = { note: { name: { nl: 'Toelichting', en: 'Note' } }, why: { name: { nl: 'Waarom', en: 'Why' } } };
      const sent = { actor: { locale: 'nl' }, data: { ...data }, alias } as const;
      const { typed, problems } = await guardFields({ log, deps: { directory: staff } }, sent, fields);
      return { typed, problems, lines };
    };

    it('stays as it was typed, and is asked about once for all fields', async () => {
      const typed = { note: 'Finn slaapt slecht', why: 'moeder Karin belde' };
      const { problems, lines, ...shown } = await asked(typed);
      deepStrictEqual(shown.typed, typed);
      strictEqual(problems.length, 1);
      match(problems[0]?.nl ?? '', /^Bij “Toelichting”, “Waarom” lijkt de naam van/);
      deepStrictEqual(lines, [{ guarded: ['note: name', 'why: name'] }]);
    });

    it('is covered, kept or left by what was answered, which is noted without the name', async () => {
      const typed = { note: 'Finn slaapt slecht' };
      const after = async (names: string) => asked({ ...typed, names });
      const mask = await after('mask');
      deepStrictEqual([mask.typed, mask.problems], [{ note: '[naam] slaapt slecht' }, []]);
      for (const answer of ['colleague', 'right'] as const) {
        const { typed: kept, problems, lines } = await after(answer);
        deepStrictEqual([kept, problems, lines], [typed, [], [{ names: answer }]]);
      }
      strictEqual((await after('anything')).problems.length, 1);
    });

    it('is not asked about when it is that of a colleague, or the made-up name of the case', async () => {
      const { problems } = await asked({ note: 'Fatima sprak met meisje Xylo en mevrouw El Amrani' });
      deepStrictEqual(problems, []);
    });

    it('does not let other personal data pass, whatever was answered', async () => {
      const { typed, problems } = await asked({ note: `Finn: ${phone}`, names: 'right' });
      deepStrictEqual([typed['note'], problems.length], ['Finn: [telefoonnummer]', 1]);
    });
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

    for (const [history, who, button, rest, field] of doors) {
      it(`a likely name, with a choice below the line (${field}, ${button})`, async () => {
        await bringTo(bench.store, history);
        const before = await kept();
        const send = (more: object) =>
          bench.click(who, button, { case: id, ...rest, [field]: 'Finn slaapt.', ...more });
        const shown = await send({});
        strictEqual(shown.outcome, 'faults');
        match(
          shown.card,
          /lijkt de naam van[^}]*\}\]\},\{"type":"Input.ChoiceSet","id":"names".*"value":"Finn slaapt\."/,
        );
        deepStrictEqual([await kept(), bench.logged().includes('Finn')], [before, false]);
        ok((await send({ names: 'mask' })).outcome !== 'faults');
        ok((await kept()).includes('[naam] slaapt.'));
      });
    }
  });
});
