import type { TextsLike } from '../../core/texts-shape.ts';
import type { cards as dutch } from './texts-cards.nl.ts';

const actions = {
  done: 'Done',
  move: 'Postpone',
  doneWithNote: 'Done, with a note',
  handOver: 'Hand over',
  notMine: 'Not my task',
  drop: 'No longer needed',
  answer: 'Answer',
  look: 'View',
  later: 'Remind me again later:',
  day: 'In 1 day',
  week: 'In 1 week',
} as const;

const form = {
  wrong: 'This is not right yet:',
  required: 'Fill this in.',
  save: 'Save',
  choose: 'Choose or type a name',
} as const;

export const cards: TextsLike<typeof dutch> = {
  nudge: { ...actions, fallback: 'Doorbraak: a reminder for you.' },
  digest: {
    ...actions,
    fallback: 'Doorbraak: your overview of today.',
    title: 'Your overview',
    all: 'All my deadlines',
    settings: 'Reminder settings',
  },
  list: {
    ...actions,
    fallback: 'Doorbraak: your deadlines.',
    title: 'My deadlines',
    empty: 'Nothing is open for you. With “New deadline” you have yourself or a colleague reminded of something.',
    add: 'New deadline',
    settings: 'Reminder settings',
    rest: 'Show more',
  },
  details: {
    ...actions,
    fallback: 'Doorbraak: a deadline.',
    history: 'What happened',
    close: 'Close',
    message: 'Open the message',
  },
  form: { ...form, fallback: 'Doorbraak: a deadline.', day: 'New date', person: 'Who takes over?' },
  own: {
    ...form,
    fallback: 'Doorbraak: a new deadline.',
    title: 'What has to be done? (no names)',
    day: 'When must it be done?',
    kind: 'Kind',
    rhythm: 'How often? (not for once)',
    owner: 'Who takes care of it?',
    about: 'In which case? (may stay empty)',
    fromMessage: 'The first words of the message are there already. Change them into a task.',
  },
  kept: {
    fallback: 'Doorbraak: your task is noted.',
    share: 'Put a card in this conversation',
    close: 'Close',
  },
  preferences: {
    ...form,
    fallback: 'Doorbraak: reminder settings.',
    intro:
      'What comes in the evening, at night or on a day off waits for your hours. Escalations always come as soon as your hours begin.',
    from: 'From',
    until: 'Until',
    weekdays: 'On these days',
    rhythm: 'How often?',
    language: 'Language',
    away: 'Away',
    awayIntro: 'Will you be away? Then your deputy gets your reminders and may deal with them.',
    awayFrom: 'First day',
    awayUntil: 'Last day',
    deputy: 'Deputy',
    known: 'What do you know of me?',
  },
};
