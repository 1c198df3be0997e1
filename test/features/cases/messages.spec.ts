import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import type { TeamsEvent } from '../../../src/teams/routes.ts';
import { type Bench, monday, openBench } from './bench.ts';
import { demoIntake } from './demo-cases.ts';
import { applicant, chair, helper, member } from './stories.ts';

const stranger = personId('00000000-0000-4000-8000-00000000ffff');

describe('what people type about cases', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
    for (const [index, key] of ['wolf', 'egel', 'merel'].entries()) {
      const about = { case: `c${index}` };
      await bench.click(applicant, 'submit cases/intake-next', { ...about, ...typedOf('who', demoIntake(key)) });
      await bench.click(applicant, 'submit cases/intake-submit', {
        ...about,
        ...typedOf('question', demoIntake(key)),
      });
    }
  });
  after(() => bench.store.close());

  const table: readonly (readonly [string, string])[] = [
    ['aanmelden', 'cases/home'],
    ['Meld een casus aan!', 'cases/home'],
    ['ik wil een casus aanmelden', 'cases/home'],
    ['submit a case', 'cases/home'],
    ['mijn casussen', 'cases/list'],
    ['  My   Cases. ', 'cases/list'],
    ['casussen van mijn team', 'cases/list'],
    ['team cases', 'cases/list'],
    ['casus LI-2026-0001', 'cases/status'],
    ['status li 2026 1', 'cases/status'],
    ['LI-2026-0001', 'cases/status'],
    ['help', 'cases/home'],
    ['Hallo', 'cases/home'],
    ['wat eten we vandaag', 'cases/home'],
  ];
  for (const [sentence, card] of table) {
    it(`answers “${sentence}” with ${card}`, async () => {
      const who = card === 'cases/list' && /team/.test(sentence) ? chair : applicant;
      strictEqual((await bench.say(who, sentence)).name, card);
    });
  }

  it('says that it did not understand', async () => {
    ok((await bench.say(applicant, 'wat eten we vandaag')).card.includes('Dat begreep ik niet'));
    ok(!(await bench.say(applicant, 'help')).card.includes('Dat begreep ik niet'));
  });

  it('asks to delete a message with a BSN, and logs only what kind it was', async () => {
    const shown = await bench.say(applicant, 'het bsn is 111222333');
    deepStrictEqual([shown.type, shown.outcome], ['text', 'personal-data']);
    ok(shown.text.includes('Verwijder je bericht'));
    ok(!shown.text.includes('111222333') && !bench.logged().includes('111222333'));
    ok(bench.logged().includes('"kind":"bsn"'));
  });

  it('gives the chair the card to decide on', async () => {
    strictEqual((await bench.say(chair, 'casus LI-2026-0001')).name, 'cases/triage');
  });

  it('lets the team see how a case stands, and refuses an outsider', async () => {
    strictEqual((await bench.say(member, 'casus LI-2026-0001')).name, 'cases/status');
    const refused = await bench.say(helper, 'casus LI-2026-0001');
    deepStrictEqual([refused.type, refused.outcome], ['text', 'not-allowed']);
    strictEqual((await bench.say(chair, 'casus LI-2026-0999')).outcome, 'unknown-case');
  });

  it('shows lists and cases only in the own chat', async () => {
    for (const sentence of ['mijn casussen', 'casus LI-2026-0001']) {
      strictEqual((await bench.say(applicant, sentence, 'channel')).outcome, 'only-in-chat');
    }
    strictEqual((await bench.say(applicant, 'help', 'channel')).name, 'cases/home');
  });

  it('tells a stranger whom to ask', async () => {
    ok((await bench.say(stranger, 'help')).card.includes('Vraag de beheerder'));
    strictEqual((await bench.say(stranger, 'mijn casussen')).outcome, 'not-allowed');
    strictEqual((await bench.say(applicant, 'team cases')).outcome, 'not-allowed');
  });

  it('welcomes whoever installs it for themselves, and nobody in a team', async () => {
    const event = (kind: 'personal' | 'channel', type: TeamsEvent['type']): TeamsEvent => ({
      ...{ type, tenantId: 'tenant', people: [applicant], botIncluded: true, at: monday },
      conversation: { id: 'conversation', kind },
    });
    const actor = { id: applicant, tenantId: 'tenant', locale: 'nl' } as const;
    const [welcome] = bench.feature.events;
    const answer = await welcome?.run(event('personal', 'installed'), actor);
    strictEqual(answer?.type === 'card' && answer.card.name, 'cases/home');
    strictEqual(await welcome?.run(event('channel', 'installed'), actor), undefined);
    strictEqual(await welcome?.run(event('personal', 'uninstalled'), actor), undefined);
  });

  it('filters a list by stage and by what is late', async () => {
    const shown = await bench.click(chair, 'action cases/list', {
      scope: 'team',
      stage: 'submitted',
      region: 'all',
    });
    ok(shown.card.includes('LI-2026-0001') && shown.card.includes('LI-2026-0002'));
    const none = await bench.click(chair, 'action cases/list', { scope: 'team', stage: 'closed' });
    ok(none.card.includes('Er zijn geen casussen'));
    const late = await bench.click(chair, 'action cases/list', { scope: 'team', overdue: 'true' });
    ok(late.card.includes('Er zijn geen casussen'));
    const region = await bench.click(chair, 'action cases/list', { scope: 'team', region: 'noord-limburg' });
    ok(!region.card.includes('LI-2026-0001') && region.card.includes('LI-2026-0002'));
  });

  it('shows the cases of the own team only', async () => {
    const shown = await bench.say(chair, 'team cases');
    ok(shown.card.includes('LI-2026-0001') && !shown.card.includes('NH-2026-0001'));
  });
});
