/**
 * What may be told of a piece of work, and nothing else: words of the code and figures. Never an id, a name, the number of a
 * case, or what somebody typed.
 */
export type Facts = Readonly<
  Partial<{
    door: string;
    verb: string;
    outcome: string;
    /** Of an effect. */
    kind: string;
    tries: number;
    /** Of the store. */
    command: string;
    /** Request units of Cosmos DB; what is told more than once is added up. */
    ru: number;
    /** Of a call to Teams or Graph: its path without ids. Status 0: no answer came. */
    method: string;
    route: string;
    status: number;
  }>
>;

/** A turn or an effect is followed from its beginning; the others only as a part of one of those. */
export type Work = Readonly<{
  name: 'turn' | 'effect' | 'store' | 'graph' | 'connector';
  facts?: Facts;
  /** What `here` said where this work was ordered. */
  from?: unknown;
}>;

/** Who follows what the bot does, from what a person did to all that came of it. */
export type Tracing = Readonly<{
  follow<Answer>(work: Work, run: () => Promise<Answer>): Promise<Answer>;
  /** Tells of the innermost work that is followed now. */
  note(facts: Facts): void;
  /** Where we are, for work that is ordered here and done later; undefined when nothing is followed. */
  here(): string | undefined;
}>;

export const untraced: Tracing = {
  follow: (_work, run) => run(),
  note: () => undefined,
  here: () => undefined,
};
