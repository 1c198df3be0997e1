import { deepEqual } from 'node:assert/strict';
import { rulingFaults } from '../../../src/features/decisions/decide-verdict.ts';
import type { Ruling } from '../../../src/features/decisions/proposal-state.ts';
import {
  adopting,
  author,
  content,
  decided,
  deciding,
  decidingAdvised,
  decidingOnCase,
  decisionAsked,
  drafting,
  fileAfter,
  forward,
  byHolder,
  given,
  holder,
  informed,
  later,
  postponing,
  rejecting,
  ruled,
  stranger,
} from './samples.ts';

const decide = (ruling: Ruling = adopting, rest: object = {}) =>
  ({ type: 'Decide', data: { at: later, by: holder, ruling, informed, ...rest } }) as const;

describe('a ruling', () => {
  const faults = (ruling: Ruling, history = deciding) => rulingFaults(ruling, fileAfter(...history), later);
  const open = (ruling: Ruling, ...without: readonly (keyof Ruling)[]): Ruling =>
    Object.fromEntries(Object.entries(ruling).filter(([key]) => !without.includes(key as keyof Ruling))) as Ruling;

  it('is right with a motivation, an owner, a day to look back and a summary', () => {
    deepEqual(faults(adopting), []);
    deepEqual(faults(rejecting), []);
    deepEqual(faults(postponing), []);
  });

  it('always says why', () => {
    for (const ruling of [adopting, rejecting, postponing]) {
      deepEqual(faults({ ...ruling, motivation: ' ' }), ['motivation-missing']);
    }
  });

  it('has an owner and a day after today when it adopts, and not when it rejects', () => {
    deepEqual(faults(open(adopting, 'owner', 'reviewOn')), ['owner-missing', 'review-past']);
    deepEqual(faults({ ...adopting, reviewOn: '2026-12-01' }), ['review-past']);
    deepEqual(faults({ ...adopting, reviewOn: '2026-12-02' }), []);
  });

  it('has a summary for everybody, unless it is about one case', () => {
    deepEqual(faults(open(adopting, 'summary')), ['summary-missing']);
    deepEqual(faults(open(rejecting, 'summary')), ['summary-missing']);
    deepEqual(faults(open(adopting, 'summary'), decidingOnCase), []);
  });

  it('says of advice whether it is followed, and why not', () => {
    deepEqual(faults(adopting, decidingAdvised), ['advice-answer-missing']);
    deepEqual(faults({ ...adopting, followed: 'yes' }, decidingAdvised), []);
    deepEqual(faults({ ...adopting, followed: 'no' }, decidingAdvised), ['why-not-missing']);
    deepEqual(faults({ ...adopting, followed: 'no', whyNot: 'De nood is hoog.' }, decidingAdvised), []);
    deepEqual(faults(postponing, decidingAdvised), []);
  });

  it('amends with words or with less money, never with more', () => {
    const amending = { ...adopting, verdict: 'adopt-amended' } as const;
    deepEqual(faults(amending), ['amendment-missing']);
    deepEqual(faults({ ...amending, amountCents: 2_400_000 }), ['amendment-missing']);
    deepEqual(faults({ ...amending, amountCents: 2_399_999 }), []);
    deepEqual(faults({ ...amending, amendment: 'Voor drie maanden.' }), []);
    deepEqual(faults({ ...amending, amountCents: 2_400_001, amendment: 'Meer.' }), ['amount-too-high']);
    const { amountCents: _none, ...free } = content;
    const history = [
      { type: 'ProposalDrafted', data: { ...drafting, content: free } },
      forward(byHolder),
      decisionAsked(byHolder),
    ] as const;
    deepEqual(faults({ ...amending, amountCents: 1 }, history), ['amount-too-high']);
  });

  it('is never a bare no to a youth', () => {
    deepEqual(faults(rejecting, decidingOnCase), ['alternative-missing', 'contact-missing']);
    deepEqual(faults({ ...rejecting, alternative: 'Ambulante hulp.', contact: author }, decidingOnCase), []);
  });

  it('postpones to a day after today', () => {
    deepEqual(faults(open(postponing, 'until')), ['until-missing']);
    deepEqual(faults({ ...postponing, until: '2026-12-01' }), ['until-past']);
    deepEqual(faults({ ...postponing, until: '2026-12-02' }), []);
  });

  it('is refused with the first that is wrong', () => {
    given(...deciding)
      .when(decide(open({ ...adopting, motivation: '' }, 'owner')))
      .thenRefused('motivation-missing');
  });
});

describe('looking back', () => {
  const ask = (at = '2027-05-24T07:00:00.000Z') => ({ type: 'AskReview', data: { at } }) as const;
  const asked = { type: 'ReviewAsked', data: { at: later } } as const;
  const answer = (by = author, text = 'Er is rust.') =>
    ({ type: 'AnswerReview', data: { at: later, by, answer: text } }) as const;

  it('is asked on its day, once', () => {
    given(...decided)
      .when(ask())
      .thenEvents({ type: 'ReviewAsked', data: ask().data });
    given(...decided)
      .when(ask(later))
      .thenNothing();
    given(...decided, asked)
      .when(ask())
      .thenNothing();
  });

  it('is not asked of a rejection, nor before a decision', () => {
    given(...deciding, ruled(rejecting))
      .when(ask())
      .thenNothing();
    given(...deciding)
      .when(ask())
      .thenNothing();
    given().when(ask()).thenNothing();
  });

  it('is answered by who carried it out, once, with words', () => {
    given(...decided, asked)
      .when(answer())
      .thenEvents({ type: 'ReviewAnswered', data: answer().data });
    given(...decided, asked)
      .when(answer(stranger))
      .thenRefused('not-decider');
    given(...decided, asked)
      .when(answer(author, ' '))
      .thenRefused('answer-missing');
    given(...decided)
      .when(answer())
      .thenRefused('review-not-asked');
    given(...decided, asked, { type: 'ReviewAnswered', data: answer().data })
      .when(answer())
      .thenRefused('review-not-asked');
    given().when(answer()).thenRefused('not-written');
  });
});
