import type { TextsLike } from '../../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

/** As docs/permissions.md has it. */
const without: TextsLike<typeof dutch>['without'] = {
  'TeamsAppInstallation.ManageSelectedForTeam.All':
    'the chair is asked by card to add the app to a new channel; the bot looks again every minute',
  'TeamMember.ReadWriteNonOwnerRole.All':
    'a case with somebody who is not in the team yet waits until an owner of the team adds them',
  'ChannelSettings.ReadWrite.All': 'the channel of a closed case stays open for writing',
  'Channel.Create.Group': 'no new case gets a channel',
  'ChannelSettings.Read.Group': 'no new case gets a channel, because the bot cannot see whether there is one already',
  'ChannelMember.ReadWrite.Group': 'nobody is let into the channel of a case, and nobody is taken out',
  'TeamMember.Read.Group':
    'no new case gets a channel and nobody is let in, because the bot cannot see who is in the team',
};

export const english: TextsLike<typeof dutch> = {
  cards: {
    permission: {
      fallback: 'Doorbraak lacks a permission in Teams',
      after:
        'What waits goes on by itself once the permission is there. What was given up already is put back on the card about that.',
    },
    trouble: {
      fallback: 'Work of the bot was left undone',
      explain: 'This failed after many attempts. It waits until somebody tries again.',
      todo: 'First take the cause away: is Teams open to the bot, is the app in the channel, has somebody left? The log and `npm run effects` tell exactly what it is.',
    },
  },
  without,
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
    permissionMissing: 'Doorbraak lacks a permission in Teams',
    permissionGiven: 'Solved: Doorbraak has this permission again',
    inTeam: (permission, team) => `**${permission}** in the team ${team}`,
    without: (what) => `Without it: ${what}.`,
    askAdministrator:
      'Ask an administrator of Entra (role Privileged Role Administrator) to run `infra/grant-permissions.sh`. It works within a day, or at once when you restart the bot.',
    askOwner:
      'Ask an owner of that team to install the app Doorbraak in the team again and to agree to its permissions.',
    missedLine: (from, until) => `It was missing from ${from} until ${until}. What waited goes on now.`,
    underWay: 'Work of the bot goes on',
    solved: 'Solved: all work goes on',
    solvedLine: (from, until) => `From ${from} until ${until} work was left undone. All of it has been done after all.`,
  },
  refusals: {
    'not-operator': 'Only an operator can try this again. Ask an operator of Doorbraak.',
    'nothing-given-up': 'Nothing of this is left: it goes on already, or it is done. You need not do anything.',
  },
};
