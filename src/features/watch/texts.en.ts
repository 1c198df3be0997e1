import type { TextsLike } from '../../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: {
    lacking: {
      fallback: 'Something has no owner, next step or date',
      explain: 'Nothing here goes on by itself. See what is needed; I look again tomorrow morning.',
    },
  },
  kinds: { case: 'Case', consultation: 'Consultation in', place: 'Place for', decision: 'Proposal' },
  gaps: {
    case: {
      owner: 'It is nobody’s turn now. Name somebody.',
      step: 'Nothing is agreed for what comes next.',
      date: 'There is no date, or nothing has happened for two weeks.',
    },
    consultation: {
      owner: 'Nobody decides on this consultation. Name a process director.',
      step: 'Nobody was found to ask. Choose somebody yourself, or withdraw the question.',
      date: 'The day on which the advice was needed is over.',
    },
    place: {
      owner: 'Nobody leads the search for this place. Name a process director.',
      step: 'A place is set apart, but it is not known which.',
      date: 'The place is set apart without an end, or nothing has happened for two weeks.',
    },
    decision: {
      owner: 'It is nobody’s turn now: whoever wrote it or would decide is not there any more.',
      step: 'It is not known who decides on this.',
      date: 'There is no date, or nothing has happened for two weeks.',
    },
  },
  say: {
    title: (count) =>
      count === 1
        ? 'Of one matter it is not clear how it goes on'
        : `Of ${count} matters it is not clear how they go on`,
    day: (day) => `As of ${day}`,
    more: (count) => `And ${count} more. They come here when the others have gone on.`,
    mended: 'Everything has an owner, a next step and a date again',
    people: 'Name somebody',
    look: 'Look',
  },
};
