import { deepEqual, equal } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import type { ConsultationEvent } from '../../src/features/consultations/consultation-messages.ts';
import type { ProposalEvent } from '../../src/features/decisions/proposal-messages.ts';
import type { RequestEvent } from '../../src/features/places/request-messages.ts';
import type { Promises } from '../../src/promises/promise.ts';
import { consultationPromises } from '../../src/promises/consultation-promises.ts';
import { decisionPromises } from '../../src/promises/decision-promises.ts';
import { moneyPromises } from '../../src/promises/money-promises.ts';
import { placePromises } from '../../src/promises/place-promises.ts';
import * as money from '../features/budgets/samples.ts';
import * as consultation from '../features/consultations/samples.ts';
import * as decision from '../features/decisions/samples.ts';
import * as place from '../features/places/samples.ts';
import { noHoliday as isHoliday } from '../features/deadlines/samples.ts';

const levels = { official: [personId('judith')], administrative: [] };
const keys = ({ wished }: Promises) => wished.map(({ key }) => key);
const told = ({ wished }: Promises) => wished.map(({ key, owner, due }) => [key, owner, due]);

describe('what is promised about a consultation', () => {
  const of = (...events: readonly ConsultationEvent[]) => consultationPromises(consultation.fileAfter(...events));

  it('is the advice of everybody who thinks along, by the day on which it is needed', () =>
    deepEqual(told(of(...consultation.accepted)), [
      ['advice-eva', consultation.eva, '2026-12-07T16:00:00.000Z'],
      ['advice-bram', consultation.bram, '2026-12-07T16:00:00.000Z'],
    ]));
  it('is answered for by the director, and escalated to nobody', () => {
    const promises = of(...consultation.accepted);
    deepEqual([promises.wished[0]?.steward, promises.levels], [consultation.director, undefined]);
  });
  it('is nothing of who was only invited, or has advised', () => {
    deepEqual([keys(of(...consultation.invited)), keys(of(...consultation.advised))], [[], []]);
    equal(of(...consultation.advised).dropped('advice-eva'), undefined);
  });
  it('falls away with the request, and of who no longer thinks along', () => {
    equal(of(...consultation.withdrawn).dropped('advice-eva'), 'Het is ingetrokken of verlopen.');
    const conflict = { type: 'ConflictReported', data: { at: consultation.later, person: consultation.eva } } as const;
    const left = of(...consultation.accepted, conflict);
    deepEqual([keys(left), left.dropped('advice-eva')], [['advice-bram'], 'Deze deskundige denkt niet meer mee.']);
  });
});

describe('what is promised about a proposal', () => {
  const of = (...events: readonly ProposalEvent[]) =>
    decisionPromises(decision.fileAfter(...events), { levels, isHoliday });

  it('is the decision of whoever holds the mandate, within its term', () => {
    const promises = of(...decision.deciding);
    deepEqual(told(promises), [['decide', decision.holder, decision.closesAt]]);
    deepEqual(promises.wished[0]?.title, { nl: 'Neem een besluit over LI-V-2026-001', en: 'Decide on LI-V-2026-001' });
    deepEqual(promises.about, { kind: 'decision', id: 'p-1', centre: 'LI' });
    equal(of(...decision.decidingOnCase).about.number, 'LI-2026-0002');
  });
  it('is for the chair of a body to record, also when its vote never ended', () => {
    const expected = [['record', decision.chair, decision.lateAt]];
    deepEqual([told(of(...decision.voting)), told(of(...decision.voted('adopt')))], [expected, expected]);
  });
  it('is nothing before it is put to a decision and after it was taken', () => {
    deepEqual(
      [...decision.drafted].map(() => keys(of(...decision.drafted))),
      [[]],
    );
    deepEqual([keys(of(...decision.decided)), of(...decision.decided).dropped('decide')], [[], undefined]);
    equal(of(...decision.deciding, decision.postponed).dropped('decide'), undefined);
    equal(of(...decision.deciding, decision.withdrawn).dropped('decide'), 'Het is ingetrokken of verlopen.');
  });
  it('is what it brought, two weeks after that was asked and until it is answered', () => {
    const asked = { type: 'ReviewAsked', data: { at: '2027-05-24T07:00:00.000Z' } } as const;
    deepEqual(told(of(...decision.decided, asked)), [['review', decision.author, '2027-06-07T15:00:00.000Z']]);
    const answered = {
      type: 'ReviewAnswered',
      data: { at: asked.data.at, by: decision.author, answer: 'Rust.' },
    } as const;
    deepEqual(keys(of(...decision.decided, asked, answered)), []);
  });
});

describe('what is promised about a place', () => {
  const clocks = { hold: 5 };
  const of = (...events: readonly RequestEvent[]) =>
    placePromises(place.requestAfter(...events), { levels, clocks, isHoliday });
  const held = [place.requested(), place.placeHeld()];
  const went = { at: place.later, hold: place.hold, because: 'expired', note: '' } as const;

  it('is a place by the day until which the present one lasts', () => {
    const until = place.requested({ needs: place.needs({ tenableUntil: '2026-12-20' }) });
    deepEqual(told(of(until)), [['search', place.director, '2026-12-20T16:00:00.000Z']]);
    deepEqual(keys(of(place.requested())), []);
  });
  it('is an offer by whoever has the place, before it goes back by itself', () => {
    deepEqual(told(of(...held)), [['offer', place.contact, place.until]]);
    deepEqual(told(of(place.requested(), place.placeHeld({ contacts: [] }))), [['offer', place.director, place.until]]);
    equal(of(...held, { type: 'PlaceWentBack', data: went }).dropped('offer'), 'De plek ging terug.');
  });
  it('is an answer by the director, who then sees to the move', () => {
    const offered = [...held, place.placeOffered];
    deepEqual(told(of(...offered)), [['answer', place.director, '2026-12-01T16:00:00.000Z']]);
    equal(of(...offered).dropped('offer'), undefined);
    deepEqual(told(of(...offered, place.accepted)), [['move-in', place.director, '2026-11-30T16:00:00.000Z']]);
    const later = place.requested({ needs: place.needs({ from: '2027-01-11' }) });
    const whole = [later, place.placeHeld(), place.placeOffered, place.accepted];
    deepEqual(told(of(...whole)), [['move-in', place.director, '2027-01-11T16:00:00.000Z']]);
  });
});

describe('what is promised about money', () => {
  const of = (file = money.requestAfter(money.requested, money.adopted)) => moneyPromises(file, { levels, isHoliday });

  it('is nothing while its period runs, and an account by the project leader after it', () => {
    deepEqual(keys(of()), []);
    const ending = money.requestAfter(money.requested, money.adopted, money.endReached);
    deepEqual(told(of(ending)), [['end', money.jan, '2027-03-12T16:00:00.000Z']]);
    deepEqual(keys(of(money.requestAfter(money.requested, money.adopted, money.ended))), []);
  });
  it('is a settlement by the day that was agreed, while an advance is out', () => {
    const file = money.requestAfter(money.requested, money.adopted);
    const advanced = { ...file, ask: money.guaranteed, money: { ...file.money, spent: 900 } };
    deepEqual(told(of(advanced)), [['settle', money.jan, '2027-03-31T15:00:00.000Z']]);
    deepEqual(keys(of({ ...advanced, money: { ...advanced.money, settled: 900 } })), []);
  });
});
