import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { caseStream } from '../../../src/features/cases/case.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo, caseIn } from './standing.ts';
import {
  admitted,
  applicant,
  chair,
  director,
  foreigner,
  helper,
  id,
  inConference,
  member,
  submitted,
} from './stories.ts';

const about = { case: id };
const bsn = '111222333';

describe('the submission, triage and people of a case', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const stand = (history: readonly CaseEvent[]) => bringTo(bench.store, history);
  const file = () => caseIn(bench.store);
  const click: Bench['click'] = (...clicked) => bench.click(...clicked);

  describe('the submission', () => {
    it('is shown to those in the case, and the look is logged', async () => {
      await stand(submitted());
      const shown = await click(chair, 'dialog cases/details', about);
      strictEqual(shown.name, 'cases/details');
      ok(shown.card.includes('Agressie op de groep'));
      deepStrictEqual(
        (await bench.store.access.read(caseStream(id))).map(
          ({ seq: _seq, hash: _hash, prevHash: _prev, ...line }) => line,
        ),
        [
          {
            occurredAt: '2026-11-23T09:00:00.000Z',
            eventType: 'case.details',
            action: 'read',
            outcome: 'allowed',
            caseKey: 'LI-2026-0001',
            dataCategory: 'case',
            userId: chair,
            userRole: 'chair',
            organisation: 'Expertteams Limburg',
            authorisationRule: 'case:chair',
            breakGlass: false,
            sourceSystem: 'doorbraak',
          },
        ],
      );
    });

    it('is refused to an outsider and to a member of the team who is not in the case, and that is logged', async () => {
      await stand(submitted());
      for (const person of [helper, member]) {
        const shown = await click(person, 'dialog cases/details', about);
        deepStrictEqual([shown.name, shown.outcome], ['cases/refused', 'not-allowed']);
        ok(!shown.card.includes('Wolf'));
      }
      const lines = await bench.store.access.read(caseStream(id));
      deepStrictEqual(
        lines.map(({ userId, outcome, authorisationRule }) => [userId, outcome, authorisationRule]),
        [
          [helper, 'refused', 'no rule'],
          [member, 'refused', 'no rule'],
        ],
      );
    });

    it('is not there for a case that nobody knows', async () => {
      strictEqual((await click(chair, 'dialog cases/details', about)).outcome, 'unknown-case');
    });
  });

  describe('triage', () => {
    const admit = { ...about, outcome: 'priority', reason: 'Er moet snel iets gebeuren.', processDirector: director };

    it('opens with the proposal chosen', async () => {
      await stand(submitted());
      const shown = await click(chair, 'dialog cases/triage-form', about);
      strictEqual(shown.name, 'cases/triage-form');
      ok(shown.card.includes('"value":"priority"'));
    });

    it('admits: with the helpers that were chosen, and the channel is to be made', async () => {
      await stand(submitted());
      const shown = await click(chair, 'submit cases/triage-decide', {
        ...admit,
        helpers: `${helper},${foreigner}`,
      });
      strictEqual(shown.outcome, 'done');
      const { stage, clocks, channel, participants } = await file();
      deepStrictEqual([stage, clocks], ['admitted', { conferenceBy: '2026-11-30T16:00:00.000Z' }]);
      deepStrictEqual(channel, { status: 'making', kind: 'shared', done: [] });
      deepStrictEqual(
        participants.map(({ person }) => person),
        [director, chair, applicant, helper, foreigner],
      );
    });

    it('keeps the form when something is missing, and says what', async () => {
      await stand(submitted());
      const shown = await click(chair, 'submit cases/triage-decide', {
        ...about,
        outcome: 'return',
        reason: 'Te licht.',
      });
      deepStrictEqual([shown.name, shown.outcome], ['cases/triage-form', 'alternative-missing']);
      ok(shown.card.includes('Een kale afwijzing bestaat niet') && shown.card.includes('"value":"Te licht."'));
      strictEqual((await file()).stage, 'submitted');
    });

    it('refuses a process director nobody knows, and one of another tenant', async () => {
      await stand(submitted());
      const choose = (processDirector: string) =>
        click(chair, 'submit cases/triage-decide', { ...admit, processDirector });
      strictEqual((await choose('somebody')).outcome, 'unknown-person');
      strictEqual((await choose(foreigner)).outcome, 'other-tenant');
      strictEqual(
        (await click(chair, 'submit cases/triage-decide', { ...admit, helpers: 'x' })).outcome,
        'unknown-person',
      );
      strictEqual((await file()).stage, 'submitted');
    });

    it('empties a reason with a BSN and stores nothing', async () => {
      await stand(submitted());
      const shown = await click(chair, 'submit cases/triage-decide', { ...admit, reason: `Zie bsn ${bsn}` });
      strictEqual(shown.outcome, 'faults');
      ok(shown.card.includes('Bij “Waarom?” lijkt een burgerservicenummer te staan') && !shown.card.includes(bsn));
      ok(!bench.logged().includes(bsn));
      strictEqual((await file()).stage, 'submitted');
    });

    it('says that it was decided already, to the second click and to the second form', async () => {
      await stand(admitted());
      strictEqual((await click(chair, 'dialog cases/triage-form', about)).outcome, 'not-in-triage');
      strictEqual((await click(chair, 'submit cases/triage-decide', admit)).outcome, 'not-in-triage');
    });

    it('gives the same answer to the very same click', async () => {
      await stand(submitted());
      const [first, second] = await bench.clickTwice(chair, 'submit cases/triage-decide', admit);
      deepStrictEqual([first.outcome, second.outcome], ['done', 'done']);
    });

    it('is refused to anybody but the chair', async () => {
      await stand(submitted());
      for (const person of [applicant, member, helper]) {
        strictEqual((await click(person, 'submit cases/triage-decide', admit)).outcome, 'not-allowed');
      }
      strictEqual((await file()).stage, 'submitted');
    });
  });

  describe('people', () => {
    it('adds somebody, and shows the list with them', async () => {
      await stand(inConference());
      const shown = await click(director, 'submit cases/person-add', { ...about, person: helper });
      ok(shown.card.includes('Anouk Smits, hulpverlener'));
      deepStrictEqual((await file()).participants.at(-1), { person: helper, part: 'helper' });
    });

    it('refuses who takes part already, and somebody nobody knows', async () => {
      await stand(inConference());
      const add = (person: string) => click(director, 'submit cases/person-add', { ...about, person });
      strictEqual((await add(applicant)).outcome, 'already-in-case');
      strictEqual((await add('somebody')).outcome, 'unknown-person');
      strictEqual((await add(foreigner)).outcome, 'other-tenant');
    });

    it('takes somebody out, but not the chair', async () => {
      await stand(inConference());
      await click(director, 'submit cases/person-remove', { ...about, person: applicant });
      deepStrictEqual(
        (await file()).participants.map(({ person }) => person),
        [director, chair],
      );
      const refused = await click(director, 'submit cases/person-remove', { ...about, person: chair });
      strictEqual(refused.outcome, 'needed-in-case');
    });

    it('is refused to others, and before admission', async () => {
      await stand(submitted());
      strictEqual((await click(chair, 'dialog cases/people', about)).outcome, 'not-running');
      strictEqual((await click(applicant, 'dialog cases/people', about)).outcome, 'not-allowed');
    });
  });
});
