import { deepEqual, equal, match } from 'node:assert/strict';
import { fold } from '../../src/core/decider.ts';
import { caseAggregate } from '../../src/features/cases/aggregate.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import { channelOf, decide, holds, presetIn, saysNothingPersonal, submitExample } from '../support/case-walk.ts';
import type { Inputs } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';

/** What the chair fills in beside what the bot proposes. */
const admitted = { reason: 'Past bij het expertteam.', processDirector: 'Tom Bakker' };
const limburg = { ...admitted, processDirector: 'Fatima El Amrani' };
const handedOver = (alternative: string, owner: string): Inputs => ({
  reason: 'Zo komt er wel hulp.',
  alternative,
  owner,
  ownerBy: '2027-01-29',
});

type Walk = Readonly<{
  example: string;
  applicant: string;
  chair: string;
  outcome: string;
  inputs: Inputs;
  stage: string;
}>;
const kees = 'Kees Willems';
const marieke = 'Marieke Jansen';

/** The twelve cases of the field, with the outcome that its own people gave them. */
const walks: readonly Walk[] = [
  { example: 'merel', applicant: 'Hanna Bosman', chair: kees, outcome: 'admit', inputs: admitted, stage: 'conference' },
  {
    example: 'wolf',
    applicant: 'Ruben Timmermans',
    chair: marieke,
    outcome: 'priority',
    inputs: limburg,
    stage: 'conference',
  },
  { example: 'linde', applicant: 'Ilse Koster', chair: kees, outcome: 'admit', inputs: admitted, stage: 'conference' },
  {
    example: 'noor',
    applicant: 'Hanna Bosman',
    chair: kees,
    outcome: 'advice-only',
    inputs: handedOver('Moreel beraad over de toestemming', 'behandelaar, jeugd-ggz'),
    stage: 'advice-only',
  },
  {
    example: 'sterre',
    applicant: 'Samira Haddad',
    chair: kees,
    outcome: 'admit',
    inputs: admitted,
    stage: 'conference',
  },
  {
    example: 'ravi',
    applicant: 'Ilse Koster',
    chair: kees,
    outcome: 'return',
    inputs: handedOver('Warme overdracht naar het zorgkantoor en Het Juiste Loket', 'lokale toegang Almere'),
    stage: 'returned',
  },
  {
    example: 'tygo',
    applicant: 'Ruben Timmermans',
    chair: kees,
    outcome: 'priority',
    inputs: admitted,
    stage: 'conference',
  },
  {
    example: 'vlinder',
    applicant: 'Samira Haddad',
    chair: kees,
    outcome: 'admit',
    inputs: admitted,
    stage: 'conference',
  },
  {
    example: 'egel',
    applicant: 'Samira Haddad',
    chair: marieke,
    outcome: 'ask-more',
    inputs: { reason: 'Vraag toestemming om te delen, de stem van de jeugdige en andere aanbieders.' },
    stage: 'supplement',
  },
  { example: 'ibis', applicant: 'Hanna Bosman', chair: kees, outcome: 'admit', inputs: admitted, stage: 'conference' },
  {
    example: 'kiezel',
    applicant: 'Ruben Timmermans',
    chair: kees,
    outcome: 'admit',
    inputs: admitted,
    stage: 'conference',
  },
];

describe('the twelve example cases', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const withIds = (inputs: Inputs): Inputs =>
    Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [key, key === 'processDirector' ? world.as(value).id : value]),
    );

  async function stateOf(number: string): Promise<Record<string, unknown>> {
    const { items } = await world.store.find({
      type: 'case',
      where: [{ field: 'number', equals: number }],
      order: { field: 'number', direction: 'asc' },
      limit: 2,
    });
    equal(items.length, 1, `cases with number ${number}`);
    return items[0]!.state;
  }

  for (const { example, applicant, chair, outcome, inputs, stage } of walks) {
    it(`${example}: the bot proposes ${outcome}, the chair decides so, and the case is in ${stage}`, async () => {
      const { number } = await submitExample(world.as(applicant), example);
      const triage = await world.as(chair).card(number, 'Beoordeel');
      const form = await world.as(chair).open(triage, 'Beoordeel');
      equal(presetIn(form, 'outcome'), outcome);
      await world.as(chair).next(form, 'Leg vast', withIds(inputs));
      await world.idle();
      const state = await stateOf(number);
      equal(state['stage'], stage);
      equal((state['triage'] as Record<string, unknown>)['outcome'], outcome);
      const hasChannel = (await channelOf(world.as(applicant), number)) !== undefined;
      equal(hasChannel, stage === 'conference');
    });
  }

  it('das and hermelijn: brother and sister take the priority lane, each in their own case, linked both ways', async () => {
    const samira = world.as('Samira Haddad');
    const das = await submitExample(samira, 'das');
    const hermelijn = await submitExample(samira, 'hermelijn', { siblingCase: das.number });
    for (const { number } of [das, hermelijn]) {
      await decide(world.as(kees), number, withIds({ ...admitted, outcome: 'priority' }));
    }
    await world.idle();
    const [one, other] = [await stateOf(das.number), await stateOf(hermelijn.number)];
    deepEqual([one['linked'], other['linked']], [[hermelijn.number], [das.number]]);
    deepEqual([one['lane'], other['lane']], ['priority', 'priority']);
  });

  it('refuses to admit at 22, says why and what can be done, and keeps the form', async () => {
    const { number } = await submitExample(world.as('Ilse Koster'), 'ravi');
    const form = await decide(world.as(kees), number, withIds({ ...admitted, outcome: 'admit' }));
    holds(form.card, 'Leg vast', 'Past bij het expertteam.', '21');
    equal((await stateOf(number))['stage'], 'submitted');
  });

  it('never gives a bare no: returning a case without saying what happens instead is refused', async () => {
    const { number } = await submitExample(world.as('Ilse Koster'), 'ravi');
    const form = await decide(world.as(kees), number, { outcome: 'return', reason: 'Te oud.' });
    holds(form.card, 'Leg vast');
    equal((await stateOf(number))['stage'], 'submitted');
  });

  it('supplement: the applicant completes the form and it comes back to the chair', async () => {
    const samira = world.as('Samira Haddad');
    const { number } = await submitExample(samira, 'egel');
    await decide(world.as(marieke), number, { outcome: 'ask-more', reason: 'Vraag toestemming om te delen.' });
    const card = await samira.card(number, 'Vul aan');
    const who = await samira.open(card, 'Vul aan');
    const question = await samira.next(who, 'Volgende', { consentShare: 'given' });
    await samira.next(question, 'Meld aan', {
      youthVoice: 'Wil snel beginnen.',
      tried: 'Drie aanbieders gevraagd\nBuurregio gebeld',
      parties: 'Lokale toegang\nJeugd-ggz',
      lifeAreas: 'mental,school-work',
    });
    await world.idle();
    equal((await stateOf(number))['stage'], 'submitted');
    const again = await world.as(marieke).open(await world.as(marieke).card(number, 'Beoordeel'), 'Beoordeel');
    match(presetIn(again, 'outcome'), /admit|advice-only/);
  });

  it('shows nothing of the youth on any card outside a dialog', async () => {
    const people = ['Hanna Bosman', 'Ruben Timmermans', 'Ilse Koster', 'Samira Haddad', kees, marieke, 'Tom Bakker'];
    for (const name of people) {
      const { chats, teams } = await world.as(name).conversations();
      for (const { title } of [...chats, ...teams.flatMap(({ channels }) => channels)]) {
        for (const { card } of await world.as(name).cards(title)) {
          saysNothingPersonal(
            card,
            'Merel',
            'Wolf',
            'Linde',
            'Sterre',
            'Ravi',
            'Egel',
            'eetstoornis',
            'opa',
            'agressie',
            'messengeweld',
          );
        }
      }
    }
  });

  it('keeps the state equal to what its events say', async () => {
    const { items } = await world.store.find({
      type: 'case',
      where: [],
      order: { field: 'number', direction: 'asc' },
      limit: 100,
    });
    equal(items.length, 16);
    for (const { stream, version, state } of items) {
      const history = await world.store.history(stream);
      const events = history.map(({ event }) => event as CaseEvent);
      equal(events.length, version);
      deepEqual(fold(caseAggregate.decider, events), state);
    }
  });
});
