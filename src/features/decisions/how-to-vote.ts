import { defaultVoteSettings, majorities, type Majority, type VoteSettings } from '../voting/index.ts';

/** How is voted on a proposal, on its advice and on its decision alike, as its author chose. */
export type HowToVote = Readonly<{
  secrecy: VoteSettings['secrecy'];
  /** Of the members who take part. */
  quorumPercent: number;
  majority: Majority;
  /** As soon as everybody has voted; a secret vote never. */
  closeEarly: boolean;
  /** Working days; without it the usual term. */
  days?: number;
}>;

export const usualVote: HowToVote = {
  secrecy: defaultVoteSettings.secrecy,
  quorumPercent: 50,
  majority: 'half',
  closeEarly: defaultVoteSettings.closeEarly,
};

export const mostDays = 60;

export function settingsFor({ secrecy, quorumPercent, majority, closeEarly }: HowToVote): VoteSettings {
  return {
    ...defaultVoteSettings,
    ...{ secrecy, closeEarly, quorum: { percent: quorumPercent }, thresholdPercent: majorities[majority] },
  };
}

export function sameVote(one: HowToVote, other: HowToVote): boolean {
  const facts = ({ secrecy, quorumPercent, majority, closeEarly, days }: HowToVote): string =>
    JSON.stringify([secrecy, quorumPercent, majority, closeEarly, days]);
  return facts(one) === facts(other);
}
