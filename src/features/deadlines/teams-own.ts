import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { sentenceLike } from '../../core/sentence.ts';
import { inDialog, privately, ran } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import type { Refusal } from './acting-desk.ts';
import { changeSettings, type Settings, settingsOf } from './own-desk.ts';
import { newRoutes } from './teams-new.ts';
import type { Preferences } from './office-hours.ts';
import { rhythms } from './office-hours.ts';
import {
  dayField,
  doneInDialog,
  guarded,
  isDay,
  isKnown,
  type Kit,
  oneOf,
  ownOpen,
  refusedInDialog,
  say,
} from './teams-kit.ts';
import { refusalText } from './texts.ts';
import { languages, weekdayCodes } from './view-forms.ts';
import { pageSize } from './view-lists.ts';

const asksSettings = z.object({ from: dayField, until: dayField });
const asksList = z.object({ page: z.coerce.number().int().min(0).max(999).default(0).catch(0) });
const sendsSettings = z.looseObject({});

export function ownRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'deadlines/list', looks: true, data: asksList },
      run: (inbound) => showList(kit, inbound, inbound.data.page),
    }),
    ...newRoutes(kit),
    route({
      on: 'dialog',
      verb: 'deadlines/preferences',
      data: asksSettings,
      run: (inbound) => openSettings(kit, inbound),
    }),
    route({
      ...{ on: 'submit', verb: 'deadlines/preferences-send', data: sendsSettings },
      run: (inbound) => sendSettings(kit, inbound),
    }),
  ];
}

/** Their own. `page`: from 0. */
export async function showList(kit: Kit, inbound: Inbound, page: number): Promise<Ran> {
  if (!(await isKnown(kit, inbound))) return ran('not-yours', { type: 'text', text: refusalText('not-yours') });
  const files = await ownOpen(kit.deps, inbound.actor.id);
  // "The second" is of the first page.
  const shown = { list: { of: 'deadline', ids: files.slice(0, pageSize).map(({ id }) => id) } } as const;
  return { ...ran('listed', { type: 'card', card: kit.cards.list.show({ files, page }) }), shown };
}

const ours = {
  list: /^(?:(?:toon |laat )?mijn (?:termijnen|deadlines|taken)(?: zien)?|wat moet ik (?:vandaag|deze week)(?: (?:nog )?doen)?|(?:show )?my (?:deadlines|tasks)|what do i (?:have|need) to do (?:today|this week))$/,
  settings:
    /^(?:nieuwe termijn|herinner (?:mij|me)(?: ergens aan)?|(?:instellingen (?:voor|van) )?(?:mijn )?herinneringen(?: instellen)?|ik ben (?:afwezig|met vakantie)|new deadline|reminder settings|reminders|remind me|i am away)$/,
};

/** What people type; answered in the chat with the bot only. The list has the buttons for all the rest. */
export function ownMessages(kit: Kit): readonly MessageRoute[] {
  const otherwise = say((texts) => texts.say.onlyInChat);
  const message = (name: string, pattern: RegExp): MessageRoute => ({
    name,
    match: sentenceLike(pattern),
    run: (inbound) => privately(inbound, { run: () => showList(kit, inbound, 0), otherwise }),
  });
  return [message('deadlines/list', ours.list), message('deadlines/settings', ours.settings)];
}

type Filled = Readonly<{ typed: Typed; problems: readonly Text[] }>;

async function openSettings(kit: Kit, inbound: Inbound<z.output<typeof asksSettings>>): Promise<Ran> {
  if (!(await isKnown(kit, inbound))) return refusedInDialog('not-yours');
  const { from: awayFrom, until: awayUntil } = inbound.data;
  const away: Typed = awayFrom === undefined || awayUntil === undefined ? {} : { awayFrom, awayUntil };
  return showSettings(kit, {
    typed: { ...typedOf(await settingsOf(kit.deps, inbound.actor.id)), ...away },
    problems: [],
  });
}

function typedOf({ preferences, absence }: Settings): Typed {
  const { from, until, weekdays, rhythm, language } = preferences;
  return {
    ...{ from, until, rhythm, weekdays: weekdays.join(','), language: language ?? 'auto' },
    ...(absence ? { awayFrom: absence.from, awayUntil: absence.until, deputy: absence.deputy } : {}),
  };
}

function showSettings({ cards }: Kit, filled: Filled): Ran {
  return inDialog({
    title: say((texts) => texts.say.dialogSettings),
    card: cards.preferences.show(filled),
    outcome: filled.problems.length > 0 ? 'faults' : 'opened',
  });
}

async function sendSettings(kit: Kit, inbound: Inbound<z.output<typeof sendsSettings>>): Promise<Ran> {
  const { typed } = await guarded(kit, inbound, {});
  const settings = settingsIn(typed);
  if (typeof settings === 'string') return showSettings(kit, { typed, problems: [refusalText(settings)] });
  const told = await changeSettings(kit.deps, askedBy(inbound), settings);
  if (told.ok) return doneInDialog(say((texts) => texts.say.done.settings));
  if (told.refused === 'not-yours') return refusedInDialog(told.refused);
  return showSettings(kit, { typed, problems: [refusalText(told.refused)] });
}

const isTime = (text = ''): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

function settingsIn(typed: Typed): Settings | Refusal {
  const { from = '', until = '' } = typed;
  if (!isTime(from) || !isTime(until)) return 'hours-backwards';
  const preferences = preferencesIn(typed, { from, until });
  const absence = absenceIn(typed);
  return absence === 'absence-incomplete' ? absence : { preferences, ...absence };
}

function absenceIn(typed: Typed): Pick<Settings, 'absence'> | 'absence-incomplete' {
  const given = [typed['awayFrom'] ?? '', typed['awayUntil'] ?? '', typed['deputy'] ?? ''] as const;
  if (given.every((text) => text === '')) return {};
  const [from, until, deputy] = given;
  return isDay(from) && isDay(until) && deputy !== ''
    ? { absence: { from, until, deputy: personId(deputy) } }
    : 'absence-incomplete';
}

function preferencesIn(
  { weekdays = '', rhythm, language }: Typed,
  hours: Pick<Preferences, 'from' | 'until'>,
): Preferences {
  const ticked = weekdays.split(',');
  const spoken = oneOf(languages, language) ?? 'auto';
  return {
    ...{ ...hours, weekdays: weekdayCodes.filter((code) => ticked.includes(code)).map(Number) },
    rhythm: oneOf(rhythms, rhythm) ?? 'daily',
    ...(spoken === 'auto' ? {} : { language: spoken }),
  };
}
