import type { Text } from '../../core/locale.ts';
import { personId, type PersonId } from '../../core/ids.ts';
import { parseEuros } from '../../core/money.ts';
import type { Typed } from '../cases/index.ts';
import { rulingFaults } from './decide-verdict.ts';
import { adviceOf, type ProposalFile, type Ruling, type Verdict, verdicts } from './proposal-state.ts';
import { inBoth, refusalText } from './texts.ts';

export type ReadRuling = Readonly<{ ok: true; ruling: Ruling }> | Readonly<{ ok: false; problems: readonly Text[] }>;

export type Reading = Readonly<{ file: ProposalFile; people: readonly PersonId[]; at: string }>;

/** What was filled in, as a ruling; only what belongs to its verdict is taken. Or everything that is wrong with it. */
export function readRuling(typed: Typed, { file, people, at }: Reading): ReadRuling {
  const verdict = verdicts.find((one) => one === typed['verdict']);
  if (!verdict) return { ok: false, problems: [inBoth(({ cards }) => cards.decideForm.required)] };
  const amount = verdict === 'adopt-amended' ? textOf(typed, 'amount') : undefined;
  const cents = amount === undefined ? undefined : parseEuros(amount);
  if (amount !== undefined && cents === undefined) {
    return { ok: false, problems: [inBoth(({ cards }) => cards.write.amountWrong)] };
  }
  const ruling = rulingFor(verdict, typed, { file, people, cents });
  const problems = rulingFaults(ruling, file, at).map(refusalText);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ruling };
}

type Filled = Readonly<{ file: ProposalFile; people: readonly PersonId[]; cents: number | undefined }>;

function rulingFor(verdict: Verdict, typed: Typed, { file, people, cents }: Filled): Ruling {
  const base = { verdict, motivation: typed['motivation'] ?? '' };
  const known = (field: string): PersonId | undefined => people.find((one) => one === personId(typed[field] ?? ''));
  if (verdict === 'postpone') return filled({ ...base, until: textOf(typed, 'until') });
  const followed = (['yes', 'no'] as const).find((one) => one === typed['followed']);
  const isAdvised = adviceOf(file)?.outcome !== undefined;
  const answered = isAdvised ? { followed, whyNot: followed === 'no' ? textOf(typed, 'whyNot') : undefined } : {};
  const summary = file.case === undefined ? textOf(typed, 'summary') : undefined;
  const rest =
    verdict === 'reject'
      ? { alternative: textOf(typed, 'alternative'), contact: known('contact') }
      : { owner: known('owner'), reviewOn: textOf(typed, 'reviewOn'), conditions: textOf(typed, 'conditions') };
  const amended = verdict === 'adopt-amended' ? { amendment: textOf(typed, 'amendment'), amountCents: cents } : {};
  return filled({ ...base, ...answered, ...rest, ...amended, summary });
}

function textOf(typed: Typed, field: string): string | undefined {
  const text = typed[field]?.trim();
  return text === '' ? undefined : text;
}

type Open = { [Field in keyof Ruling]: Ruling[Field] | undefined };

/** Without what was left open, so that it is the same before and after it was stored. */
function filled(ruling: Open): Ruling {
  const known: readonly (readonly [string, unknown])[] = Object.entries(ruling);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Ruling;
}
