import { deepStrictEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caseStream } from '../../../src/features/cases/case.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { anyByNumber } from '../../../src/features/cases/find-case.ts';
import { type Erasure, erasureStream } from '../../../src/features/privacy/erasure.ts';
import { fillCase } from '../../support/purge-setting.ts';
import { histories } from '../cases/samples.ts';
import { chair, id, later, number } from '../cases/stories.ts';
import { openBench, people, type PrivacyBench } from './bench.ts';

const { nora, bram, marieke, erik } = people;
const wish = { number, ground: 'youth-act', reason: 'Verzoek van de jongere, kenmerk V-12' };
const held: CaseEvent = {
  type: 'CaseHeld',
  data: { at: later, by: chair, reason: 'Klacht loopt', until: '2030-01-01' },
};

describe('deleting a case on request, by two people', () => {
  let bench: PrivacyBench;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-erase-'));
    bench = await openBench({ exportFolder: folder });
  });
  afterEach(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fill = (history: readonly CaseEvent[] = histories.closed) => fillCase(bench.deps.store, history);
  const ask = (data: object = {}, person = nora) =>
    bench.click(person, 'submit privacy/erase-ask', { ...wish, ...data });
  const review = (person = bram) => bench.click(person, 'dialog privacy/erasure-review', { number });
  const answer = async (button: 'agree' | 'stop', person = bram) => {
    const { card } = await review();
    const request = /"request":"([^"]+)"/.exec(card)?.[1] ?? '';
    return bench.click(person, `submit privacy/erasure-${button}`, { number, request });
  };
  const state = async () => bench.state<Erasure>(erasureStream(id));
  const isThere = async () =>
    (await bench.deps.store.load(caseStream(id))).version > 0 &&
    (await anyByNumber(bench.deps.store, number))?.stage !== 'none';
  const seen = async () => {
    await bench.settled();
    const cards = bench.sent.filter(({ data }) => data['card'] === 'privacy/erasure');
    return Promise.all(cards.map((effect) => bench.seen(effect)));
  };

  it('is exported and deleted once a second person agrees, and leaves who asked and who agreed', async () => {
    await fill();
    equal((await ask()).outcome, 'done');
    ok(await isThere());
    equal((await answer('agree')).outcome, 'done');
    await bench.settled();
    const left = await anyByNumber(bench.deps.store, number);
    ok(left?.stage === 'none' && left.purged?.rule === 'on-request');
    deepStrictEqual((await readdir(folder)).map((file) => path.extname(file)).toSorted(), ['.docx', '.json']);
    equal((await bench.deps.store.load(erasureStream(id))).version, 0);
    deepStrictEqual(
      (await bench.lines()).map(({ userId, eventType, action }) => [userId, eventType, action]),
      [
        [nora, 'privacy.erase', 'update'],
        [bram, 'privacy.agree-to-erase', 'read'],
        [bram, 'privacy.agree-to-erase', 'update'],
        ['system', 'case.purge', 'delete'],
      ],
    );
    match((await bench.say(nora, `privacy ${number}`))?.card ?? '', /op verzoek, met akkoord van twee mensen/);
  });

  it('tells both on a card how it stands, without the reason', async () => {
    await fill();
    await ask();
    const [mine = '', theirs = ''] = await seen();
    match(
      mine,
      /Nora Visser vroeg dit op.*Verzoek om het dossier te vernietigen.*Wacht op akkoord van een ander, tot en met maandag 7 december 2026.*"Bekijk"/,
    );
    match(theirs, /Jij of een ander kan tot en met maandag 7 december 2026.*"Bekijk en beslis"/);
    doesNotMatch(`${mine}${theirs}`, /V-12/);
    deepStrictEqual([bench.cardsTo(nora), bench.cardsTo(bram)], [['privacy/erasure'], ['privacy/erasure']]);
    match((await review()).card, /V-12.*Akkoord: verwijder.*Niet akkoord/);
  });

  it('is not agreed to by who asked, whatever roles they have', async () => {
    await fill();
    await ask();
    const { card } = await review(nora);
    match(card, /Trek het verzoek in/);
    doesNotMatch(card, /Akkoord: verwijder/);
    equal((await answer('agree', nora)).outcome, 'same-person');
    await bench.settled();
    const { userId, eventType, outcome } = (await bench.lines()).at(-1) ?? {};
    deepStrictEqual([userId, eventType, outcome], [nora, 'privacy.agree-to-erase', 'refused']);
    ok(await isThere());
  });

  it('is stopped by either', async () => {
    await fill();
    for (const [person, said] of [
      [bram, /Niet akkoord\. Er is niets verwijderd/],
      [nora, /ingetrokken\. Er is niets verwijderd/],
    ] as const) {
      await ask();
      equal((await answer('stop', person)).outcome, 'done');
      match((await seen()).at(-1) ?? '', said);
      const { userId, eventType, outcome } = (await bench.lines()).at(-1) ?? {};
      deepStrictEqual([userId, eventType, outcome], [person, 'privacy.stop-erasure', 'allowed']);
      equal((await review()).outcome, 'not-asked');
    }
    ok(await isThere());
  });

  it('happens once for a click that comes twice, and for two who agree at once', async () => {
    await fill();
    await ask();
    const { card } = await review();
    const request = /"request":"([^"]+)"/.exec(card)?.[1] ?? '';
    const agreeing = () => bench.clickTwice(bram, 'submit privacy/erasure-agree', { number, request });
    const shown = (await Promise.all([agreeing(), agreeing()])).flat();
    ok(
      shown.every(({ outcome }) => outcome === 'done' || outcome === 'purged'),
      JSON.stringify(shown),
    );
    await bench.settled();
    equal((await readdir(folder)).length, 2);
    equal((await bench.lines()).filter(({ eventType }) => eventType === 'case.purge').length, 1);
  });

  it('does nothing when nobody agrees in fourteen days, and can be asked again', async () => {
    await fill();
    await ask();
    const { card } = await review();
    const request = /"request":"([^"]+)"/.exec(card)?.[1] ?? '';
    bench.pass(15);
    equal((await review()).outcome, 'lapsed');
    equal((await bench.click(bram, 'submit privacy/erasure-agree', { number, request })).outcome, 'lapsed');
    match((await seen())[0] ?? '', /Niemand gaf op tijd akkoord/);
    ok(await isThere());
    equal((await ask()).outcome, 'done');
  });

  it('is refused for a case that runs, that is kept longer, and without a folder for exports', async () => {
    await fill(histories.conference);
    equal((await ask()).outcome, 'still-running');
    doesNotMatch((await bench.say(nora, `privacy ${number}`))?.card ?? '', /erase-form/);
    equal(await state(), undefined);
  });

  it('is refused for a case that is kept longer', async () => {
    await fill([...histories.closed, held]);
    equal((await ask()).outcome, 'held');
    equal((await bench.click(nora, 'dialog privacy/erase-form', { number })).outcome, 'held');
    equal(await state(), undefined);
  });

  it('is refused without a folder for exports, and where nobody else can agree', async () => {
    const bare = await openBench();
    await fillCase(bare.deps.store, histories.closed);
    equal((await bare.click(nora, 'submit privacy/erase-ask', wish)).outcome, 'no-folder');
    await bare.close();
    const alone = await openBench({
      exportFolder: folder,
      directory: (directory) => ({ ...directory, people: async () => [] }),
    });
    await fillCase(alone.deps.store, histories.closed);
    equal((await alone.click(nora, 'submit privacy/erase-ask', wish)).outcome, 'nobody-else');
    await alone.close();
  });

  it('does not happen to a case that is kept longer before both agreed', async () => {
    await fill();
    await ask();
    const { card } = await review();
    const request = /"request":"([^"]+)"/.exec(card)?.[1] ?? '';
    await bench.click(nora, 'submit privacy/hold', { number, reason: 'Klacht', until: '2030-01-01' });
    equal((await bench.click(bram, 'submit privacy/erasure-agree', { number, request })).outcome, 'held');
    await bench.settled();
    ok(await isThere());
  });

  it('needs a reason without personal data', async () => {
    await fill();
    for (const reason of [' ', 'Het bsn is 111222333.']) {
      const { outcome, card } = await ask({ reason });
      equal(outcome, 'faults');
      doesNotMatch(card, /111222333/);
    }
    equal(await state(), undefined);
  });

  it('is for nobody else, and that is in the access log', async () => {
    await fill();
    await ask();
    const before = (await bench.lines()).length;
    for (const person of [marieke, erik]) {
      equal((await ask({}, person)).outcome, 'not-allowed');
      equal((await review(person)).outcome, 'not-allowed');
      equal(
        (await bench.click(person, 'submit privacy/erasure-agree', { number, request: 'made-1' })).outcome,
        'not-allowed',
      );
    }
    const written = (await bench.lines()).slice(before);
    deepStrictEqual([written.length, new Set(written.map(({ outcome }) => outcome))], [6, new Set(['refused'])]);
    ok(await isThere());
  });
});
