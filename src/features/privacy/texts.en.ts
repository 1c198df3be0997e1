import type { TextsLike } from '../../core/texts-shape.ts';
import { names } from './texts-names.en.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: {
    keeping: { fallback: 'Retention of cases' },
    accessLog: {
      fallback: 'Access log of a case',
      previous: 'Previous',
      next: 'Next',
      filter: 'Filter',
      file: 'Keeping',
      all: 'Everything',
      from: 'From',
      until: 'Until',
      person: 'Who',
      action: 'What',
      outcome: 'Outcome',
      order: 'Order',
      show: 'Show',
      broken: 'This line is not as it was written.',
    },
    askCase: {
      fallback: 'Which case do you mean?',
      title: 'Which case is it about?',
      number: 'Number of the case',
      required: 'Fill in the number of the case.',
      wrong: 'That is no number of a case. A number looks like LI-2026-0001.',
      log: 'Access log',
      file: 'Keeping',
    },
    file: {
      fallback: 'What Doorbraak keeps of',
      log: 'Access log',
      hold: 'Keep longer',
      inspect: 'Inspection',
      erase: 'Delete on request',
    },
    erase: {
      fallback: 'Delete on request',
      wrong: 'This is not right yet:',
      explain:
        'The case and all that belongs to it is exported and then deleted, before its retention period is over. That happens only when somebody else, a privacy officer or the operator, agrees within 14 days.',
      ground: 'Ground',
      groundRequired: 'Choose the ground.',
      reason: 'Why',
      hint: 'For example: request of 3 March, reference V-12. No names.',
      reasonRequired: 'Write down why.',
      send: 'Ask to agree',
    },
    erasure: { fallback: 'Delete on request:' },
    review: {
      fallback: 'Delete on request',
      reason: 'Why',
      warning:
        'When you agree the case is exported and deleted. That cannot be undone; the export stays in the folder for exports.',
      agree: 'Agree: delete',
      refuse: 'Do not agree',
      withdraw: 'Withdraw the request',
    },
    inspect: {
      fallback: 'Inspection of a case',
      what: 'You get everything that Doorbraak keeps of this case as a Word document: who recorded what and when, and who looked at it.',
      others:
        'The column “Van derden” marks what is of or about others. Black that out before you give the document to whoever asked for it.',
      link: 'The link works for ten minutes, once, and is for you: do not pass it on. That you got it and that the document was fetched is in the access log.',
      fetch: 'Fetch the document',
      operator: 'The bot has no address here that you can open. Ask the operator to give this command on the server:',
    },
    hold: {
      fallback: 'Keep longer',
      wrong: 'This is not right yet:',
      explain:
        'The case and all that belongs to it is not deleted until the end of this day, also when its retention period is over.',
      until: 'Keep until and including',
      untilRequired: 'Choose a day.',
      reason: 'Why',
      hint: 'For example: a complaint is running, reference K-12. No names.',
      reasonRequired: 'Write down why.',
      send: 'Record',
      release: 'Keep no longer',
    },
  },
  names,
  refusals: {
    'already-asked': 'This was asked already. Wait until somebody agrees, or withdraw the request on your card.',
    'nobody-else':
      'There is nobody else who can agree. Let the operator import a second privacy officer or operator (people.csv, column roles).',
    'not-asked': 'This request does not run any more. The card of the request says why.',
    'same-person': 'You asked this yourself. Somebody else must agree: a privacy officer or the operator.',
    lapsed: 'It is too late to agree. Nothing was deleted. Ask again if need be.',
    'already-agreed':
      'Somebody agreed already: the case is being deleted. Must it stay after all? Let the privacy officer choose “Keep longer” at once. That helps only while the case is still there.',
    'still-running':
      'This case still runs. Let the chair close it or return it first; after that you can ask to delete it.',
    'no-folder':
      'There is no folder for exports, and nothing is deleted without an export. Ask the operator to fill in the setting EXPORT_FOLDER.',
    'not-allowed': 'This is for the privacy officer only. Ask them to look it up for you.',
    'unknown-case': 'I know no case with that number. Check the number, for example LI-2026-0001.',
    'log-erased':
      'This case was deleted, and the retention period of its access log is over too. Only the number is left.',
  },
  say: {
    fileOf: (number) => `Keeping of ${number}`,
    standsAt: (stage, day) => `Stage: ${stage}. Last changed on ${day}.`,
    deletedOn: (day, why) => `Deleted on ${day}: ${why}.`,
    checksum: (sha256) => `Checksum of the export (SHA-256): ${sha256}`,
    heldUntil: (day, name) => `Is not deleted until the end of ${day}. Recorded by ${name}.`,
    heldBecause: (day, reason) => `Kept now until the end of ${day}: ${reason}`,
    dialogHold: 'Keep longer',
    dialogErase: 'Delete on request',
    dialogReview: 'Request to delete',
    erasureSent: 'Asked. Nothing is deleted before somebody else agrees. You get a card that shows how it stands.',
    agreed:
      'Recorded. The case is now exported and deleted. The privacy officer sees with “privacy” and the number of the case whether that is done.',
    stopped: 'Recorded. Nothing is deleted.',
    erasureOf: (number) => `Delete on request: ${number}`,
    erasureAsked: ({ name, on, ground }) => `${name} asked this on ${on}. Ground: ${ground}.`,
    erasureWaits: (day) => `Waits until the end of ${day} for somebody else to agree. Without that nothing is deleted.`,
    erasureYours: (day) => `You or somebody else can agree until the end of ${day}. Without that nothing is deleted.`,
    erasureUntil: (day) => `To agree is possible until the end of ${day}.`,
    erasureLapsed: 'Nobody agreed in time. Nothing was deleted. Ask again if need be.',
    erasureAgreed: (name, number) =>
      `${name} agreed. The case is exported and deleted. The privacy officer sees with “privacy ${number}” whether that is done.`,
    erasureChannel: 'The channel is then still in Teams. Ask an owner of the team to delete it.',
    seeErasure: 'Look',
    decideErasure: 'Look and decide',
    dialogInspect: (number) => `Inspection of ${number}`,
    dialogDone: 'Done',
    dialogRefused: 'This is not possible now',
    why: 'Why',
    untilMissing: 'Choose until which day the case is kept.',
    held: 'Recorded. The case is not deleted until the end of that day. The people of the case see on their card that this is so, not why.',
    released:
      'Recorded. The usual retention period counts again: when it is over, the case is deleted the next morning.',
    onlyInChat: 'I show this only in our own chat. Open the chat with Doorbraak and send it there again.',
    logOf: (number) => `Access log of ${number}`,
    chainHolds: 'The chain holds: no line was changed or taken out.',
    chainBroken: (seq) =>
      `The chain is broken at line ${seq}: something was changed or taken out there outside Doorbraak. Keep a backup, and let the operator find out who could reach the storage.`,
    logCount: ({ first, last, found, all }) =>
      found === all
        ? `Lines ${first}–${last} of ${all}`
        : `${first}–${last} of the ${found} lines that fit (${all} in all)`,
    logEmpty: 'Nobody has looked at anything of this case yet, or tried to.',
    logNoneFit: 'No line fits this. Choose another period, person or outcome.',
    logLine: (seq, day, time) => `Line ${seq}: ${day}, ${time}`,
    did: ({ what, how, data }) => `${what}: ${how} (${data})`,
    because: (outcome, rule) => `${outcome}: ${rule}`,
    onBehalf: (name) => `On behalf of ${name}`,
    onConsent: (id) => `Consent: ${id}`,
    breakGlass: (reason) => `Emergency procedure: ${reason}`,
    keepingOf: (day) => `Retention on ${day}`,
    purged: (numbers) =>
      `Deleted, because the retention period is over: ${numbers}. The export is in the folder for exports.`,
    draftsDropped: (count) =>
      count === 1
        ? 'Deleted: 1 draft that was never submitted and in which nothing changed for the whole retention period.'
        : `Deleted: ${count} drafts that were never submitted and in which nothing changed for the whole retention period.`,
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
