import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { caseId } from '../../../src/features/cases/case-desk.ts';
import { saveStep, submitIntake } from '../../../src/features/cases/desk-intake.ts';
import { type Bench, openBench, type Shown } from './bench.ts';
import { demoIntake } from './demo-cases.ts';
import { applicant } from './stories.ts';

const many = 200;
const { lifeAreas, ...who } = demoIntake('wolf');

async function submitMany(bench: Bench): Promise<readonly string[]> {
  const ids = Array.from({ length: many }, (_, index) => caseId(`m${index}`));
  const told = await Promise.all(
    ids.map(async (id) => {
      const asked = bench.asked(applicant);
      await saveStep(bench.deps, asked, { id, step: 'who', part: { ...who, lifeAreas } });
      return submitIntake(bench.deps, asked, id);
    }),
  );
  return told.map((one) => (one.ok && one.state.stage === 'submitted' ? one.state.number : ''));
}

function dataOf({ card }: Shown, title: string): object | undefined {
  const action = new RegExp(`"type":"Action.Execute","title":"${title}","verb":"cases/list","data":(\\{[^}]*\\})`).exec(
    card,
  );
  return action?.[1] === undefined ? undefined : (JSON.parse(action[1]) as object);
}

const numbersOn = ({ card }: Shown): readonly string[] => [...new Set(card.match(/LI-2026-\d{4}/g) ?? [])];

describe('two hundred submissions at once', () => {
  let bench: Bench;
  let numbers: readonly string[];
  before(async () => {
    bench = await openBench();
    numbers = await submitMany(bench);
  });
  after(() => bench.store.close());

  it('get two hundred numbers, without a gap', () => {
    const expected = Array.from({ length: many }, (_, index) => `LI-2026-${String(index + 1).padStart(4, '0')}`);
    deepStrictEqual([...numbers].sort(), expected);
  });

  it('are paged through to the end, and back', async () => {
    const seen = new Set<string>();
    let page = await bench.say(applicant, 'mijn casussen');
    let pages = 1;
    const first = numbersOn(page);
    for (let data = dataOf(page, 'Volgende'); data; data = dataOf(page, 'Volgende')) {
      for (const number of numbersOn(page)) seen.add(number);
      page = await bench.click(applicant, 'action cases/list', data);
      pages++;
    }
    for (const number of numbersOn(page)) seen.add(number);
    deepStrictEqual([seen.size, pages], [many, many / 8]);
    for (let data = dataOf(page, 'Vorige'); data; data = dataOf(page, 'Vorige')) {
      page = await bench.click(applicant, 'action cases/list', data);
    }
    deepStrictEqual(numbersOn(page), first);
    ok(first.length === 8);
    strictEqual(page.name, 'cases/list');
  });
});
