import { deepStrictEqual } from 'node:assert/strict';
import { consultationLacks } from '../../../src/features/consultations/lacking.ts';
import { around } from '../../support/around.ts';
import { accepted, advised, director, fileAfter, inProposal, invited, later, requested, withdrawn } from './samples.ts';

const dayAfter = '2026-12-08T08:00:00.000Z';

describe('what an open consultation lacks', () => {
  it('is nothing as long as somebody decides, somebody is asked, and its day is to come', () => {
    for (const events of [requested, inProposal, invited, accepted]) {
      deepStrictEqual(consultationLacks(fileAfter(...events), around(later)), []);
    }
  });

  it('is an owner when who decides is not there any more', () => {
    deepStrictEqual(consultationLacks(fileAfter(...invited), around(later, director)), ['owner']);
  });

  it('is a next step when nobody was found and nobody is asked', () => {
    const file = fileAfter(...inProposal);
    const empty = { ...file, proposal: { ...file.proposal!, team: [] } };
    deepStrictEqual(consultationLacks(empty, around(later)), ['step']);
    deepStrictEqual(consultationLacks({ ...empty, stage: 'requested' }, around(later)), []);
  });

  it('is a date once its day is over without advice', () => {
    deepStrictEqual(consultationLacks(fileAfter(...accepted), around(dayAfter)), ['date']);
  });

  it('is nothing once there is advice, or it was withdrawn', () => {
    for (const events of [advised, withdrawn]) {
      const file = fileAfter(...events);
      const ended = events === advised ? { ...file, stage: 'advised' as const } : file;
      deepStrictEqual(consultationLacks(ended, around(dayAfter, director)), []);
    }
    deepStrictEqual(consultationLacks({ stage: 'none' }, around(later)), []);
  });
});
