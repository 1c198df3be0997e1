import { deepEqual, equal } from 'node:assert/strict';
import type {
  ConsultationCommand,
  ConsultationEvent,
} from '../../../src/features/consultations/consultation-messages.ts';
import { openNeeds } from '../../../src/features/consultations/consultation-state.ts';
import {
  accepted,
  advised,
  answerBy,
  at,
  autism,
  bram,
  daan,
  director,
  eating,
  eva,
  fileAfter,
  given,
  inProposal,
  invited,
  later,
  noor,
  proposal,
  remindAt,
  withdrawn,
} from './samples.ts';

const declined: ConsultationEvent = {
  type: 'InvitationDeclined',
  data: { at: later, person: eva, reason: 'no-time', note: '' },
};
const expired: ConsultationEvent = { type: 'InvitationExpired', data: { at: answerBy, person: eva } };

describe('consultation: inviting', () => {
  const invite = (...people: readonly (typeof eva)[]): ConsultationCommand => ({
    type: 'InviteExperts',
    data: { at, by: director, people, remindAt, answerBy },
  });

  it('does, with what each is asked for', () =>
    given(...inProposal)
      .when(invite(bram))
      .thenEvents({
        type: 'ExpertsInvited',
        data: { at, by: director, people: [{ person: bram, covers: [eating] }], remindAt, answerBy },
      }));
  it('refuses somebody who is not in the proposal', () =>
    given(...inProposal)
      .when(invite(daan))
      .thenRefused('not-in-proposal'));
  it('refuses nobody at all', () =>
    given(...inProposal)
      .when(invite())
      .thenRefused('nothing-proposed'));
  it('refuses twice', () =>
    given(...invited)
      .when(invite(eva))
      .thenRefused('not-in-proposal'));
  it('refuses when it is over', () =>
    given(...withdrawn)
      .when(invite(eva))
      .thenRefused('already-ended'));
  it('refuses when nothing was asked', () => given().when(invite(eva)).thenRefused('not-asked'));
  it('leaves open what nobody was asked for', () => {
    const one = fileAfter(...inProposal, {
      type: 'ExpertsInvited',
      data: { at, by: director, people: [{ person: bram, covers: [eating] }], remindAt, answerBy },
    });
    deepEqual([one.stage, openNeeds(one)], ['inviting', [autism]]);
  });

  const pass = { type: 'PassOver', data: { at, by: director, people: [eva] } } as const;
  it('passes over who has no hours left after all', () => {
    given(...inProposal)
      .when(pass)
      .thenEvents({ type: 'ExpertsPassedOver', data: pass.data });
    const left = fileAfter(...inProposal, { type: 'ExpertsPassedOver', data: pass.data });
    deepEqual(
      left.proposal?.team.map(({ person }) => person),
      [bram],
    );
  });
  it('does nothing about who is not in the proposal', () =>
    given(...invited)
      .when(pass)
      .thenNothing());
});

describe('consultation: an invitation that is not answered', () => {
  const remind = (moment: string): ConsultationCommand => ({ type: 'RemindExpert', data: { at: moment, person: eva } });
  const expire = (moment: string): ConsultationCommand => ({
    type: 'ExpireInvitation',
    data: { at: moment, person: eva },
  });

  it('is brought to mind once', () => {
    const reminded = { type: 'ExpertReminded', data: { at: remindAt, person: eva } } as const;
    given(...invited)
      .when(remind(remindAt))
      .thenEvents(reminded);
    given(...invited, reminded)
      .when(remind(remindAt))
      .thenNothing();
  });
  it('lapses when its time is over, and not sooner', () => {
    given(...invited)
      .when(expire(answerBy))
      .thenEvents({ type: 'InvitationExpired', data: { at: answerBy, person: eva } });
    given(...invited)
      .when(expire(later))
      .thenNothing();
  });
  it('does nothing once it is answered', () => {
    for (const history of [accepted, [...invited, declined], withdrawn]) {
      given(...history)
        .when(remind(remindAt))
        .thenNothing();
      given(...history)
        .when(expire(answerBy))
        .thenNothing();
    }
  });
  it('leaves room for somebody else', () => deepEqual(openNeeds(fileAfter(...invited, expired)), [autism]));
});

describe('consultation: an answer', () => {
  const accept = (rest: object = {}): ConsultationCommand => ({
    type: 'AcceptInvitation',
    data: { at: later, person: eva, secrecy: true, ...rest },
  });
  const decline = { type: 'DeclineInvitation', data: { at: later, person: eva, reason: 'no-time', note: '' } } as const;
  const conflict = { type: 'ReportConflict', data: { at: later, person: eva } } as const;

  it('is yes', () =>
    given(...invited)
      .when(accept())
      .thenEvents({ type: 'InvitationAccepted', data: { at: later, person: eva } }));
  it('refuses a yes without secrecy', () =>
    given(...invited)
      .when(accept({ secrecy: false }))
      .thenRefused('secrecy-missing'));
  it('does nothing on a second yes', () =>
    given(...accepted)
      .when(accept())
      .thenNothing());
  it('is no, with a reason and perhaps a colleague', () => {
    given(...invited)
      .when(decline)
      .thenEvents(declined);
    const suggested = { ...decline, data: { ...decline.data, suggested: daan } };
    given(...invited)
      .when(suggested)
      .thenEvents({ type: 'InvitationDeclined', data: suggested.data });
  });
  it('does nothing on a second no', () =>
    given(...invited, declined)
      .when(decline)
      .thenNothing());
  it('is that they know the case', () =>
    given(...invited)
      .when(conflict)
      .thenEvents({ type: 'ConflictReported', data: conflict.data }));
  it('may be taken back until there is advice', () => {
    given(...accepted)
      .when(decline)
      .thenEvents(declined);
    given(...accepted)
      .when(conflict)
      .thenEvents({ type: 'ConflictReported', data: conflict.data });
    given(...advised)
      .when(decline)
      .thenRefused('already-answered');
    given(...advised)
      .when(conflict)
      .thenRefused('already-answered');
  });
  it('refuses a yes after a no', () =>
    given(...invited, declined)
      .when(accept())
      .thenRefused('already-answered'));
  it('refuses who was not invited', () => {
    for (const command of [accept({ person: noor }), { ...decline, data: { ...decline.data, person: noor } }])
      given(...invited)
        .when(command)
        .thenRefused('not-invited');
    given().when(accept()).thenRefused('not-asked');
  });
  it('refuses who comes too late, and says whether somebody else took it', () => {
    given(...invited, expired)
      .when(accept())
      .thenRefused('invitation-over');
    given(...withdrawn)
      .when(accept())
      .thenRefused('invitation-over');
    const other: ConsultationEvent[] = [
      { type: 'TeamProposed', data: { at, proposal: { ...fileAfter(...inProposal).proposal!, team: [] } } },
      {
        type: 'ExpertsInvited',
        data: { at, by: director, people: [{ person: daan, covers: [autism] }], remindAt, answerBy },
      },
    ];
    given(...invited, expired, ...other)
      .when(accept())
      .thenRefused('already-filled');
  });
  it('decides where the consultation stands', () => {
    equal(fileAfter(...invited, { type: 'InvitationAccepted', data: { at: later, person: eva } }).stage, 'inviting');
    equal(fileAfter(...accepted).stage, 'advising');
    equal(fileAfter(...invited, declined).stage, 'inviting');
    const nobody = [...invited, declined, { ...declined, data: { ...declined.data, person: bram } }];
    equal(fileAfter(...nobody).stage, 'requested');
    equal(fileAfter(...nobody).proposal, undefined);
    equal(fileAfter(...nobody, { type: 'TeamProposed', data: { at: later, proposal } }).stage, 'proposed');
  });
});

describe('consultation: coming into the case', () => {
  const join = (rest: object = {}): ConsultationCommand => ({
    type: 'RecordJoined',
    data: { at: later, person: eva, ...rest },
  });
  const trouble = { type: 'ExpertNotJoined', data: { at: later, person: eva, trouble: 'no-share-consent' } } as const;
  const joined = { type: 'ExpertJoined', data: { at: later, person: eva } } as const;

  it('is recorded', () =>
    given(...accepted)
      .when(join())
      .thenEvents(joined));
  it('says what is in the way, once', () => {
    given(...accepted)
      .when(join({ trouble: 'no-share-consent' }))
      .thenEvents(trouble);
    given(...accepted, trouble)
      .when(join({ trouble: 'no-share-consent' }))
      .thenNothing();
  });
  it('ends the trouble', () => {
    const [first] = fileAfter(...accepted, trouble, joined).invitations;
    deepEqual([first?.joined, first?.trouble], [true, undefined]);
  });
  it('does nothing for who did not say yes, or is in already', () => {
    given(...invited)
      .when(join())
      .thenNothing();
    given(...accepted, joined)
      .when(join())
      .thenNothing();
  });
});
