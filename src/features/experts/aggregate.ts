import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { Aggregate } from '../../store/handle.ts';
import { expertDecider } from './expert.ts';
import type { ExpertCommand, ExpertEvent, ExpertRefusal } from './expert-messages.ts';
import type { ExpertState } from './expert-state.ts';
import { react } from './reactions.ts';
import {
  thesaurus,
  type ThesaurusCommand,
  type ThesaurusEvent,
  type ThesaurusRefusal,
  type ThesaurusState,
} from './thesaurus.ts';

export const expertStream = (id: PersonId): StreamId => streamId('expert', id);
/** One list of words for the whole country. */
export const thesaurusStream: StreamId = streamId('thesaurus', 'nl');

export const expertAggregate: Aggregate<ExpertState, ExpertCommand, ExpertEvent, ExpertRefusal> = {
  type: 'expert',
  decider: expertDecider,
  react,
  fields(state) {
    if (state.status === 'none') return {};
    const { organisation, regions, specialisms, livedExperience } = state.expert;
    return { status: state.status, organisation, regions, specialisms, livedExperience };
  },
};

export const thesaurusAggregate: Aggregate<ThesaurusState, ThesaurusCommand, ThesaurusEvent, ThesaurusRefusal> = {
  type: 'thesaurus',
  decider: thesaurus,
  react: () => [],
  fields: () => ({}),
};
