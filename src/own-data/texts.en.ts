import type { TextsLike } from '../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: { own: { fallback: 'Doorbraak: your data.' } },
  say: {
    onlyInChat: 'Ask this in our own chat: nobody reads along there.',
    title: {
      known: 'This is what I keep of you',
      asking: 'Shall I forget you?',
      forgotten: 'I forgot what I could forget',
    },
    button: { ask: 'What can you forget?', forget: 'Forget this now' },
    heading: {
      directory: 'From the directory',
      contact: 'Where I reach you',
      settings: 'Reminders',
      expert: 'Expert profile',
      deadlines: 'Deadlines',
      talk: 'This conversation',
      log: 'In cases and decisions',
      goes: 'This goes at once:',
      stays: 'This stays, and why:',
      back: 'After that',
    },
    notListed: 'You are not in the directory.',
    roles: (held) => `Roles: ${held}.`,
    email: (address) => `E-mail: ${address}`,
    seats: (names) => `You are in: ${names}.`,
    imported: 'The administrator of Doorbraak imports this. Is something wrong? Ask the administrator.',
    chat: 'The address of our chat in Teams.',
    noChat: 'I have no address of a chat with you now.',
    teamsLanguage: (language) => `The language of your Teams: ${language}.`,
    hours: (from, until, days) =>
      `You get them between ${from} and ${until}, on ${days} ${days === 1 ? 'day' : 'days'} of the week.`,
    rhythm: {
      daily: 'Much on one day comes together in one overview.',
      weekly: 'What can wait comes once a week.',
      each: 'Each reminder comes by itself.',
    },
    language: { nl: 'You chose Dutch.', en: 'You chose English.' },
    away: (from, until, deputy) => `You are away from ${from} up to and including ${until}. Deputy: ${deputy}.`,
    expert: {
      none: () => 'You have no expert profile.',
      registered: (subjects) =>
        `You are in the list of experts (subjects chosen: ${subjects}). Send “my expert profile” to see or change it.`,
      paused: (subjects) =>
        `Your expert profile is paused (subjects chosen: ${subjects}). Send “my expert profile” to see or change it.`,
      left: () =>
        'You left the list of experts. What was in your profile, and how often you were asked, is still kept.',
    },
    deadlines: (count) => `Open in your name: ${count}. Send “my deadlines” to see them.`,
    noTalk: 'I remember nothing of this conversation now.',
    talk: (time, about) => `Until ${time} I remember what it was about: ${about}. Numbers only, never what you type.`,
    case: (number) => `case ${number}`,
    list: (count) => `a list of ${count}`,
    lastAsked: 'which question you asked last',
    elsewhere: 'What you did in a case, a proposal or a vote is there with your name. Whoever may see that, sees it.',
    goes: [
      'What this conversation was about. What one in a channel was about I lose by myself after two hours.',
      'The address of our chat and the language of your Teams.',
      'Your settings for reminders, with your absence and your deputy. Then the usual ones hold.',
      'Your place in the list of experts. If you still advise somewhere, your profile is paused.',
    ],
    stays: [
      'What you did in cases, proposals and votes, and your deadlines: else nobody can check any more who decided what.',
      'That your settings and your profile changed, and what was in them then.',
      'Your name, organisation and roles: the administrator imports those. Do you leave, or is something wrong? Ask the administrator.',
      'Our messages in Teams: you delete those there yourself.',
    ],
    logStays: (months) =>
      `The access log: who looked at which case when, until ${months} months after its last line. So that a young person can know who looked.`,
    back: 'Do you send me something again, or must I remind you of a deadline? Then I keep anew where I reach you.',
    forgotten:
      'Gone are: what this conversation was about, the address of our chat, the language of your Teams and your settings for reminders.',
    expertForgotten: {
      left: 'You are not in the list of experts any more.',
      paused: 'You still advise somewhere. So your expert profile is paused, and not gone.',
      none: '',
    },
  },
};
