import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import { endDialog, ran, sayText } from '../../teams/answer-kit.ts';
import type { Inbound, Ran } from '../../teams/routes.ts';
import { guardNamed, type LookedThrough, type NamedFields, type SentForm } from '../cases/index.ts';
import { mayDo } from '../directory/index.ts';
import type { Entered, Refusal, Refused } from './acting-desk.ts';
import type { DeadlineCards } from './cards.ts';
import { type DeadlineFile, deadlineId, deadlineStream } from './deadline-state.ts';
import { findDeadlines, loadInbox } from './deadlines-desk.ts';
import type { OwnDeps } from './own-desk.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: OwnDeps; cards: DeadlineCards; log: Logger }>;

export const deadlineField = z
  .string()
  .regex(/^[\w.:-]{1,120}$/)
  .transform(deadlineId);
/** A day that somebody said already. */
export const dayField = z.iso.date().optional().catch(undefined);
export const about = z.object({ deadline: deadlineField });

/** On which card the button stood: a reminder, a digest, or the list. */
const place = {
  key: z.string().max(300).optional(),
  slot: z.string().max(100).optional(),
  list: z.boolean().optional(),
};
export const onCard = z.object({ deadline: deadlineField, ...place });
export type Place = Omit<z.output<typeof onCard>, 'deadline'>;

export function say(pick: (texts: Texts) => string): Text {
  return inBoth(pick);
}

export function refusedInDialog(refused: Refusal, file?: DeadlineFile): Ran {
  return ended(
    say((texts) => texts.say.dialogRefused),
    { line: refusalText(refused), outcome: refused, file },
  );
}

export function doneInDialog(line: Text, file?: DeadlineFile): Ran {
  return ended(
    say((texts) => texts.say.dialogDone),
    { line, outcome: 'done', file },
  );
}

type Ending = Readonly<{ line: Text; outcome: string; file: DeadlineFile | undefined }>;

function ended(title: Text, { line, outcome, file }: Ending): Ran {
  return endDialog({
    title,
    lines: [line],
    outcome,
    ...(file === undefined ? {} : { stream: deadlineStream(file.id) }),
  });
}

/** The clicked card as it is now, with why nothing happened when nothing did. */
export async function shownAgain(kit: Kit, inbound: Inbound<Place>, told: Entered | Refused): Promise<Ran> {
  const outcome = told.ok ? 'done' : told.refused;
  const text = told.ok ? undefined : refusalText(told.refused);
  const card = await cardAt(kit, inbound, text === undefined ? {} : { notice: text });
  if (card === undefined) return sayText(outcome, text ?? say((texts) => texts.say.done.done));
  return ran(outcome, { type: 'card', card }, told.file && deadlineStream(told.file.id));
}

async function cardAt({ deps, cards }: Kit, { actor, data }: Inbound<Place>, extra: JsonObject) {
  const { key, slot, list } = data;
  if (list === true) return cards.list.show({ files: await ownOpen(deps, actor.id), page: 0 }, extra);
  const inbox = await loadInbox(deps, actor.id);
  if (inbox.status === 'none') return undefined;
  if (slot !== undefined && inbox.digests[slot]) return cards.digest.show(inbox, { ...extra, slot });
  const isTheirs = inbox.items.some((item) => item.key === key);
  return key !== undefined && isTheirs ? cards.nudge.show(inbox, { ...extra, key }) : undefined;
}

export async function isKnown({ deps }: Kit, { actor }: Inbound): Promise<boolean> {
  return mayDo('deadline.own', await deps.directory.person(actor.id)).allowed;
}

/** What is open for this person, soonest first. */
export function ownOpen(deps: OwnDeps, person: string): Promise<readonly DeadlineFile[]> {
  return findDeadlines(deps, [
    { field: 'owner', equals: person },
    { field: 'stage', equals: 'open' },
  ]);
}

/** What each takes at most is always said here. */
type Guards = Readonly<Record<string, Required<NamedFields<Texts>[string]>>>;

/** The inputs as text, looked through: see guardFields. */
export const guarded: (kit: Kit, sent: SentForm, fields: Guards) => Promise<LookedThrough> = guardNamed(inBoth);

export const isDay = (text = ''): boolean => z.iso.date().safeParse(text).success;
export const oneOf = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined =>
  codes.find((code) => code === text);
