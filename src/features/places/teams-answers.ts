import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { StreamId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { endDialog, ran, sayText } from '../../teams/answer-kit.ts';
import type { Inbound, Ran } from '../../teams/routes.ts';
import { type GuardNamed, guardNamed, type NamedFields } from '../cases/index.ts';
import type { PlaceCards } from './cards.ts';
import { facilityId, requestId, requestStream } from './place-ids.ts';
import type { DeskDeps, Refusal, Told } from './places-desk.ts';
import { isAsked, type PlaceRequestFile } from './request-state.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: PlaceCards; log: Logger }>;

const idText = z.string().regex(/^[\w-]{1,80}$/);
export const requestField = idText.transform(requestId);
export const facilityField = idText.transform(facilityId);
export const about = z.object({ request: requestField });
export type About = Inbound<z.output<typeof about>>;
/** Inputs beside the id: read as text, looked through. */
export const sent = z.looseObject({ request: requestField });
export type Sent = Inbound<z.output<typeof sent>>;

export function say(pick: (texts: Texts) => string): Text {
  return inBoth(pick);
}

export function refusedInDialog(code: Refusal, stream?: StreamId): Ran {
  return ended({ title: say((texts) => texts.say.dialogRefused), lines: [refusalText(code)], outcome: code }, stream);
}

export function doneInDialog(lines: readonly Text[], stream: StreamId): Ran {
  return ended({ title: say((texts) => texts.say.dialogDone), lines, outcome: 'done' }, stream);
}

type Ending = Parameters<typeof endDialog>[0];

function ended(ending: Omit<Ending, 'stream'>, stream: StreamId | undefined): Ran {
  return endDialog({ ...ending, ...(stream === undefined ? {} : { stream }) });
}

type Shown = Readonly<{ outcome: string; notice?: Text; extra?: Readonly<Record<string, number>> }>;

/** The card as it is now in the place of the clicked one, with what the click came to on top. */
export function onCard(
  card: PlaceCards['request'],
  file: PlaceRequestFile,
  { outcome, notice, extra = {} }: Shown,
): Ran {
  const shown = card.show(file, { ...extra, ...(notice === undefined ? {} : { notice }) });
  return ran(outcome, { type: 'card', card: shown }, requestStream(file.id));
}

/** After a command from a card: the card as it stands, with why it did not happen when it did not. */
export function toldOnCard(card: PlaceCards['request'], told: Told, { notice, extra }: Omit<Shown, 'outcome'>): Ran {
  const more = extra === undefined ? {} : { extra };
  if (told.ok)
    return onCard(card, told.state, { outcome: 'done', ...(notice === undefined ? {} : { notice }), ...more });
  const text = refusalText(told.refused);
  if (!told.state || !isAsked(told.state)) return sayText(told.refused, text);
  return onCard(card, told.state, { outcome: told.refused, notice: text, ...more });
}

/** Fields with free text, by what they are called on the card. */
export type Guards = NamedFields<Texts>;

/** The inputs as text, looked through: see guardFields. */
export const guarded: GuardNamed<Texts> = guardNamed(inBoth);

/** Several ticked choices come joined by commas; one that is not on the list is left out. */
export function chosen<Code extends string>(codes: readonly Code[], text = ''): readonly Code[] {
  const ticked = new Set(text.split(','));
  return codes.filter((code) => ticked.has(code));
}

export function oneOf<Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined {
  return codes.find((code) => code === text);
}

export const isDay = (text = ''): boolean => z.iso.date().safeParse(text).success;
