import {
  adviceGiven,
  adviceVote,
  advised,
  advising,
  author,
  byBoard,
  byHolder,
  decided,
  deciding,
  decisionAsked,
  decisionVote,
  drafted,
  given,
  klankbord,
  later,
  newDecision,
  onRoute,
  outcomeOf,
  stranger,
  voting,
  withAdvice,
  withdrawn,
} from './samples.ts';
import { voteId } from '../../../src/features/voting/index.ts';
import type { Route } from '../../../src/features/decisions/route.ts';

const afterTerm = '2026-12-08T09:00:00.000Z';
const askedAt = (when: string, route: Route) => decisionAsked(route, when);

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
