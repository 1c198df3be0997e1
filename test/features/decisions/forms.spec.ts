import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { amountIn, linksIn, readContent, typedOf } from '../../../src/features/decisions/write-form.ts';
import { readRuling } from '../../../src/features/decisions/ruling-form.ts';
import { majorityNames, secrecies } from '../../../src/features/voting/index.ts';
import { subjects } from '../../../src/features/decisions/subjects.ts';
import { refusalText } from '../../../src/features/decisions/texts.ts';
import {
  author,
  byBoard,
  deciding,
  decidingAdvised,
  decidingOnCase,
  fileAfter,
  holder,
  later,
  ruled,
  adopting,
  stranger,
  voted,
} from './samples.ts';

describe('what is typed in a proposal', () => {
  const typed = { subject: 'budget', name: 'Woning', text: 'Huren.', amount: '', links: '', advice: 'false' };

  it('is read as content', () => {
    deepEqual(readContent(typed), {
      ok: true,
      content: { subject: 'budget', title: 'Woning', text: 'Huren.', links: [], wantsAdvice: false },
    });
    deepEqual(readContent({ ...typed, amount: '€ 1.250,50', advice: 'true' }), {
      ok: true,
      content: {
        ...{ subject: 'budget', title: 'Woning', text: 'Huren.', links: [], wantsAdvice: true, amountCents: 125_050 },
      },
    });
  });

  it('says everything that is wrong at once', () => {
    const read = readContent({ amount: 'x', links: 'y' });
    ok(!read.ok);
    equal(read.problems.length, 5);
  });

  const line = /^https:\/\/[\w./-]+$/;
  for (const [text, links] of [
    ['', []],
    ['https://stukken.example/a', [{ title: 'stukken.example', url: 'https://stukken.example/a' }]],
    ['Plan: https://stukken.example/a', [{ title: 'Plan', url: 'https://stukken.example/a' }]],
    ['\n Plan – https://stukken.example/a \n\n', [{ title: 'Plan', url: 'https://stukken.example/a' }]],
  ] as const) {
    it(`finds ${links.length} links in ${JSON.stringify(text)}`, () => {
      deepEqual(linksIn(text), links);
      ok(links.every(({ url }) => line.test(url)));
    });
  }

  for (const text of [
    'http://onveilig.example',
    'javascript:alert(1)',
    'https://',
    'plan.docx',
    '[x](https://stukken.example/a)',
    'https://a.example/(x)',
    Array.from({ length: 6 }, (_, index) => `https://a.example/${index}`).join('\n'),
  ]) {
    it(`finds no links in ${JSON.stringify(text.slice(0, 40))}`, () => {
      equal(linksIn(text), undefined);
    });
  }

  it('is the same after it was shown again, whatever it was', () => {
    const plain = { noNullPrototype: true };
    const word = fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9})?$/);
    const url = fc.webUrl({ validSchemes: ['https'] }).filter((text) => !/[()<>[\]\s]/.test(text));
    const voting = fc.record(
      {
        ...{ secrecy: fc.constantFrom(...secrecies), majority: fc.constantFrom(...majorityNames) },
        ...{ quorumPercent: fc.integer({ min: 51, max: 100 }), closeEarly: fc.boolean() },
        days: fc.integer({ min: 1, max: 60 }),
      },
      { ...plain, requiredKeys: ['secrecy', 'majority', 'quorumPercent', 'closeEarly'] },
    );
    const contents = fc.record(
      {
        ...{ subject: fc.constantFrom(...subjects), title: word, text: word, wantsAdvice: fc.boolean() },
        amountCents: fc.integer({ min: 0, max: 99_999_999_999 }),
        links: fc.array(fc.record({ title: word, url }, plain), { maxLength: 5 }),
        voting,
      },
      { ...plain, requiredKeys: ['subject', 'title', 'text', 'wantsAdvice', 'links'] },
    );
    fc.assert(
      fc.property(contents, (content) => {
        deepEqual(readContent(typedOf(content)), { ok: true, content });
      }),
    );
  });

  it('shows an amount as people type it', () => {
    deepEqual([0, 100, 2_400_000, 125_050, 5].map(amountIn), ['0', '1', '24000', '1250,50', '0,05']);
  });
});

describe('what is filled in for a decision', () => {
  const file = fileAfter(...deciding);
  const reading = { file, people: [author, holder], at: later };
  const typed = {
    ...{ verdict: 'adopt', motivation: 'Past.', owner: author, reviewOn: '2027-05-24', summary: 'Er komt een woning.' },
    ...{ conditions: '', whyNot: '', amount: '24000', amendment: '', alternative: '', contact: '', until: '' },
  };

  it('is read as a ruling, with what belongs to its verdict only', () => {
    deepEqual(readRuling({ ...typed, alternative: 'Iets anders', until: '2026-12-24', followed: 'yes' }, reading), {
      ok: true,
      ruling: {
        ...{ verdict: 'adopt', motivation: 'Past.', owner: author, reviewOn: '2027-05-24' },
        summary: 'Er komt een woning.',
      },
    });
    deepEqual(readRuling({ ...typed, verdict: 'postpone', until: '2026-12-24' }, reading), {
      ok: true,
      ruling: { verdict: 'postpone', motivation: 'Past.', until: '2026-12-24' },
    });
    deepEqual(readRuling({ ...typed, verdict: 'reject' }, reading), {
      ok: true,
      ruling: { verdict: 'reject', motivation: 'Past.', summary: 'Er komt een woning.' },
    });
    deepEqual(readRuling({ ...typed, verdict: 'adopt-amended', amount: '12.000' }, reading), {
      ok: true,
      ruling: {
        ...{ verdict: 'adopt-amended', motivation: 'Past.', owner: author, reviewOn: '2027-05-24' },
        ...{ amountCents: 1_200_000, summary: 'Er komt een woning.' },
      },
    });
  });

  it('takes nobody who cannot be chosen', () => {
    const read = readRuling({ ...typed, owner: stranger }, reading);
    deepEqual(read, { ok: false, problems: [refusalText('owner-missing')] });
  });

  it('keeps an answer to advice only when there was advice', () => {
    const advised = { ...reading, file: fileAfter(...decidingAdvised) };
    const read = readRuling({ ...typed, followed: 'no', whyNot: 'De nood is hoog.' }, advised);
    ok(read.ok);
    deepEqual([read.ruling.followed, read.ruling.whyNot], ['no', 'De nood is hoog.']);
    const followed = readRuling({ ...typed, followed: 'yes', whyNot: 'vergeten leeg te maken' }, advised);
    ok(followed.ok);
    equal(followed.ruling.whyNot, undefined);
  });

  it('keeps no summary about one case, and asks for a way on when it is a no', () => {
    const onCase = { ...reading, file: fileAfter(...decidingOnCase) };
    const read = readRuling(typed, onCase);
    ok(read.ok);
    equal(read.ruling.summary, undefined);
    deepEqual(readRuling({ ...typed, verdict: 'reject' }, onCase), {
      ok: false,
      problems: [refusalText('alternative-missing'), refusalText('contact-missing')],
    });
  });

  it('says everything that is wrong at once', () => {
    const read = readRuling({ verdict: 'adopt' }, reading);
    ok(!read.ok);
    deepEqual(
      read.problems,
      (['motivation-missing', 'owner-missing', 'review-past', 'summary-missing'] as const).map(refusalText),
    );
  });

  it('is what the body voted for', () => {
    const body = { ...reading, file: fileAfter(...voted('reject')) };
    deepEqual(readRuling(typed, body), { ok: false, problems: [refusalText('not-the-result')] });
  });

  it('is stored as it was granted', () => {
    const { decision } = fileAfter(
      ...deciding,
      ruled({ ...adopting, verdict: 'adopt-amended', amountCents: 1_200_000 }),
    );
    equal(decision?.amountCents, 1_200_000);
    equal(fileAfter(...deciding, ruled({ ...adopting, amountCents: 1 })).decision?.amountCents, 2_400_000);
    const { verdict, motivation } = adopting;
    const rejected = ruled({ verdict: 'reject', motivation, amountCents: 7 });
    deepEqual([verdict, fileAfter(...deciding, rejected).decision?.amountCents], ['adopt', undefined]);
    equal(fileAfter(...voted('adopt'), ruled(adopting, byBoard)).decision?.decides.by, 'body');
  });
});
