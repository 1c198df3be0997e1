import type { AccessEntry } from '../../store/access-log.ts';
import type { Person } from './directory.ts';
import type { Verdict } from './policy.ts';

type Look = Readonly<{
  actor: Person['id'];
  at: Date;
  /** Undefined: not in the directory. */
  who: Person | undefined;
  verdict: Verdict;
}>;

/** The line in the access log of what somebody did, or was refused, on what the policy table said. */
export function accessEntry(
  { actor, at, who, verdict }: Look,
  what: Pick<AccessEntry, 'eventType' | 'action' | 'caseKey' | 'dataCategory'>,
): AccessEntry {
  return {
    ...what,
    occurredAt: at.toISOString(),
    outcome: verdict.allowed ? 'allowed' : 'refused',
    userId: actor,
    userRole: verdict.role,
    organisation: who?.organisation ?? 'unknown',
    authorisationRule: verdict.rule,
    breakGlass: false,
    sourceSystem: 'doorbraak',
  };
}
