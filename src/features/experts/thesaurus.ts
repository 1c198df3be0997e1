import { accept, type Decider, type Decision, refuse, unchanged, unreachable } from '../../core/decider.ts';
import type { ConceptId, KeptTerm } from '../../matching/index.ts';

export type ThesaurusCommand =
  | { type: 'NoteWords'; data: { words: readonly string[]; at: string } }
  | { type: 'KeepWord'; data: { word: string; concept: ConceptId; at: string } }
  | { type: 'DismissWord'; data: { word: string; at: string } };

export type ThesaurusEvent =
  | { type: 'WordsNoted'; data: { words: readonly string[]; at: string } }
  | { type: 'WordKept'; data: { word: string; concept: ConceptId; at: string } }
  | { type: 'WordDismissed'; data: { word: string; at: string } };

export type ThesaurusRefusal = 'not-waiting';

/** Words that people used and that no concept covers, until a keeper says what they mean, or that they mean nothing here. */
export type ThesaurusState = Readonly<{
  /** Oldest first. */
  waiting: readonly string[];
  kept: readonly KeptTerm[];
  dismissed: readonly string[];
}>;

type Answer = Decision<ThesaurusEvent, ThesaurusRefusal>;

/** Beyond it nothing is noted: a keeper who does not come by must not make the list grow. */
export const mostWaiting = 200;
const wordShape = /^\p{Ll}[\p{Ll}-]{3,39}$/u;

function decide(command: ThesaurusCommand, state: ThesaurusState): Answer {
  switch (command.type) {
    case 'NoteWords':
      return note(command.data, state);
    case 'KeepWord':
      return keep(command.data, state);
    case 'DismissWord':
      return dismiss(command.data, state);
    default:
      return unreachable(command);
  }
}

function note({ words, at }: Readonly<{ words: readonly string[]; at: string }>, state: ThesaurusState): Answer {
  const known = new Set([...state.waiting, ...state.dismissed, ...state.kept.map(({ word }) => word)]);
  const news = [...new Set(words)].filter((word) => wordShape.test(word) && !known.has(word));
  const fitting = news.slice(0, Math.max(0, mostWaiting - state.waiting.length));
  return fitting.length === 0 ? accept() : accept({ type: 'WordsNoted', data: { words: fitting, at } });
}

function keep(data: Readonly<KeptTerm & { at: string }>, { waiting, kept }: ThesaurusState): Answer {
  const { word, concept } = data;
  if (kept.some((term) => term.word === word && term.concept === concept)) return accept();
  return waiting.includes(word) ? accept({ type: 'WordKept', data }) : refuse('not-waiting');
}

function dismiss(data: Readonly<{ word: string; at: string }>, { waiting, dismissed }: ThesaurusState): Answer {
  if (dismissed.includes(data.word)) return accept();
  return waiting.includes(data.word) ? accept({ type: 'WordDismissed', data }) : refuse('not-waiting');
}

function evolve(state: ThesaurusState, event: ThesaurusEvent): ThesaurusState {
  switch (event.type) {
    case 'WordsNoted':
      return { ...state, waiting: [...state.waiting, ...event.data.words] };
    case 'WordKept': {
      const { word, concept } = event.data;
      return { ...without(state, word), kept: [...state.kept, { word, concept }] };
    }
    case 'WordDismissed':
      return { ...without(state, event.data.word), dismissed: [...state.dismissed, event.data.word] };
    default:
      return unchanged(state, event);
  }
}

function without(state: ThesaurusState, word: string): ThesaurusState {
  return { ...state, waiting: state.waiting.filter((waiting) => waiting !== word) };
}

export const thesaurus: Decider<ThesaurusState, ThesaurusCommand, ThesaurusEvent, ThesaurusRefusal> = {
  initial: { waiting: [], kept: [], dismissed: [] },
  decide,
  evolve,
};
