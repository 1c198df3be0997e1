import type { PersonId } from '../core/ids.ts';
import { atLocalTime } from '../core/working-time.ts';
import type { CaseClocks, SubmittedCase } from '../features/cases/index.ts';
import type { Deed, Levels } from '../features/deadlines/index.ts';
import type { Promised, Promises } from './promise.ts';
import { deedTitles, reasons, titles } from './texts.ts';

/** What a case does not know itself: its people as they are today, and how often is looked back. */
export type CaseSurroundings = Readonly<{
  chair: PersonId;
  leader?: PersonId;
  levels: Levels;
  clocks: Pick<CaseClocks, 'monitorWeeks' | 'officialEscalation' | 'administrativeEscalation'>;
}>;

type Rule = (file: SubmittedCase, around: CaseSurroundings) => Promised | undefined;

/**
 * The clocks of a case (domain.md 6.2), each with who must act. Acknowledging is none: the confirmation on submitting is it.
 * What an applicant supplements, and the approval of a closing, have no date.
 */
export function casePromises(file: SubmittedCase, around: CaseSurroundings): Promises {
  const { officialEscalation: official, administrativeEscalation: afterwards } = around.clocks;
  const all: readonly Rule[] = [triage, handOver, conference, lookBack, centreAnswer];
  return {
    about: { kind: 'case', id: file.id, number: file.number, centre: file.centre },
    ...{ levels: around.levels, escalation: { official, administrative: official + afterwards } },
    wished: all.map((each) => each(file, around)).filter((each) => each !== undefined),
    dropped: (key) => droppedBecause(file, key),
  };
}

function droppedBecause({ stage }: SubmittedCase, key: string): string | undefined {
  if (stage === 'closing') return reasons.closing;
  if (key === 'hand-over') return stage === 'submitted' ? reasons.submittedAgain : undefined;
  return stage === 'closed' ? reasons.closed : undefined;
}

function deed({ id }: SubmittedCase, what: keyof typeof deedTitles, how: Omit<Deed, 'title' | 'data'>): Deed {
  return { title: deedTitles[what], data: { case: id }, ...how };
}

const triage: Rule = (file, { chair }) => {
  const { stage, clocks } = file;
  if (stage !== 'submitted' || clocks.triageBy === undefined) return undefined;
  return {
    ...{ key: 'triage', title: titles.triage, owner: chair, steward: chair, due: clocks.triageBy, plan: 'short' },
    deed: deed(file, 'triage', { verb: 'cases/triage-form', on: 'dialog' }),
  };
};

/** After a "no" somebody outside takes it up (domain.md C4): the chair looks whether they did. */
const handOver: Rule = (file, { chair }) => {
  const { stage, triage: decision } = file;
  if (decision?.ownerBy === undefined || (stage !== 'returned' && stage !== 'advice-only')) return undefined;
  const due = atLocalTime(decision.ownerBy, '17:00');
  return {
    ...{ key: 'hand-over', title: titles[stage], owner: chair, steward: chair, due, plan: 'short' },
    ...(stage === 'advice-only'
      ? { deed: deed(file, 'closeAdvice', { verb: 'cases/close-advice', on: 'action' }) }
      : {}),
  };
};

const conference: Rule = (file, { chair }) => {
  const { stage, clocks, processDirector: owner = chair } = file;
  if ((stage !== 'admitted' && stage !== 'conference') || clocks.conferenceBy === undefined) return undefined;
  return {
    ...{ key: 'conference', title: titles.conference, owner, steward: chair, due: clocks.conferenceBy, plan: 'short' },
    deed: stage === 'admitted' ? look(file) : progress(file, 'conference-held'),
  };
};

/** There is something to look back at once there was a conference. */
const lookBack: Rule = (file, { chair, clocks: { monitorWeeks } }) => {
  const { stage, clocks, processDirector: owner = chair } = file;
  if (stage !== 'conference' || clocks.conferenceBy !== undefined || clocks.monitorBy === undefined) return undefined;
  return {
    ...{ key: 'look-back', title: titles.lookBack, owner, steward: chair, due: clocks.monitorBy, plan: 'long' },
    ...{ everyWeeks: monitorWeeks, deed: progress(file, 'looked-back') },
  };
};

/** Somebody of the centre who is in the case, its leader first; that there is an answer is recorded by the process director. */
const centreAnswer: Rule = (file, { chair, leader }) => {
  const { stage, clocks, processDirector, centreInvolved } = file;
  if ((stage !== 'admitted' && stage !== 'conference') || clocks.centreAnswerBy === undefined) return undefined;
  const staff = centreInvolved?.staff ?? [];
  const owner = staff.find((person) => person === leader) ?? staff[0] ?? processDirector ?? chair;
  return {
    ...{ key: 'centre-answer', title: titles.centreAnswer, owner, steward: chair, due: clocks.centreAnswerBy },
    ...{ plan: 'short', deed: look(file), watchers: processDirector === undefined ? [] : [processDirector] },
  };
};

const look = (file: SubmittedCase): Deed => deed(file, 'look', { verb: 'cases/details', on: 'dialog' });

function progress(file: SubmittedCase, what: 'conference-held' | 'looked-back'): Deed {
  const done = deed(file, what, { verb: 'cases/progress', on: 'action' });
  return { ...done, data: { ...done.data, what } };
}
