import { deepStrictEqual } from 'node:assert/strict';
import { proposalLacks } from '../../../src/features/decisions/lacking.ts';
import type { ProposalEvent } from '../../../src/features/decisions/proposal-messages.ts';
import { around } from '../../support/around.ts';
import {
  advising,
  author,
  chair,
  decided,
  deciding,
  drafted,
  fileAfter,
  holder,
  later,
  member,
  postponed,
  voted,
  voting,
  withAdvice,
  withdrawn,
} from './samples.ts';

const now = '2026-11-24T09:00:00.000Z';
const weeksLater = '2026-12-21T09:00:00.000Z';
const lacks = (events: readonly ProposalEvent[], ...seen: Parameters<typeof around>) =>
  proposalLacks(fileAfter(...events), around(...seen));

describe('what an open proposal lacks', () => {
  it('is nothing while it goes its usual way', () => {
    for (const events of [advising, withAdvice, deciding, voting, voted('adopt'), [...deciding, postponed]]) {
      deepStrictEqual(lacks([...events], later), []);
    }
  });

  it('is an owner when whose turn it is, is not there any more', () => {
    deepStrictEqual(lacks([...deciding], now, holder), ['owner']);
    deepStrictEqual(lacks([...voting], now, chair), ['owner']);
    deepStrictEqual(lacks([...advising], now, member), ['owner']);
    deepStrictEqual(lacks([...withAdvice], now, author), ['owner']);
    deepStrictEqual(lacks([...deciding], now, author), []);
  });

  it('is owner and next step when it is not known who decides', () => {
    const { route: _, ...rest } = fileAfter(...deciding);
    deepStrictEqual(proposalLacks(rest, around(now)), ['owner', 'step']);
  });

  it('is a date when there is none, or advice has waited for its author for two weeks', () => {
    const { decideBy: _, ...rest } = fileAfter(...deciding);
    deepStrictEqual(proposalLacks(rest, around(now)), ['date']);
    deepStrictEqual(lacks([...withAdvice], weeksLater), ['date']);
    deepStrictEqual(proposalLacks({ ...fileAfter(...advising), advice: [] }, around(now)), ['date']);
  });

  it('is nothing for a draft, and once it is decided or withdrawn', () => {
    for (const events of [drafted, decided, [...drafted, withdrawn]]) {
      deepStrictEqual(lacks([...events], weeksLater, author, holder), []);
    }
    deepStrictEqual(proposalLacks({ stage: 'none' }, around(now)), []);
  });
});
