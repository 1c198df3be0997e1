import { addDays, atLocalTime } from '../../core/working-time.ts';
import type { Aggregate } from '../../store/handle.ts';
import { caseDecider } from './case.ts';
import type { CaseCommand, CaseEvent, CaseRefusal } from './case-messages.ts';
import { type Case, isSubmitted } from './case-state.ts';
import { nextStep } from './next-step.ts';
import { react } from './reactions.ts';

export const caseAggregate: Aggregate<Case, CaseCommand, CaseEvent, CaseRefusal> = {
  type: 'case',
  decider: caseDecider,
  react,
  fields(state) {
    if (state.stage === 'none') return {};
    const { stage, applicant, updatedAt } = state;
    if (!isSubmitted(state)) return { stage, applicant, people: [applicant], updatedAt };
    const { number, team, centre, region, municipality, participants, channel } = state;
    const people = [applicant, team.chair, ...participants.map(({ person }) => person)];
    const due = overdueFrom(nextStep(state).due);
    return {
      ...{ stage, applicant, number, centre, region, municipality, updatedAt },
      team: team.id,
      people: [...new Set<string>(people)],
      ...(due === undefined ? {} : { due }),
      ...(channel.status === 'none' || channel.channelId === undefined ? {} : { channel: channel.channelId }),
    };
  },
};

const isoDayLength = 'YYYY-MM-DD'.length;

/** The instant from which the step counts as late: what is due on a day has that whole day, on a Dutch clock. */
export function overdueFrom(due: string | undefined): string | undefined {
  return due?.length === isoDayLength ? atLocalTime(addDays(due, 1), '00:00') : due;
}
