import { deepEqual, equal, ok } from 'node:assert/strict';
import { locales } from '../../../src/core/locale.ts';
import { createCards, type DecisionCards } from '../../../src/features/decisions/cards.ts';
import type { ProposalEvent } from '../../../src/features/decisions/proposal-messages.ts';
import { type ProposalFile, proposalId, type Ruling } from '../../../src/features/decisions/proposal-state.ts';
import { refusalText, textsIn } from '../../../src/features/decisions/texts.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { monday } from '../../support/feature-bench.ts';
import { type Bench, openBench } from './bench.ts';
import * as story from './samples.ts';

const { later, author, holder, chair, fileAfter } = story;
const late: ProposalEvent = { type: 'DecisionLate', data: { at: story.afterLate } };
const renewed: ProposalEvent = {
  type: 'RouteRenewed',
  data: { at: later, route: story.byBoard, was: story.byHolder.decide },
};
const noQuorum = story.outcomeOf('no-quorum', { quorumMet: false, counts: {}, reasons: [] });
const full: Ruling = {
  ...story.adopting,
  ...{ verdict: 'adopt-amended', amendment: 'Voor drie maanden.', amountCents: 1_200_000, conditions: 'Verslag.' },
  ...{ followed: 'no', whyNot: 'De nood is hoog.' },
};
const no = { ...story.rejecting, alternative: 'Ambulante hulp.', contact: author } as const;

const files: Readonly<Record<string, ProposalFile>> = {
  'a draft': fileAfter(...story.drafted),
  'a draft about a case': fileAfter(...story.draftedOnCase),
  'advised on': fileAfter(...story.advising),
  advised: fileAfter(...story.withAdvice),
  'advised without quorum': fileAfter(...story.advising, {
    type: 'AdviceGiven',
    data: { at: later, vote: story.adviceVote, outcome: noQuorum },
  }),
  'amended after advice': fileAfter(...story.withAdvice, {
    type: 'ProposalAmended',
    data: {
      ...{ at: later, by: author },
      content: { ...story.amended, links: [{ title: 'Plan', url: 'https://stukken.example/plan' }] },
    },
  }),
  'decided on by a person': fileAfter(...story.deciding),
  'decided on after advice': fileAfter(...story.decidingAdvised),
  'decided on, about a case': fileAfter(...story.decidingOnCase),
  'decided on too late': fileAfter(...story.deciding, late),
  'gone up': fileAfter(...story.deciding, renewed, story.decisionAsked(story.byBoard)),
  'voted on': fileAfter(...story.voting),
  'voted on without end': fileAfter(...story.voting, late),
  'voted for': fileAfter(...story.voted('adopt')),
  'voted against': fileAfter(...story.voted('reject')),
  'taken back, advice': fileAfter(...story.adviceTakenBack),
  'taken back, a vote': fileAfter(...story.voteTakenBack),
  'voted without quorum': fileAfter(...story.voted('no-quorum')),
  postponed: fileAfter(...story.deciding, story.postponed),
  decided: fileAfter(...story.decided),
  'decided with everything': fileAfter(...story.decidingAdvised, story.ruled(full)),
  'rejected, about a case': fileAfter(...story.decidingOnCase, story.ruled(no)),
  'decided by a body': fileAfter(...story.voted('adopt'), story.ruled(story.adopting, story.byBoard)),
  'looked back on': fileAfter(...story.decided, { type: 'ReviewAsked', data: { at: later } }),
  'looked back on, answered': fileAfter(
    ...story.decided,
    { type: 'ReviewAsked', data: { at: later } },
    { type: 'ReviewAnswered', data: { at: later, by: author, answer: 'Er is rust.' } },
  ),
  withdrawn: fileAfter(...story.deciding, story.withdrawn),
  expired: fileAfter(...story.decidingOnCase, { type: 'ProposalExpired', data: { at: story.expiresAt } }),
};

describe('cards of proposals and decisions', () => {
  let bench: Bench;
  let cards: DecisionCards;
  before(async () => {
    bench = await openBench();
    cards = createCards(bench.deps);
  });
  after(() => bench.close());

  async function check({ name, state, extra = {} }: Card, person = author): Promise<readonly string[]> {
    const definition = Object.values(cards).find((card) => card.definition.name === name)?.definition;
    ok(definition);
    const rendered: string[] = [];
    for (const locale of locales) {
      const json = await renderCard(definition, { state, extra, reader: { locale, person, now: monday } });
      if (json) checkCard(json);
      rendered.push(JSON.stringify(json ?? {}));
    }
    return rendered;
  }

  for (const [stage, file] of Object.entries(files)) {
    it(`are right when it is ${stage}`, async () => {
      const problems = [refusalText('motivation-missing')];
      for (const person of [author, holder, chair]) {
        await check(cards.proposal.show(file, { notice: refusalText('is-over') }), person);
        await check(cards.decide.show(file), person);
        await check(cards.record.show(file), person);
        await check(cards.informed.show(file), person);
        await check(cards.review.show(file), person);
      }
      for (const what of Object.keys(textsIn.nl.say.news)) await check(cards.news.show(file, { what }));
      await check(cards.decideForm.show({ file, typed: {}, people: [author, holder], problems }), holder);
      await check(
        cards.decideForm.show({ file, typed: { verdict: 'reject' }, people: [author], problems: [] }),
        holder,
      );
      for (const kind of ['withdraw', 'review'] as const) {
        await check(cards.reason.show({ file, typed: { reason: 'Zo.' }, kind, problems }));
      }
    });
  }

  it('ask for each verdict in the order of the verdicts, under headings only when there is a choice', async () => {
    const headings = Object.entries(textsIn.nl.cards.decideForm).flatMap(([key, text]) =>
      key.startsWith('if') ? [text] : [],
    );
    const form = async (state: (typeof files)[string]) => {
      const [shown = ''] = await check(
        cards.decideForm.show({ file: state, typed: {}, people: [author], problems: [] }),
        holder,
      );
      return headings
        .filter((text) => shown.includes(`"${text}"`))
        .toSorted((a, b) => shown.indexOf(a) - shown.indexOf(b));
    };
    const { ifAdopted, ifAmended, ifRejected, ifPostponed } = textsIn.nl.cards.decideForm;
    deepEqual(await form(fileAfter(...story.decidingOnCase)), [ifAdopted, ifAmended, ifRejected, ifPostponed]);
    deepEqual(await form(fileAfter(...story.voted('adopt'))), []);
  });

  it('are right for the form and the lists', async () => {
    const proposal = proposalId('p');
    const form = { proposal, typed: {}, isNew: true, problems: [refusalText('unknown-case')] };
    const [one] = await check(cards.write.show({ ...form, centres: ['LI'] }));
    ok(!one?.includes('"id":"centre"'));
    const [two] = await check(cards.write.show({ ...form, centres: ['LI', 'BZ'] }));
    ok(two?.includes('Expertisecentrum Limburg'));
    await check(cards.write.show({ ...form, isNew: false, centres: ['LI'], problems: [] }));
    const all = Object.values(files);
    const ten = all.slice(0, 10);
    await check(cards.list.show({ own: ten, toDecide: ten, ofCentre: all.slice(-10), mayWrite: true }));
    await check(cards.list.show({ own: [], toDecide: [], ofCentre: [], mayWrite: false }));
    const known = all.filter(({ decision }) => decision !== undefined);
    for (const isPublic of [true, false]) {
      await check(cards.decisions.show({ centre: 'LI', year: 2026, files: known, isPublic }));
      await check(cards.decisions.show({ centre: 'LI', year: 2026, files: [], isPublic }));
    }
    const governance = {
      mandates: [story.mandate()],
      routes: [],
      bodies: [story.board, story.klankbord],
      day: '2026-11-23',
    };
    await check(cards.mandates.show({ centres: [{ ...governance, centre: 'LI' }] }));
    await check(cards.mandates.show({ centres: [{ ...governance, centre: 'BZ', mandates: [], bodies: [] }] }));
  });

  it('stay small enough for Teams when everything is as long as it may be', async () => {
    const long = (length: number): string => 'é'.repeat(length);
    const reasons = Array.from({ length: 100 }, () => ({ choice: 'disagree', text: long(500) }));
    const history = story.decidingAdvised.map((event): ProposalEvent => {
      if (event.type === 'AdviceGiven')
        return { ...event, data: { ...event.data, outcome: story.outcomeOf('divided', { reasons }) } };
      if (event.type !== 'ProposalDrafted') return event;
      const links = Array.from({ length: 5 }, (_, index) => ({
        title: long(90),
        url: `https://a.example/${index}${'x'.repeat(90)}`,
      }));
      return {
        ...event,
        data: { ...event.data, content: { ...story.content, title: long(120), text: long(2_000), links } },
      };
    });
    const words = { motivation: long(2_000), amendment: long(1_000), conditions: long(1_000), whyNot: long(1_000) };
    const file = fileAfter(...history, story.ruled({ ...full, ...words, summary: long(1_000) }));
    await check(cards.proposal.show(file));
    await check(cards.informed.show(file));
    await check(cards.decide.show(fileAfter(...history)), holder);
    const twenty = Array.from({ length: 25 }, () => file);
    await check(cards.decisions.show({ centre: 'LI', year: 2026, files: twenty, isPublic: true }));
    await check(cards.decisions.show({ centre: 'LI', year: 2026, files: twenty, isPublic: false }));
    const ten = twenty.slice(0, 10);
    await check(cards.list.show({ own: ten, toDecide: ten, ofCentre: ten, mayWrite: true }));
  });

  it('show nothing where there is nothing to show', async () => {
    for (const card of [cards.proposal, cards.decide, cards.informed, cards.news]) {
      deepEqual(await check(card.show({ stage: 'none' })), ['{}', '{}']);
    }
    deepEqual(await check(cards.news.show(files['decided']!, { what: 'nothing' })), ['{}', '{}']);
    deepEqual(await check(cards.informed.show(files['a draft']!)), ['{}', '{}']);
  });

  it('press nothing for others than whose it is', async () => {
    for (const file of Object.values(files)) {
      for (const [card, whose] of [
        [cards.proposal, author],
        [cards.decide, holder],
      ] as const) {
        for (const person of [author, holder, chair, story.stranger].filter((each) => each !== whose)) {
          const [shown] = await check(card.show(file), person);
          ok(!shown?.includes('"Action.'), `${file.stage}: ${shown}`);
        }
      }
    }
  });

  it('show of votes no more than numbers and reasons', async () => {
    const [shown] = await check(cards.proposal.show(files['advised']!));
    ok(shown?.includes('4 van 5 stemmen (80%)') === true && shown.includes('oneens: Te duur.'));
    ok(!shown.includes(story.member) && !shown.includes('castBy'));
  });

  it('tell no opinion of a member with the decision', async () => {
    const [shown] = await check(cards.informed.show(files['decided with everything']!));
    ok(shown && !shown.includes('Te duur.') && !shown.includes('oneens'));
    equal(shown.includes('De nood is hoog.'), true);
  });
});
