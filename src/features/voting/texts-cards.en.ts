import type { TextsLike } from '../../core/texts-shape.ts';
import type { cards as dutch } from './texts-cards.nl.ts';

export const cards: TextsLike<typeof dutch> = {
  ballot: {
    fallback: 'Your vote is asked',
    reminder: 'Reminder: you have not voted yet.',
    secret: 'This is a secret vote. Nobody can see what you choose, not afterwards either.',
    choice: 'Your vote',
    choiceRequired: 'Choose an answer.',
    vote: 'Vote',
    recuse: 'I do not take part in this subject',
  },
  board: { fallback: 'Vote', mine: 'My vote' },
  owed: { fallback: 'Waiting for you', empty: 'No vote waits for you.', open: 'To the vote' },
  manage: {
    fallback: 'How the vote stands',
    forChair: 'Only you see this card: you chair this vote.',
    extend: 'Extend',
    cancel: 'Withdraw',
  },
  reason: { fallback: 'Reason', wrong: 'This must change:', required: 'Write down why.', save: 'Save' },
  extend: {
    fallback: 'Extend the vote',
    wrong: 'This must change:',
    day: 'Closes from now on on',
    dayRequired: 'Choose a day.',
    required: 'Write down why.',
    save: 'Extend',
  },
};
