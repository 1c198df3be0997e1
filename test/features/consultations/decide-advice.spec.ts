import { deepEqual, equal } from 'node:assert/strict';
import type {
  ConsultationCommand,
  ConsultationEvent,
} from '../../../src/features/consultations/consultation-messages.ts';
import {
  accepted,
  advice,
  advised,
  bram,
  director,
  effectsDue,
  eva,
  fileAfter,
  given,
  invited,
  judged,
  judgement,
  later,
  noor,
  requested,
  withdrawn,
} from './samples.ts';

describe('consultation: advice', () => {
  const give = (rest: object = {}): ConsultationCommand => ({
    type: 'GiveAdvice',
    data: { at: later, person: eva, ...advice, ...rest },
  });

  it('does', () =>
    given(...accepted)
      .when(give())
      .thenEvents({ type: 'AdviceGiven', data: { at: later, person: eva, ...advice } }));
  it('may be written anew until it is judged', () => {
    given(...advised)
      .when(give({ advice: 'Anders.' }))
      .thenEvents({ type: 'AdviceGiven', data: { at: later, person: eva, ...advice, advice: 'Anders.' } });
    given(...judged)
      .when(give())
      .thenRefused('already-judged');
  });
  for (const field of ['advice', 'basis', 'otherwise'])
    it(`refuses without ${field}`, () =>
      given(...accepted)
        .when(give({ [field]: ' ' }))
        .thenRefused('advice-missing'));
  it('refuses who did not say yes', () =>
    given(...invited)
      .when(give())
      .thenRefused('not-accepted'));
  it('refuses who was not invited', () =>
    given(...accepted)
      .when(give({ person: noor }))
      .thenRefused('not-invited'));
  it('refuses before anything was asked', () => {
    given(...requested)
      .when(give())
      .thenRefused('not-invited');
    given().when(give()).thenRefused('not-asked');
  });
});

describe('consultation: what is done with advice', () => {
  const judge = (rest: object = {}): ConsultationCommand => ({
    type: 'JudgeAdvice',
    data: { ...judgement, person: eva, effectsDue, ...rest },
  });
  const judgedEva: ConsultationEvent = { type: 'AdviceJudged', data: { ...judgement, person: eva } };

  it('is recorded', () =>
    given(...advised)
      .when(judge())
      .thenEvents(judgedEva));
  it('ends the consultation with the last one', () =>
    given(...advised, judgedEva)
      .when(judge({ person: bram }))
      .thenEvents(
        { type: 'AdviceJudged', data: { ...judgement, person: bram } },
        { type: 'ConsultationAdvised', data: { at: later, effectsDue } },
      ));
  it('refuses twice', () =>
    given(...advised, judgedEva)
      .when(judge())
      .thenRefused('already-judged'));
  it('refuses what is not there', () =>
    given(...accepted)
      .when(judge())
      .thenRefused('no-advice'));
  it('refuses advice of a consultation that was withdrawn', () =>
    given(...withdrawn)
      .when(judge())
      .thenRefused('no-advice'));
  for (const verdict of ['partly', 'not-followed'])
    it(`refuses ${verdict} without why`, () =>
      given(...advised)
        .when(judge({ verdict }))
        .thenRefused('why-missing'));
  it('takes "not followed" with why', () =>
    given(...advised)
      .when(judge({ verdict: 'not-followed', why: 'Ouders willen het niet.' }))
      .thenEvents({
        type: 'AdviceJudged',
        data: { ...judgement, person: eva, verdict: 'not-followed', why: 'Ouders willen het niet.' },
      }));
});

describe('consultation: what advice brought', () => {
  const ask = (months: 3 | 6): ConsultationCommand => ({ type: 'AskEffect', data: { at: later, months } });
  const asked = (months: 3 | 6): ConsultationEvent => ({ type: 'EffectAsked', data: { at: later, months } });
  const answer = (months: 3 | 6) => ({ at: later, by: director, months, effect: 'helped', note: '' }) as const;
  const record = (months: 3 | 6): ConsultationCommand => ({ type: 'RecordEffect', data: answer(months) });
  const recorded = (months: 3 | 6): ConsultationEvent => ({ type: 'EffectRecorded', data: answer(months) });

  it('is asked after three months and after six', () => {
    given(...judged)
      .when(ask(3))
      .thenEvents(asked(3));
    given(...judged, asked(3), recorded(3))
      .when(ask(6))
      .thenEvents(asked(6));
  });
  it('does nothing when it was asked, answered, or there is no advice', () => {
    given(...judged, asked(3))
      .when(ask(3))
      .thenNothing();
    given(...judged, asked(3), recorded(3))
      .when(ask(3))
      .thenNothing();
    given(...accepted)
      .when(ask(3))
      .thenNothing();
  });
  it('is recorded', () =>
    given(...judged, asked(3))
      .when(record(3))
      .thenEvents(recorded(3)));
  it('refuses an answer nobody asked for', () => {
    given(...judged)
      .when(record(3))
      .thenRefused('effect-not-asked');
    given(...accepted)
      .when(record(3))
      .thenRefused('not-advised');
  });
  it('does nothing twice', () =>
    given(...judged, asked(3), recorded(3))
      .when(record(3))
      .thenNothing());
  it('ends after six months', () => {
    equal(fileAfter(...judged, asked(3), recorded(3)).stage, 'advised');
    const end = fileAfter(...judged, asked(3), recorded(3), asked(6), recorded(6));
    deepEqual([end.stage, end.effects.map(({ months }) => months)], ['followed-up', [3, 6]]);
  });
});
