import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import { type Choice, choicesFor, type VoteKind } from '../../../src/features/voting/choices.ts';
import { outcomeOf, secretOutcomeOf, shownOf } from '../../../src/features/voting/outcome.ts';
import type { SeatFile } from '../../../src/features/voting/seat-state.ts';
import type { Urn } from '../../../src/features/voting/urn.ts';
import { voteDecider } from '../../../src/features/voting/vote.ts';
import type { VoteFile, VoteSettings } from '../../../src/features/voting/vote-state.ts';
import { closesAt, jan, later, opensAt, toOpen, vote } from './samples.ts';

type Sample = Readonly<{ choice?: Choice; weight?: number; recused?: boolean }>;

const seatOf = (kind: VoteKind, { choice, weight = 1, recused = false }: Sample, n: number): SeatFile => ({
  ...({ vote, n, holder: personId(`p${n}`), weight, deputies: [], kind, secrecy: 'hidden', closesAt } as const),
  ...({ status: 'sealed', casts: choice ? 1 : 0, reminders: [], isReminded: false, isPublished: false } as const),
  ...(choice ? { ballot: { at: later, by: personId(`p${n}`), choice } } : {}),
  ...(recused ? { recusal: { at: later, reason: 'Belang.' } } : {}),
});

const voteOf = (kind: VoteKind, settings: Partial<VoteSettings>): VoteFile =>
  fold(voteDecider, [
    { type: 'VoteOpening', data: { at: opensAt, by: jan, vote: toOpen({ kind, settings }) } },
  ]) as VoteFile;

const counted = (kind: VoteKind, samples: readonly Sample[], settings: Partial<VoteSettings> = {}) =>
  outcomeOf(
    voteOf(kind, settings),
    samples.map((sample, n) => seatOf(kind, sample, n)),
    closesAt,
  );
const times = (count: number, choice?: Choice): readonly Sample[] =>
  Array.from({ length: count }, () => (choice ? { choice } : {}));

describe('the outcome of a vote', () => {
  it('is what more than the threshold chose', () => {
    equal(counted('decision', [...times(3, 'adopt'), ...times(2, 'reject')]).result, 'adopt');
    equal(counted('decision', [...times(2, 'adopt'), ...times(2, 'reject')]).result, 'no-majority');
    equal(
      counted('decision', [...times(3, 'adopt'), ...times(2, 'reject')], { thresholdPercent: 60 }).result,
      'no-majority',
    );
    equal(counted('decision', times(3, 'postpone')).result, 'postpone');
    equal(counted('decision', times(3, 'adopt-amended')).result, 'adopt-amended');
    equal(counted('decision', times(3, 'reject')).result, 'reject');
  });

  it('takes agreement with and without remarks together in an advice', () => {
    const mixed = [...times(1, 'agree'), ...times(1, 'agree-with-remark'), ...times(1, 'disagree')];
    equal(counted('advice', mixed).result, 'positive-with-remarks');
    equal(counted('advice', times(3, 'agree')).result, 'positive');
    equal(counted('advice', times(3, 'disagree')).result, 'negative');
    equal(counted('advice', [...times(1, 'agree'), ...times(1, 'disagree')]).result, 'divided');
  });

  it('weighs', () => {
    const seats: readonly Sample[] = [{ choice: 'adopt', weight: 3 }, ...times(2, 'reject')];
    const outcome = counted('decision', seats);
    deepStrictEqual([outcome.result, outcome.counts, outcome.ballots], ['adopt', { adopt: 3, reject: 2 }, 3]);
  });

  it('counts abstentions for the quorum, not for the majority', () => {
    const outcome = counted('decision', [...times(1, 'adopt'), ...times(4, 'abstain'), ...times(3)]);
    deepStrictEqual([outcome.quorumMet, outcome.result, outcome.turnoutPercent], [true, 'adopt', 63]);
    equal(counted('decision', times(3, 'abstain')).result, 'no-majority');
    equal(counted('advice', times(3, 'abstain')).result, 'divided');
  });

  it('leaves out whoever stepped back, of the quorum too', () => {
    const recused: Sample = { recused: true };
    const outcome = counted('decision', [...times(2, 'adopt'), ...times(2), recused, recused]);
    deepStrictEqual([outcome.quorumMet, outcome.recused, outcome.turnoutPercent], [true, 2, 50]);
    const none = counted('decision', [recused, recused]);
    deepStrictEqual([none.quorumMet, none.result, none.turnoutPercent], [false, 'no-quorum', 0]);
  });

  it('is nothing without its quorum, as a share or a number', () => {
    equal(counted('decision', [...times(2, 'adopt'), ...times(3)]).result, 'no-quorum');
    equal(counted('decision', [...times(2, 'adopt'), ...times(3)], { quorum: { count: 2 } }).result, 'adopt');
    equal(counted('decision', [...times(2, 'adopt'), ...times(3)], { quorum: { count: 3 } }).result, 'no-quorum');
  });

  it('shows who chose what of an open vote only', () => {
    const hidden = counted('decision', times(3, 'adopt'));
    const { ballotsBy: _, ...totals } = hidden;
    deepStrictEqual(shownOf({ ...hidden, reasons: [{ choice: 'adopt', text: 'Goed.', by: jan }] }), {
      ...totals,
      reasons: [{ choice: 'adopt', text: 'Goed.' }],
    });
    const open = counted('decision', times(3, 'adopt'), { secrecy: 'open' });
    deepStrictEqual(shownOf(open), open);
  });

  it('never has two winners, and its counts are the weights cast', () => {
    for (const kind of ['advice', 'decision'] as const) {
      const sample = fc.record({
        choice: fc.option(fc.constantFrom(...choicesFor[kind]), { nil: undefined }),
        weight: fc.integer({ min: 1, max: 9 }),
        recused: fc.boolean(),
      });
      fc.assert(
        fc.property(fc.array(sample, { maxLength: 30 }), (given) => {
          const samples = given.map(({ choice, weight, recused }): Sample =>
            recused || choice === undefined ? { weight, recused } : { weight, choice },
          );
          const outcome = counted(kind, samples);
          const cast = samples.reduce((sum, { choice, weight = 1 }) => sum + (choice ? weight : 0), 0);
          equal(
            Object.values(outcome.counts).reduce((sum, count) => sum + count, 0),
            cast,
          );
          equal(outcome.ballots, samples.filter(({ choice }) => choice).length);
          equal(outcome.ballotsBy?.length, outcome.ballots);
          deepStrictEqual(counted(kind, samples), outcome);
          if (outcome.result === 'adopt') ok((outcome.counts['adopt'] ?? 0) > (outcome.counts['reject'] ?? 0));
        }),
      );
    }
  });
});

describe('the outcome of a secret vote', () => {
  const secret = voteOf('decision', { secrecy: 'secret' });
  const voted = (count: number, weight = 1): readonly SeatFile[] =>
    Array.from({ length: count }, (_each, n) => {
      const { choice: _, ...ballot } = seatOf('decision', { choice: 'abstain', weight }, n).ballot!;
      return { ...seatOf('decision', { weight }, n), ballot };
    });
  const urn = (counts: Urn['counts'], ballots: number): Urn => ({
    ...{ received: ballots, ballots, counts },
    reasons: [{ choice: 'reject', text: 'Te duur.' }],
  });

  it('is counted from the urn, by nobody', () => {
    const outcome = secretOutcomeOf(secret, voted(3, 2), { urn: urn({ adopt: 2, reject: 1 }, 3), closedAt: closesAt });
    deepStrictEqual(outcome, {
      ...{ vote, kind: 'decision', secrecy: 'secret', counts: { adopt: 4, reject: 2 }, closedAt: closesAt },
      ...{ ballots: 3, seats: 3, recused: 0, turnoutPercent: 100, quorumMet: true, result: 'adopt' },
      reasons: [{ choice: 'reject', text: 'Te duur.' }],
    });
  });

  it('says only how many voted when there are fewer than three', () => {
    const outcome = secretOutcomeOf(secret, voted(2), { urn: urn({ adopt: 2 }, 2), closedAt: closesAt });
    deepStrictEqual(outcome, {
      ...{ vote, kind: 'decision', secrecy: 'secret', counts: {}, closedAt: closesAt },
      ...{ ballots: 2, seats: 2, recused: 0, turnoutPercent: 100, quorumMet: false, result: 'no-quorum' },
      reasons: [],
    });
  });
});
