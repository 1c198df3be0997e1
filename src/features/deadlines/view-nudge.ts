import type { PersonId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import { lineOf } from '../../core/view-parts.ts';
import { formatDay } from '../../core/working-time.ts';
import { type DeadlineFile, deadlineId, isKept } from './deadline-state.ts';
import { type Inbox, type Item, itemsOf } from './inbox.ts';
import { overOf } from './over.ts';
import { answered, handedOver } from './reactions.ts';
import { type Level, levelOf, mayAct, type Standing } from './standing.ts';
import { textsFor } from './texts.ts';
import {
  caseOf,
  deedOf,
  isLate,
  oftenOf,
  overText,
  relativeTo,
  type Seen,
  type Sight,
  standingSeen,
  whenOf,
} from './view-format.ts';

/** What one message says of one deadline: the item in the inbox of its reader, and the deadline as it stands. */
type Told = Readonly<{ file: DeadlineFile; item: Item; standing: Standing | undefined }>;

/** A message in somebody's chat: their inbox, and which part of it. */
export type Message = Readonly<{ inbox: Inbox; extra: JsonObject }>;

/** Nothing when the inbox or the deadline does not know of it (any more). */
export async function nudgeView(
  sight: Sight,
  { inbox, extra: { key } }: Message,
  seen: Seen,
): Promise<object | undefined> {
  const item = itemsOf(inbox).find((each) => each.key === key);
  if (inbox.status === 'none' || !item) return undefined;
  const file = await sight.deadline(deadlineId(item.deadline));
  if (!isKept(file)) return undefined;
  const standing = await standingSeen(sight, file, { person: inbox.person, now: seen.now });
  const told = { file, item, standing };
  const over = overOf(file, item, inbox.person);
  const facts = {
    ...{ kicker: kickerOf(told, seen), title: file.title[seen.locale], when: whenOf({ due: item.due }, seen) },
    ...{ weight: isLate(item.due, seen.now) ? 'Bolder' : 'Default', number: caseOf(file, seen.locale) },
    lines: (await linesOf(sight, told, seen)).filter((line) => line !== '').map(lineOf),
  };
  return over
    ? { ...facts, ...noButtons, when: '', lines: [], over: await overText(sight, over, seen), isOver: true }
    : { ...facts, over: '', isOver: false, ...buttonsOf(told, inbox, seen) };
}

function kickerOf({ item: { to, moment } }: Told, { locale }: Seen): string {
  const { say } = textsFor[locale];
  if (to !== 'owner') return say.escalation[to];
  if (moment.startsWith(answered)) return say.kicker.answer;
  return moment.startsWith(handedOver) ? say.kicker.fresh : say.kicker.reminder;
}

async function linesOf(sight: Sight, told: Told, seen: Seen): Promise<readonly string[]> {
  const { say } = textsFor[seen.locale];
  const { file, item } = told;
  const often = oftenOf(file, seen.locale);
  return [
    await whyOf(sight, told, seen),
    item.to !== 'owner' && item.behalf !== undefined ? say.why.deputy(await sight.directory.nameOf(item.behalf)) : '',
    item.moment.startsWith(answered) ? await answerLine(sight, file, seen) : '',
    often === '' ? '' : say.comesBack(often),
    ...(await waitsOn(sight, file, seen)),
  ];
}

async function whyOf({ directory }: Sight, { file, item, standing }: Told, seen: Seen): Promise<string> {
  const { say, names } = textsFor[seen.locale];
  if (item.to !== 'owner') {
    const mine = file.answers.find(({ by, level }) => by === seen.person && level === item.to);
    if (mine) return say.answeredYou(formatDay(mine.at, seen.locale));
    const isKnown = file.levels[item.to].length > 0;
    return isKnown ? say.asks[item.to] : say.asksNobody(names.level[item.to]);
  }
  if (standing === 'owner') return say.why.owner;
  if (standing === undefined) return '';
  const owner = await directory.nameOf(file.owner);
  return standing === 'deputy' || standing === 'steward' ? say.why[standing](owner) : say.why.watcher(owner);
}

async function answerLine({ directory }: Sight, { answers }: DeadlineFile, { locale }: Seen): Promise<string> {
  const last = answers.at(-1);
  if (!last) return '';
  return textsFor[locale].say.answeredBy(await directory.nameOf(last.by), formatDay(last.at, locale));
}

/** What has to come before it and is not done: so that a late one is late for everybody to see. */
async function waitsOn(sight: Sight, { dependsOn }: DeadlineFile, seen: Seen): Promise<readonly string[]> {
  const { say } = textsFor[seen.locale];
  const before = (await Promise.all(dependsOn.map((id) => sight.deadline(id)))).filter(isKept);
  return before
    .filter(({ stage }) => stage === 'open')
    .map(({ title, due }) => say.waitsOn(title[seen.locale], relativeTo(due, seen)));
}

const noButtons = {
  ...{ mayAct: false, mayReturn: false, maySnooze: false, mayAnswer: false, mayLook: false, deadline: '', key: '' },
  ...deedOf(undefined, 'nl'),
};

type Opened = Extract<Inbox, { status: 'open' }>;

/** What is asked at a level is answered; all else is done, moved or passed on by whoever may. */
function buttonsOf(told: Told, inbox: Opened, { locale }: Seen): object {
  const { file, item, standing } = told;
  const { deed, id, steward, owner } = file;
  const acts = mayAct(standing) && item.to === 'owner';
  const byHand = acts && deed === undefined;
  return {
    ...{ deadline: id, key: item.key, mayAct: byHand, mayReturn: byHand && steward !== owner, maySnooze: acts },
    ...{ mayAnswer: asksAnswer(told, inbox), mayLook: standing !== undefined && !byHand },
    ...deedOf(acts ? deed : undefined, locale),
  };
}

function asksAnswer({ file, item: { to } }: Told, { person }: Opened): boolean {
  return to !== 'owner' && levelOf(file, person) !== undefined && !hasAnswered(file, person, to);
}

function hasAnswered({ answers }: DeadlineFile, person: PersonId, level: Level): boolean {
  return answers.some((answer) => answer.by === person && answer.level === level);
}
