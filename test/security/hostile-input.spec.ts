import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { JsonObject } from '../../src/core/json.ts';
import type { SubmittedCase } from '../../src/features/cases/case-state.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import { loadCase } from '../../src/features/cases/case-desk.ts';
import { detailsView } from '../../src/features/cases/view-details.ts';
import { longestText } from '../../src/features/cases/text-limit.ts';
import { domains, type Intake, lifeAreas, requestedFunctions, stallKinds } from '../../src/features/cases/intake.ts';
import { maxCardBytes, renderCard } from '../../src/teams/render.ts';
import { type Bench, monday, openBench } from '../features/cases/bench.ts';
import { bringTo, caseIn } from '../features/cases/standing.ts';
import {
  applicant,
  chair,
  closing,
  decision,
  draft,
  id,
  inConference,
  submitted,
  wolf,
} from '../features/cases/stories.ts';

const about = { case: id };
const long = 'a'.repeat(100_000);
const fullText = 'Een zin met "aanhaling".\n'.repeat(200).slice(0, longestText);
const texts = {
  careQuestion: fullText,
  parties: fullText,
  tried: fullText,
  youthVoice: fullText,
  parentsVoice: fullText,
};
const longestIntake: Intake = {
  ...wolf,
  ...texts,
  familyNotInformedBecause: fullText.slice(0, 400),
  shareScope: fullText.slice(0, 400),
  lifeAreas,
  domains,
  stallKinds,
  requested: requestedFunctions,
};
const templateTricks = [
  '${1+1}',
  '${$root}',
  '${json($root)}',
  '${t.close}',
  '${',
  '$data',
  '{{pseudonym}}',
  '$t(close)',
];

describe('security: what is sent to break something', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  describe('long texts', () => {
    it('are refused in the form, which stays usable, and are not kept', async () => {
      await bringTo(bench.store, draft());
      const shown = await bench.click(applicant, 'submit cases/intake-save-question', { ...about, careQuestion: long });
      strictEqual(shown.outcome, 'faults');
      ok(shown.card.includes('te lang'));
      ok(!shown.card.includes('aaaa'));
      const state = await loadCase(bench.store, id);
      deepStrictEqual(state.stage === 'draft' && state.intake, wolf);
    });

    it('count as JSON writes them: a text of line breaks alone is twice as long', async () => {
      await bringTo(bench.store, draft());
      const careQuestion = `a${'\n'.repeat(longestText - 2)}a`;
      const shown = await bench.click(applicant, 'submit cases/intake-save-question', { ...about, careQuestion });
      strictEqual(shown.outcome, 'faults');
    });

    it('are taken up to the limit', async () => {
      await bringTo(bench.store, draft());
      const careQuestion = 'é'.repeat(longestText);
      const shown = await bench.click(applicant, 'submit cases/intake-save-question', { ...about, careQuestion });
      strictEqual(shown.outcome, 'done');
    });

    it('are refused in a dialog about a case, by the name of the field', async () => {
      await bringTo(bench.store, inConference());
      const data = { ...about, outcome: 'partly', lessonsContent: long, lessonsCooperation: 'x' };
      const shown = await bench.click(chair, 'submit cases/closing-send', data);
      strictEqual(shown.outcome, 'faults');
      ok(shown.card.includes('Wat leerden jullie over de inhoud?: dit is te lang'));
      strictEqual((await caseIn(bench.store)).stage, 'conference');
    });

    it('in what no text is expected end in a refusal, not in a fault', async () => {
      await bringTo(bench.store, submitted());
      const before = await caseIn(bench.store);
      const helpers = 'a,'.repeat(50_000);
      const data = { ...about, outcome: 'priority', reason: 'r', processDirector: long, helpers };
      strictEqual((await bench.click(chair, 'submit cases/triage-decide', data)).outcome, 'unknown-person');
      deepStrictEqual(await caseIn(bench.store), before);
    });

    it('made of one choice again and again are kept once, or not at all', async () => {
      await bringTo(bench.store, draft());
      const save = (times: number) =>
        bench.click(applicant, 'submit cases/intake-save-question', {
          ...about,
          lifeAreas: `${lifeAreas[0]},`.repeat(times),
        });
      strictEqual((await save(50_000)).outcome, 'faults');
      strictEqual((await save(50)).outcome, 'done');
      const state = await loadCase(bench.store, id);
      deepStrictEqual(state.stage === 'draft' && state.intake.lifeAreas, [lifeAreas[0]]);
    });

    it('fit in the details all together: the fullest case that can be can be read', async () => {
      const history = [
        ...inConference(),
        { type: 'ClosingStarted', data: { at: '2026-11-24T09:00:00.000Z', closing } },
      ];
      await bringTo(bench.store, history.map(fullest) as CaseEvent[]);
      const state = { ...(await caseIn(bench.store)), centreInvolved: { tried: fullText, at: '', staff: [] } };
      const card = await detailsOf(bench, state);
      ok(card.includes('aanhaling'));
      ok(card.length * 2 <= maxCardBytes, `${card.length * 2} bytes`);
    });
  });

  it('shows template expressions as they were typed', async () => {
    await bringTo(bench.store, submitted());
    const file = await caseIn(bench.store);
    for (const trick of templateTricks) {
      const card = await detailsOf(bench, { ...file, intake: { ...wolf, careQuestion: trick, pseudonym: trick } });
      strictEqual(card.split(`"text":${JSON.stringify(trick)}`).length - 1, 2, trick);
    }
  });

  it('puts what people typed in text runs only, where neither Markdown nor HTML is read', async () => {
    const typed = '[klik](https://elders.example) **vet** <img src=x onerror=alert(1)>';
    await bringTo(bench.store, submitted({ ...wolf, careQuestion: typed, tried: typed, parties: typed }));
    const shown = await bench.click(chair, 'dialog cases/details', about);
    const holders = objectsWith(JSON.parse(shown.card), typed).map(({ type }) => type);
    deepStrictEqual(holders, ['TextRun', 'TextRun', 'TextRun']);
    const reader = { locale: 'nl', person: chair, now: new Date(0) } as const;
    const groups = JSON.stringify(await detailsView(bench.deps, await caseIn(bench.store), reader));
    ok(groups.includes('elders.example'));
  });

  it('takes names of the language itself as any other text', async () => {
    await bringTo(bench.store, inConference());
    const data = JSON.parse('{"case":"c1","__proto__":"x","constructor":"y","tried":"__proto__"}') as object;
    strictEqual((await bench.click(chair, 'submit cases/involve-send', data)).outcome, 'done');
    strictEqual((await caseIn(bench.store)).centreInvolved?.tried, '__proto__');
    strictEqual((await bench.click(chair, 'dialog cases/details', { case: '__proto__' })).outcome, 'unknown-case');
    const filter = { scope: 'team', region: "x' OR 1=1 --", stage: '__proto__' };
    ok(!(await bench.click(chair, 'action cases/list', filter)).card.includes('LI-2026-0001'));
    strictEqual(({} as Record<string, unknown>)['x'], undefined);
  });
});

/** The card as it is sent, which the bench would hold to be a fault when it shows an expression. */
async function detailsOf({ feature }: Bench, file: SubmittedCase): Promise<string> {
  const definition = feature.cards.find(({ name }) => name === 'cases/details');
  ok(definition);
  const state = file as unknown as JsonObject;
  return JSON.stringify(await renderCard(definition, { state, reader: { locale: 'nl', person: chair, now: monday } }));
}

function fullest(event: Readonly<{ type: string; data: object }>): object {
  const { type, data } = event;
  if (type === 'IntakeSaved') return { type, data: { ...data, intake: longestIntake } };
  if (type === 'CaseAdmitted') {
    const written = { reason: fullText, alternative: fullText, owner: fullText, ownerBy: '2026-12-01' };
    return { type, data: { ...data, decision: { ...decision('priority'), ...written } } };
  }
  if (type !== 'ClosingStarted') return event;
  const lessons = { lessonsCooperation: fullText, lessonsContent: fullText, adviceToOrganisations: fullText };
  return { type, data: { ...data, closing: { ...closing, ...lessons } } };
}

type Element = Readonly<Record<string, unknown>>;

function objectsWith(part: unknown, text: string): readonly Element[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.values(part).includes(text) ? [part as Element] : [];
  return [...own, ...Object.values(part).flatMap((inner) => objectsWith(inner, text))];
}
