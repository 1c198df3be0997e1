export const voteKinds = ['advice', 'decision'] as const;
export type VoteKind = (typeof voteKinds)[number];

export const adviceChoices = ['agree', 'agree-with-remark', 'disagree', 'abstain'] as const;
export const decisionChoices = ['adopt', 'adopt-amended', 'reject', 'postpone', 'abstain'] as const;
export type Choice = (typeof adviceChoices)[number] | (typeof decisionChoices)[number];

export const choicesFor: Readonly<Record<VoteKind, readonly Choice[]>> = {
  advice: adviceChoices,
  decision: decisionChoices,
};

const plain: readonly Choice[] = ['agree', 'adopt', 'abstain'];

/** Whoever wants it otherwise says why, so that the proposal gets better of it. */
export const needsReason = (choice: Choice): boolean => !plain.includes(choice);

/** Undefined for what is not on the ballot of this kind of vote. */
export function choiceOn(kind: VoteKind, choice: string): Choice | undefined {
  return choicesFor[kind].find((code) => code === choice);
}
