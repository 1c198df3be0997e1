import { deepStrictEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caseStream } from '../../../src/features/cases/case.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { sweep } from '../../../src/privacy/purge.ts';
import { fillCase, now, purgeDeps } from '../../support/purge-setting.ts';
import { histories } from '../cases/samples.ts';
import { id, number } from '../cases/stories.ts';
import { openBench, people, type PrivacyBench } from './bench.ts';

const { nora, marieke, erik } = people;
const wish = { number, reason: 'Er loopt een klacht', until: '2028-06-30' };

describe('keeping a case longer, for the privacy officer', () => {
  let bench: PrivacyBench;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-hold-'));
    bench = await openBench();
    await fillCase(bench.deps.store, histories.closed);
  });
  afterEach(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  const hold = (data: object = {}) => bench.click(nora, 'submit privacy/hold', { ...wish, ...data });
  const release = () => bench.click(nora, 'submit privacy/release', { number });
  const file = () => bench.click(nora, 'action privacy/file', { number });
  const sweepOn = (day: string) =>
    sweep(
      purgeDeps(bench.deps.store, { exportFolder: folder, clock: { now: () => new Date(`${day}T09:00:00.000Z`) } }),
    );
  const retention = async () =>
    (await bench.deps.store.history(caseStream(id)))
      .map(({ event }) => event as CaseEvent)
      .filter(({ type }) => type === 'CaseHeld' || type === 'CaseReleased');

  it('keeps it from being deleted until the last day is over, and again once it is released', async () => {
    equal((await hold()).outcome, 'done');
    equal((await sweepOn('2028-06-30')).purged.length, 0);
    equal((await release()).outcome, 'done');
    deepStrictEqual((await sweepOn('2028-06-30')).purged, [number]);
    await bench.settled();
    match((await file()).card, /Verwijderd op vrijdag 30 juni 2028: de bewaartermijn was voorbij/);
  });

  it('ends by itself', async () => {
    await hold();
    deepStrictEqual((await sweepOn('2028-07-01')).purged, [number]);
  });

  it('is shown without its reason, also to the people of the case', async () => {
    await hold();
    const { card } = await file();
    match(card, /Wordt niet verwijderd tot en met vrijdag 30 juni 2028\. Vastgelegd door Nora Visser/);
    doesNotMatch(card, /klacht/);
    const { userId, eventType, action } = (await bench.lines()).at(-1) ?? {};
    deepStrictEqual([userId, eventType, action], [nora, 'privacy.file', 'read']);
    const asked = await bench.say(marieke, `casus ${number}`);
    match(asked?.card ?? '', /Bewaard tot en met","value":"vrijdag 30 juni 2028/);
    doesNotMatch(asked?.card ?? '', /klacht/);
  });

  it('says in the dialog why it is kept, which is a look, and takes a new reason in its place', async () => {
    await hold();
    const opened = await bench.click(nora, 'dialog privacy/hold-form', { number });
    match(opened.card, /Nu bewaard tot en met vrijdag 30 juni 2028: Er loopt een klacht.*Niet langer bewaren/);
    await hold({ reason: 'Er loopt een beroep', until: '2029-01-01' });
    deepStrictEqual(
      (await bench.lines()).map(({ eventType, action }) => [eventType, action]),
      [
        ['privacy.hold', 'update'],
        ['privacy.hold', 'read'],
        ['privacy.hold', 'update'],
      ],
    );
    const at = bench.deps.clock.now().toISOString();
    deepStrictEqual((await retention()).at(-1), {
      type: 'CaseHeld',
      data: { at, by: nora, reason: 'Er loopt een beroep', until: '2029-01-01' },
    });
  });

  it('is recorded once for a click that comes twice', async () => {
    await bench.clickTwice(nora, 'submit privacy/hold', wish);
    equal((await retention()).length, 1);
  });

  it('needs a reason and a day to come, and keeps what was typed', async () => {
    for (const [data, said] of [
      [{ reason: ' ' }, /Schrijf op waarom/],
      [{ until: '2026-11-22' }, /in het verleden/],
      [{ until: '' }, /Kies tot en met welke dag/],
      [{ reason: 'Het bsn is 111222333.' }, /Dit klopt nog niet/],
    ] as const) {
      const { outcome, card } = await hold(data);
      equal(outcome, 'faults');
      match(card, said);
      doesNotMatch(card, /111222333/);
    }
    match((await hold({ until: '' })).card, /Er loopt een klacht/);
    deepStrictEqual(await retention(), []);
  });

  it('is not for somebody else, and that is in the access log', async () => {
    for (const person of [marieke, erik]) {
      for (const button of [
        'dialog privacy/hold-form',
        'submit privacy/hold',
        'submit privacy/release',
        'action privacy/file',
      ] as const)
        equal((await bench.click(person, button, wish)).outcome, 'not-allowed', button);
    }
    deepStrictEqual(new Set((await bench.lines()).map(({ outcome }) => outcome)), new Set(['refused']));
    equal((await bench.lines()).length, 8);
    deepStrictEqual(await retention(), []);
  });

  it('has nothing to release when it is not kept, and nothing to keep when it is gone', async () => {
    equal((await release()).outcome, 'not-held');
    await sweepOn(now.slice(0, 10));
    await bench.settled();
    equal((await hold()).outcome, 'purged');
    equal((await bench.click(nora, 'dialog privacy/hold-form', { number })).outcome, 'purged');
  });

  it('shows how a case stands, and asks which when none was named', async () => {
    match((await bench.say(nora, `privacy ${number}`))?.card ?? '', /Bewaren van LI-2026-0001..*Fase/);
    match((await bench.say(nora, 'Bewaartermijn'))?.card ?? '', /Om welke casus gaat het/);
    equal((await bench.say(nora, `bewaar ${number}`, 'channel'))?.outcome, 'only-in-chat');
    equal((await bench.say(nora, 'bewaren'))?.outcome, 'home');
  });
});
