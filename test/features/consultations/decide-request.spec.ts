import { deepEqual, equal } from 'node:assert/strict';
import type { ConsultationCommand } from '../../../src/features/consultations/consultation-messages.ts';
import {
  about,
  asking,
  at,
  bram,
  daan,
  director,
  eva,
  fileAfter,
  given,
  inProposal,
  invited,
  later,
  noor,
  proposal,
  proposed,
  request,
  requested,
  withdrawn,
} from './samples.ts';

describe('consultation: a request', () => {
  const ask = (rest: object = {}): ConsultationCommand => ({
    type: 'RequestConsultation',
    data: { ...asking, request: { ...request, ...rest } },
  });

  it('does', () => given().when(ask()).thenEvents({ type: 'ConsultationRequested', data: asking }));
  it('refuses twice', () =>
    given(...requested)
      .when(ask())
      .thenRefused('already-asked'));
  it('refuses without a question', () =>
    given()
      .when(ask({ question: '  ' }))
      .thenRefused('question-missing'));
  it('refuses a date in the past, and takes today', () => {
    given()
      .when(ask({ by: '2026-11-22' }))
      .thenRefused('by-past');
    given()
      .when(ask({ by: '2026-11-23' }))
      .thenEvents({ type: 'ConsultationRequested', data: { ...asking, request: { ...request, by: '2026-11-23' } } });
  });
  it('knows the case by its number only', () => deepEqual(fileAfter(...requested).about, about));
});

describe('consultation: a proposal', () => {
  const propose = (rest: object = {}): ConsultationCommand => ({
    type: 'ProposeTeam',
    data: { at, proposal, round: 1, invitations: 0, ...rest },
  });

  it('does', () =>
    given(...requested)
      .when(propose())
      .thenEvents({ type: 'TeamProposed', data: { at, proposal } }));
  it('does nothing when somebody was invited meanwhile', () =>
    given(...invited)
      .when(propose())
      .thenNothing());
  it('does nothing for another round', () =>
    given(...requested)
      .when(propose({ round: 2 }))
      .thenNothing());
  it('does nothing when it is over', () =>
    given(...withdrawn)
      .when(propose({ invitations: 2 }))
      .thenNothing());
  it('is the stage it leads to', () => equal(fileAfter(...inProposal).stage, 'proposed'));
});

describe('consultation: another team', () => {
  const choose = (...people: readonly (typeof eva)[]): ConsultationCommand => ({
    type: 'ChooseTeam',
    data: { at: later, by: director, people },
  });

  it('does', () => {
    given(...inProposal)
      .when(choose(daan))
      .thenEvents({ type: 'TeamChosen', data: { at: later, by: director, people: [daan] } });
    const chosen = fileAfter(...inProposal, { type: 'TeamChosen', data: { at: later, by: director, people: [daan] } });
    deepEqual(
      chosen.proposal?.team.map(({ person }) => person),
      [daan],
    );
    deepEqual(
      chosen.proposal.others.map(({ person }) => person),
      [eva, bram, noor],
    );
  });
  it('takes what is possible when a wish of the request itself is let go', () => {
    const impossible = { ...proposal, team: [], alternatives: [], without: [{ rule: 'area' as const, team: [daan] }] };
    given(...requested, { type: 'TeamProposed', data: { at, proposal: impossible } })
      .when(choose(daan))
      .thenEvents({ type: 'TeamChosen', data: { at: later, by: director, people: [daan] } });
  });
  for (const rule of ['conflict', 'capacity', 'unavailable'] as const) {
    it(`refuses to let go of ${rule}`, () => {
      const impossible = { ...proposal, team: [], alternatives: [], without: [{ rule, team: [noor] }] };
      given(...requested, { type: 'TeamProposed', data: { at, proposal: impossible } })
        .when(choose(noor))
        .thenRefused('not-in-proposal');
    });
  }
  it('refuses a team that was never proposed', () =>
    given(...inProposal)
      .when(choose(noor))
      .thenRefused('not-in-proposal'));
  it('refuses before there is a proposal', () =>
    given(...requested)
      .when(choose(daan))
      .thenRefused('nothing-proposed'));
  it('refuses when it is over', () =>
    given(...withdrawn)
      .when(choose(daan))
      .thenRefused('already-ended'));
  it('does nothing for the team it has', () =>
    given(...inProposal)
      .when(choose(bram, eva))
      .thenNothing());
});

describe('consultation: somebody else in the team', () => {
  const replace = (into: typeof eva, rest: object = {}): ConsultationCommand => ({
    type: 'ReplaceProposed',
    data: { at: later, by: director, out: eva, into, reason: '', ...rest },
  });
  const replaced = (into: typeof eva) =>
    ({ type: 'ProposedReplaced', data: { at: later, by: director, into, out: eva } }) as const;

  it('does', () =>
    given(...inProposal)
      .when(replace(daan))
      .thenEvents(replaced(daan)));
  it('adds without taking out', () =>
    given(...inProposal)
      .when(replace(daan, { out: undefined }))
      .thenEvents({ type: 'ProposedReplaced', data: { at: later, by: director, into: daan } }));
  it('refuses a conflict of interest without a reason', () =>
    given(...inProposal)
      .when(replace(noor, { reason: ' ' }))
      .thenRefused('conflict-reason-missing'));
  it('sets a conflict aside with a reason, and says who did it', () =>
    given(...inProposal)
      .when(replace(noor, { reason: 'Andere afdeling.' }))
      .thenEvents(
        { type: 'ConflictUnlocked', data: { at: later, by: director, person: noor, reason: 'Andere afdeling.' } },
        replaced(noor),
      ));
  for (const obstacle of ['capacity', 'unavailable'] as const) {
    it(`refuses somebody with ${obstacle}, whatever the reason`, () => {
      const others = [proposed(daan, { obstacles: [obstacle] })];
      given(...requested, { type: 'TeamProposed', data: { at, proposal: { ...proposal, others } } })
        .when(replace(daan, { reason: 'Toch.' }))
        .thenRefused('not-available');
    });
  }
  it('refuses somebody who is in the team', () =>
    given(...inProposal)
      .when(replace(bram))
      .thenRefused('already-in-team'));
  it('refuses somebody who was not looked at', () =>
    given(...inProposal)
      .when(replace(director))
      .thenRefused('not-in-proposal'));
  it('refuses to take out who is not in it', () =>
    given(...inProposal)
      .when(replace(daan, { out: noor }))
      .thenRefused('not-in-proposal'));
});

describe('consultation: a suggestion of the centre', () => {
  const suggest = { type: 'SuggestReplacement', data: { at: later, by: director, out: eva, into: daan } } as const;
  const suggested = { type: 'ReplacementSuggested', data: suggest.data } as const;

  it('does', () => {
    given(...inProposal)
      .when(suggest)
      .thenEvents(suggested);
    deepEqual(fileAfter(...inProposal, suggested).suggestion, { into: daan, out: eva });
  });
  it('refuses somebody who was not looked at', () =>
    given(...inProposal)
      .when({ ...suggest, data: { ...suggest.data, into: director } })
      .thenRefused('not-in-proposal'));
  it('refuses before there is a proposal', () =>
    given(...requested)
      .when(suggest)
      .thenRefused('nothing-proposed'));
  it('does nothing twice', () =>
    given(...inProposal, suggested)
      .when(suggest)
      .thenNothing());
  it('goes when the proposal changes', () => {
    const chosen = { type: 'TeamChosen', data: { at: later, by: director, people: [daan] } } as const;
    equal(fileAfter(...inProposal, suggested, chosen).suggestion, undefined);
  });
});
