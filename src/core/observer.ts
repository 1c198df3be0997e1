/** Who counts what the bot does. Kinds, doors and outcomes are words of the code: nothing in them is about a person. */
export type Observer = Readonly<{
  effectRan(ran: Readonly<{ kind: string; outcome: string; ms: number }>): void;
  /** A language model was asked what a sentence means. */
  modelAsked(asked: Readonly<{ outcome: string; ms: number }>): void;
  /** Somebody found an answer good or bad. */
  feedbackGiven(feedback: Readonly<{ reaction: 'like' | 'dislike' }>): void;
  turnEnded(turn: Readonly<{ door: string; outcome: string; ms: number }>): void;
}>;
