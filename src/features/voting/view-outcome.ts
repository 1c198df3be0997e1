import type { Locale } from '../../core/locale.ts';
import { day, type Fact, type Line, lineOf, timeOfDay } from '../../core/view-parts.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Directory } from '../directory/index.ts';
import type { Choice } from './choices.ts';
import { choicesFor } from './choices.ts';
import { fewestSecretBallots } from './outcome.ts';
import { type Texts, texts } from './texts.ts';
import type { GivenReason, Outcome } from './vote-state.ts';

export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;
export type Names = Pick<Directory, 'nameOf'>;

/** "maandag 23 november om 17:00". */
export function moment(instant: string, locale: Locale): string {
  return texts.in[locale].say.moment(day(instant, locale), timeOfDay(instant));
}

type Shown = Readonly<{ withReasons: boolean; names: Names; locale: Locale }>;

/** What Teams takes of one card, with room to spare. */
const mostLines = 60;
const mostReasons = 20;

const nothing = { hasOutcome: false, result: '', counts: [], outcomeLines: [] };

/** How it ended: names only of an open vote, and nothing before it is closed. */
export async function outcomeView(outcome: Outcome | undefined, shown: Shown): Promise<object> {
  if (!outcome) return nothing;
  const words = texts.in[shown.locale];
  return {
    hasOutcome: true,
    result: words.names.result[outcome.result],
    counts: countsOf(outcome, words),
    outcomeLines: [
      ...turnoutLines(outcome, words),
      ...(await nameLines(outcome, shown)),
      ...(shown.withReasons ? await reasonLines(outcome, shown) : []),
    ],
  };
}

function countsOf({ kind, counts }: Outcome, { names }: Texts): readonly Fact[] {
  const codes: readonly Choice[] = Object.keys(counts).length === 0 ? [] : choicesFor[kind];
  return codes.map((code) => ({ title: names.choice[code], value: String(counts[code] ?? 0) }));
}

function turnoutLines(outcome: Outcome, { say }: Texts): readonly Line[] {
  const { ballots, seats, recused, turnoutPercent, quorumMet, secrecy } = outcome;
  const isSilent = secrecy === 'secret' && ballots < fewestSecretBallots;
  return [
    say.turnout(ballots, seats - recused, turnoutPercent),
    ...(recused === 0 ? [] : [say.recused(recused)]),
    quorumMet ? say.quorumMet : say.quorumMissed,
    ...(isSilent ? [say.fewSecret] : []),
  ].map(lineOf);
}

async function nameLines({ secrecy, ballotsBy = [] }: Outcome, { names, locale }: Shown): Promise<readonly Line[]> {
  if (secrecy !== 'open') return [];
  const words = texts.in[locale];
  const lines = ballotsBy.slice(0, mostLines).map(async ({ person, choice, castBy }) => {
    const name = await names.nameOf(person);
    const who = castBy === person ? name : words.say.castFor(await names.nameOf(castBy), name);
    return lineOf(words.say.nameLine(who, choiceName(choice, words)));
  });
  return [...(await Promise.all(lines)), ...restOf(ballotsBy.length - mostLines, words)];
}

async function reasonLines({ secrecy, reasons }: Outcome, { names, locale }: Shown): Promise<readonly Line[]> {
  const words = texts.in[locale];
  const lines = reasons.slice(0, mostReasons).map(async ({ choice, text, by }: GivenReason) => {
    const chosen = choiceName(choice, words);
    if (secrecy !== 'open' || by === undefined) return lineOf(words.say.reasonLine(chosen, text));
    return lineOf(words.say.reasonBy(await names.nameOf(by), chosen, text));
  });
  return [...(await Promise.all(lines)), ...restOf(reasons.length - mostReasons, words)];
}

/** A choice that a newer bot knows by its code. */
function choiceName(choice: string, { names }: Texts): string {
  const named: Readonly<Record<string, string>> = names.choice;
  return named[choice] ?? choice;
}

function restOf(count: number, { say }: Texts): readonly Line[] {
  return count > 0 ? [lineOf(say.more(count))] : [];
}
