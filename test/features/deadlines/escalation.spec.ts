import { doesNotMatch, equal, match } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import { type DeadlinesBench, openBench, people } from './bench.ts';

const { fatima, marieke, els, judith } = people;
const about = { deadline: 'case-7' };

describe('deadlines: what is late', () => {
  let bench: DeadlinesBench;
  beforeEach(async () => {
    bench = await openBench();
    await bench.keep();
  });
  afterEach(() => bench.close());

  const form = (actor: PersonId, what: string, rest: object = {}) =>
    bench.click(actor, 'submit deadlines/form-send', { ...about, what, ...rest });

  describe('that goes higher up', () => {
    it('says the level, asks for an answer, and names the case by its number', async () => {
      await bench.morningOf('2026-12-09');
      const card = await bench.newest(judith);
      match(card, /Ambtelijke escalatie.*Casus LI-2026-0002.*7 dagen te laat.*wat doe jij, en wanneer/);
      match(card, /"title":"Antwoord"/);
      doesNotMatch(card, /"Gedaan"|Over 1 dag/);
    });
    it('is answered, and owner and steward read it', async () => {
      await bench.morningOf('2026-12-09');
      equal((await form(judith, 'answer', { note: 'Ik bel morgen.' })).outcome, 'done');
      await bench.told();
      match(await bench.newest(judith), /Je antwoordde op woensdag 9 december 2026/);
      for (const reader of [fatima, marieke]) {
        const card = await bench.newest(reader);
        match(card, /Antwoord op een escalatie.*Judith Brouns antwoordde op woensdag 9 december 2026/);
        doesNotMatch(card, /Ik bel morgen/);
        match((await bench.click(reader, 'dialog deadlines/open', about)).card, /Ik bel morgen/);
      }
    });
    it('is not answered by whom it did not reach, nor without words', async () => {
      await bench.morningOf('2026-12-09');
      equal((await form(els, 'answer', { note: 'Ik wil wat zeggen.' })).outcome, 'not-yours');
      equal((await form(fatima, 'answer', { note: 'Ik ook.' })).outcome, 'not-escalated');
      match((await form(judith, 'answer', { note: '' })).card, /Schrijf je antwoord/);
    });
    it('asks whoever answers for it, when nobody is known there', async () => {
      await bench.keep({ id: 'case-8', levels: { official: [], administrative: [] } });
      await bench.morningOf('2026-12-09');
      match(await bench.newest(marieke), /Op ambtelijk niveau is niemand bekend/);
    });
    it('is withdrawn when it is done', async () => {
      await bench.morningOf('2026-12-09');
      await form(fatima, 'done');
      await bench.told();
      match(await bench.newest(judith), /Gedaan door Fatima El Amrani/);
    });
  });
});
