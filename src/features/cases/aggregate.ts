import { addDays, atLocalTime } from '../../core/working-time.ts';
import type { IndexedFields } from '../../store/event-store.ts';
import type { Aggregate } from '../../store/handle.ts';
import { caseDecider } from './case.ts';
import type { CaseCommand, CaseEvent, CaseRefusal } from './case-messages.ts';
import { type Case, isSubmitted, type Purged } from './case-state.ts';
import { nextStep } from './next-step.ts';
import { react } from './reactions.ts';

export const caseAggregate: Aggregate<Case, CaseCommand, CaseEvent, CaseRefusal> = {
  type: 'case',
  decider: caseDecider,
  react,
  fields(state) {
    if (state.stage === 'none') return state.dropped ? droppedFields(state.dropped) : purgedFields(state.purged);
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

/** Its number still says what became of it; `purgedAt` until its access log is gone as well. */
function purgedFields(purged: Purged | undefined): IndexedFields {
  if (!purged) return {};
  const { number, at, accessErased } = purged;
  return { number, stage: 'purged', ...(accessErased === true ? {} : { purgedAt: at }) };
}

/** Until what was logged of it is gone, and then it is as if it never was. */
function droppedFields({ at }: Readonly<{ at: string }>): IndexedFields {
  return { stage: 'dropped', updatedAt: at };
}

const isoDayLength = 'YYYY-MM-DD'.length;

/** The instant from which the step counts as late: what is due on a day has that whole day, on a Dutch clock. */
export function overdueFrom(due: string | undefined): string | undefined {
  return due?.length === isoDayLength ? atLocalTime(addDays(due, 1), '00:00') : due;
}
