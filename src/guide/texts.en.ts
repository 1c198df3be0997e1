import type { TextsLike } from '../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: {
    examples: {
      fallback: 'Doorbraak: sentences that you can type.',
      title: 'This is what you can ask me',
      intro:
        'Type it in your own words, in Dutch or English. Or try an example: each button says what is written on it.',
      guard: 'When it is about a case, give its number. Never a name, date of birth or citizen service number.',
    },
  },
  subjects: {
    cases: 'Cases',
    help: 'Finding help',
    decide: 'Decisions, money and planning',
    self: 'For you',
  },
  installed: {
    team: (name) =>
      `I am Doorbraak and work along with ${name}. For every case that you admit I make a closed channel of its own in this team, with only the people of that case. Mention me with @Doorbraak and ask “help”; what concerns only you, you ask in our own chat. Write no names, dates of birth or citizen service numbers of young people or parents here.`,
    body: (name) =>
      `I am Doorbraak and work along with ${name}. I show proposals, votes and decisions here. You vote in our own chat.`,
    unlinked:
      'I am Doorbraak. This team does not belong to an expert team yet, so I cannot make channels for cases here. The administrator of Doorbraak links the team by importing it (expert-teams.csv, column microsoft_team). Until then you can send me a message of your own.',
    group:
      'I am Doorbraak. In a group chat everybody reads along, so I tell nothing about cases here. Ask me anything in our own chat, or in the channel of a case.',
  },
};
