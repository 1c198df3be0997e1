import type { TextsLike } from '../../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: {
    keeping: { fallback: 'Retention of cases' },
  },
  say: {
    keepingOf: (day) => `Retention on ${day}`,
    purged: (numbers) =>
      `Deleted, because the retention period is over: ${numbers}. The export is in the folder for exports.`,
    channels: (numbers) => `The channel is still in Teams. Ask an owner of the team to delete it: ${numbers}.`,
    waiting: (count) =>
      count === 1
        ? 'The retention period of 1 case is over, and it is still there.'
        : `The retention period of ${count} cases is over, and they are still there.`,
    problems: {
      'no-folder':
        'There is no folder for exports, and nothing is deleted without an export. Set EXPORT_FOLDER and start the bot again.',
      'export-failed':
        'The export did not succeed; nothing is lost. See whether the bot may write to the folder in EXPORT_FOLDER, and whether there is room. The bot tries again tomorrow.',
    },
  },
};
