import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { caseId, loadCase } from '../../../src/features/cases/case-desk.ts';
import { isSubmitted } from '../../../src/features/cases/case-state.ts';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { type Bench, openBench } from './bench.ts';
import { demoIntake } from './demo-cases.ts';
import { applicant, helper } from './stories.ts';
import { personId } from '../../../src/core/ids.ts';

const wolf = demoIntake('wolf');
const who = { case: 'case-1', ...typedOf('who', wolf) };
const question = { case: 'case-1', ...typedOf('question', wolf) };
const stranger = personId('00000000-0000-4000-8000-00000000ffff');
const bsn = '111222333';

describe('submitting a case in the dialog', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const stateOf = (id: string) => loadCase(bench.store, caseId(id));

  async function submitted(): Promise<void> {
    await bench.click(applicant, 'submit cases/intake-next', who);
    await bench.click(applicant, 'submit cases/intake-submit', question);
  }

  it('opens with the first step, and stores nothing yet', async () => {
    const shown = await bench.click(applicant, 'dialog cases/start');
    deepStrictEqual([shown.type, shown.name], ['dialog', 'cases/intake-who']);
    strictEqual((await stateOf('case-1')).stage, 'none');
  });

  it('keeps the first step as a draft and goes on to the second', async () => {
    const shown = await bench.click(applicant, 'submit cases/intake-next', who);
    strictEqual(shown.name, 'cases/intake-question');
    const state = await stateOf('case-1');
    deepStrictEqual(state.stage === 'draft' && state.intake.municipality, 'Weert');
  });

  it('submits with the second step: a number, the team, and by when they decide', async () => {
    await bench.click(applicant, 'submit cases/intake-next', who);
    const shown = await bench.click(applicant, 'submit cases/intake-submit', question);
    strictEqual(shown.name, 'cases/result');
    ok(shown.card.includes('LI-2026-0001'));
    ok(shown.card.includes('Expertteam Midden-Limburg beslist uiterlijk dinsdag 24 november'));
    const state = await stateOf('case-1');
    ok(isSubmitted(state));
    deepStrictEqual(state.intake, wolf);
    deepStrictEqual(
      [state.number, state.municipality, state.team.name, state.clocks],
      ['LI-2026-0001', 'Weert', 'Expertteam Midden-Limburg', { triageBy: '2026-11-24T16:00:00.000Z' }],
    );
  });

  it('does nothing when the very same click comes again', async () => {
    await bench.click(applicant, 'submit cases/intake-next', who);
    const [first, second] = await bench.clickTwice(applicant, 'submit cases/intake-submit', question);
    const history = await bench.store.history(caseStream(caseId('case-1')));
    deepStrictEqual(
      history.map(({ event }) => event.type),
      ['DraftStarted', 'IntakeSaved', 'IntakeSaved', 'CaseSubmitted'],
    );
    strictEqual(second.outcome, first.outcome);
    ok(second.card.includes('LI-2026-0001'));
  });

  it('takes another submission of the same form as a change of what the team has', async () => {
    await submitted();
    const shown = await bench.click(applicant, 'submit cases/intake-submit', { ...question, moves: 6 });
    deepStrictEqual([shown.name, shown.outcome], ['cases/result', 'done']);
    const state = await stateOf('case-1');
    ok(isSubmitted(state));
    deepStrictEqual([state.number, state.intake], ['LI-2026-0001', { ...wolf, moves: 6 }]);
  });

  it('says what is still open when the form is incomplete', async () => {
    await bench.click(applicant, 'submit cases/intake-next', {
      case: 'case-1',
      pseudonym: 'Egel',
      age: 14,
      municipality: 'Venlo',
    });
    const shown = await bench.click(applicant, 'submit cases/intake-submit', { case: 'case-1' });
    ok(shown.card.includes('Nog open:') && shown.card.includes('wat de jongere wil'), shown.card);
  });

  it('shows the crisis route at once when there is acute danger', async () => {
    await bench.click(applicant, 'submit cases/intake-next', who);
    const shown = await bench.click(applicant, 'submit cases/intake-submit', { ...question, acuteDanger: 'yes' });
    ok(shown.card.includes('112') && shown.card.includes('0800-2000'));
  });

  it('asks for the least it needs, and keeps the form', async () => {
    await bench.click(applicant, 'submit cases/intake-next', { case: 'case-1', pseudonym: 'Wolf' });
    const shown = await bench.click(applicant, 'submit cases/intake-submit', question);
    deepStrictEqual([shown.name, shown.outcome], ['cases/intake-question', 'nothing-filled-in']);
    ok(shown.card.includes('Agressie op de groep'));
    strictEqual((await stateOf('case-1')).stage, 'draft');
  });

  it('keeps a draft, which the home card offers to go on with', async () => {
    const kept = await bench.click(applicant, 'submit cases/intake-save-who', who);
    strictEqual(kept.name, 'cases/result');
    ok((await bench.say(applicant, 'help')).card.includes('"case":"case-1"'));
    const again = await bench.click(applicant, 'dialog cases/continue', { case: 'case-1' });
    strictEqual(again.name, 'cases/intake-who');
    ok(again.card.includes('"value":"Wolf"'));
  });

  it('goes back to the first step with what was typed in the second kept', async () => {
    await bench.click(applicant, 'submit cases/intake-next', who);
    const shown = await bench.click(applicant, 'submit cases/intake-back', question);
    strictEqual(shown.name, 'cases/intake-who');
    const state = await stateOf('case-1');
    deepStrictEqual(state.stage === 'draft' && state.intake, wolf);
  });

  const faults: readonly (readonly [string, object, string])[] = [
    ['an age that is no number', { age: 'zeven' }, 'Leeftijd in jaren: vul een heel getal in'],
    ['an age over 30', { age: 31 }, 'Leeftijd in jaren: vul een getal van 0 tot en met 30 in'],
    [
      'a date that does not exist',
      { measureDate: '2026-02-30' },
      'Datum van de beschikking: kies een datum die bestaat',
    ],
    ['an unknown municipality', { municipality: 'Weertt' }, 'Bedoel je Weert'],
    ['a pseudonym of three words', { pseudonym: 'De Grote Wolf' }, 'Schuilnaam: gebruik één of twee woorden'],
    ['the name of the applicant', { pseudonym: 'Ruben' }, 'Schuilnaam: dit is je eigen naam'],
    ['a choice that is not in the list', { measure: 'none of yours' }, 'Maatregel: kies uit de lijst'],
  ];
  for (const [name, typed, expected] of faults) {
    it(`refuses ${name}, names the field and keeps the rest`, async () => {
      const shown = await bench.click(applicant, 'submit cases/intake-next', {
        ...who,
        shareScope: 'Met school.',
        ...typed,
      });
      deepStrictEqual([shown.name, shown.outcome], ['cases/intake-who', 'faults']);
      ok(shown.card.includes(expected), shown.card);
      ok(shown.card.includes('"value":"Met school."'));
      strictEqual((await stateOf('case-1')).stage, 'none');
    });
  }

  it('refuses the number of a brother or sister that nobody has', async () => {
    await bench.click(applicant, 'submit cases/intake-next', who);
    const shown = await bench.click(applicant, 'submit cases/intake-submit', {
      ...question,
      siblingCase: 'LI-2026-0099',
    });
    ok(shown.card.includes('Casusnummer van broer of zus: dit nummer ken ik niet'));
    strictEqual((await stateOf('case-1')).stage, 'draft');
  });

  it('takes the number of a brother or sister as people write it', async () => {
    await submitted();
    await bench.click(applicant, 'submit cases/intake-next', { ...who, case: 'case-2', pseudonym: 'Das' });
    await bench.click(applicant, 'submit cases/intake-submit', {
      ...question,
      case: 'case-2',
      siblingCase: 'li 2026 1',
    });
    const state = await stateOf('case-2');
    ok(isSubmitted(state));
    deepStrictEqual([state.number, state.intake.siblingCase], ['LI-2026-0002', 'LI-2026-0001']);
  });

  it('empties a field with a BSN, keeps the others, and stores and logs nothing of it', async () => {
    await bench.click(applicant, 'submit cases/intake-next', who);
    const shown = await bench.click(applicant, 'submit cases/intake-submit', {
      ...question,
      careQuestion: `Het bsn is ${bsn}.`,
    });
    deepStrictEqual([shown.name, shown.outcome], ['cases/intake-question', 'faults']);
    ok(shown.card.includes('Bij “Wat is de vraag?” lijkt een burgerservicenummer te staan'));
    ok(shown.card.includes('In de buurt van opa blijven'));
    ok(!shown.card.includes(bsn));
    const history = await bench.store.history(caseStream(caseId('case-1')));
    ok(!JSON.stringify(history).includes(bsn));
    ok(!bench.logged().includes(bsn));
    ok(bench.logged().includes('careQuestion: bsn'));
  });

  it('looks for personal data in every field with free text', async () => {
    for (const field of ['pseudonym', 'familyNotInformedBecause', 'shareScope', 'municipality']) {
      const shown = await bench.click(applicant, 'submit cases/intake-next', { ...who, [field]: `bsn ${bsn}` });
      strictEqual(shown.outcome, 'faults', field);
      ok(!shown.card.includes(bsn), field);
    }
    await bench.click(applicant, 'submit cases/intake-next', who);
    for (const field of ['careQuestion', 'parties', 'tried', 'youthVoice', 'parentsVoice', 'siblingCase']) {
      const shown = await bench.click(applicant, 'submit cases/intake-submit', {
        ...question,
        [field]: `bsn ${bsn}`,
      });
      strictEqual(shown.outcome, 'faults', field);
      ok(!shown.card.includes(bsn), field);
    }
    ok(!bench.logged().includes(bsn));
  });

  it('fills in an example in both steps', async () => {
    const first = await bench.click(applicant, 'submit cases/example', { case: 'case-1', example: 'linde' });
    ok(first.card.includes('"value":"Linde"'));
    const typed = { case: 'case-1', example: 'linde', ...typedOf('who', demoIntake('linde')) };
    const second = await bench.click(applicant, 'submit cases/intake-next', typed);
    ok(second.card.includes('Naar een school waar dieren zijn'));
  });

  it('keeps the form in a region without a team, and says where to go', async () => {
    const { directory } = bench.deps;
    const served = new Set((await directory.teams()).flatMap(({ regions }) => regions));
    const without = (await directory.municipalities(new Date('2026-11-23'))).find(({ region }) => !served.has(region));
    ok(without, 'the demo has a region without a team');
    await bench.click(applicant, 'submit cases/intake-next', { ...who, municipality: without.name });
    const shown = await bench.click(applicant, 'submit cases/intake-submit', question);
    strictEqual(shown.outcome, 'no-team');
    ok(shown.card.includes('expertisecentrum'));
    strictEqual((await stateOf('case-1')).stage, 'draft');
  });

  it('refuses a stranger, and somebody else in a draft; the latter is logged', async () => {
    strictEqual((await bench.click(stranger, 'dialog cases/start')).outcome, 'not-allowed');
    await bench.click(applicant, 'submit cases/intake-save-who', who);
    for (const [button, data] of [
      ['dialog cases/continue', { case: 'case-1' }],
      ['submit cases/intake-next', who],
      ['submit cases/intake-submit', question],
    ] as const) {
      const shown = await bench.click(helper, button, data);
      strictEqual(shown.outcome, 'not-allowed', button);
      ok(!shown.card.includes('Wolf'));
    }
    const lines = await bench.store.access.read(caseStream(caseId('case-1')));
    deepStrictEqual(
      lines.map(({ eventType, action, outcome, userId }) => [eventType, action, outcome, userId]),
      [
        ['case.edit-intake', 'read', 'refused', helper],
        ['case.edit-intake', 'update', 'refused', helper],
        ['case.edit-intake', 'update', 'refused', helper],
      ],
    );
  });
});
