import { deepEqual, equal, ok } from 'node:assert/strict';
import { commandId, personId } from '../../src/core/ids.ts';
import { deadlineId, defaultPlans, keepDeadline } from '../../src/features/deadlines/index.ts';
import { createHolidays } from '../../src/holidays.ts';
import { hasButton, holds, saysNothingPersonal } from '../support/case-walk.ts';
import { fatima, jan } from '../support/governance-walk.ts';
import type { Inputs, Persona, Seen } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';
import { morningOf, setClock } from '../support/tenant-controls.ts';

const [marieke, judith, erik, tom] = ['Marieke Jansen', 'Judith Brouns', 'Erik Mulder', 'Tom Bakker'];
const bsn = '111222333';

describe('deadlines, from a promise to its keeping', function () {
  this.timeout(90_000);
  const logged: string[] = [];
  let world: World;
  before(async () => {
    world = await openWorld({ botLog: (line) => logged.push(line) });
    await at('2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  const at = (now: string) => setClock(world.tenant.url, now);
  const morning = (day: string) => morningOf(world.tenant.url, day, () => world.idle());
  const cardsOf = (persona: Persona, ...texts: readonly string[]) => persona.cards('Doorbraak', ...texts);

  async function dialogFromList(persona: Persona, title: string): Promise<Seen> {
    await persona.say('mijn termijnen');
    return persona.open(await persona.card('Nieuwe termijn', title), title);
  }
  async function promise(persona: Persona, inputs: Inputs): Promise<void> {
    const done = await persona.next(await dialogFromList(persona, 'Nieuwe termijn'), 'Bewaar', inputs);
    holds(done.card, 'Staat genoteerd');
    await world.idle();
  }

  describe('one’s own', () => {
    it('is set in a dialog, without anybody’s number in it', async () => {
      const director = world.as(fatima);
      const form = await dialogFromList(director, 'Nieuwe termijn');
      const personal = await director.next(form, 'Bewaar', { title: `Bel ${bsn}`, day: '2026-12-18' });
      holds(personal.card, 'burgerservicenummer');
      const empty = await director.next(form, 'Bewaar', { title: '', day: '2026-12-18' });
      holds(empty.card, 'Schrijf in een paar woorden');
      await director.next(form, 'Bewaar', { title: 'Jaarverslag', day: '2026-12-18' });
      await director.next(form, 'Bewaar', { title: 'Jaarverslag', day: '2026-12-18' });
      await world.idle();
    });

    it('is brought to mind before, on and after its day', async () => {
      const director = world.as(fatima);
      const told: [string, number, string][] = [];
      for (const [day, when] of [
        ['2026-12-04', 'over 14 dagen'],
        ['2026-12-11', 'over 7 dagen'],
        ['2026-12-17', 'morgen'],
        ['2026-12-18', 'vrijdag 18 december 2026, vandaag'],
        ['2026-12-21', '3 dagen te laat'],
      ] as const) {
        await morning(day);
        told.push([day, (await cardsOf(director, 'Jaarverslag', 'Herinnering')).length, when]);
        holds((await director.card('Jaarverslag', 'Herinnering', when)).card, 'Jij zorgt hiervoor.');
      }
      deepEqual(
        told.map(([, count]) => count),
        [1, 2, 3, 4, 5],
      );
    });

    it('is not done by somebody who got hold of the card', async () => {
      const director = world.as(fatima);
      const { card } = await director.card('Jaarverslag', 'te laat');
      await world.as(erik).say('help');
      const { message } = await world.as(erik).card('Wat wil je doen?');
      const answer = await world.as(erik).click({ message, card }, 'Gedaan');
      holds(answer, 'of je hebt er niets mee te maken');
      ok(hasButton(await director.card('Jaarverslag', 'te laat'), 'Gedaan'));
    });

    it('is done with one click, and then every card of it says so', async () => {
      const director = world.as(fatima);
      const reminder = await director.card('Jaarverslag', 'te laat');
      holds(await director.click(reminder, 'Gedaan'), 'Gedaan door Fatima El Amrani op maandag 21 december 2026.');
      holds(await director.click(reminder, 'Gedaan'), 'Gedaan door Fatima El Amrani');
      await world.idle();
      const cards = await cardsOf(director, 'Jaarverslag', 'Herinnering');
      equal(cards.length, 5);
      for (const seen of cards) {
        holds(seen.card, 'Gedaan door Fatima El Amrani');
        equal(hasButton(seen, 'Uitstellen'), false);
      }
    });
  });

  describe('for a colleague', () => {
    it('is heard of at once, put off, moved with a reason, and handed over', async () => {
      const director = world.as(fatima);
      await promise(world.as(jan), { title: 'Begroting lezen', day: '2027-01-08', owner: director.id });
      const card = await director.card('Nieuw voor jou', 'Begroting lezen');
      holds(await director.click(card, 'Over 1 dag'), 'Je hoort dit weer op dinsdag 22 december 2026.');
      await morning('2026-12-22');
      const again = await director.card('Begroting lezen', 'Uitstellen');
      const form = await director.open(again, 'Uitstellen');
      const moved = await director.next(form, 'Bewaar', { day: '2027-01-15', note: 'Het stuk is er nog niet.' });
      holds(moved.card, 'Verplaatst naar vrijdag 15 januari 2027.');
      await world.idle();
      await director.card('Begroting lezen', 'Verplaatst naar vrijdag 15 januari 2027.');
      await director.say('wat moet ik deze week doen?');
      const list = await director.card('Mijn termijnen', 'Begroting lezen', 'Bekijk');
      const details = await director.open(list, 'Bekijk');
      holds(details.card, 'Het stuk is er nog niet.');
      const passing = await director.next(details, 'Overdragen');
      const passed = await director.next(passing, 'Bewaar', {
        person: world.as(marieke).id,
        note: 'Jij kent de cijfers.',
      });
      holds(passed.card, 'Marieke Jansen krijgt bericht.');
      await world.idle();
    });

    it('goes back when it is not their task', async () => {
      const chair = world.as(marieke);
      const card = await chair.card('Nieuw voor jou', 'Begroting lezen');
      saysNothingPersonal(card.card, 'Jij kent de cijfers.');
      const form = await chair.open(card, 'Niet mijn taak');
      holds((await chair.next(form, 'Bewaar', { note: '' })).card, 'Schrijf kort waarom.');
      holds((await chair.next(form, 'Bewaar', { note: 'Van het centrum.' })).card, 'Teruggegeven aan Jan Peeters.');
      await world.idle();
      holds((await chair.card('Begroting lezen', 'Teruggegeven aan Jan Peeters.')).card, 'Nieuw voor jou');
      await world.as(jan).card('Nieuw voor jou', 'Begroting lezen', 'Gedaan');
    });
  });

  describe('many at once', () => {
    it('are one overview, which follows what is done in it', async () => {
      const leader = world.as(jan);
      for (const title of ['Taak een', 'Taak twee', 'Taak drie', 'Taak vier'])
        await promise(leader, { title, day: '2027-01-27' });
      await morning('2027-01-20');
      const digest = await leader.card('Jouw overzicht', 'Taak een', 'Taak vier');
      equal((await cardsOf(leader, 'Taak een', 'Herinnering')).length, 0);
      holds(await leader.click(digest, 'Gedaan'), 'Klaar of niet meer van jou', 'Gedaan door Jan Peeters');
      await world.idle();
      holds((await leader.card('Jouw overzicht', 'Taak vier')).card, 'Klaar of niet meer van jou');
    });
  });

  describe('while somebody is away', () => {
    it('go to whoever stands in, in the language that one chose', async () => {
      const [director, deputy] = [world.as(fatima), world.as(tom)];
      await promise(director, { title: 'Rooster maken', day: '2027-02-10' });
      const settings = await dialogFromList(director, 'Instellingen voor herinneringen');
      const half = await director.next(settings, 'Bewaar', { awayFrom: '2027-02-01', awayUntil: '2027-02-12' });
      holds(half.card, 'Vul bij afwezigheid de eerste dag');
      const away = { awayFrom: '2027-02-01', awayUntil: '2027-02-12', deputy: deputy.id };
      holds((await director.next(settings, 'Bewaar', away)).card, 'Je instellingen zijn bewaard.');
      const own = await dialogFromList(deputy, 'Instellingen voor herinneringen');
      await deputy.next(own, 'Bewaar', { language: 'en' });
      await morning('2027-02-03');
      const card = await deputy.card('Rooster maken', 'You stand in for Fatima El Amrani.');
      holds(await deputy.click(card, 'Done'), 'Done by Tom Bakker on Wednesday 3 February 2027.');
      equal((await cardsOf(director, 'Rooster maken', 'Herinnering', 'over 7 dagen')).length, 0);
      await deputy.say('my deadlines');
      await deputy.card('My deadlines', 'New deadline');
    });
  });

  describe('that nobody keeps', () => {
    it('go higher up, and the answer reaches whoever owes it and whoever answers for it', async () => {
      const [official, chair, director] = [world.as(judith), world.as(marieke), world.as(fatima)];
      await keepDeadline(
        { store: world.store, nudgePlans: defaultPlans, isHoliday: createHolidays() },
        { at: new Date('2027-02-15T09:00:00.000Z'), by: 'system', commandId: commandId('keep-late') },
        {
          ...{ id: deadlineId('case-late'), plan: 'long', reason: '' },
          facts: {
            ...{
              title: { nl: 'Eerste overleg', en: 'First meeting' },
              about: { kind: 'case', number: 'LI-2026-0002' },
            },
            ...{
              kind: 'one-off',
              owner: personId(director.id),
              steward: personId(chair.id),
              watchers: [],
              dependsOn: [],
            },
            ...{ due: '2027-02-17T16:00:00.000Z', levels: { official: [personId(official.id)], administrative: [] } },
          },
        },
      );
      for (const day of ['2027-02-16', '2027-02-17', '2027-02-18', '2027-02-24']) await morning(day);
      const card = await official.card('Ambtelijke escalatie', 'Casus LI-2026-0002', '7 dagen te laat');
      const form = await official.open(card, 'Antwoord');
      const empty = await official.next(form, 'Bewaar', { note: '' });
      holds(empty.card, 'Schrijf je antwoord');
      holds((await official.next(form, 'Bewaar', { note: 'Ik bel vandaag.' })).card, 'Je antwoord is doorgegeven.');
      await world.idle();
      for (const reader of [director, chair]) {
        const told = await reader.card('Antwoord op een escalatie', 'Judith Brouns antwoordde');
        saysNothingPersonal(told.card, 'Ik bel vandaag.');
      }
      const done = await director.open(await director.card('Antwoord op een escalatie'), 'Gedaan, met notitie');
      holds((await director.next(done, 'Bewaar', { note: 'Het overleg is geweest.' })).card, 'Gedaan.');
      await world.idle();
      holds((await official.card('Ambtelijke escalatie')).card, 'Gedaan door Fatima El Amrani');
    });
  });

  describe('after all that', () => {
    it('leaves nothing personal, and no typed word, in the log', () => {
      for (const words of [bsn, 'Ik bel vandaag', 'Jij kent de cijfers'])
        equal(logged.join('').includes(words), false, words);
    });
  });
});
