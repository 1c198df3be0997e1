import {
  adviceAsked,
  advised,
  advising,
  afterLate,
  amended,
  at,
  author,
  byBoard,
  byHolder,
  content,
  decided,
  deciding,
  decidingOnCase,
  decisionAsked,
  drafted,
  draftedOnCase,
  drafting,
  expiresAt,
  forward,
  given,
  klankbord,
  later,
  newAdvice,
  newDecision,
  onRoute,
  postponed,
  raised,
  raisedBy,
  stranger,
  voted,
  voting,
  withAdvice,
  withdrawn,
} from './samples.ts';
import { streamId } from '../../../src/core/ids.ts';

describe('a proposal', () => {
  const draft = (data = drafting) => ({ type: 'DraftProposal', data }) as const;

  it('is drafted', () => {
    given().when(draft()).thenEvents({ type: 'ProposalDrafted', data: drafting });
  });

  it('is drafted once', () => {
    given(...drafted)
      .when(draft())
      .thenRefused('already-written');
  });

  it('has a title and a text', () => {
    given()
      .when(draft({ ...drafting, content: { ...content, title: ' ' } }))
      .thenRefused('title-missing');
    given()
      .when(draft({ ...drafting, content: { ...content, text: '' } }))
      .thenRefused('text-missing');
  });
});

describe('amending', () => {
  const amend = (by = author, to = amended) =>
    ({ type: 'AmendProposal', data: { at: later, by, content: to } }) as const;
  const event = { type: 'ProposalAmended', data: amend().data } as const;

  for (const [stage, history] of [
    ['a draft', drafted],
    ['while it is advised on', advising],
    ['after advice', withAdvice],
    ['while somebody decides', deciding],
    ['while a body votes', voting],
    ['after a vote that came to nothing', voted('no-majority')],
    ['when it is postponed', [...deciding, postponed]],
  ] as const) {
    it(`is possible ${stage}`, () => {
      given(...history)
        .when(amend())
        .thenEvents(event);
    });
  }

  it('is for the author only', () => {
    given(...drafted)
      .when(amend(stranger))
      .thenRefused('not-author');
  });

  it('is not possible without a proposal, when it is over, and when a body has voted', () => {
    given().when(amend()).thenRefused('not-written');
    given(...decided)
      .when(amend())
      .thenRefused('is-over');
    given(...drafted, withdrawn)
      .when(amend())
      .thenRefused('is-over');
    given(...voted('adopt'))
      .when(amend())
      .thenRefused('vote-to-record');
  });

  it('changes something, and leaves a title and a text', () => {
    given(...drafted)
      .when(amend(author, content))
      .thenRefused('nothing-changed');
    given(...drafted)
      .when(amend(author, { ...content, title: '' }))
      .thenRefused('title-missing');
  });
});

describe('putting forward', () => {
  const put = (route = byHolder, by = author) =>
    ({ type: 'PutForward', data: { at, by, route, advice: newAdvice, decision: newDecision } }) as const;

  it('asks the adviser on the route', () => {
    given(...drafted)
      .when(put(advised(byHolder)))
      .thenEvents(forward(advised(byHolder)), adviceAsked);
  });

  it('asks who decides when nobody advises', () => {
    given(...drafted)
      .when(put())
      .thenEvents(forward(byHolder), decisionAsked(byHolder));
  });

  it('opens a vote when a body decides', () => {
    given(...drafted)
      .when(put(byBoard))
      .thenEvents(forward(byBoard), decisionAsked(byBoard));
  });

  it('never asks a sounding board about one case, whatever the route says', () => {
    given(...draftedOnCase)
      .when(put(advised(byHolder)))
      .thenRefused('advice-on-single-case');
    given(...draftedOnCase)
      .when(put())
      .thenEvents(forward(byHolder), decisionAsked(byHolder));
  });

  it('never lets a sounding board decide, whatever the route says', () => {
    given(...drafted)
      .when(put({ decide: { by: 'body', body: onRoute(klankbord) }, inform: [] }))
      .thenRefused('nobody-may-decide');
  });

  it('is for the author, once', () => {
    given().when(put()).thenRefused('not-written');
    given(...drafted)
      .when(put(byHolder, stranger))
      .thenRefused('not-author');
    given(...deciding)
      .when(put())
      .thenRefused('already-put-forward');
    given(...decided)
      .when(put())
      .thenRefused('is-over');
  });

  it('is possible again after it was amended', () => {
    given(...withAdvice, { type: 'ProposalAmended', data: { at: later, by: author, content: amended } })
      .when(put())
      .thenEvents(forward(byHolder), decisionAsked(byHolder));
  });
});

describe('withdrawing', () => {
  const withdraw = (by = author, rest: object = {}) =>
    ({ type: 'WithdrawProposal', data: { at: later, by, reason: 'Niet meer nodig.', ...rest } }) as const;

  it('is for the author, with a reason', () => {
    given(...deciding)
      .when(withdraw())
      .thenEvents(withdrawn);
    given(...deciding)
      .when(withdraw(author, { reason: ' ' }))
      .thenRefused('reason-missing');
    given(...deciding)
      .when(withdraw(stranger))
      .thenRefused('not-author');
  });

  it('is also for what raised it', () => {
    given(...decidingOnCase)
      .when(withdraw(stranger, { for: raisedBy }))
      .thenEvents({ type: 'ProposalWithdrawn', data: { at: later, by: stranger, reason: 'Niet meer nodig.' } });
    given(...decidingOnCase)
      .when(withdraw(stranger, { for: streamId('money', 'another') }))
      .thenRefused('not-author');
  });

  it('happens once, and not after a decision or a vote', () => {
    given(...deciding, withdrawn)
      .when(withdraw())
      .thenNothing();
    given(...decided)
      .when(withdraw())
      .thenRefused('is-over');
    given(...voted('reject'))
      .when(withdraw())
      .thenRefused('vote-to-record');
    given().when(withdraw()).thenRefused('not-written');
  });
});

describe('expiring', () => {
  const expire = (when = expiresAt) => ({ type: 'ExpireProposal', data: { at: when } }) as const;

  for (const [stage, history] of [
    ['a draft', raised],
    ['what waits for a decision', decidingOnCase],
  ] as const) {
    it(`ends ${stage} that somebody waits for`, () => {
      given(...history)
        .when(expire())
        .thenEvents({ type: 'ProposalExpired', data: { at: expiresAt } });
    });
  }

  it('does nothing before its time, to what nobody waits for, and to what is over or postponed', () => {
    given(...raised)
      .when(expire(afterLate))
      .thenNothing();
    given(...deciding)
      .when(expire())
      .thenNothing();
    given(...raised, withdrawn)
      .when(expire())
      .thenNothing();
    given(...decidingOnCase, postponed)
      .when(expire())
      .thenNothing();
    given().when(expire()).thenNothing();
  });
});
