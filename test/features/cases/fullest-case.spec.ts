import { ok } from 'node:assert/strict';
import type { SubmittedCase } from '../../../src/features/cases/case-state.ts';
import { domains, lifeAreas, requestedFunctions, stallKinds } from '../../../src/features/cases/intake.ts';
import { longestText } from '../../../src/features/cases/text-limit.ts';
import { cardBytes, maxCardBytes, renderCard } from '../../../src/teams/render.ts';
import { createCaseCards } from '../../../src/features/cases/cards.ts';
import { monday, openBench } from './bench.ts';
import { chair, closed, closing, decision, helper, stateAfter, wolf } from './stories.ts';

const text = 'Een zin met "aanhaling".\n'.repeat(200).slice(0, longestText);
const line = text.slice(0, 400);

/** Every text as long as the dialogs let it be. */
const fullest: SubmittedCase = {
  ...stateAfter(...closed()),
  intake: {
    ...wolf,
    ...{ careQuestion: text, parties: text, tried: text, youthVoice: text, parentsVoice: text },
    ...{ consentNote: line, currentStay: line, wantsInvolved: line, shareScope: line, familyNotInformedBecause: line },
    ...{ lifeAreas, domains, stallKinds, requested: requestedFunctions },
  },
  triage: decision('admit', {
    ...{ reason: text, alternative: text, owner: text.slice(0, 200), ownerBy: '2026-12-01' },
    exception: { ground: 'serious-harm', reason: line, secondPerson: helper },
  }),
  centreInvolved: { tried: text, at: '', staff: [] },
  closing: { ...closing, lessonsContent: text, lessonsCooperation: text, adviceToOrganisations: text },
};

describe('the fullest case that can be', () => {
  it('can be read: its details are no larger than Teams takes', async () => {
    const bench = await openBench();
    const cards = createCaseCards({ directory: bench.deps.directory });
    const { state } = cards.details.show(fullest);
    for (const locale of ['nl', 'en'] as const) {
      const card = await renderCard(cards.details.definition, {
        state,
        reader: { locale, person: chair, now: monday },
      });
      ok(card && cardBytes(card) <= maxCardBytes, `${card && cardBytes(card)} bytes`);
    }
    await bench.store.close();
  });
});
