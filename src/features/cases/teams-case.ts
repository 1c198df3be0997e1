import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import type { DeskRefusal, Told } from './case-desk.ts';
import { type CaseId, isRunning, isSubmitted, type SubmittedCase } from './case-state.ts';
import { lookAtDetails } from './desk-lists.ts';
import { isDay } from './intake-form.ts';
import { type ConsentException, exceptionGrounds, recipients } from './legal-basis.ts';
import {
  addParticipant,
  involveCentre,
  removeParticipant,
  replaceProcessDirector,
  triageCase,
  type TriageWish,
} from './desk-wishes.ts';
import {
  aboutCase,
  askedBy,
  caseIdField,
  doneInDialog,
  inDialog,
  type Kit,
  ran,
  refusedInDialog,
  sayDone,
} from './teams-answers.ts';
import { closingRoutes } from './teams-closing.ts';
import { type FormRoutes, formRoutes, openForm, type Typed } from './teams-forms.ts';
import { inBoth, type Texts } from './texts.ts';
import { triageOutcomes } from './triage.ts';

/** Everything that people do in one submitted case. */
export function caseRoutes(kit: Kit): readonly Route[] {
  const forms = [triageForm(kit), peopleForm(kit), directorForm(kit), involveForm(kit)];
  return [
    route({ on: 'dialog', verb: 'cases/details', data: aboutCase, run: (inbound) => showDetails(kit, inbound) }),
    ...forms.flatMap((form) => formRoutes(kit, form)),
    route({
      ...{ on: 'submit', verb: 'cases/director', data: aboutCase },
      run: (inbound) => openForm(kit, inbound, directorForm(kit)),
    }),
    route({ on: 'submit', verb: 'cases/person-remove', data: aboutPerson, run: (inbound) => remove(kit, inbound) }),
    ...closingRoutes(kit),
    route({ on: 'submit', verb: 'cases/done', data: z.object({}), run: async () => ran('closed', { type: 'close' }) }),
  ];
}

type AboutCase = Inbound<z.output<typeof aboutCase>>;
const aboutPerson = z.object({ case: caseIdField, person: z.string().min(1).max(80) });

function unlessRunning(file: SubmittedCase): DeskRefusal | undefined {
  return isRunning(file) ? undefined : 'not-running';
}

async function showDetails(kit: Kit, inbound: AboutCase): Promise<Ran> {
  const id = inbound.data.case;
  const looked = await lookAtDetails(kit.deps, askedBy(inbound), id);
  if (!looked.ok) return refusedInDialog(kit, inbound, { code: looked.refused, id });
  if (!isSubmitted(looked.state)) return refusedInDialog(kit, inbound, { code: 'unknown-case', id });
  const { number } = looked.state;
  const title = inBoth(({ say }) => say.dialogDetails(number));
  return ran('looked', inDialog(title, kit.cards.details.show(looked.state)), id);
}

function triageForm(kit: Kit): FormRoutes {
  type Label = 'reason' | 'alternative' | 'owner' | 'exceptionReason';
  const label = (field: Label) => (texts: Texts) => texts.forms.triage[field];
  return {
    opens: 'cases/triage-form',
    sends: 'cases/triage-decide',
    action: 'case.triage',
    title: ({ say }, number) => say.dialogTriage(number),
    objection: ({ stage }) => (stage === 'submitted' ? undefined : 'not-in-triage'),
    show: (form) => kit.cards.triageForm.show(form),
    guarded: {
      ...{ reason: label('reason'), alternative: label('alternative'), owner: label('owner') },
      exceptionReason: label('exceptionReason'),
    },
    longest: { owner: 200, exceptionReason: 400 },
    wish: (inbound, id, typed) => triageCase(kit.deps, askedBy(inbound), readTriage(id, typed)),
    done: ({ state }) => sayDecided(kit, state),
  };
}

const triageFields = z.object({
  outcome: z.enum(triageOutcomes).catch('ask-more'),
  reason: z.string().catch(''),
  alternative: z.string().catch(''),
  owner: z.string().catch(''),
  ownerBy: z.string().refine(isDay).catch(''),
  processDirector: z.string().catch(''),
  helpers: z.string().catch(''),
  recipient: z.enum(recipients).catch('directly-involved'),
  exceptionGround: z.enum(exceptionGrounds).optional().catch(undefined),
  exceptionReason: z.string().catch(''),
  secondPerson: z.string().catch(''),
});

function readTriage(id: CaseId, typed: Typed): TriageWish {
  const fields = triageFields.parse(typed);
  const { processDirector, helpers, exceptionGround, exceptionReason, secondPerson, ...decision } = fields;
  const exception = exceptionGround && readException(exceptionGround, exceptionReason, secondPerson);
  return {
    id,
    ...decision,
    helpers: helpers.split(',').filter(Boolean).map(personId),
    ...(processDirector === '' ? {} : { processDirector: personId(processDirector) }),
    ...(exception === undefined ? {} : { exception }),
  };
}

function readException(ground: ConsentException['ground'], reason: string, second: string): ConsentException {
  return { ground, reason, ...(second === '' ? {} : { secondPerson: personId(second) }) };
}

function sayDecided(kit: Kit, state: Extract<Told, { ok: true }>['state']): Ran {
  if (!isSubmitted(state) || !state.triage) throw new Error('decided, and yet no decision');
  const { id, number, triage, stage } = state;
  const decided = inBoth(({ say, names }) => say.decided(number, names.outcome[triage.outcome]));
  const next = inBoth(({ say }) => (stage === 'admitted' ? say.admittedNext : say.decidedNext));
  return doneInDialog(kit, { lines: [decided, next] }, id);
}

/** Not said: the one that asks most. */
const toAdd = z.enum(recipients).catch('other');

function peopleForm(kit: Kit): FormRoutes {
  return {
    opens: 'cases/people',
    sends: 'cases/person-add',
    action: 'case.people',
    title: ({ say }, number) => say.dialogPeople(number),
    objection: unlessRunning,
    show: (form) => kit.cards.people.show(form),
    guarded: {},
    wish: (inbound, id, { person = '', recipient }) =>
      addParticipant(kit.deps, askedBy(inbound), { id, person: personId(person), recipient: toAdd.parse(recipient) }),
    done: ({ state }) => showPeople(kit, state),
  };
}

function showPeople(kit: Kit, state: Extract<Told, { ok: true }>['state']): Ran {
  if (!isSubmitted(state)) throw new Error('people of a case that was not submitted');
  const title = inBoth(({ say }) => say.dialogPeople(state.number));
  return ran('done', inDialog(title, kit.cards.people.show({ file: state, typed: {}, problems: [] })), state.id);
}

async function remove(kit: Kit, inbound: Inbound<z.output<typeof aboutPerson>>): Promise<Ran> {
  const { case: id, person } = inbound.data;
  const told = await removeParticipant(kit.deps, askedBy(inbound), { id, person: personId(person) });
  return told.ok ? showPeople(kit, told.state) : refusedInDialog(kit, inbound, { code: told.refused, id });
}

/** Opens from the dialog of people. */
function directorForm(kit: Kit): FormRoutes {
  return {
    opens: 'cases/director',
    sends: 'cases/director-send',
    action: 'case.replace-director',
    title: ({ say }, number) => say.dialogDirector(number),
    objection: unlessRunning,
    show: (form) => kit.cards.directorForm.show(form),
    guarded: {},
    wish: (inbound, id, { person = '' }) =>
      replaceProcessDirector(kit.deps, askedBy(inbound), { id, person: personId(person) }),
    done: (_, inbound) => sayDone(kit, inbound, ({ say }) => say.directorReplaced),
  };
}

function involveForm(kit: Kit): FormRoutes {
  return {
    opens: 'cases/involve',
    sends: 'cases/involve-send',
    action: 'case.involve-centre',
    title: ({ say }, number) => say.dialogInvolve(number),
    objection: (file) => unlessRunning(file) ?? (file.centreInvolved ? 'centre-already-involved' : undefined),
    looks: true,
    show: (form) => kit.cards.involve.show(form),
    guarded: { tried: ({ forms }) => forms.involve.tried },
    wish: (inbound, id, { tried = '' }) => involveCentre(kit.deps, askedBy(inbound), { id, tried }),
    done: (_, inbound) => sayDone(kit, inbound, ({ say }) => say.centreInvolved),
  };
}
