import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { type Bench, openBench } from './bench.ts';
import { bringTo, caseIn } from './standing.ts';
import { admitted, applicant, chair, id, submitted, wolf } from './stories.ts';

const { youthVoice, requested, ...incomplete } = wolf;
const about = { case: id };
const status = 'casus LI-2026-0001';

describe('a submission that is not complete', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  it('says so to the applicant, lists what is open and offers to complete it', async () => {
    await bringTo(bench.store, submitted(incomplete));
    const { card } = await bench.say(applicant, status);
    ok(card.includes('in beoordeling, aanvullen'));
    ok(card.includes('Nog open: wat de jongere wil, wat je van het team vraagt.'));
    ok(card.includes('"title":"Vul aan"'));
  });

  it('is marked in lists', async () => {
    await bringTo(bench.store, submitted(incomplete));
    for (const [person, list] of [
      [applicant, 'mijn casussen'],
      [chair, 'casussen van mijn team'],
    ] as const) {
      ok((await bench.say(person, list)).card.includes('in beoordeling, aanvullen'), list);
    }
  });

  it('says nothing of it when it is complete, or decided on', async () => {
    await bringTo(bench.store, submitted());
    const { card } = await bench.say(applicant, status);
    ok(!card.includes('aanvullen') && !card.includes('Nog open') && !card.includes('"title":"Vul aan"'));
  });

  it('is completed without submitting it anew: the form says so and the team has it at once', async () => {
    await bringTo(bench.store, submitted(incomplete));
    const first = await bench.click(applicant, 'dialog cases/continue', about);
    ok(first.card.includes('"title":"Bewaar"') && !first.card.includes('Bewaar als concept'));
    const requestedText = requested?.join(',') ?? '';
    const half = { ...about, careQuestion: wolf.careQuestion, youthVoice, requested: requestedText };
    const shown = await bench.click(applicant, 'submit cases/intake-save-question', half);
    ok(shown.card.includes('Het team ziet dit meteen bij casus LI-2026-0001'));
    ok(shown.card.includes('Nog open: ') && shown.card.includes('leefgebieden'), shown.card);
    const { stage, intake, clocks } = await caseIn(bench.store);
    deepStrictEqual([stage, intake.youthVoice], ['submitted', youthVoice]);
    deepStrictEqual(clocks, { triageBy: '2026-11-30T16:00:00.000Z' });
  });

  it('is refused to others, and once it was admitted', async () => {
    await bringTo(bench.store, admitted());
    strictEqual((await bench.click(applicant, 'dialog cases/continue', about)).outcome, 'not-editable');
    strictEqual((await bench.click(chair, 'dialog cases/continue', about)).outcome, 'not-allowed');
  });
});
