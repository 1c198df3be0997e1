import { commandId, type PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { askCaseStatus, type DeskDeps, isSubmitted, mayKnow, type SubmittedCase } from '../cases/index.ts';
import { mayDo, type Person } from '../directory/index.ts';
import { type ActingDeps, type Asked, orderOf, type Refused } from './acting-desk.ts';
import {
  type DeadlineFile,
  type DeadlineId,
  type DeadlineKind,
  type Facts,
  isKept,
  type Rhythm,
} from './deadline-state.ts';
import { type KeepingDeps, loadDeadline, loadInbox, sendDeadline, sendInbox, type Stored } from './deadlines-desk.ts';
import { preferencesOf } from './inbox.ts';
import { planned } from './nudge-plan.ts';
import { type Absence, defaultPreferences, type Preferences } from './office-hours.ts';
import { dueOn } from './rhythm.ts';

export type OwnDeps = ActingDeps &
  KeepingDeps &
  DeskDeps &
  Readonly<{ /** Opens a channel in Teams. */ teamsLink?(teamId: string, channelId: string): string }>;

/** `day`: YYYY-MM-DD. `about`: the number of a case. `message`: the link to where it came from. */
export type OwnWish = Readonly<{
  id: DeadlineId;
  title: string;
  day: string;
  kind: DeadlineKind;
  rhythm?: Rhythm;
  owner: PersonId | undefined;
  about?: string;
  message?: string;
}>;

/**
 * Something somebody wants to be reminded of, or to have a colleague reminded of: then they stay the one it goes back to.
 * The same form sent twice makes one. Nobody escalates what somebody set themselves.
 */
export async function keepOwn(
  deps: OwnDeps,
  asked: Asked,
  wish: OwnWish,
): Promise<Readonly<{ ok: true; file: DeadlineFile }> | Refused> {
  const { actor, at } = asked;
  const [who, before, owner] = await Promise.all([
    deps.directory.person(actor),
    loadDeadline(deps, wish.id),
    wish.owner === undefined ? undefined : deps.directory.person(wish.owner),
  ]);
  if (!mayDo('deadline.own', who).allowed) return { ok: false, refused: 'not-yours' };
  if (isKept(before))
    return before.steward === actor ? { ok: true, file: before } : { ok: false, refused: 'not-yours' };
  if (!owner) return { ok: false, refused: 'unknown-person' };
  const due = dueOn(wish.day);
  if (due <= at.toISOString()) return { ok: false, refused: 'in-the-past' };
  const file = wish.about === undefined ? undefined : await caseFor(deps, asked, { number: wish.about, owner });
  if (typeof file === 'string') return { ok: false, refused: file };
  return keepFor(deps, asked, { ...wish, due, owner: owner.id, ...(file === undefined ? {} : { file }) });
}

/** Nobody is given a task in a case of which they may not know. */
async function caseFor(
  deps: OwnDeps,
  asked: Asked,
  { number, owner }: Readonly<{ number: string; owner: Person }>,
): Promise<SubmittedCase | 'case-not-yours' | 'owner-outside-case'> {
  const entered = await askCaseStatus(deps, asked, number);
  if (!entered.ok || !isSubmitted(entered.state)) return 'case-not-yours';
  return (await mayKnow(deps, owner, entered.state)) ? entered.state : 'owner-outside-case';
}

async function keepFor(
  deps: OwnDeps,
  asked: Asked,
  { id, owner, ...wish }: OwnWish & Readonly<{ due: string; owner: PersonId; file?: SubmittedCase }>,
) {
  const at = asked.at.toISOString();
  const plan = { steps: deps.nudgePlans.long.steps.filter(({ to }) => to === 'owner'), repeatDays: 7 };
  const moments = planned({ plan, due: wish.due, at, isHoliday: deps.isHoliday });
  const data = { at, id, facts: factsOf(wish, asked.actor), plan, moments, reason: '' };
  const kept = await sendDeadline(deps, orderOf(asked), { id, command: { type: 'KeepDeadline', data } });
  if (!kept.ok) return { ok: false, refused: kept.refused } as const;
  if (owner === asked.actor) return { ok: true, file: kept.state } as const;
  // Handed over, so that they hear of it at once.
  const order = { ...orderOf(asked), commandId: commandId(`${asked.commandId}-hand-over`) };
  const handing = { at, by: asked.actor, to: owner, note: '' };
  const handed = await sendDeadline(deps, order, { id, command: { type: 'HandOverDeadline', data: handing } });
  return handed.ok ? ({ ok: true, file: handed.state } as const) : ({ ok: false, refused: handed.refused } as const);
}

type Kept = Omit<OwnWish, 'id' | 'owner'> & Readonly<{ due: string; file?: SubmittedCase }>;

function factsOf({ title, kind, rhythm, due, file, message }: Kept, by: PersonId): Facts {
  return {
    ...{ title: { nl: title, en: title }, kind, due },
    about: { kind: 'own', ...(file === undefined ? {} : { id: file.id, number: file.number }) },
    ...(message === undefined ? {} : { message }),
    ...(kind === 'one-off' || rhythm === undefined ? {} : { rhythm }),
    ...{ owner: by, steward: by, watchers: [], dependsOn: [], levels: { official: [], administrative: [] } },
  };
}

export type Settings = Readonly<{ preferences: Preferences; absence?: Absence }>;

export async function settingsOf(deps: Stored, person: PersonId): Promise<Settings> {
  const inbox = await loadInbox(deps, person);
  const absence = inbox.status === 'open' ? inbox.absence : undefined;
  return { preferences: preferencesOf(inbox), ...(absence === undefined ? {} : { absence }) };
}

/** The absence first: without a deputy whom we know nothing changes. */
export async function changeSettings(
  deps: OwnDeps,
  asked: Asked,
  { preferences, absence }: Settings,
): Promise<Readonly<{ ok: true }> | Refused> {
  const { actor: person } = asked;
  const [who, deputy] = await Promise.all([
    deps.directory.person(person),
    absence === undefined ? undefined : deps.directory.person(absence.deputy),
  ]);
  if (!mayDo('deadline.own', who).allowed) return { ok: false, refused: 'not-yours' };
  if (absence !== undefined && !deputy) return { ok: false, refused: 'unknown-person' };
  const at = asked.at.toISOString();
  const away = await sendInbox(deps, orderOf(asked), { type: 'SetAbsence', data: { at, person, absence } });
  if (!away.ok) return away;
  const order = { ...orderOf(asked), commandId: commandId(`${asked.commandId}-preferences`) };
  const told = await sendInbox(deps, order, { type: 'ChangePreferences', data: { at, person, preferences } });
  return told.ok ? { ok: true } : told;
}

/** As if they had never said how they want it; who was never told anything has nothing to forget. */
export async function forgetSettings(deps: Stored, asked: Asked): Promise<void> {
  const { actor: person } = asked;
  if ((await loadInbox(deps, person)).status === 'none') return;
  const at = asked.at.toISOString();
  await sendInbox(deps, orderOf(asked), { type: 'SetAbsence', data: { at, person, absence: undefined } });
  const order = { ...orderOf(asked), commandId: commandId(`${asked.commandId}-preferences`) };
  await sendInbox(deps, order, { type: 'ChangePreferences', data: { at, person, preferences: defaultPreferences } });
}

/** The language somebody chose for what they read of the bot; undefined: as in Teams. */
export async function preferredLanguage(deps: Stored, person: PersonId): Promise<Locale | undefined> {
  return preferencesOf(await loadInbox(deps, person)).language;
}
