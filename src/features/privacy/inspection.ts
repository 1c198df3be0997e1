import { accept, type Decider, type Decision, deciderOf, refuse } from '../../core/decider.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { CaseId } from '../cases/index.ts';

export const inspectionStream = (id: CaseId): StreamId => streamId('inspection', id);

/** `open`: the one link with which everything that is kept of the case can be fetched, once, by whom it was made for. */
export type Inspection = Readonly<{ case?: CaseId; open?: Link; at?: string }>;
type Link = Readonly<{ link: string; by: PersonId }>;
type About = Readonly<{ at: string; case: CaseId }> & Link;

export type InspectionCommand = { type: 'OfferInspection'; data: About } | { type: 'FetchInspection'; data: About };
export type InspectionEvent = { type: 'InspectionOffered'; data: About } | { type: 'InspectionFetched'; data: About };
/** Fetched already, or another link was made since. */
export type InspectionRefusal = 'not-open';

function fetchIt(data: About, { open }: Inspection): Decision<InspectionEvent, InspectionRefusal> {
  const isOpen = open !== undefined && open.link === data.link && open.by === data.by;
  return isOpen ? accept({ type: 'InspectionFetched', data }) : refuse('not-open');
}

export const inspectionDecider: Decider<Inspection, InspectionCommand, InspectionEvent, InspectionRefusal> = deciderOf<
  Inspection,
  InspectionCommand,
  InspectionEvent,
  InspectionRefusal
>({
  initial: {},
  decisions: { OfferInspection: (data) => accept({ type: 'InspectionOffered', data }), FetchInspection: fetchIt },
  evolve: (_, { type, data: { at, case: about, link, by } }) =>
    type === 'InspectionOffered' ? { at, case: about, open: { link, by } } : { at, case: about },
});
