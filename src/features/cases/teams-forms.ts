import { z } from 'zod/v4';
import { type Card, type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import type { Action } from '../directory/index.ts';
import { type DeskRefusal, enter, type Told } from './case-desk.ts';
import { type CaseId, isSubmitted, type SubmittedCase } from './case-state.ts';
import { type GuardedFields, guardFields, type Typed } from './guard-form.ts';
import {
  aboutCase,
  askedBy,
  caseIdField,
  inDialog,
  type Kit,
  ran,
  refusalText,
  refusedInDialog,
} from './teams-answers.ts';
import { inBoth, type Texts } from './texts.ts';
import type { CaseForm } from './view-forms.ts';

/** A dialog about one case that asks for something and does it. */
export type FormRoutes = Readonly<{
  /** Verbs of the button that opens it and of its own button. */
  opens: string;
  sends: string;
  action: Action;
  title(texts: Texts, number: string): string;
  /** It opens with what people wrote about the case: opening it is a look that is logged. */
  looks?: boolean;
  /** Why the dialog makes no sense (any more) for this case. */
  objection(file: SubmittedCase): DeskRefusal | undefined;
  show(form: CaseForm): Card;
  /** Fields with free text, and what they are called: looked through for personal data before anything is kept. */
  guarded: Readonly<Record<string, (texts: Texts) => string>>;
  /** Fields with free text that take fewer characters than usual. */
  longest?: Readonly<Record<string, number>>;
  wish(inbound: Inbound, id: CaseId, typed: Typed): Promise<Told>;
  done(told: Extract<Told, { ok: true }>, inbound: Inbound): Ran | Promise<Ran>;
}>;

export type { Typed } from './guard-form.ts';

const sent = z.looseObject({ case: caseIdField });
type Sent = Inbound<z.output<typeof sent>>;

export function formRoutes(kit: Kit, form: FormRoutes): readonly Route[] {
  return [
    route({ on: 'dialog', verb: form.opens, data: aboutCase, run: (inbound) => openForm(kit, inbound, form) }),
    route({ on: 'submit', verb: form.sends, data: sent, run: (inbound) => send(kit, inbound, form) }),
  ];
}

export async function openForm(kit: Kit, inbound: Inbound<z.output<typeof aboutCase>>, form: FormRoutes): Promise<Ran> {
  const file = await admit(kit, inbound, form);
  if ('answer' in file) return file;
  return show({ file, typed: {}, problems: [] }, form, 'opened');
}

/** The case, for whoever may do this while it makes sense; otherwise the answer that says why not. */
async function admit(
  kit: Kit,
  inbound: Inbound<Readonly<{ case: CaseId }>>,
  { action, objection, looks = false }: FormRoutes,
): Promise<SubmittedCase | Ran> {
  const id = inbound.data.case;
  const entered = await enter(kit.deps, askedBy(inbound), { id, action, look: looks });
  if (!entered.ok) return refusedInDialog(kit, inbound, { code: entered.refused, id });
  if (!isSubmitted(entered.state)) return refusedInDialog(kit, inbound, { code: 'not-running', id });
  const objected = objection(entered.state);
  return objected === undefined ? entered.state : refusedInDialog(kit, inbound, { code: objected, id });
}

/** The wish itself is asked also when the dialog seems outdated: the very same click may have been the one that did it. */
async function send(kit: Kit, inbound: Sent, form: FormRoutes): Promise<Ran> {
  const id = inbound.data.case;
  const entered = await enter(kit.deps, askedBy(inbound), { id, action: form.action });
  if (!entered.ok) return refusedInDialog(kit, inbound, { code: entered.refused, id });
  if (!isSubmitted(entered.state)) return refusedInDialog(kit, inbound, { code: 'not-running', id });
  const { typed, problems } = await guardFields(
    kit,
    { ...inbound, alias: entered.state.intake.pseudonym },
    guardedIn(form),
  );
  if (problems.length > 0) return show({ file: entered.state, typed, problems }, form, 'faults');
  const told = await form.wish(inbound, id, typed);
  if (told.ok) return form.done(told, inbound);
  const { state = entered.state, refused } = told;
  if (!isSubmitted(state) || form.objection(state) !== undefined)
    return refusedInDialog(kit, inbound, { code: refused, id });
  return show({ file: state, typed, problems: [refusalText(refused)] }, form, refused);
}

function guardedIn({ guarded, longest = {} }: FormRoutes): GuardedFields {
  const fields = Object.entries(guarded).map(([field, name]) => {
    const most = longest[field];
    return [field, { name: inBoth(name), ...(most === undefined ? {} : { longest: most }) }] as const;
  });
  return Object.fromEntries(fields);
}

function show(state: CaseForm, form: FormRoutes, outcome: string): Ran {
  const title = inBoth((texts) => form.title(texts, state.file.number));
  return ran(outcome, inDialog(title, form.show(state)), state.file.id);
}
