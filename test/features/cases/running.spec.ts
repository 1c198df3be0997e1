import { deepEqual } from 'node:assert/strict';
import { isRunning } from '../../../src/features/cases/index.ts';
import { type AnyStage, histories, stateAfter } from './samples.ts';

describe('a case is worked on', () => {
  it('from when it was admitted until it is closed, and in no other stage', () =>
    deepEqual(
      (Object.keys(histories) as AnyStage[]).filter((stage) => isRunning(stateAfter(...histories[stage]))),
      ['admitted', 'conference', 'closing'],
    ));
});
