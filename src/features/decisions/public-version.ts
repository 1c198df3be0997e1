import { localDate } from '../../core/working-time.ts';
import { contentOf, type ProposalFile, type Verdict } from './proposal-state.ts';
import type { Subject } from './subjects.ts';

/**
 * What anybody may know of a decision (domain.md section 3, Woo): no voters, no opinions, no reasons of single members. Of one
 * about a single case not even what was typed: any two facts together may tell who it is about.
 */
export type PublicDecision = Readonly<{
  number: string;
  /** YYYY-MM-DD. */
  date: string;
  subject: Subject;
  decision: Verdict;
  /** Undefined for a single case: a fixed sentence takes its place. */
  title?: string;
  motivation?: string;
  amountCents?: number;
}>;

export function publicVersion(file: ProposalFile): PublicDecision | undefined {
  const { decision, number } = file;
  if (!decision) return undefined;
  const { subject, title } = contentOf(file);
  const words = file.case === undefined ? { title, motivation: decision.summary ?? '' } : {};
  return {
    ...{ number, date: localDate(decision.at), subject, decision: decision.verdict, ...words },
    ...(decision.amountCents === undefined ? {} : { amountCents: decision.amountCents }),
  };
}
