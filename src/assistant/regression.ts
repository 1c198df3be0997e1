import type { Features } from './features.ts';

export type Sample = Readonly<{ features: Features; label: number }>;
/** The probability of each label. */
export type Classify = (features: Features) => Float32Array;

/** Chosen by cross-validation: more rounds know the examples better, and nothing else. */
const rounds = 3;
const rate = 1;
/** Learning from smaller mistakes costs time and changes nothing. */
const negligible = 0.01;
const bias = 0.3;

type Rows = ReadonlyMap<number, number>;
type InRows = Readonly<{ rows: Int32Array; amounts: Float32Array }>;
type Model = Readonly<{ weights: Float32Array; squares: Float32Array; labels: number }>;

/** Multinomial logistic regression, learnt sample by sample (Adagrad). The same samples always give the same weights. */
export function train(samples: readonly Sample[], labels: number): Classify {
  const rows = rowsOf(samples);
  const known = samples.map(({ features, label }) => ({ ...inRows(features, rows), label }));
  const size = (rows.size + 1) * labels;
  const model = { weights: new Float32Array(size), squares: new Float32Array(size).fill(1e-3), labels };
  for (let round = 0; round < rounds; round++) {
    for (const sample of shuffled(known, round)) learn(model, sample);
  }
  const { weights } = model;
  return (features) => probabilities({ weights, labels }, inRows(features, rows));
}

/** What stands in one sample only says more of that sample than of its label; row 0 is for how often a label occurs. */
function rowsOf(samples: readonly Sample[]): Rows {
  const counts = new Map<number, number>();
  for (const { features } of samples) for (const hash of features.hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [hash, count] of counts) if (count > 1) rows.set(hash, rows.size + 1);
  return rows;
}

function inRows({ hashes, weights }: Features, known: Rows): InRows {
  const rows = [0];
  const amounts = [bias];
  hashes.forEach((hash, at) => {
    const row = known.get(hash);
    if (row === undefined) return;
    rows.push(row);
    amounts.push(weights[at] ?? 0);
  });
  return { rows: Int32Array.from(rows), amounts: Float32Array.from(amounts) };
}

function probabilities(model: Pick<Model, 'weights' | 'labels'>, { rows, amounts }: InRows): Float32Array {
  const { weights, labels } = model;
  const scores = new Float32Array(labels);
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] ?? 0) * labels;
    const amount = amounts[at] ?? 0;
    for (let label = 0; label < labels; label++) {
      scores[label] = (scores[label] ?? 0) + amount * (weights[from + label] ?? 0);
    }
  }
  const most = scores.reduce((one, other) => Math.max(one, other));
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function learn(model: Model, sample: InRows & Readonly<{ label: number }>): void {
  const { weights, squares, labels } = model;
  const errors = probabilities(model, sample);
  errors[sample.label] = (errors[sample.label] ?? 0) - 1;
  const wrong: number[] = [];
  errors.forEach((error, label) => Math.abs(error) > negligible && wrong.push(label));
  for (let at = 0; at < sample.rows.length; at++) {
    const from = (sample.rows[at] ?? 0) * labels;
    const amount = sample.amounts[at] ?? 0;
    for (const label of wrong) {
      const slope = (errors[label] ?? 0) * amount;
      const square = (squares[from + label] ?? 0) + slope * slope;
      squares[from + label] = square;
      weights[from + label] = (weights[from + label] ?? 0) - (rate * slope) / Math.sqrt(square);
    }
  }
}

/** A different order every round, and the same one every time: a linear congruential generator draws it. */
function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  let state = seed * 7919 + 17;
  const drawn = items.map((item) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { item, place: state };
  });
  return drawn.sort((one, other) => one.place - other.place).map(({ item }) => item);
}
