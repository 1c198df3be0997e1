import { addWorkingDays, type IsHoliday } from '../core/working-time.ts';
import type { Levels } from '../features/deadlines/index.ts';
import { type ProposalFile, voteOf } from '../features/decisions/index.ts';
import type { Promised, Promises } from './promise.ts';
import { decisionTitles, deedTitles, reasons } from './texts.ts';

export type DecisionSurroundings = Readonly<{ levels: Levels; isHoliday: IsHoliday }>;

/** Working days to say what a decision brought, once that is asked. No founding text gives a term. */
const reviewDays = 10;

/** A decision that is to be taken or recorded, and what it brought. Who has not voted yet is reminded by the vote. */
export function decisionPromises(file: ProposalFile, { levels, isHoliday }: DecisionSurroundings): Promises {
  const { id, centre, case: aboutCase } = file;
  const wished = [decide(file), record(file), review(file, isHoliday)];
  return {
    about: { kind: 'decision', id, centre, ...(aboutCase === undefined ? {} : { number: aboutCase.number }) },
    levels,
    wished: wished.filter((each) => each !== undefined),
    dropped: () => droppedBecause(file),
  };
}

/** Postponing is a decision as well. */
function droppedBecause({ stage }: ProposalFile): string | undefined {
  if (stage === 'decided' || stage === 'postponed') return undefined;
  return stage === 'withdrawn' || stage === 'expired' ? reasons.withdrawn : reasons.changed;
}

function decide({ id, number, stage, route, decideBy, author }: ProposalFile): Promised | undefined {
  if (stage !== 'deciding' || route?.decide.by !== 'person' || decideBy === undefined) return undefined;
  return {
    ...{ key: 'decide', title: decisionTitles.decide(number), due: decideBy, plan: 'short' },
    ...{ owner: route.decide.person, steward: author },
    deed: { title: deedTitles.decide, verb: 'decisions/decide', data: { proposal: id }, on: 'dialog' },
  };
}

/** Also of a vote that never ends: its chair takes it on. */
function record(file: ProposalFile): Promised | undefined {
  const { id, number, stage, route, lateAt, author } = file;
  if (stage !== 'deciding' && stage !== 'to-record') return undefined;
  if (route?.decide.by !== 'body' || lateAt === undefined) return undefined;
  return {
    ...{ key: 'record', title: decisionTitles.record(number), due: lateAt, plan: 'short' },
    ...{ owner: voteOf(file)?.body.chair ?? route.decide.body.chair, steward: author },
    deed: { title: deedTitles.look, verb: 'decisions/show-decide', data: { proposal: id }, on: 'action' },
  };
}

/** It is asked on its day; from then on it is somebody's to answer. */
function review({ id, number, decision, review: asked, author }: ProposalFile, isHoliday: IsHoliday) {
  if (decision?.owner === undefined || asked.askedAt === undefined || asked.answeredAt !== undefined) return undefined;
  return {
    ...{ key: 'review', title: decisionTitles.review(number), plan: 'short' },
    ...{ owner: decision.owner, steward: author, due: addWorkingDays(asked.askedAt, reviewDays, isHoliday) },
    deed: { title: deedTitles.review, verb: 'decisions/review', data: { proposal: id }, on: 'dialog' },
  } satisfies Promised;
}
