import type { Text } from '../../core/locale.ts';
import type { Typed } from '../cases/index.ts';
import { majorityNames, secrecies } from '../voting/index.ts';
import { wrong } from './form-checks.ts';
import { type HowToVote, mostDays, sameVote, usualVote } from './how-to-vote.ts';

/** `how` only when it is not as usual. */
export type VoteRead = Readonly<{ how?: HowToVote; problems: readonly Text[] }>;

/** What was chosen in the part of the form about voting; what was left out is as usual. */
export function readVote(typed: Typed): VoteRead {
  const { secrecy, majority, quorumPercent, term } = partsIn({ ...typedVote(usualVote), ...typed });
  const problems = wrong([
    { isWrong: secrecy === undefined || majority === undefined, text: ({ write }) => write.required },
    { isWrong: quorumPercent === undefined, text: ({ write }) => write.quorumWrong },
    { isWrong: term === undefined, text: ({ write }) => write.daysWrong },
  ]);
  if (!secrecy || !majority || !quorumPercent || !term) return { problems };
  const how = { secrecy, quorumPercent, majority, closeEarly: typed['closeEarly'] !== 'false', ...term };
  return sameVote(how, usualVote) ? { problems } : { how, problems };
}

function partsIn({ secrecy, majority, quorum = '', days = '' }: Typed) {
  return {
    secrecy: secrecies.find((one) => one === secrecy),
    majority: majorityNames.find((one) => one === majority),
    quorumPercent: quorum === '' ? usualVote.quorumPercent : wholeIn(quorum, 100),
    term: termIn(days),
  };
}

/** Undefined for what is no term; an empty box is the usual one. */
function termIn(text: string): Pick<HowToVote, 'days'> | undefined {
  if (text === '') return {};
  const days = wholeIn(text, mostDays);
  return days === undefined ? undefined : { days };
}

/** A whole number from 1 up to and including `most`. */
function wholeIn(text: string, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

export function typedVote({ secrecy, quorumPercent, majority, closeEarly, days }: HowToVote): Typed {
  return {
    ...{ secrecy, majority, quorum: String(quorumPercent), closeEarly: String(closeEarly) },
    days: days === undefined ? '' : String(days),
  };
}
