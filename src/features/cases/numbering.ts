import { accept, type Decider } from '../../core/decider.ts';
import { streamId, type StreamId } from '../../core/ids.ts';
import type { Aggregate } from '../../store/handle.ts';
import type { CentreCode } from '../directory/index.ts';
import type { CaseId, CaseNumber } from './case-state.ts';

/** Case numbers of one centre and year. A number that was given out is never given out again, used or not. */
export type Numbering = Readonly<{ last: number }>;
export type NumberingCommand = { type: 'IssueNumber'; data: { centre: CentreCode; year: number; case: CaseId } };
export type NumberingEvent = { type: 'NumberIssued'; data: { number: CaseNumber; counter: number; case: CaseId } };

export const numberingStream = (centre: CentreCode, year: number): StreamId =>
  streamId('numbering', `${centre}-${year}`);

const decider: Decider<Numbering, NumberingCommand, NumberingEvent, never> = {
  initial: { last: 0 },
  decide({ data }, { last }) {
    const counter = last + 1;
    const number = `${data.centre}-${data.year}-${String(counter).padStart(4, '0')}` as CaseNumber;
    return accept({ type: 'NumberIssued', data: { number, counter, case: data.case } });
  },
  evolve: (_state, { data }) => ({ last: data.counter }),
};

export const numberingAggregate: Aggregate<Numbering, NumberingCommand, NumberingEvent, never> = {
  type: 'numbering',
  decider,
  react: () => [],
  fields: () => ({}),
};

const pattern = /^(NO|OV|GE|UF|NH|ZH|BZ|LI)-(20\d\d)-(?!0+$)(\d{4,})$/;

/** `li-2026-2` and `LI 2026 0002` as people type them; undefined when it is no case number. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  const [centre, year, counter] = text
    .trim()
    .toUpperCase()
    .split(/[\s-]+/);
  const number = `${centre ?? ''}-${year ?? ''}-${(counter ?? '').padStart(4, '0')}`;
  return pattern.test(number) ? (number as CaseNumber) : undefined;
}
