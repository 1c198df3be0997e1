import { ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { evaluateExperts, type Figures, parseExperts } from '../../src/evaluation/experts.ts';
import { createMatcher } from '../../src/matching/index.ts';

/** Made up before the thesaurus was, but by the same hand: a guard against getting worse, not a measure of the field. Only the odd half was tuned on. */
describe('how well experts are found', () => {
  const least = { nDCGAt5: 0.85, firstHitRight: 0.9, recallAt5: 0.85 };

  it('is good enough on all questions, and on each half', async () => {
    const text = await readFile(new URL('fixtures/experts-own.json', import.meta.url), 'utf8');
    const { halves, ...all } = evaluateExperts(parseExperts(text), createMatcher());
    const parts: Readonly<Record<string, Figures>> = { all, ...halves };
    for (const [part, figures] of Object.entries(parts)) {
      ok(figures.nDCGAt5 >= least.nDCGAt5, `nDCG of ${part}: ${figures.nDCGAt5}`);
      ok(figures.firstHitRight >= least.firstHitRight, `first hit of ${part}: ${figures.firstHitRight}`);
      ok(figures.recallAt5 >= least.recallAt5, `recall of ${part}: ${figures.recallAt5}`);
    }
  });
});
