import { deepStrictEqual } from 'node:assert/strict';
import { nextStep } from '../../../src/features/cases/next-step.ts';
import * as story from './stories.ts';

const troubled = { type: 'ChannelTroubled', data: { at: story.later, trouble: 'app-not-enabled' } } as const;

describe('what is next, and by when', () => {
  const table = [
    ['in triage', story.submitted(), { what: 'decide-triage', due: '2026-11-30T16:00:00.000Z' }],
    ['to be completed', story.supplement(), { what: 'supplement' }],
    ['advice only', story.adviceOnly(), { what: 'follow-advice', due: '2026-12-01' }],
    ['returned', story.returned(), { what: 'hand-over', due: '2026-12-01' }],
    ['admitted', story.admitted(), { what: 'open-channel', due: story.conferenceBy }],
    [
      'admitted, the bot not in the channel',
      [...story.admitted(), troubled],
      { what: 'help-channel', due: story.conferenceBy },
    ],
    ['in conference', story.inConference(), { what: 'hold-conference', due: story.conferenceBy }],
    ['closing', story.inClosing(), { what: 'sign-off' }],
    ['closed', story.closed(), { what: 'none' }],
  ] as const;
  for (const [name, history, expected] of table) {
    it(`of a case that is ${name}`, () => deepStrictEqual(nextStep(story.stateAfter(...history)), expected));
  }

  it('of what was not submitted', () => {
    deepStrictEqual(nextStep({ stage: 'none' }), { what: 'none' });
    const draft = {
      stage: 'draft',
      id: story.id,
      applicant: story.applicant,
      intake: {},
      updatedAt: story.at,
    } as const;
    deepStrictEqual(nextStep(draft), { what: 'submit' });
  });
});
