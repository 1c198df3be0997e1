import type { Locale, Text } from '../../core/locale.ts';
import { type Line, lineOf, problemsOf } from '../../core/view-parts.ts';
import { formatDay, localDate } from '../../core/working-time.ts';
import { type Case, endedStages, isHeld, isSubmitted, stageName, type SubmittedCase } from '../cases/index.ts';
import { texts } from './texts.ts';

/** How a case stands for whoever looks after what is kept: nothing that anybody typed. `held`: who keeps it longer. */
export type FileState = Readonly<{
  number: string;
  state: Exclude<Case, { stage: 'draft' }>;
  heldBy: string;
  now: string;
}>;

export function fileView({ number, state, heldBy, now }: FileState, locale: Locale): object {
  const { say } = texts.in[locale];
  const isThere = isSubmitted(state);
  const isKept = isThere && isHeld(state, localDate(now));
  return {
    title: say.fileOf(number),
    number,
    lines: isThere ? standing(state, locale) : remains(state, locale),
    isThere,
    isKept,
    mayErase: isThere && !isKept && endedStages.includes(state.stage),
    kept: isKept && state.hold ? say.heldUntil(formatDay(state.hold.until, locale), heldBy) : '',
  };
}

function standing({ stage, updatedAt }: SubmittedCase, locale: Locale): readonly Line[] {
  const { say } = texts.in[locale];
  return [lineOf(say.standsAt(stageName(stage, locale), formatDay(updatedAt, locale)))];
}

/** The checksum is longer than a phone is wide: a line of its own breaks it. */
function remains({ purged }: Extract<Case, { stage: 'none' }>, locale: Locale): readonly Line[] {
  const { say, names } = texts.in[locale];
  if (!purged) return [];
  const rules: Readonly<Record<string, string>> = names.rule;
  return [
    lineOf(say.deletedOn(formatDay(purged.at, locale), rules[purged.rule] ?? purged.rule)),
    lineOf(say.checksum(purged.sha256)),
  ];
}

export type HoldForm = Readonly<{
  file: SubmittedCase;
  typed: Readonly<Record<string, string>>;
  problems: readonly Text[];
  now: string;
}>;

export function holdView({ file, typed, problems, now }: HoldForm, locale: Locale): object {
  const { say } = texts.in[locale];
  const today = localDate(now);
  const kept = isHeld(file, today) ? file.hold : undefined;
  return {
    ...problemsOf({ problems }, locale),
    number: file.number,
    today,
    value: { reason: '', until: kept?.until ?? '', ...typed },
    isKept: kept !== undefined,
    kept: kept === undefined ? '' : say.heldBecause(formatDay(kept.until, locale), kept.reason),
  };
}
