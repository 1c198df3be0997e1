import type { Locale } from '../../core/locale.ts';
import type { SubmittedCase } from './case-state.ts';
import { textsIn } from './texts.ts';
import { type Gates, gatesFor, propose } from './triage.ts';
import { caseHead, ownersOf, type Seen, type Sight } from './view-case.ts';
import { day } from './view-format.ts';

type Mark = 'yes' | 'no' | 'unknown';

const colours = { yes: 'Good', no: 'Attention', unknown: 'Warning' } as const;

/** The check list, the proposal with its reason and the clock, which says whose turn it is; once decided, the decision in their place. */
export async function triageView(sight: Sight, file: SubmittedCase, seen: Seen): Promise<object> {
  const { locale, now } = seen;
  const { say, names } = textsIn[locale];
  const { outcome, because } = propose(file.intake);
  const { triageBy } = file.clocks;
  const isWaiting = file.stage === 'submitted';
  const { triage } = file;
  return {
    ...(await caseHead(sight, file, seen)),
    ...(isWaiting ? { facts: await ownersOf(sight, file, locale) } : {}),
    isWaiting,
    isDecided: !isWaiting && triage !== undefined,
    gates: gateLines(file, locale),
    proposal: say.proposal(names.outcome[outcome]),
    because: names.because[because],
    clock: triageBy === undefined ? '' : dueLine(triageBy, now, locale),
    hasClock: isWaiting && triageBy !== undefined,
    isLate: triageBy !== undefined && triageBy < now.toISOString(),
    isAcute: file.intake.acuteDanger === true && file.stage !== 'closed',
    decision: triage ? say.decidedOn(names.outcome[triage.outcome], day(triage.at, locale)) : '',
    mayCloseAdvice: file.stage === 'advice-only',
    mayReopen: file.stage === 'returned' || file.stage === 'closed',
  };
}

function dueLine(triageBy: string, now: Date, locale: Locale): string {
  const { say } = textsIn[locale];
  return triageBy < now.toISOString() ? say.triageLate(day(triageBy, locale)) : say.triageBy(day(triageBy, locale));
}

function gateLines(file: SubmittedCase, locale: Locale): readonly object[] {
  const { say, names } = textsIn[locale];
  const gates = gatesFor(file.intake);
  const open = gates.missing.map((field) => names.missing[field]);
  const complete = open.length === 0 ? say.gateComplete : `${say.gateComplete}. ${say.missing(open.join(', '))}`;
  const lines: readonly (readonly [string, Mark])[] = [
    [say.gateAge, ageMark(gates)],
    [say.gateBasis, basisMark(gates)],
    [say.gateLifeAreas, markOf(gates.complexity.lifeAreas, gates.missing.includes('lifeAreas'))],
    [say.gateParties, markOf(gates.complexity.parties, gates.missing.includes('parties'))],
    [say.gateFamily, markOf(gates.complexity.family, file.intake.familyImpact === undefined)],
    [say.gateTried, markOf(gates.triedLocally, gates.missing.includes('tried'))],
    [complete, markOf(open.length === 0, false)],
  ];
  return lines.map(([text, mark]) => ({ text, mark: say[mark], colour: colours[mark] }));
}

function ageMark({ age }: Gates): Mark {
  return age === 'unknown' ? 'unknown' : markOf(age === 'fits', false);
}

function basisMark({ basis }: Gates): Mark {
  return markOf(basis.complete, !basis.refused);
}

function markOf(isMet: boolean, isUnknown: boolean): Mark {
  if (isMet) return 'yes';
  return isUnknown ? 'unknown' : 'no';
}
