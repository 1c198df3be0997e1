import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { endDialog, inDialog } from '../../teams/answer-kit.ts';
import type { Card, Inbound, Ran } from '../../teams/routes.ts';
import { guardFields, type LookedThrough, type SentForm } from '../cases/index.ts';
import { centreCodes } from '../directory/index.ts';
import type { PlanningCards } from './cards.ts';
import type { DeskDeps, Refusal, Refused } from './planning-desk.ts';
import { monthPattern } from './months.ts';
import { limits } from './planning.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: DeskDeps; cards: PlanningCards; log: Logger }>;

export const centreField = z.enum(centreCodes);
const keyField = z.string().regex(/^[\w-]{1,80}$/);
export const monthField = z.string().regex(monthPattern);
export const aboutCentre = z.object({ centre: centreField });
export const aboutRow = z.object({ centre: centreField, key: keyField });
export type AboutRow = Inbound<z.output<typeof aboutRow>>;
/** Inputs beside the ids: read as text, looked through. */
export const sentCentre = z.looseObject({ centre: centreField });
export const sentRow = z.looseObject({ centre: centreField, key: keyField });
export type SentRow = Inbound<z.output<typeof sentRow>>;

export function say(pick: (texts: Texts) => string): Text {
  return inBoth(pick);
}

export function refusedInDialog({ refused }: Refused): Ran {
  return endDialog({ title: say((all) => all.say.dialogRefused), lines: [refusalText(refused)], outcome: refused });
}

export function doneInDialog(line: Text): Ran {
  return endDialog({ title: say((all) => all.say.dialogDone), lines: [line], outcome: 'done' });
}

type Form = Readonly<{ title: (say: Texts['say']) => string; card: Card; problems: readonly Text[] }>;

export function formInDialog({ title, card, problems }: Form): Ran {
  const outcome = problems.length > 0 ? 'faults' : 'opened';
  return inDialog({ title: say((all) => title(all.say)), card, outcome });
}

/** What can be mended in the form itself, so that nothing has to be typed again. */
const mendable: readonly Refusal[] = [
  ...(['title-missing', 'rhythm-missing', 'unknown-predecessor', 'goes-in-circles', 'unknown-person'] as const),
  ...(['reason-missing', 'same-date', 'in-the-past', 'start-too-far'] as const),
];

type Ending = Readonly<{ again(problems: readonly Text[]): Ran; line: Text }>;

/** After a command from a form: done, the form again with what is wrong, or why it cannot be. */
export function toldInDialog(told: Readonly<{ ok: true }> | Refused, { again, line }: Ending): Ran {
  if (told.ok) return doneInDialog(line);
  return mendable.includes(told.refused) ? again([refusalText(told.refused)]) : refusedInDialog(told);
}

const guards = {
  title: { name: say(({ names }) => names.fields.title), longest: limits.title },
  note: { name: say(({ names }) => names.fields.note), longest: limits.note },
  reason: { name: say(({ names }) => names.fields.reason), longest: limits.note },
} as const;

export function guarded(kit: Kit, { actor, data }: SentForm): Promise<LookedThrough> {
  const { centre: _centre, key: _key, ...inputs } = data;
  return guardFields(kit, { actor, data: inputs }, guards);
}

/** A field that holds none of what it may. */
export function wrong(field: keyof Texts['names']['fields']): Text {
  return say((all) => all.say.wrong(all.names.fields[field]));
}
