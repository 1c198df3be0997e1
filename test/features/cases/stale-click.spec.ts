import { deepStrictEqual, ok } from 'node:assert/strict';
import { type Bench, openBench } from './bench.ts';
import { bringTo } from './standing.ts';
import { admitted, applicant, chair, director, draft, foreigner, id, inConference, member } from './stories.ts';

const about = { case: id };

describe('a click on a card that is out of date', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const facts = ['Casus LI-2026-0001', 'casusoverleg', 'Expertteam Midden-Limburg', 'Fatima El Amrani'];
  const step = ['Procesregisseur houdt het casusoverleg', 'dinsdag 8 december'];

  it('says why not and shows how the case stands, to whoever works on it', async () => {
    await bringTo(bench.store, inConference());
    for (const [person, dialog, reason] of [
      [chair, 'dialog cases/triage-form', 'not-in-triage'],
      [director, 'dialog cases/send-back', 'not-closing'],
      [applicant, 'dialog cases/continue', 'not-editable'],
      [applicant, 'dialog cases/people', 'not-allowed'],
      [member, 'dialog cases/details', 'not-allowed'],
    ] as const) {
      const shown = await bench.click(person, dialog, about);
      deepStrictEqual([shown.name, shown.outcome], ['cases/refused', reason]);
      for (const text of [...facts, ...step]) ok(shown.card.includes(text), `${reason}: ${text}`);
    }
  });

  it('shows nothing of it to others', async () => {
    await bringTo(bench.store, admitted());
    const { card, outcome } = await bench.click(foreigner, 'dialog cases/details', about);
    deepStrictEqual(outcome, 'not-allowed');
    for (const text of facts) ok(!card.includes(text), text);
  });

  it('shows nothing of a draft, nor of a case that is not there', async () => {
    await bringTo(bench.store, draft());
    for (const data of [about, { case: 'nowhere' }]) {
      const { card } = await bench.click(chair, 'dialog cases/people', data);
      ok(!card.includes('FactSet'), card);
    }
  });
});
