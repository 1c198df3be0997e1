import type { TextsLike } from '../../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: {
    trouble: {
      fallback: 'Work of the bot was left undone',
      explain: 'This failed after many attempts. It waits until somebody tries again.',
      todo: 'First take the cause away: is Teams open to the bot, is the app in the channel, has somebody left? The log and `npm run effects` tell exactly what it is.',
    },
  },
  families: {
    show: 'Cards',
    case: 'Cases and their channels',
    consultation: 'Consultations',
    decision: 'Proposals',
    vote: 'Votes',
    money: 'Requests for money',
    budget: 'Budgets',
    place: 'Places',
    expert: 'Hours of experts',
    deadline: 'Reminders',
    inbox: 'Reminders',
    watch: 'Daily check',
  },
  otherFamily: 'Other work',
  say: {
    title: (count, many) =>
      many
        ? `More than ${count} tasks of the bot were left undone`
        : count === 1
          ? '1 task of the bot was left undone'
          : `${count} tasks of the bot were left undone`,
    kind: (family, kind, count) => `**${family}** (${kind}): ${count}`,
    oldest: (day, time) => `Oldest from ${day}, ${time}`,
    retry: (family) => `Try again: ${family}`,
    again: (count) =>
      count === 1 ? '1 task was put back and is not done yet.' : `${count} tasks were put back and are not done yet.`,
    underWay: 'Work of the bot goes on',
    solved: 'Solved: all work goes on',
    solvedLine: (from, until) => `From ${from} until ${until} work was left undone. All of it has been done after all.`,
  },
  refusals: {
    'not-operator': 'Only an operator can try this again. Ask an operator of Doorbraak.',
    'nothing-given-up': 'Nothing of this is left: it goes on already, or it is done. You need not do anything.',
  },
};
