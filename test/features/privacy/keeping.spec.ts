import { personId } from '../../../src/core/ids.ts';
import {
  type Keeping,
  type KeepingCommand,
  keepingDecider,
  type KeepingEvent,
  type Swept,
} from '../../../src/features/privacy/keeping.ts';
import { specify } from '../../support/decider-spec.ts';

const given = specify<Keeping, KeepingCommand, KeepingEvent, never>(keepingDecider);
const nothing: Swept = { day: '2028-01-10', purged: [], channels: [], waiting: 0, people: [personId('nora')] };
const gone: Swept = { ...nothing, purged: ['LI-2026-0001'] };
const stuck: Swept = { ...nothing, waiting: 2, problem: 'no-folder' };
const told = (data: Swept): KeepingEvent => ({ type: 'SweepTold', data });
const tell = (data: Swept): KeepingCommand => ({ type: 'TellSweep', data });

describe('telling what was kept long enough', () => {
  it('tells what was deleted', () => given().when(tell(gone)).thenEvents(told(gone)));
  it('tells that drafts were', () => {
    const drafts: Swept = { ...nothing, drafts: 2 };
    given().when(tell(drafts)).thenEvents(told(drafts));
  });
  it('says nothing when nothing was', () => given().when(tell(nothing)).thenNothing());
  it('says once why cases wait, and again when that changes', () => {
    given().when(tell(stuck)).thenEvents(told(stuck));
    given(told(stuck))
      .when(tell({ ...stuck, day: '2028-01-11' }))
      .thenNothing();
    const more: Swept = { ...stuck, waiting: 3 };
    given(told(stuck)).when(tell(more)).thenEvents(told(more));
  });
});
