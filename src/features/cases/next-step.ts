import type { Case, Progress, SubmittedCase } from './case-state.ts';

/** Who is to do what now, and by when: a UTC instant, or a day in Amsterdam (`YYYY-MM-DD`). */
export type NextStep = Readonly<{ what: NextStepCode; due?: string }>;
export type NextStepCode =
  | 'submit'
  | 'decide-triage'
  | 'supplement'
  | 'follow-advice'
  | 'hand-over'
  | 'open-channel'
  | 'help-channel'
  | 'hold-conference'
  | 'look-back'
  | 'centre-answers'
  | 'sign-off'
  | 'none';

export function nextStep(state: Case): NextStep {
  if (state.stage === 'none') return { what: 'none' };
  return state.stage === 'draft' ? { what: 'submit' } : byStage[state.stage](state);
}

const byStage: Readonly<Record<SubmittedCase['stage'], (file: SubmittedCase) => NextStep>> = {
  submitted: ({ clocks }) => withDue('decide-triage', clocks.triageBy),
  supplement: () => ({ what: 'supplement' }),
  'advice-only': ({ triage }) => withDue('follow-advice', triage?.ownerBy),
  returned: ({ triage }) => withDue('hand-over', triage?.ownerBy),
  admitted: (file) => withDue(inTrouble(file) ? 'help-channel' : 'open-channel', file.clocks.conferenceBy),
  conference: inConference,
  closing: () => ({ what: 'sign-off' }),
  closed: () => ({ what: 'none' }),
};

function inTrouble({ channel }: SubmittedCase): boolean {
  return channel.status === 'making' && channel.trouble === 'app-not-enabled' && !channel.done.includes('app');
}

/** Looking back waits until there was a conference to look back at; the centre may answer before or after. */
function inConference({ clocks }: SubmittedCase): NextStep {
  const { conferenceBy, monitorBy, centreAnswerBy } = clocks;
  const own = conferenceBy === undefined ? withDue('look-back', monitorBy) : withDue('hold-conference', conferenceBy);
  if (centreAnswerBy === undefined || (own.due !== undefined && own.due <= centreAnswerBy)) return own;
  return { what: 'centre-answers', due: centreAnswerBy };
}

const recordedAs: Readonly<Partial<Record<NextStepCode, Progress>>> = {
  'hold-conference': 'conference-held',
  'look-back': 'looked-back',
  'centre-answers': 'centre-answered',
};

/** What the process director can record as done now; undefined when nothing runs. */
export function nextProgress(state: Case): Progress | undefined {
  const { what, due } = nextStep(state);
  return due === undefined ? undefined : recordedAs[what];
}

function withDue(what: NextStepCode, due: string | undefined): NextStep {
  return due === undefined ? { what } : { what, due };
}
