import { addWeeks, addWorkingDays } from '../../core/working-time.ts';
import type { Submission } from './case-messages.ts';
import type { Intake } from './intake.ts';
import type { TriageOutcome } from './triage.ts';

/** Working days, except `monitorWeeks`. No law or founding document gives a term: every one is a setting (design, decision 6). */
export type CaseClocks = Readonly<{
  acknowledge: number;
  triage: number;
  triageWithMeasure: number;
  conference: number;
  conferenceWithMeasure: number;
  monitorWeeks: number;
  centreAnswer: number;
  /** Officials hear of what is late for so long, and administrators when that changes nothing either (domain.md D13). */
  officialEscalation: number;
  administrativeEscalation: number;
}>;

/** domain.md 6.2. */
export const defaultClocks: CaseClocks = {
  acknowledge: 1,
  triage: 5,
  triageWithMeasure: 1,
  conference: 10,
  conferenceWithMeasure: 5,
  monitorWeeks: 4,
  centreAnswer: 5,
  officialEscalation: 10,
  administrativeEscalation: 10,
};

export type Calendar = Readonly<{ clocks: CaseClocks; isHoliday(day: string): boolean }>;

/** Every court measure is triaged soonest; which lane it takes is only known after triage. Dates are UTC instants. */
export function submissionDates(
  from: string,
  measure: Intake['measure'],
  calendar: Calendar,
): Pick<Submission, 'acknowledgeBy' | 'triageBy'> {
  const acknowledgeBy = addWorkingDays(from, calendar.clocks.acknowledge, calendar.isHoliday);
  return { acknowledgeBy, triageBy: triageDue(from, measure, calendar) };
}

export function triageDue(from: string, measure: Intake['measure'], { clocks, isHoliday }: Calendar): string {
  const days = (measure ?? 'none') === 'none' ? clocks.triage : clocks.triageWithMeasure;
  return addWorkingDays(from, days, isHoliday);
}

export function conferenceDue(from: string, outcome: TriageOutcome, { clocks, isHoliday }: Calendar): string {
  const days = outcome === 'priority' ? clocks.conferenceWithMeasure : clocks.conference;
  return addWorkingDays(from, days, isHoliday);
}

/** The first look back at how the plan goes, counted from the moment the conference opens. */
export function monitorDue(opened: string, { clocks }: Calendar): string {
  return addWeeks(opened, clocks.monitorWeeks);
}

export function centreAnswerDue(from: string, { clocks, isHoliday }: Calendar): string {
  return addWorkingDays(from, clocks.centreAnswer, isHoliday);
}
