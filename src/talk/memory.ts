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

/** What a turn was about. */
export type Turn = Readonly<{ intent?: Wish; shown?: Shown }>;

/** What is known after a turn; the very same when it brought nothing new. */
export function afterTurn(memory: Memory, { intent, shown = {} }: Turn): Memory {
  const listed = shown.list === undefined ? memory : withList(memory, shown.list);
  const spoken = shown.case === undefined ? listed : withCase(listed, shown.case);
  // Asking what can be asked turns to nothing else.
  const next = intent === undefined || intent === 'help' ? spoken : { ...spoken, intent };
  return JSON.stringify(next) === JSON.stringify(memory) ? memory : next;
}

/** A new list is what is spoken of: of the cases before it only one that is alone on it is still at hand. */
function withList({ case: number, before, place: _, ...rest }: Memory, list: NonNullable<Shown['list']>): Memory {
  const [only, ...others] = list.ids;
  if (list.of !== 'case') {
    return {
      ...rest,
      ...(number === undefined ? {} : { case: number }),
      ...(before === undefined ? {} : { before }),
      list,
    };
  }
  return only !== undefined && others.length === 0 ? { ...rest, list, case: only, place: 1 } : { ...rest, list };
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
