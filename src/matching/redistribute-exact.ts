import { createRequire } from 'node:module';
import type Package from 'highs';
import type { Highs } from 'highs';
import { openLedger } from './redistribute-places.ts';
import type { Plan, Taken } from './redistribute-plan.ts';
import { type Programme, programmeOf } from './redistribute-programme.ts';
import type { Setback } from './redistribution.ts';

/** The cheapest answer of all, by HiGHS. Computes without a pause, perhaps for hours: only for a thread that can be ended. */
export async function takeExactly(plan: Plan): Promise<Taken | Setback> {
  const programme = programmeOf(plan);
  if (programme === undefined) return 'too-large';
  // The package's types describe what `require` gives, not what an import would.
  const { default: load } = createRequire(import.meta.url)('highs') as typeof Package;
  const values = programme.places.length === 0 ? new Float64Array() : solve(await load(), programme);
  return values === undefined ? 'failed' : takenOf(plan, programme, values);
}

function solve(highs: Highs, programme: Programme): Float64Array | undefined {
  return highs.withModel(modelOf(highs, programme), (model) => {
    // Costs are whole numbers, so a gap below 1 is none.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    model.run();
    const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
    return optimal ? model.getSolution().colValue : undefined;
  });
}

function modelOf({ infinity, constants }: Highs, { costs, limits, starts, rows, values }: Programme) {
  const [numCols, numRows] = [costs.length, limits.length];
  return {
    ...{ numCols, numRows, colCost: costs, rowUpper: limits },
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(-infinity),
    integrality: new Int32Array(numCols).fill(constants.variableType.integer),
    matrix: { format: 'csc', numRows, numCols, starts, indices: rows, values } as const,
  };
}

/** Trusts no arithmetic but that of whole numbers: what breaks a rule is no answer. */
function takenOf(plan: Plan, { requests, places }: Programme, values: Float64Array): Taken | Setback {
  const taken = new Int32Array(plan.minutes.length).fill(-1);
  const ledger = openLedger(plan);
  for (const [column, place] of places.entries()) {
    if ((values[column] ?? 0) < 0.5) continue;
    const request = requests[column] ?? 0;
    if (taken[request] !== -1 || !ledger.fits(request, place)) return 'failed';
    taken[request] = place;
    ledger.give(request, place);
  }
  return taken;
}
