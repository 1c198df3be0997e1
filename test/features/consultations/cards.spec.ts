import { ok } from 'node:assert/strict';
import { locales } from '../../../src/core/locale.ts';
import { type ConsultationCards, createCards } from '../../../src/features/consultations/cards.ts';
import type { ConsultationEvent } from '../../../src/features/consultations/consultation-messages.ts';
import type { ConsultationFile } from '../../../src/features/consultations/consultation-state.ts';
import { refusalText } from '../../../src/features/consultations/texts.ts';
import { caseId } from '../../../src/features/cases/index.ts';
import { consultationId } from '../../../src/features/consultations/consultation-state.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { type Bench, monday, openBench } from './bench.ts';
import * as story from './samples.ts';

const { later, eva, bram, daan, noor, director, proposal, request } = story;
const told = (data: Partial<typeof proposal>): ConsultationEvent => ({
  type: 'TeamProposed',
  data: { at: later, proposal: { ...proposal, ...data } },
});
const declined: ConsultationEvent = {
  type: 'InvitationDeclined',
  data: { at: later, person: eva, reason: 'other', note: 'Op reis.', suggested: noor },
};
const effectAsked: ConsultationEvent = { type: 'EffectAsked', data: { at: later, months: 3 } };
const effectAnswered: ConsultationEvent = {
  type: 'EffectRecorded',
  data: { at: later, by: director, months: 3, effect: 'partly', note: '' },
};
const reasons = [
  { by: 'concept', concept: story.autism, asked: 'autisme', offered: 'ass' },
  { by: 'words', asked: 'prikkels', offered: 'prikkelverwerking' },
] as const;

const files: Readonly<Record<string, ConsultationFile>> = {
  'being looked for': story.fileAfter(...story.requested),
  proposed: story.fileAfter(...story.inProposal),
  'proposed, with reasons and an expert by experience': story.fileAfter(
    ...story.requested,
    told({ team: [story.proposed(eva, { reasons, livedExperience: true, daysSinceAsked: 0 })], unknown: ['xylofoon'] }),
  ),
  'proposed, with a suggestion': story.fileAfter(...story.inProposal, {
    type: 'ReplacementSuggested',
    data: { at: later, by: director, out: eva, into: daan },
  }),
  'with nobody who fits': story.fileAfter(
    ...story.requested,
    told({
      team: [],
      alternatives: [],
      uncovered: [story.eating],
      without: [
        { rule: 'area', team: [daan] },
        { rule: 'conflict', team: [noor] },
      ],
    }),
  ),
  invited: story.fileAfter(...story.invited),
  'with one no': story.fileAfter(...story.invited, declined),
  reminded: story.fileAfter(...story.invited, { type: 'ExpertReminded', data: { at: later, person: eva } }),
  accepted: story.fileAfter(...story.accepted),
  'accepted, outside the case': story.fileAfter(...story.accepted, {
    type: 'ExpertNotJoined',
    data: { at: later, person: eva, trouble: 'no-share-consent' },
  }),
  joined: story.fileAfter(...story.accepted, { type: 'ExpertJoined', data: { at: later, person: eva } }),
  'with advice': story.fileAfter(...story.advised),
  judged: story.fileAfter(...story.judged),
  'asked what it brought': story.fileAfter(...story.judged, effectAsked),
  'told what it brought': story.fileAfter(...story.judged, effectAsked, effectAnswered),
  withdrawn: story.fileAfter(...story.withdrawn),
};

describe('cards of a consultation', () => {
  let bench: Bench;
  let cards: ConsultationCards;
  before(async () => {
    bench = await openBench();
    cards = createCards(bench.deps);
  });
  after(() => bench.close());

  async function check({ name, state, extra = {} }: Card, person = director): Promise<void> {
    const definition = Object.values(cards).find((card) => card.definition.name === name)?.definition;
    ok(definition);
    for (const locale of locales) {
      const json = await renderCard(definition, { state, extra, reader: { locale, person, now: monday } });
      if (json) checkCard(json);
    }
  }

  for (const [stage, file] of Object.entries(files)) {
    it(`are right when it is ${stage}`, async () => {
      await check(cards.match.show(file, { notice: refusalText('no-room') }));
      const form = { file, typed: {}, problems: [refusalText('reason-missing')] };
      if (file.proposal?.others.length) await check(cards.pick.show({ ...form, out: eva }));
      await check(cards.reason.show({ ...form, verb: 'consultations/withdraw-send' }));
      for (const [index, { person }] of file.invitations.entries()) {
        await check(cards.invitation.show(file, { index, isReminder: true }), person);
        await check(cards.news.show(file, { index }));
        await check(cards.advice.show(file, { index }));
        await check(cards.judge.show({ ...form, person }));
        for (const dialog of ['accept', 'decline', 'advise'] as const) await check(cards[dialog].show(form), person);
      }
      await check(cards.effect.show(file, { months: 3 }));
    });
  }

  it('are right for the form and the overviews', async () => {
    const form = { case: caseId('case-1'), consultation: consultationId('c'), typed: {}, problems: [], mayJoin: false };
    await check(cards.ask.show(form));
    await check(cards.confirm.show({ ...form, typed: { needs: 'autism' }, unknown: ['xylofoon'] }));
    const all = Object.values(files);
    await check(cards.list.show({ own: all, asked: all }));
    await check(cards.list.show({ own: [], asked: [] }));
    await check(cards.load.show({ experts: [] }));
    const moves = [
      { consultation: consultationId('c'), number: story.about.number, from: eva, to: bram },
      { consultation: consultationId('d'), number: story.about.number, to: bram },
      { consultation: consultationId('e'), number: story.about.number },
    ];
    await check(cards.redistribution.show({ moves, stays: 1, method: 'exact' }));
    await check(cards.redistribution.show({ moves: [], stays: 0, method: 'in-turn' }));
  });

  it('say that somebody is looked for after a no, and that nobody fits only once that was looked for', async () => {
    const shown = async (...history: readonly ConsultationEvent[]): Promise<string> => {
      const { definition } = cards.match;
      const reader = { locale: 'nl', person: director, now: monday } as const;
      const { state } = cards.match.show(story.fileAfter(...history));
      return JSON.stringify(await renderCard(definition, { state, reader }));
    };
    for (const fallen of ['InvitationExpired', 'ConflictReported', 'InvitationDeclined'] as const) {
      const over = [eva, bram].map((person) => ({ ...declined, type: fallen, data: { ...declined.data, person } }));
      const looking = await shown(...story.invited, ...(over as ConsultationEvent[]));
      ok(looking.includes('Ik zoek experts') && !looking.includes('Ik vind nu niemand'), looking);
      const looked = await shown(...story.invited, ...(over as ConsultationEvent[]), told({ team: [] }));
      ok(looked.includes('Ik vind nu niemand') && !looked.includes('Ik zoek experts'), looked);
    }
  });

  it('show an earlier invitation as it ended, with nothing to press', async () => {
    const again = story.fileAfter(...story.invited, declined, {
      type: 'ExpertsInvited',
      data: {
        at: story.answerBy,
        by: director,
        people: [{ person: eva, covers: [] }],
        remindAt: later,
        answerBy: later,
      },
    });
    const { definition } = cards.invitation;
    const card = cards.invitation.show(again, { index: 0 });
    const reader = { locale: 'nl', person: eva, now: monday } as const;
    const json = JSON.stringify(await renderCard(definition, { state: card.state, extra: { index: 0 }, reader }));
    ok(json.includes('kan niet') && !json.includes('Ik denk mee'), json);
    ok(request.question !== '');
  });
});
