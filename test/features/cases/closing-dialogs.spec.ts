import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo, caseIn } from './standing.ts';
import {
  adviceOnly,
  centreWorker,
  chair,
  closed,
  closing,
  director,
  id,
  inClosing,
  inConference,
  returned,
} from './stories.ts';

const about = { case: id };

describe('the centre, closing and reopening of a case', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const stand = (history: readonly CaseEvent[]) => bringTo(bench.store, history);
  const file = () => caseIn(bench.store);
  const click: Bench['click'] = (...clicked) => bench.click(...clicked);

  describe('involving the centre', () => {
    it('adds its people; municipality and team stay', async () => {
      await stand(inConference());
      const before = await file();
      const shown = await click(director, 'submit cases/involve-send', { ...about, tried: 'Overal gevraagd.' });
      strictEqual(shown.outcome, 'done');
      const after = await file();
      deepStrictEqual(
        [after.municipality, after.team, after.processDirector],
        [before.municipality, before.team, director],
      );
      deepStrictEqual(after.participants.at(-1), { person: centreWorker, part: 'centre' });
      strictEqual(after.clocks.centreAnswerBy, '2026-11-30T16:00:00.000Z');
    });

    it('refuses without what was tried, and a second time', async () => {
      await stand(inConference());
      const send = (tried: string) => click(chair, 'submit cases/involve-send', { ...about, tried });
      deepStrictEqual([(await send('')).outcome, (await send('Overal.')).outcome], ['tried-missing', 'done']);
      strictEqual((await send('Nog eens.')).outcome, 'centre-already-involved');
      strictEqual((await click(chair, 'dialog cases/involve', about)).outcome, 'centre-already-involved');
    });
  });

  describe('closing', () => {
    const { by: _by, ...form } = closing;

    it('asks the process director, who signs off on the card', async () => {
      await stand(inConference());
      strictEqual((await click(chair, 'submit cases/closing-send', { ...about, ...form })).outcome, 'done');
      deepStrictEqual((await file()).closing, closing);
      const shown = await click(director, 'action cases/sign-off', about);
      deepStrictEqual([shown.name, shown.outcome], ['cases/director', 'done']);
      ok(shown.card.includes('De casus is afgesloten'));
      strictEqual((await file()).stage, 'closed');
    });

    it('leaves out what was left open', async () => {
      await stand(inConference());
      const open = { ...form, youthRating: '', adviceToOrganisations: '', moves: '' };
      await click(chair, 'submit cases/closing-send', { ...about, ...open });
      const { youthRating: _rating, ...rest } = closing;
      deepStrictEqual((await file()).closing, { ...rest, moves: 0 });
    });

    it('sends back with a reason, and the form then holds what was filled in', async () => {
      await stand(inClosing());
      strictEqual(
        (await click(director, 'submit cases/send-back-send', { ...about, reason: '' })).outcome,
        'reason-missing',
      );
      strictEqual(
        (await click(director, 'submit cases/send-back-send', { ...about, reason: 'Nog niet.' })).outcome,
        'done',
      );
      strictEqual((await file()).stage, 'conference');
      ok((await click(chair, 'dialog cases/closing', about)).card.includes('Eerder samen om tafel.'));
    });

    it('shows the card as it is when the click comes too late', async () => {
      await stand(closed());
      const shown = await click(director, 'action cases/sign-off', about);
      deepStrictEqual([shown.name, shown.outcome], ['cases/director', 'not-closing']);
      ok(shown.card.includes('Deze casus wordt niet (meer) afgesloten'));
    });

    it('is refused to the chair: only the process director signs off', async () => {
      await stand(inClosing());
      deepStrictEqual(await click(chair, 'action cases/sign-off', about).then(({ type, outcome }) => [type, outcome]), [
        'text',
        'not-allowed',
      ]);
      strictEqual((await file()).stage, 'closing');
    });
  });

  describe('advice and reopening', () => {
    it('closes an advice on the card of triage', async () => {
      await stand(adviceOnly());
      const shown = await click(chair, 'action cases/close-advice', about);
      deepStrictEqual([shown.name, (await file()).stage], ['cases/triage', 'closed']);
    });

    it('reopens what was returned, for triage', async () => {
      await stand(returned());
      strictEqual((await click(chair, 'submit cases/reopen-send', { ...about, reason: 'Toch vast.' })).outcome, 'done');
      const { stage, clocks, reopened } = await file();
      deepStrictEqual([stage, clocks, reopened], ['submitted', { triageBy: '2026-11-24T16:00:00.000Z' }, 1]);
    });

    it('refuses to reopen a running case', async () => {
      await stand(inConference());
      strictEqual((await click(chair, 'dialog cases/reopen', about)).outcome, 'not-closed');
    });
  });
});
