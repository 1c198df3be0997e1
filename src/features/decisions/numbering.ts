import { accept, type Decider } from '../../core/decider.ts';
import { streamId, type StreamId } from '../../core/ids.ts';
import type { Aggregate } from '../../store/handle.ts';
import type { CentreCode } from '../directory/index.ts';
import type { ProposalId, ProposalNumber } from './proposal-state.ts';

/** Numbers of proposals of one centre and year. A number that was given out is never given out again, used or not. */
export type Numbering = Readonly<{ last: number }>;
export type NumberingCommand = {
  type: 'IssueNumber';
  data: Readonly<{ centre: CentreCode; year: number; proposal: ProposalId }>;
};
export type NumberingEvent = {
  type: 'NumberIssued';
  data: Readonly<{ number: ProposalNumber; counter: number; proposal: ProposalId }>;
};

export const numberingStream = (centre: CentreCode, year: number): StreamId =>
  streamId('proposalnumbers', `${centre}-${year}`);

const decider: Decider<Numbering, NumberingCommand, NumberingEvent, never> = {
  initial: { last: 0 },
  decide({ data }, { last }) {
    const counter = last + 1;
    const number = `${data.centre}-V-${data.year}-${String(counter).padStart(3, '0')}` as ProposalNumber;
    return accept({ type: 'NumberIssued', data: { number, counter, proposal: data.proposal } });
  },
  evolve: (_state, { data }) => ({ last: data.counter }),
};

export const numberingAggregate: Aggregate<Numbering, NumberingCommand, NumberingEvent, never> = {
  type: 'proposalnumbers',
  decider,
  react: () => [],
  fields: () => ({}),
};
