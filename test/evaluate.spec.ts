import { deepEqual, equal, match } from 'node:assert/strict';
import { evaluateCommand } from '../src/evaluate.ts';
import type { Evaluation } from '../src/evaluation/experts.ts';

describe('npm run evaluate', () => {
  async function run(args: readonly string[], content?: unknown) {
    const printed: string[] = [];
    const errors: string[] = [];
    const code = await evaluateCommand(args, {
      readFile: async () => {
        if (content === undefined) throw new Error('ENOENT: no such file');
        return typeof content === 'string' ? content : JSON.stringify(content);
      },
      print: (line) => printed.push(line),
      printError: (line) => errors.push(line),
    });
    return { code, printed, errors: errors.join('\n') };
  }
  const file = ['experts', 'file.json'];
  const profiles = [
    { id: 1, region: 'Utrecht', text: 'Autisme' },
    { id: 'b', region: 'Limburg', text: 'Anorexia' },
    { id: 3, text: 'Schulden' },
  ];
  const measured = async (requests: unknown): Promise<Evaluation> => {
    const { code, printed } = await run(file, { profiles, requests });
    equal(code, 0);
    return JSON.parse(printed.join('\n')) as Evaluation;
  };

  it('gives full marks when all is found', async () => {
    deepEqual(await measured([{ text: 'autisme', relevant: { 1: 2 } }]), {
      profiles: 3,
      requests: 1,
      nDCGAt5: 1,
      firstHitRight: 1,
      recallAt5: 1,
      halves: {
        odd: { requests: 1, nDCGAt5: 1, firstHitRight: 1, recallAt5: 1 },
        even: { requests: 0, nDCGAt5: 0, firstHitRight: 0, recallAt5: 0 },
      },
      misses: [],
    });
  });

  it('counts gains of 3 and 1, discounted by the place', async () => {
    const evaluation = await measured([
      { text: 'schulden', relevant: { 3: 1, 1: 2 } },
      { text: 'anorexia', relevant: { 1: 1 } },
    ]);
    const { odd, even } = evaluation.halves;
    deepEqual(odd, { requests: 1, nDCGAt5: 0.2754, firstHitRight: 1, recallAt5: 0.5 });
    deepEqual(even, { requests: 1, nDCGAt5: 0, firstHitRight: 0, recallAt5: 0 });
    deepEqual(evaluation.misses, [
      { request: 1, found: ['3'], missing: ['1'] },
      { request: 2, found: ['b'], missing: ['1'] },
    ]);
  });

  it('says how it is used', async () => {
    for (const args of [[], ['experts'], ['cases', 'file.json'], [...file, 'more.json']]) {
      const { code, printed, errors } = await run(args, {});
      deepEqual([code, printed], [2, []]);
      match(errors, /^Usage: npm run evaluate -- experts\|intents/);
    }
  });

  it('says what is wrong with a file', async () => {
    const request = { text: 'autisme', relevant: { 1: 2 } };
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      [undefined, /no such file/],
      ['{', /not JSON/],
      [{ profiles }, /requests/],
      [{ profiles: [], requests: [request] }, /profiles/],
      [{ profiles: [...profiles, profiles[0]], requests: [request] }, /two profiles have the same id/],
      [{ profiles, requests: [{ ...request, relevant: { 1: 3 } }] }, /requests\[0\]\.relevant/],
      [{ profiles, requests: [{ ...request, relevant: {} }] }, /every request needs a relevant profile/],
      [{ profiles, requests: [{ ...request, relevant: { 9: 1 } }] }, /a relevant id is no profile/],
    ];
    for (const [content, message] of wrong) {
      const { code, printed, errors } = await run(file, content);
      deepEqual([code, printed], [1, []]);
      match(errors, message);
    }
  });

  it('measures how sentences, dates and personal data are understood', async () => {
    const figures = async (what: string, content: unknown) => {
      const { code, printed, errors } = await run([what, 'file.json'], content);
      equal(code, 0, errors);
      return JSON.parse(printed.join('\n')) as unknown;
    };
    const intents = { casus_status: { train: ['status casus 12', 'stand van zaken 2026-014'] } };
    const sentences = await figures('intents', { intents, outOfScope: ['wat kost een brood'], none: ['hoi'] });
    const right = { sentences: 2, accuracy: 1, top3: 1, acted: 1, precision: 1 };
    deepEqual(sentences, { ...right, kinds: { train: right }, outOfScope: { sentences: 2, acted: 0 }, misses: [] });
    const cases = [
      ['morgen', '2026-03-12'],
      ['12 t/m 26 juli', ['2026-07-12', '2026-07-26']],
      ['volgende vrijdag', '2026-03-20'],
      ['gisteren', null],
    ];
    deepEqual(await figures('dates', { reference: '2026-03-11T10:00:00', cases }), {
      ...{ sentences: 4, right: 0.5, asked: 1, silentlyWrong: 1 },
      misses: [
        { text: 'volgende vrijdag', meant: '2026-03-20', found: ['2026-03-13', '2026-03-20'] },
        { text: 'gisteren', meant: null, found: '2026-03-10' },
      ],
    });
    const guarded = await figures('guard', {
      positive: ['bsn {{BSN:111222333}}', '{{NAME:Sem}} is 14'],
      ...{ negative: ['Karin is ziek', 'mail a@b.nl'], roster: ['Karin Dohmen'] },
    });
    deepEqual(guarded, {
      kinds: { BSN: { marked: 1, recall: 1 }, NAME: { marked: 1, recall: 1 } },
      ...{ ordinary: 2, falseAlarms: 0.5, misses: [], alarms: [{ text: 'mail a@b.nl', kinds: ['email'] }] },
    });
  });

  it('says which of these files is not right', async () => {
    for (const what of ['intents', 'dates', 'guard']) {
      const { code, errors } = await run([what, 'file.json'], { reference: 'today', positive: 3, intents: [] });
      equal(code, 1);
      match(errors, /^file\.json: not a file of/);
    }
  });
});
