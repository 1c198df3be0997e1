import type { Aggregate } from '../../store/handle.ts';
import { consultationDecider } from './consultation.ts';
import type { ConsultationCommand, ConsultationEvent, ConsultationRefusal } from './consultation-messages.ts';
import { type Consultation, isAsked } from './consultation-state.ts';
import { react } from './reactions.ts';

export const consultationAggregate: Aggregate<
  Consultation,
  ConsultationCommand,
  ConsultationEvent,
  ConsultationRefusal
> = {
  type: 'consultation',
  decider: consultationDecider,
  react,
  fields(state) {
    if (!isAsked(state)) return {};
    const { stage, about, director, invitations, updatedAt, request } = state;
    return {
      ...{ stage, director, updatedAt, by: request.by },
      ...{ case: about.id, number: about.number, centre: about.centre },
      experts: [...new Set<string>(invitations.map(({ person }) => person))],
    };
  },
};
