import type { PersonId } from '../../core/ids.ts';
import type { Locale, Text } from '../../core/locale.ts';
import { type Choice, lineOf } from '../../core/view-parts.ts';
import type { Proposed } from './consultation-state.ts';
import { type Texts, textsIn } from './texts.ts';
import { type Seen, type Sight } from './view-format.ts';
import { type AnswerForm, formBase } from './view-invitation.ts';

/** `out`: whose place is taken; empty when somebody is added. */
export type PickForm = AnswerForm & Readonly<{ out: PersonId | '' }>;

/** Who else fits, with what keeps them from it. */
export async function pickView(sight: Sight, form: PickForm, { locale }: Seen): Promise<object> {
  const { directory } = sight;
  const { file, out } = form;
  const others = file.proposal?.others ?? [];
  return {
    ...formBase(form, { into: '', reason: '' }, locale),
    out,
    instead: out === '' ? '' : textsIn[locale].say.replaceOf(await directory.nameOf(out)),
    isReplacing: out !== '',
    people: await Promise.all(others.map((proposed) => choiceOf(sight, proposed, textsIn[locale]))),
  };
}

async function choiceOf({ directory }: Sight, proposed: Proposed, { names, say }: Texts): Promise<Choice> {
  const { person, organisation, obstacles, livedExperience } = proposed;
  const name = await directory.nameOf(person);
  const notes = [...(livedExperience ? [say.livedExperience] : []), ...obstacles.map((code) => names.obstacle[code])];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return { title: `${name} – ${organisation}${note}`, value: person };
}

export type ReasonForm = AnswerForm & Readonly<{ verb: 'consultations/withdraw-send' | 'consultations/reopen-send' }>;

export function reasonView(form: ReasonForm, { locale }: Seen): object {
  const { say } = textsIn[locale];
  return {
    ...formBase(form, { reason: '' }, locale),
    verb: form.verb,
    question: form.verb === 'consultations/reopen-send' ? say.reopenAsk : say.withdrawAsk,
  };
}

/** A short confirmation or refusal. */
export type Outcome = Readonly<{ lines: readonly Text[] }>;

export function outcomeView({ lines }: Outcome, locale: Locale): object {
  return { lines: lines.map((line) => lineOf(line[locale])) };
}
