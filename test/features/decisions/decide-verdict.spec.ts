import { deepEqual } from 'node:assert/strict';
import { rulingFaults } from '../../../src/features/decisions/decide-verdict.ts';
import type { Ruling, Verdict } from '../../../src/features/decisions/proposal-state.ts';
import type { VoteResult } from '../../../src/features/voting/index.ts';
import {
  adopting,
  advising,
  author,
  board,
  byBoard,
  chair,
  decided,
  deciding,
  decisionAsked,
  drafted,
  fileAfter,
  byHolder,
  given,
  holder,
  informed,
  klankbord,
  later,
  member,
  postponed,
  postponing,
  rejecting,
  ruled,
  stranger,
  voted,
  voting,
  withdrawn,
} from './samples.ts';

const decide = (ruling: Ruling = adopting, rest: object = {}) =>
  ({ type: 'Decide', data: { at: later, by: holder, ruling, informed, ...rest } }) as const;
const asChair = (ruling: Ruling = adopting, rest: object = {}) =>
  decide(ruling, { by: chair, chairOf: board.id, ...rest });

describe('deciding', () => {
  it('is for the holder of the mandate', () => {
    given(...deciding)
      .when(decide())
      .thenEvents(ruled(adopting));
  });

  for (const [who, by] of [
    ['the author', author],
    ['a member of a body', member],
    ['a stranger', stranger],
  ] as const) {
    it(`is not for ${who}`, () => {
      given(...deciding)
        .when(decide(adopting, { by }))
        .thenRefused('not-decider');
    });
  }

  it('is not for who leads a body, when a person decides', () => {
    given(...deciding)
      .when(asChair())
      .thenRefused('not-decider');
  });

  it('is not for the holder any more, when the route went up', () => {
    given(
      ...deciding,
      { type: 'RouteRenewed', data: { at: later, route: byBoard, was: byHolder.decide } },
      decisionAsked(byBoard),
    )
      .when(decide())
      .thenRefused('not-decider');
  });

  it('happens once', () => {
    given(...decided)
      .when(decide())
      .thenRefused('already-decided');
    given(...decided)
      .when(decide(rejecting))
      .thenRefused('already-decided');
  });

  it('happens only when it was asked for', () => {
    given().when(decide()).thenRefused('not-written');
    given(...drafted)
      .when(decide())
      .thenRefused('not-put-forward');
    given(...advising)
      .when(decide())
      .thenRefused('not-deciding');
    given(...deciding, postponed)
      .when(decide())
      .thenRefused('not-deciding');
    given(...deciding, withdrawn)
      .when(decide())
      .thenRefused('not-deciding');
  });

  it('is about the text that was read', () => {
    given(...deciding)
      .when(decide(adopting, { version: 1 }))
      .thenEvents(ruled(adopting));
    given(...deciding)
      .when(decide(adopting, { version: 2 }))
      .thenRefused('changed-meanwhile');
  });

  it('may be postponing', () => {
    given(...deciding)
      .when(decide(postponing))
      .thenEvents({
        type: 'ProposalPostponed',
        data: { at: later, by: holder, until: '2026-12-15', motivation: postponing.motivation },
      });
  });
});

describe('deciding by a body', () => {
  it('is recorded by who leads it', () => {
    given(...voted('adopt'))
      .when(asChair())
      .thenEvents(ruled(adopting, byBoard));
  });

  it('is not recorded by its members, nor by who leads another', () => {
    given(...voted('adopt'))
      .when(decide(adopting, { by: member }))
      .thenRefused('not-decider');
    given(...voted('adopt'))
      .when(asChair(adopting, { chairOf: klankbord.id }))
      .thenRefused('not-decider');
  });

  it('is not recorded before the vote is over', () => {
    given(...voting)
      .when(asChair())
      .thenRefused('not-deciding');
  });

  const asVoted: readonly (readonly [VoteResult, Verdict])[] = [
    ['adopt', 'adopt'],
    ['adopt-amended', 'adopt-amended'],
    ['reject', 'reject'],
    ['postpone', 'postpone'],
    ['no-quorum', 'postpone'],
    ['no-majority', 'postpone'],
  ];
  const rulings: Readonly<Record<Verdict, Ruling>> = {
    adopt: adopting,
    'adopt-amended': { ...adopting, verdict: 'adopt-amended', amendment: 'Voor drie maanden.' },
    reject: rejecting,
    postpone: postponing,
  };
  for (const [result, verdict] of asVoted) {
    it(`can only be ${verdict} after ${result}`, () => {
      const right = Object.values(rulings).filter(
        (ruling) => rulingFaults(ruling, fileAfter(...voted(result)), later).length === 0,
      );
      deepEqual(
        right.map((ruling) => ruling.verdict),
        [verdict],
      );
    });
  }
});
