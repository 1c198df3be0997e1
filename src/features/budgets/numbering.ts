import { accept, type Decider } from '../../core/decider.ts';
import { streamId, type StreamId } from '../../core/ids.ts';
import type { Aggregate } from '../../store/handle.ts';
import type { CentreCode } from '../directory/index.ts';
import type { RequestId } from './budget-state.ts';
import type { RequestNumber } from './request-state.ts';

/** Numbers of the money requests of one centre and year. A number that was given out is never given out again. */
export type Numbering = Readonly<{ last: number }>;
export type NumberingCommand = {
  type: 'IssueRequestNumber';
  data: { centre: CentreCode; year: number; request: RequestId };
};
export type NumberingEvent = {
  type: 'RequestNumberIssued';
  data: { number: RequestNumber; counter: number; request: RequestId };
};

export const numberingStream = (centre: CentreCode, year: number): StreamId =>
  streamId('moneynumbering', `${centre}-${year}`);

const decider: Decider<Numbering, NumberingCommand, NumberingEvent, never> = {
  initial: { last: 0 },
  decide({ data }, { last }) {
    const counter = last + 1;
    const number = `${data.centre}-G-${data.year}-${String(counter).padStart(4, '0')}` as RequestNumber;
    return accept({ type: 'RequestNumberIssued', data: { number, counter, request: data.request } });
  },
  evolve: (_state, { data }) => ({ last: data.counter }),
};

export const numberingAggregate: Aggregate<Numbering, NumberingCommand, NumberingEvent, never> = {
  type: 'moneynumbering',
  decider,
  react: () => [],
  fields: () => ({}),
};
