import type { TextsLike } from '../../core/texts-shape.ts';
import { cards } from './texts-cards.en.ts';
import type { dutch } from './texts.nl.ts';

type Like<Key extends keyof typeof dutch> = TextsLike<(typeof dutch)[Key]>;

const names: Like<'names'> = {
  kind: { 'one-off': 'Once', recurring: 'Comes back again and again', continuous: 'Goes on: a look now and then' },
  rhythm: {
    'week-1': 'every week',
    'week-2': 'every two weeks',
    'month-1': 'every month',
    'month-3': 'every three months',
    'month-12': 'every year',
  },
  every: { week: (every: number) => `every ${every} weeks`, month: (every: number) => `every ${every} months` },
  howOften: {
    daily: 'Together: more than three a day become one overview',
    weekly: 'Weekly: what can wait comes on the first working day of the week',
    each: 'Apart: every reminder by itself',
  },
  language: { auto: 'As in Teams', nl: 'Dutch', en: 'English' },
  weekday: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  level: { official: 'official', administrative: 'administrative' },
  section: {
    late: 'Late',
    today: 'Today',
    week: 'This week',
    later: 'Later',
    asked: 'Your answer is asked for',
    others: 'Waiting for others',
    over: 'Done or no longer yours',
  },
};

const refusals: Like<'refusals'> = {
  'unknown-deadline': 'This deadline does not exist (any more). Type “my deadlines” for what is running.',
  'already-ended': 'This deadline is done or dropped already. There is nothing left to do.',
  'kept-by-doing': 'This deadline is kept by doing it. Use the button on the card that does the work.',
  'note-missing': 'Write a short note.',
  'same-date': 'That is the date it has already. Choose another.',
  'in-the-past': 'This date is over. Choose a day from today on, before five o’clock.',
  'reason-missing': 'Write briefly why.',
  'nobody-else': 'Nobody else watches over this. Hand it over to a colleague or postpone it.',
  'already-theirs': 'This deadline is theirs already. Choose somebody else.',
  'not-escalated': 'You were not asked for an answer about this. Call the owner if you want to say something.',
  'answer-missing': 'Write your answer: what will you do, and when?',
  'nothing-to-snooze': 'There is no reminder of this open. You will hear when it is time.',
  'snooze-in-the-past': 'That day is over. Choose a later one.',
  'own-deputy': 'You cannot be your own deputy. Choose a colleague.',
  'absence-backwards': 'The last day of your absence is before the first. Change one of them.',
  'hours-backwards': '“Until” is not after “from”. Change one of them.',
  'no-weekday': 'Choose at least one day on which you want reminders.',
  'not-yours': 'This deadline does not exist (any more), or it is not for you. Type “my deadlines” for what is yours.',
  'only-look': 'You may follow this. Only the owner, the deputy or whoever watches over it can deal with it.',
  'unknown-person': 'I do not know this person. Choose somebody from the list.',
  'case-not-yours':
    'I do not know this case, or you are not part of it. Choose a case from the list, or leave the field empty.',
  'owner-outside-case': 'This colleague is not part of this case. Choose somebody who is, or leave out the case.',
  'no-message': 'This needs a message. Choose “More actions” at a message, and then “Make a task of this message”.',
  'message-elsewhere': 'This message is not in this conversation. Make the task again, from the message itself.',
  'title-missing': 'Write in a few words what has to be done.',
  'day-missing': 'Choose a date.',
  'absence-incomplete': 'For an absence fill in first day, last day and deputy, or leave all three empty.',
};

const say: Like<'say'> = {
  dialogDone: 'Done',
  dialogRefused: 'That is not possible now',
  dialogOwn: 'New deadline',
  dialogMessage: 'Task from this message',
  leftOut: (what: string) =>
    `This message holds ${what}. It was not taken over. Ask whoever wrote the message to delete it.`,
  covered: (what: string) => `This message holds ${what}. It was covered. Check the text.`,
  noCase: 'No case',
  task: 'Task',
  taskIn: (number: string) => `Task in case ${number}`,
  by: (day: string) => `By ${day}`,
  takesCare: (name: string) => `${name} takes care of this.`,
  dialogSettings: 'Reminder settings',
  onlyInChat: 'Ask this in your own chat with me: nobody else reads it there.',
  inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  late: (days: number) => (days === 0 ? 'late since today' : days === 1 ? '1 day late' : `${days} days late`),
  on: (day: string, relative: string) => `${day}, ${relative}`,
  at: (day: string, time: string) => `${day} at ${time}`,
  kicker: { reminder: 'Reminder', fresh: 'New for you', answer: 'Answer to an escalation' },
  escalation: { official: 'Official escalation', administrative: 'Administrative escalation' },
  asks: {
    official: 'This was not done in time. As the official in charge you are asked: what will you do, and when?',
    administrative: 'This is still not done. As an administrator you are asked: what will you do, and when?',
  },
  asksNobody: (level: string) =>
    `This was not done in time. Nobody is known at the ${level} level. So the question is for you: what will you do, and when?`,
  answeredYou: (day: string) => `You answered on ${day}. The owner and whoever watches over it can read it.`,
  answeredBy: (name: string, day: string) => `${name} answered on ${day}.`,
  why: {
    owner: 'You take care of this.',
    deputy: (owner: string) => `You stand in for ${owner}.`,
    steward: (owner: string) => `${owner} takes care of this; you watch over it.`,
    watcher: (owner: string) => `${owner} takes care of this; you follow it.`,
  },
  case: (number: string) => `Case ${number}`,
  comesBack: (often: string) => `Comes back: ${often}.`,
  waitsOn: (title: string, relative: string) => `Waits for “${title}”: ${relative}.`,
  over: {
    done: (name: string, day: string) => `Done by ${name} on ${day}.`,
    seenDone: (day: string) => `Done on ${day}.`,
    again: (name: string, day: string, next: string) => `Done by ${name} on ${day}. The next time is ${next}.`,
    dropped: (day: string) => `No longer needed, since ${day}.`,
    moved: (day: string) => `Moved to ${day}.`,
    handed: (name: string) => `Handed over to ${name}.`,
    returned: (name: string) => `Given back to ${name}.`,
    gone: 'This message was replaced. Type “my deadlines” for what is running.',
    snoozed: (day: string) => `You will hear of this again on ${day}.`,
  },
  system: 'Doorbraak',
  history: {
    moved: (who: string, from: string, to: string) => `${who} moved it from ${from} to ${to}.`,
    kept: (day: string, name: string) => `${day}: done by ${name}.`,
    handed: (day: string, name: string, to: string) => `${day}: ${name} handed it over to ${to}.`,
    returned: (day: string, name: string, to: string) => `${day}: ${name} gave it back to ${to}.`,
    dropped: (day: string, name: string) => `${day}: no longer needed, said ${name}.`,
    answered: (day: string, name: string) => `${day}: answer of ${name}.`,
    quoted: (line: string, words: string) => `${line} “${words}”`,
  },
  form: {
    done: { intro: 'You can add how it went.', question: 'Note (may stay empty, no names)' },
    move: { intro: 'The old reminders end; you get new ones around the new date.', question: 'Why? (no names)' },
    'hand-over': {
      intro: 'Your colleague hears of it at once.',
      question: 'What should your colleague know? (may stay empty, no names)',
    },
    return: {
      intro: 'It goes back to whoever watches over it, so that it never lies still.',
      question: 'Why is it not your task? (no names)',
    },
    drop: { intro: 'The reminders stop for everybody.', question: 'Why is it no longer needed? (no names)' },
    answer: {
      intro: 'Your answer goes to the owner and to whoever watches over it.',
      question: 'What will you do, and when? (no names)',
    },
  },
  done: {
    done: 'Done. The reminders have stopped.',
    again: (day: string) => `Done. The next time is ${day}.`,
    move: (day: string) => `Moved to ${day}.`,
    'hand-over': (name: string) => `Handed over. ${name} will hear of it.`,
    return: (name: string) => `Given back to ${name}.`,
    drop: 'No longer needed. The reminders have stopped.',
    answer: 'Your answer has been passed on.',
    snooze: (day: string) => `You will hear of this again on ${day}.`,
    own: (day: string) => `Noted: ${day}. Type “my deadlines” to see everything.`,
    settings: 'Your settings are saved.',
  },
  ofColleague: (name) => `Deadlines of ${name}`,
  partOf: (name) =>
    `You see what you watch over or follow, and what belongs to cases of which you may know how they stand. Only ${name} sees the whole list.`,
  nothingOf: (name) =>
    `Nothing is open for ${name} that you watch over or follow, or that belongs to a case that you both know. Only ${name} sees the whole list: ask them.`,
  more: (count: number) => `and ${count} more`,
  row: (number: string, when: string) => (number === '' ? when : `${number}: ${when}`),
  rowOf: (line: string, name: string) => `${line} (${name})`,
};

export const english: TextsLike<typeof dutch> = { cards, names, refusals, say };
