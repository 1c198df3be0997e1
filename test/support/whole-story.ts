import type { Store } from '../../src/store/store.ts';
import type { Persona } from './persona.ts';
import { submittedCases } from './stored-cases.ts';

/** A case from its submission to its closing, everything once. */
export const wholeStory = [
  ...['DraftStarted', 'IntakeSaved', 'IntakeSaved', 'CaseSubmitted', 'CaseAdmitted'],
  ...['ChannelStepDone', 'ChannelStepDone', 'ChannelStepDone', 'ChannelStepDone', 'ConferenceOpened'],
  ...['ClosingStarted', 'CaseClosed', 'ChannelArchived'],
];

/** What the process director fills in to close it. */
export const closing = {
  outcome: 'fitting-solution',
  moves: '1',
  lessonsCooperation: 'Eerder samen om tafel.',
  lessonsContent: 'Kleine groep werkt.',
};

export async function numbersOf(store: Store, applicant: Persona): Promise<readonly string[]> {
  return (await submittedCases(store, applicant.id)).map(({ number }) => number);
}
