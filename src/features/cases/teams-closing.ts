import { z } from 'zod/v4';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { closingOutcomes, progressKinds } from './case-state.ts';
import {
  closeAdvice,
  type ClosingWish,
  recordProgress,
  reopenCase,
  sendBackClosing,
  signOff,
  startClosing,
} from './desk-wishes.ts';
import {
  aboutCase,
  askedBy,
  caseIdField,
  type Kit,
  ran,
  refusedOnCard,
  sayDone,
  shownOnCard,
} from './teams-answers.ts';
import { type FormRoutes, formRoutes, type Typed } from './teams-forms.ts';
import { inBoth, type Texts } from './texts.ts';

/** How a case comes along, to its end and back again. */
export function closingRoutes(kit: Kit): readonly Route[] {
  const forms = [closingForm(kit), sendBackForm(kit), reopenForm(kit)];
  return [
    ...forms.flatMap((form) => formRoutes(kit, form)),
    route({ on: 'action', verb: 'cases/progress', data: progressMade, run: (inbound) => record(kit, inbound) }),
    route({ on: 'action', verb: 'cases/sign-off', data: aboutCase, run: (inbound) => approve(kit, inbound) }),
    route({ on: 'action', verb: 'cases/close-advice', data: aboutCase, run: (inbound) => endAdvice(kit, inbound) }),
  ];
}

type AboutCase = Inbound<z.output<typeof aboutCase>>;
const progressMade = z.object({ case: caseIdField, what: z.enum(progressKinds) });

const rating = z.coerce.number().int().min(1).max(10).optional().catch(undefined);
const closingFields = z.object({
  outcome: z.enum(closingOutcomes).catch('none'),
  moves: z.coerce.number().int().min(0).max(99).catch(0),
  youthRating: rating,
  parentRating: rating,
  lessonsCooperation: z.string().catch(''),
  lessonsContent: z.string().catch(''),
  adviceToOrganisations: z.string().catch(''),
});

/** What was left open is absent, so that the state survives JSON unchanged. */
function readClosing(typed: Typed): ClosingWish['closing'] {
  const { youthRating, parentRating, adviceToOrganisations, ...closing } = closingFields.parse(typed);
  return {
    ...closing,
    ...(youthRating === undefined ? {} : { youthRating }),
    ...(parentRating === undefined ? {} : { parentRating }),
    ...(adviceToOrganisations === '' ? {} : { adviceToOrganisations }),
  };
}

function closingForm(kit: Kit): FormRoutes {
  type Label = 'lessonsCooperation' | 'lessonsContent' | 'adviceToOrganisations';
  const label = (field: Label) => (texts: Texts) => texts.forms.closing[field];
  return {
    opens: 'cases/closing',
    sends: 'cases/closing-send',
    action: 'case.start-closing',
    title: ({ say }, number) => say.dialogClosing(number),
    objection: ({ stage }) => (stage === 'conference' ? undefined : 'not-in-conference'),
    looks: true,
    show: (form) => kit.cards.closingForm.show(form),
    guarded: {
      lessonsCooperation: label('lessonsCooperation'),
      lessonsContent: label('lessonsContent'),
      adviceToOrganisations: label('adviceToOrganisations'),
    },
    wish: (inbound, id, typed) => startClosing(kit.deps, askedBy(inbound), { id, closing: readClosing(typed) }),
    done: (_, inbound) => sayDone(kit, inbound, ({ say }) => say.closingStarted),
  };
}

function sendBackForm(kit: Kit): FormRoutes {
  return {
    opens: 'cases/send-back',
    sends: 'cases/send-back-send',
    action: 'case.sign-off',
    title: ({ say }, number) => say.dialogReason(number),
    objection: ({ stage }) => (stage === 'closing' ? undefined : 'not-closing'),
    show: (form) => kit.cards.reason.show({ ...form, verb: 'cases/send-back-send' }),
    guarded: { reason: ({ forms }) => forms.reason.sendBack },
    wish: (inbound, id, { reason = '' }) => sendBackClosing(kit.deps, askedBy(inbound), { id, reason }),
    done: (_, inbound) => sayDone(kit, inbound, ({ say }) => say.sentBack),
  };
}

function reopenForm(kit: Kit): FormRoutes {
  return {
    opens: 'cases/reopen',
    sends: 'cases/reopen-send',
    action: 'case.reopen',
    title: ({ say }, number) => say.dialogReason(number),
    objection: ({ stage }) => (stage === 'closed' || stage === 'returned' ? undefined : 'not-closed'),
    show: (form) => kit.cards.reason.show({ ...form, verb: 'cases/reopen-send' }),
    guarded: { reason: ({ forms }) => forms.reason.reopen },
    wish: (inbound, id, { reason = '' }) => reopenCase(kit.deps, askedBy(inbound), { id, reason }),
    done: (_, inbound) => sayDone(kit, inbound, ({ say }) => say.reopened),
  };
}

async function approve(kit: Kit, inbound: AboutCase): Promise<Ran> {
  const id = inbound.data.case;
  const told = await signOff(kit.deps, askedBy(inbound), id);
  if (!told.ok) return refusedOnCard(kit.cards.director, told, id);
  const notice = inBoth(({ say }) => say.signedOff);
  return ran('done', shownOnCard(kit.cards.director, told.state, notice), id);
}

async function endAdvice(kit: Kit, inbound: AboutCase): Promise<Ran> {
  const id = inbound.data.case;
  const told = await closeAdvice(kit.deps, askedBy(inbound), id);
  if (!told.ok) return refusedOnCard(kit.cards.triage, told, id);
  const notice = inBoth(({ say }) => say.adviceClosed);
  return ran('done', shownOnCard(kit.cards.triage, told.state, notice), id);
}

async function record(kit: Kit, inbound: Inbound<z.output<typeof progressMade>>): Promise<Ran> {
  const { case: id, what } = inbound.data;
  const told = await recordProgress(kit.deps, askedBy(inbound), { id, what });
  if (!told.ok) return refusedOnCard(kit.cards.director, told, id);
  const notice = inBoth(({ say, names }) => say.recorded(names.progress[what]));
  return ran('done', shownOnCard(kit.cards.director, told.state, notice), id);
}
