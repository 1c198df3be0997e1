import { demoCases } from '../../../src/demo/cases.ts';
import type { Intake } from '../../../src/features/cases/intake.ts';
import type { TriageOutcome } from '../../../src/features/cases/triage.ts';

/** What triage must propose for each (domain.md 5). */
export const expectedOutcomes: Readonly<Record<string, TriageOutcome>> = {
  merel: 'admit',
  wolf: 'priority',
  linde: 'admit',
  noor: 'advice-only',
  sterre: 'admit',
  ravi: 'return',
  tygo: 'priority',
  vlinder: 'admit',
  egel: 'ask-more',
  das: 'priority',
  hermelijn: 'priority',
  ibis: 'admit',
  kiezel: 'admit',
};

export function demoIntake(key: string): Intake {
  const found = demoCases.find((example) => example.key === key);
  if (!found) throw new Error(`no demo case ${key}`);
  return found.intake;
}
