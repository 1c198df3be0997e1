import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  type Candidate,
  chooseTeam,
  costOf,
  createMatcher,
  defaultWeights,
  type OpenRequest,
  type Ranked,
  redistribute,
  redistributeInTurn,
} from '../../src/matching/index.ts';
import { numbers } from '../../test/support/numbers.ts';

// How long it takes to find experts among ten thousand: for one question, and for all open requests of a centre together.
// The experts are made up, the same ones every time. One JSON line a figure.

const experts = 10_000;
const openRequests = 200;
const rounds = 5;

const random = numbers(2_026);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const matcher = createMatcher();
const { concepts } = matcher;
const words = (count: number): string => Array.from({ length: count }, () => pick(pick(concepts).terms)).join(', ');

const profiles = Array.from({ length: experts }, (_, index) => ({
  id: `e${index}`,
  text: words(6),
  concepts: [pick(concepts).id],
}));
const traits = new Map(
  profiles.map(({ id }) => [
    id,
    {
      ...{ organisation: `org ${Math.floor(random() * 1_500)}`, distance: pick([0, 1, 2] as const) },
      ...{ load: random() * 1.2, livedExperience: random() < 0.1, freeHours: Math.floor(random() * 24) },
    },
  ]),
);

function report(what: string, ms: readonly number[], target: number): void {
  const sorted = ms.toSorted((one, other) => one - other);
  const at = (share: number): number => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2));
  const p95 = at(0.95);
  console.log(
    JSON.stringify({ bench: 'matching', what, experts, p50Ms: at(0.5), p95Ms: p95, target, met: p95 <= target }),
  );
}

function timed<Result>(work: () => Result): readonly [Result, number] {
  const began = performance.now();
  const result = work();
  return [result, performance.now() - began];
}

const questions = Array.from({ length: openRequests }, () => words(3));
const candidatesOf = (ranked: readonly Ranked[], most: number): readonly Candidate[] =>
  ranked.slice(0, most).map(({ id, score, covers }) => {
    const { freeHours, ...rest } = traits.get(id) ?? { ...traits.get('e0')!, freeHours: 0 };
    return { id, score, covers, ...rest, obstacles: freeHours < 8 ? (['capacity'] as const) : [] };
  });

const [ranker, indexMs] = timed(() => matcher.index(profiles));
report('index of all experts', [indexMs], 3_000);

function choose(question: string, most: number): void {
  const needs = matcher.read(question).concepts.map(({ id }) => id);
  const candidates = candidatesOf(ranker.rank({ text: question, concepts: needs }), most);
  chooseTeam(candidates, { needs: needs.slice(0, 6), atMost: 4, livedExperience: random() < 0.3 }, defaultWeights);
}

for (const question of questions.slice(0, 20)) choose(question, 60);
report(
  'ranking and choice for one case, 60 candidates',
  questions.map((question) => timed(() => choose(question, 60))[1]),
  20,
);
const pools = questions.map((question) => {
  const needs = matcher.read(question).concepts.map(({ id }) => id);
  return { needs: needs.slice(0, 6), candidates: candidatesOf(ranker.rank({ text: question, concepts: needs }), 300) };
});
const choices = pools.map(
  ({ needs, candidates }) =>
    timed(() => chooseTeam(candidates, { needs, atMost: 4, livedExperience: false }, defaultWeights))[1],
);
report('choice alone, 300 candidates', choices, 8);

function problemOf(most: number) {
  const requests = questions.map((question, index): OpenRequest => {
    const options = candidatesOf(ranker.rank({ text: question }), most).map((candidate) => ({
      expert: candidate.id,
      cost: costOf(candidate, defaultWeights),
    }));
    return { id: `r${index}`, hours: 8, options };
  });
  return { requests, experts: [...traits].map(([id, { freeHours }]) => ({ id, freeHours })), moveCost: 50 };
}

const inTurn = Array.from({ length: rounds }, () => timed(() => redistributeInTurn(problemOf(experts)))[1]);
report(`${openRequests} open requests ranked over all experts and divided in turn`, inTurn, 1_500);

const delay = monitorEventLoopDelay({ resolution: 2 });
const problem = problemOf(200);
const exact: number[] = [];
let method = '';
delay.enable();
for (let round = 0; round < rounds; round++) {
  const began = performance.now();
  ({ method } = await redistribute(problem, { timeLimitMs: 20_000 }));
  exact.push(performance.now() - began);
}
delay.disable();
report(`${openRequests} open requests divided exactly by the worker (${method})`, exact, 20_000);
report('event loop held up while the worker runs, p99', [delay.percentile(99) / 1e6], 50);
