import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { localDate } from '../../core/working-time.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, guardFields, isDay, type Typed } from '../cases/index.ts';
import { admit, leave, ownProfile, pause, resume, saveProfile, type Told } from './experts-desk.ts';
import { type ExpertState, isPresent, limits, type Period } from './expert-state.ts';
import { type FormChoices, type FormFault, readProfile, typedOf, upcoming } from './profile-form.ts';
import { type Kit, ran, refusalText, refusedInDialog, sayText } from './teams-answers.ts';
import { inBoth, type Texts } from './texts.ts';
import { readBack } from './view-forms.ts';

const nothing = z.object({});
const pausing = z.object({
  until: z
    .string()
    .optional()
    .transform((day) => (day === undefined || !isDay(day) ? undefined : day)),
});

export function profileRoutes(kit: Kit): readonly Route[] {
  const { deps } = kit;
  return [
    route({ on: 'dialog', verb: 'experts/register', data: nothing, run: (inbound) => openForm(kit, inbound) }),
    route({
      on: 'submit',
      verb: 'experts/register-send',
      data: z.looseObject({}),
      run: (inbound) => send(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'experts/pause', data: pausing },
      run: (inbound) => onCard(kit, pause(deps, askedBy(inbound), inbound.data.until), ({ say }) => say.paused),
    }),
    route({
      ...{ on: 'action', verb: 'experts/resume', data: nothing },
      run: (inbound) => onCard(kit, resume(deps, askedBy(inbound)), ({ say }) => say.resumed),
    }),
    route({
      ...{ on: 'action', verb: 'experts/leave', data: nothing },
      run: (inbound) => onCard(kit, leave(deps, askedBy(inbound)), ({ say }) => say.left),
    }),
    route({ on: 'submit', verb: 'experts/done', data: nothing, run: async () => ran('closed', { type: 'close' }) }),
  ];
}

/** The clicked card as it is now, with a line that says what was done or why the click did nothing. */
async function onCard({ cards }: Kit, telling: Promise<Told>, done: (texts: Texts) => string): Promise<Ran> {
  const told = await telling;
  if (!told.ok && told.state.status === 'none') return sayText(told.refused, refusalText(told.refused));
  const notice = told.ok ? inBoth(done) : refusalText(told.refused);
  const { state } = told;
  const expert = state.status === 'none' ? undefined : state.expert.id;
  return ran(told.ok ? 'done' : told.refused, { type: 'card', card: cards.profile.show(state, { notice }) }, expert);
}

export async function showOwn({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const told = await ownProfile(deps, askedBy(inbound));
  if (!told.ok) return sayText(told.refused, refusalText(told.refused));
  return ran('shown', { type: 'card', card: cards.profile.show(told.state) }, inbound.actor.id);
}

type Filled = Readonly<{ outcome: string; typed: Typed; problems: readonly Text[] }>;
type Opened = Readonly<{ state: ExpertState; organisation: string; periods: readonly Period[] }>;

async function openForm(kit: Kit, inbound: Inbound): Promise<Ran> {
  const opened = await enter(kit, inbound);
  if ('answer' in opened) return opened;
  const { state } = opened;
  const typed = isPresent(state) ? typedOf(state.expert) : {};
  return show(kit, opened, { outcome: 'opened', typed, problems: [] });
}

async function enter(kit: Kit, inbound: Inbound): Promise<Opened | Ran> {
  const { deps } = kit;
  const admitted = await admit(deps, askedBy(inbound), 'expert.register');
  if (!admitted.ok) return refusedInDialog(kit, admitted.refused);
  const state = await deps.experts.load(inbound.actor.id);
  const known = isPresent(state) ? state.expert.unavailable : [];
  const periods = upcoming(known, localDate(inbound.at.toISOString()));
  return { state, organisation: admitted.who.organisation, periods };
}

/** Personal data in their own words is refused before anything is stored; the other fields stay as they were typed. */
async function send(kit: Kit, inbound: Inbound<Readonly<Record<string, unknown>>>): Promise<Ran> {
  const opened = await enter(kit, inbound);
  if ('answer' in opened) return opened;
  const name = inBoth(({ cards }) => cards.register.ownWords);
  const { typed, problems } = await guardFields(kit, inbound, { ownWords: { name, longest: limits.ownWords } });
  if (problems.length > 0) return show(kit, opened, { outcome: 'faults', typed, problems });
  const { profile, faults } = readProfile(typed, await choicesFor(kit, inbound, opened));
  if (faults.length > 0) return show(kit, opened, { outcome: 'faults', typed, problems: faults.map(faultText) });
  const told = await saveProfile(kit.deps, askedBy(inbound), profile);
  if (!told.ok) return show(kit, opened, { outcome: told.refused, typed, problems: [refusalText(told.refused)] });
  const read = readBack(await kit.deps.experts.matcher(), profile.ownWords);
  const card = kit.cards.result.show({ lines: [inBoth(({ say }) => say.saved), ...read] });
  return ran('done', { type: 'dialog', title: inBoth(({ say }) => say.dialogDone), card }, inbound.actor.id);
}

async function choicesFor({ deps }: Kit, { at }: Inbound, { periods }: Opened): Promise<FormChoices> {
  const [{ concepts }, regions] = await Promise.all([deps.experts.matcher(), deps.directory.regions(at)]);
  return {
    concepts: new Set(concepts.map(({ id }) => id)),
    regions: new Set(regions.map(({ code }) => code)),
    periods,
  };
}

function faultText({ field, fault }: FormFault): Text {
  return inBoth(({ say, cards }) => {
    if (fault === 'period-without-start') return say.periodWithoutStart;
    const label = cards.register[field];
    const saying = { 'not-a-choice': say.notAChoice, 'not-whole': say.notWhole, 'not-a-date': say.notADate };
    return saying[fault](label);
  });
}

function show({ cards }: Kit, { state, organisation, periods }: Opened, { outcome, ...filled }: Filled): Ran {
  const title = inBoth(({ say }) => (isPresent(state) ? say.dialogChange : say.dialogRegister));
  return ran(outcome, { type: 'dialog', title, card: cards.register.show({ ...filled, organisation, periods }) });
}
