import {
  adviceVote,
  advising,
  afterLate,
  at,
  board,
  body,
  byBoard,
  byHolder,
  chair,
  closesAt,
  decided,
  decidingAdvised,
  deciding,
  decidingOnCase,
  decisionAsked,
  decisionVote,
  expiresAt,
  given,
  klankbord,
  lateAt,
  later,
  newDecision,
  onRoute,
  outcomeOf,
  postponed,
  ruled,
  adopting,
  voted,
  voting,
  withAdvice,
  withdrawn,
  remindAt,
} from './samples.ts';
import { voteId } from '../../../src/features/voting/index.ts';
import { mandateId } from '../../../src/features/decisions/mandate.ts';
import type { Route } from '../../../src/features/decisions/route.ts';

const askedAt = (when: string, route: Route) => decisionAsked(route, when);

describe('a vote', () => {
  const record = (rest: object = {}) =>
    ({
      type: 'RecordVote',
      data: { at: later, vote: decisionVote, outcome: outcomeOf('adopt'), chair, ...rest },
    }) as const;

  it('is recorded when it is over', () => {
    given(...voting)
      .when(record())
      .thenEvents({ type: 'VoteClosed', data: record().data });
  });

  it('is recorded once, of the vote that runs, and decides nothing by itself', () => {
    given(...voted('adopt'))
      .when(record())
      .thenNothing();
    given(...voting)
      .when(record({ vote: voteId('another') }))
      .thenNothing();
    given(...advising)
      .when(record({ vote: adviceVote }))
      .thenNothing();
    given().when(record()).thenNothing();
  });

  const again = (rest: object = {}) =>
    ({
      type: 'VoteAgain',
      data: { at: later, by: chair, chairOf: board.id, decision: { ...newDecision, vote: voteId('p-1-d2') }, ...rest },
    }) as const;
  const askedAgain = (when: string) =>
    ({
      type: 'DecisionAsked',
      data: { at: when, closesAt, remindAt, lateAt, vote: voteId('p-1-d2'), body: onRoute(board) },
    }) as const;

  for (const result of ['no-quorum', 'no-majority'] as const) {
    it(`is held again after ${result}`, () => {
      given(...voted(result))
        .when(again())
        .thenEvents(askedAgain(later));
    });
  }

  it('is held again when it never ended', () => {
    given(...voting)
      .when(again())
      .thenRefused('not-deciding');
    given(...voting)
      .when(again({ at: afterLate }))
      .thenEvents(askedAgain(afterLate));
  });

  it('is not held again when it has a result, by who does not lead the body, and by a person who decides', () => {
    given(...voted('reject'))
      .when(again())
      .thenRefused('vote-has-result');
    given(...voted('no-quorum'))
      .when(again({ chairOf: undefined }))
      .thenRefused('not-decider');
    given(...voted('no-quorum'))
      .when(again({ chairOf: body('project-group', 'andere').id }))
      .thenRefused('not-decider');
    given(...deciding)
      .when(again())
      .thenRefused('not-decider');
    given(...voted('adopt'), ruled(adopting, byBoard))
      .when(again())
      .thenRefused('already-decided');
    given().when(again()).thenRefused('not-written');
  });
});

describe('what was postponed', () => {
  const resume = (when: string, route = byHolder) =>
    ({ type: 'ResumeProposal', data: { at: when, route, decision: newDecision, expiresAt } }) as const;
  const onTheDay = '2026-12-15T08:00:00.000Z';

  it('comes back on its day', () => {
    given(...deciding, postponed)
      .when(resume(onTheDay))
      .thenEvents({ type: 'ProposalResumed', data: { at: onTheDay, expiresAt } }, askedAt(onTheDay, byHolder));
  });

  it('comes back to who may decide by then', () => {
    given(...deciding, postponed)
      .when(resume(onTheDay, byBoard))
      .thenEvents(
        { type: 'ProposalResumed', data: { at: onTheDay, expiresAt } },
        { type: 'RouteRenewed', data: { at: onTheDay, route: byBoard, was: byHolder.decide } },
        askedAt(onTheDay, byBoard),
      );
  });

  it('does not come back before, or when it is no more', () => {
    given(...deciding, postponed)
      .when(resume('2026-12-14T22:00:00.000Z'))
      .thenNothing();
    given(...deciding, postponed, withdrawn)
      .when(resume(onTheDay))
      .thenNothing();
    given(...deciding)
      .when(resume(onTheDay))
      .thenNothing();
    given().when(resume(onTheDay)).thenNothing();
  });

  it('does not come back to a sounding board', () => {
    given(...deciding, postponed)
      .when(resume(onTheDay, { decide: { by: 'body', body: onRoute(klankbord) }, inform: [] }))
      .thenRefused('nobody-may-decide');
  });
});

describe('a decision that is late', () => {
  const remind = (when = afterLate) => ({ type: 'RemindDecider', data: { at: when } }) as const;
  const late = { type: 'DecisionLate', data: { at: afterLate } } as const;

  for (const [who, history] of [
    ['a person', deciding],
    ['a person, with advice', decidingAdvised],
    ['a body', voting],
    ['a chair', voted('adopt')],
    ['a person, about a case', decidingOnCase],
  ] as const) {
    it(`is asked for once more of ${who}`, () => {
      given(...history)
        .when(remind())
        .thenEvents(late);
    });
  }

  it('is asked for only once, not before its time, and not when it is there', () => {
    given(...deciding, late)
      .when(remind())
      .thenNothing();
    given(...deciding)
      .when(remind(at))
      .thenNothing();
    given(...decided)
      .when(remind())
      .thenNothing();
    given(...withAdvice)
      .when(remind())
      .thenNothing();
    given().when(remind()).thenNothing();
  });

  it('can be late again when it was asked for anew', () => {
    given(
      ...deciding,
      late,
      { type: 'RouteRenewed', data: { at: later, route: byBoard, was: byHolder.decide } },
      decisionAsked(byBoard),
    )
      .when(remind())
      .thenEvents(late);
  });
});

describe('the mandate of a person', () => {
  it('may be another one: it stays with them', () => {
    given(...deciding)
      .when({
        type: 'RenewRoute',
        data: {
          ...{ at: later, decision: newDecision },
          route: { ...byHolder, decide: { ...byHolder.decide, mandate: mandateId('m-2') } },
        },
      })
      .thenNothing();
  });
});
