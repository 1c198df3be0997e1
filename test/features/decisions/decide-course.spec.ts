import {
  adviceGiven,
  adviceVote,
  advised,
  advising,
  afterLate,
  at,
  author,
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
  drafted,
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
  stranger,
  voted,
  voting,
  withAdvice,
  withdrawn,
  remindAt,
} from './samples.ts';
import { voteId } from '../../../src/features/decisions/votes-port.ts';
import { mandateId } from '../../../src/features/decisions/mandate.ts';
import type { Route } from '../../../src/features/decisions/route.ts';

const afterTerm = '2026-12-08T09:00:00.000Z';
const askedAt = (when: string, route: Route) =>
  ({ ...decisionAsked(route), data: { ...decisionAsked(route).data, at: when } }) as typeof decisionAsked extends (
    route: Route,
  ) => infer Event
    ? Event
    : never;

describe('advice', () => {
  const record = (rest: object = {}) =>
    ({ type: 'RecordAdvice', data: { at: later, vote: adviceVote, outcome: outcomeOf('positive'), ...rest } }) as const;

  it('is recorded when its vote is over', () => {
    given(...advising)
      .when(record())
      .thenEvents(adviceGiven);
  });

  it('is recorded once, of the vote that runs, and never as a decision', () => {
    given(...withAdvice)
      .when(record({ outcome: outcomeOf('negative') }))
      .thenNothing();
    given(...advising)
      .when(record({ vote: voteId('another') }))
      .thenNothing();
    given(...voting)
      .when(record({ vote: decisionVote }))
      .thenNothing();
    given().when(record()).thenNothing();
  });

  it('comes to nothing when the text has changed or it was withdrawn', () => {
    given(...advising, withdrawn)
      .when(record())
      .thenNothing();
  });
});

describe('taking to decision', () => {
  const take = (rest: object = {}) =>
    ({
      type: 'TakeToDecision',
      data: { at: later, by: author, route: byHolder, decision: newDecision, ...rest },
    }) as const;

  it('asks who decides', () => {
    given(...withAdvice)
      .when(take())
      .thenEvents(askedAt(later, byHolder));
  });

  it('goes to who may decide by now', () => {
    const route = { ...advised(byHolder), decide: byBoard.decide };
    given(...withAdvice)
      .when(take({ route: byBoard }))
      .thenEvents({ type: 'RouteRenewed', data: { at: later, route, was: byHolder.decide } }, askedAt(later, byBoard));
  });

  it('does not wait for advice that is late, and waits for advice that is not', () => {
    given(...advising)
      .when(take())
      .thenRefused('advice-not-closed');
    given(...advising)
      .when(take({ at: afterTerm }))
      .thenEvents(askedAt(afterTerm, byHolder));
  });

  it('is for the author, in its turn', () => {
    given(...withAdvice)
      .when(take({ by: stranger }))
      .thenRefused('not-author');
    given(...drafted)
      .when(take())
      .thenRefused('not-put-forward');
    given(...deciding)
      .when(take())
      .thenRefused('already-put-forward');
    given(...decided)
      .when(take())
      .thenRefused('is-over');
    given().when(take()).thenRefused('not-written');
  });

  it('never goes to a sounding board', () => {
    given(...withAdvice)
      .when(take({ route: { decide: { by: 'body', body: onRoute(klankbord) }, inform: [] } }))
      .thenRefused('nobody-may-decide');
  });
});

describe('renewing the route', () => {
  const renew = (route: Route = byBoard) =>
    ({ type: 'RenewRoute', data: { at: later, route, decision: newDecision } }) as const;

  it('goes to somebody else', () => {
    given(...deciding)
      .when(renew())
      .thenEvents(
        { type: 'RouteRenewed', data: { at: later, route: byBoard, was: byHolder.decide } },
        askedAt(later, byBoard),
      );
  });

  it('does nothing when it is the same one, or nobody is to decide now', () => {
    given(...deciding)
      .when(renew(byHolder))
      .thenNothing();
    given(...withAdvice)
      .when(renew())
      .thenNothing();
    given(...decided)
      .when(renew())
      .thenNothing();
    given().when(renew()).thenNothing();
  });
});

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
          route: { ...byHolder, decide: { ...byHolder.decide, mandate: mandateId('m-2') } as Route['decide'] },
        },
      })
      .thenNothing();
  });
});
