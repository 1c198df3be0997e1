import type { Shown } from '../teams/routes.ts';
import type { Wish } from './texts.ts';

/**
 * What a conversation was about, so that "that one", "the second" and "and in Venlo?" can be understood: numbers, ids and the
 * bot's own words. Nothing that anybody typed, and nothing of what is in a case.
 */
export type Memory = Readonly<{
  intent?: Wish;
  /** The number of the case that was spoken of last, and of the one before it. */
  case?: string;
  before?: string;
  list?: NonNullable<Shown['list']>;
  /** Which of the list was spoken of last, counted from 1. */
  place?: number;
}>;

/** The one at a place in a list, counted from 1; -1 is the last. */
export function atPlace(ids: readonly string[], place: number): string | undefined {
  return ids.at(place < 0 ? place : place - 1);
}

/** What a turn was about. */
export type Turn = Readonly<{ intent?: Wish; shown?: Shown }>;

/** What is known after a turn; the very same when it brought nothing new. */
export function afterTurn(memory: Memory, { intent, shown = {} }: Turn): Memory {
  const listed = shown.list === undefined ? memory : withList(memory, shown.list);
  const chosen = shown.item === undefined ? listed : atItem(listed, shown.item);
  const spoken = shown.case === undefined ? chosen : withCase(chosen, shown.case);
  // Asking what can be asked turns to nothing else.
  const next = intent === undefined || intent === 'help' ? spoken : { ...spoken, intent };
  return JSON.stringify(next) === JSON.stringify(memory) ? memory : next;
}

/** A new list is what is spoken of: of the cases before it only one that is alone on it is still at hand. */
function withList({ place: _, ...memory }: Memory, list: NonNullable<Shown['list']>): Memory {
  const [only, ...others] = list.ids;
  if (list.of !== 'case') return { ...memory, list, ...(list.ids.length === 1 ? { place: 1 } : {}) };
  const { case: _case, before: _before, ...rest } = memory;
  return only !== undefined && others.length === 0 ? { ...rest, list, case: only, place: 1 } : { ...rest, list };
}

function atItem({ place: _, ...memory }: Memory, id: string): Memory {
  const at = memory.list?.ids.indexOf(id) ?? -1;
  return at < 0 ? memory : { ...memory, place: at + 1 };
}

function withCase(memory: Memory, number: string): Memory {
  const { place: _, ...rest } = memory;
  const at = memory.list?.of === 'case' ? memory.list.ids.indexOf(number) : -1;
  const before = memory.case === number ? memory.before : memory.case;
  return {
    ...rest,
    case: number,
    ...(before === undefined ? {} : { before }),
    ...(at < 0 ? {} : { place: at + 1 }),
  };
}
