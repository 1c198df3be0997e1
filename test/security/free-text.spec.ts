import { deepStrictEqual, match as matches, ok, rejects, strictEqual } from 'node:assert/strict';
import { createCover } from '../../src/features/cases/cover.ts';
import { caseStream } from '../../src/features/cases/case.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import { directoryFeature } from '../../src/features/directory/index.ts';
import { findPersonalData } from '../../src/core/personal-data.ts';
import { type Bench, type Button, openBench } from '../features/cases/bench.ts';
import { bringTo } from '../features/cases/standing.ts';
import {
  applicant,
  chair,
  director,
  draft,
  id,
  inClosing,
  inConference,
  returned,
  submitted,
} from '../features/cases/stories.ts';

const about = { case: id };
const bsn = '111222333';
const refusedText = `Het bsn is ${bsn}.`;

type Door = Readonly<{
  history: readonly CaseEvent[];
  who: typeof chair;
  button: Button;
  fields: readonly string[];
  rest: object;
}>;
const handOver = { outcome: 'return', reason: 'r', alternative: 'a', owner: 'o', ownerBy: '2026-12-01' };
const closing = { outcome: 'partly', lessonsCooperation: 'a', lessonsContent: 'b' };
const whoFields = ['pseudonym', 'municipality', 'familyNotInformedBecause', 'shareScope', 'age', 'measureDate'];
const questionFields = ['careQuestion', 'parties', 'tried', 'youthVoice', 'parentsVoice', 'siblingCase', 'lifeAreas'];
/** No client lets a text be typed in these; one that was forged comes back as the choice it claims to be. */
const choices = ['ownerBy', 'helpers', 'processDirector'];
/** Every dialog that takes text. */
const doors: readonly Door[] = [
  { history: draft(), who: applicant, button: 'submit cases/intake-save-who', fields: whoFields, rest: {} },
  { history: draft(), who: applicant, button: 'submit cases/intake-next', fields: whoFields, rest: {} },
  { history: draft(), who: applicant, button: 'submit cases/intake-save-question', fields: questionFields, rest: {} },
  { history: draft(), who: applicant, button: 'submit cases/intake-back', fields: questionFields, rest: {} },
  { history: draft(), who: applicant, button: 'submit cases/intake-submit', fields: questionFields, rest: {} },
  {
    history: submitted(),
    who: chair,
    button: 'submit cases/triage-decide',
    fields: ['reason', 'alternative', 'owner', 'ownerBy', 'helpers', 'processDirector'],
    rest: { ...handOver, helpers: '', processDirector: '' },
  },
  { history: inConference(), who: chair, button: 'submit cases/involve-send', fields: ['tried'], rest: {} },
  { history: inConference(), who: chair, button: 'submit cases/person-add', fields: ['person'], rest: {} },
  {
    history: inConference(),
    who: chair,
    button: 'submit cases/closing-send',
    fields: ['lessonsCooperation', 'lessonsContent', 'adviceToOrganisations'],
    rest: closing,
  },
  { history: inClosing(), who: director, button: 'submit cases/send-back-send', fields: ['reason'], rest: {} },
  { history: returned(), who: chair, button: 'submit cases/reopen-send', fields: ['reason'], rest: {} },
];

describe('security: what people type', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const kept = async () => [await bench.store.load(caseStream(id)), await bench.store.history(caseStream(id))];

  for (const { history, who, button, fields, rest } of doors) {
    for (const field of fields) {
      it(`keeps nothing of a BSN in ${field} (${button}), and does not repeat it`, async () => {
        await bringTo(bench.store, history);
        const before = await kept();
        const shown = await bench.click(who, button, { ...about, ...rest, [field]: refusedText });
        ok(choices.includes(field) || !`${shown.card}${shown.text}`.includes(bsn), 'repeated');
        ok(!bench.logged().includes(bsn), 'logged');
        deepStrictEqual(await kept(), before);
      });
    }
  }

  it('asks to delete a sentence with a BSN, whatever else it asks, and neither keeps nor repeats it', async () => {
    for (const text of [refusedText, `casus LI-2026-0001 ${refusedText}`, `help 06-12345678 ${bsn}`, `status ${bsn}`]) {
      const shown = await bench.say(applicant, text);
      strictEqual(shown.outcome, 'personal-data', text);
      ok(!shown.text.includes(bsn));
    }
    ok(!bench.logged().includes(bsn));
  });

  it('reads the municipality out of a question in which an address was covered', async () => {
    const forget = (): void => undefined;
    const directory = { ...bench.deps.directory, bodies: async () => [], forget };
    const match = (text: string) => directoryFeature({ directory }).messages.map((route) => route.match(text));
    deepStrictEqual(match('waar kan ik terecht in Weert?'), [{ municipality: 'Weert' }]);
    const by = { ...bench.asked(chair), conversation: { id: 'c', kind: 'personal' } } as const;
    const cover = createCover({ ...bench.deps, log: { info: forget } });
    const { read } = await cover('waar kan ik terecht in Dorpsstraat 12, 1234 AB Weert', {
      ...by,
      actor: { id: chair, tenantId: 't', locale: 'nl' },
    });
    deepStrictEqual(match(read), [{ municipality: 'Weert' }]);
  });

  it('refuses a date that is none, so that no text gets in where a date is shown', async () => {
    await bringTo(bench.store, submitted());
    for (const ownerBy of ['z', '2026-13-01', '9999', '2026-12-01T00:00', ' ']) {
      const shown = await bench.click(chair, 'submit cases/triage-decide', { ...about, ...handOver, ownerBy });
      strictEqual(shown.outcome, 'owner-date-missing', ownerBy);
    }
    strictEqual((await bench.click(chair, 'dialog cases/details', about)).outcome, 'looked');
  });

  describe('the guard sees through', () => {
    const hidden: Readonly<Record<string, string>> = {
      'a tab': '111\t222\t333',
      'dots half-way up': '111·222·333',
      bullets: '111•222•333',
      underscores: '111_222_333',
      'three blanks': '111   222   333',
      'zero-width characters': '111\u200b222\u2060333',
      'soft hyphens': '111\u00ad222\u00ad333',
      'full-width digits': '１１１２２２３３３',
      'Arabic digits': '١١١٢٢٢٣٣٣',
      'digits with combining marks': '1\u0301112\u030122333',
      'a right-to-left mark': '\u200f111222333',
      'a non-breaking blank': '111\u00a0222\u00a0333',
    };
    for (const [how, text] of Object.entries(hidden)) {
      it(`${how} in a BSN`, () => {
        deepStrictEqual(
          findPersonalData(`nummer ${text} hier`).map(({ kind }) => kind),
          ['bsn'],
        );
      });
    }

    it('a tab in a phone number, a postcode and an account number', () => {
      const found = findPersonalData('06\t12345678 of\t1234\tAB of NL91\tABNA\t0417\t1643\t00');
      deepStrictEqual(
        found.map(({ kind }) => kind),
        ['phone', 'address', 'iban'],
      );
    });
  });

  it('takes in time a text made to be slow, as long as a request may be', () => {
    const size = 250_000;
    const patterns = [
      '1',
      '1 ',
      '1-',
      '@',
      'a@',
      'a.',
      'NL12',
      'Aa ',
      'Dorpsstraat ',
      'Jan (1-1-2011) ',
      '(',
      ' ',
      '\u0301',
    ];
    for (const pattern of patterns) {
      const text = pattern.repeat(size / pattern.length);
      const began = performance.now();
      findPersonalData(text);
      ok(performance.now() - began < 5_000, JSON.stringify(pattern));
    }
  }).timeout(30_000);

  it('names no text of a client in the fault of a list that was asked for with a made-up cursor', async () => {
    for (const after of [refusedText, '[1,2]', '{}', 'null', '"x"']) {
      const asked = bench.click(applicant, 'action cases/list', { scope: 'own', after });
      await rejects(asked, (error: Error) => {
        matches(error.message, /not the `next` of an earlier page/);
        return !String(error.stack).includes(bsn);
      });
    }
  });
});
