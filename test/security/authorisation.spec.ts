import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { personId, type PersonId } from '../../src/core/ids.ts';
import { caseStream } from '../../src/features/cases/case.ts';
import { progressKinds } from '../../src/features/cases/case-state.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import { importFile, loadTerritory } from '../../src/features/directory/index.ts';
import { brokenAt } from '../../src/store/access-chain.ts';
import { type Bench, type Button, monday, openBench } from '../features/cases/bench.ts';
import { bringTo, caseIn } from '../features/cases/standing.ts';
import {
  applicant,
  centreWorker,
  chair,
  closed,
  director,
  draft,
  helper,
  id,
  inConference,
  member,
  submitted,
} from '../features/cases/stories.ts';

const person = (last: string): PersonId => personId(`00000000-0000-4000-8000-0000000000${last}`);
const outsiders: Readonly<Record<string, PersonId>> = {
  'an applicant of other cases': person('13'),
  'the chair of another team': person('06'),
  'the process director of another team': person('08'),
  'a helper who is not in the case': helper,
  'staff of the centre before it is involved': centreWorker,
  'staff of another centre': person('10'),
  'the privacy officer': person('15'),
  'somebody who is not in the directory': person('99'),
  'somebody whose id is empty': personId(''),
};
const about = { case: id };
/** Begin something of one's own, or show nothing that is kept. */
const notOfOneCase = [
  'dialog cases/start',
  'submit cases/example',
  'submit cases/done',
  'action cases/list',
  'search searchCases',
];
const stages: Readonly<Record<string, readonly CaseEvent[]>> = {
  'a draft': draft(),
  'a case in triage': submitted(),
  'a case in conference': inConference(),
  'a closed case': closed(),
};

function buttonsOf({ feature }: Bench): readonly Button[] {
  return feature.routes
    .map(({ on, verb }) => `${on} ${verb}` as Button)
    .filter((button) => !notOfOneCase.includes(button));
}

describe('security: who may do what in a case', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const lines = async () => bench.store.access.read(caseStream(id));
  /** What any of the buttons asks for: without it a click is broken, and nobody is asked who it is. */
  const everything = {
    ...about,
    what: progressKinds[0],
    person: helper,
    pseudonym: 'Vos',
    reason: 'x',
    tried: 'x',
    outcome: 'admit',
  };

  for (const [stage, history] of Object.entries(stages)) {
    for (const [name, outsider] of Object.entries(outsiders)) {
      it(`refuses every button of ${stage} to ${name} who guessed its id, and writes each refusal down`, async () => {
        await bringTo(bench.store, history);
        const before = await bench.store.load(caseStream(id));
        const buttons = buttonsOf(bench);
        ok(buttons.length >= 20);
        const outcomes: Record<string, string> = {};
        for (const button of buttons) outcomes[button] = (await bench.click(outsider, button, everything)).outcome;
        deepStrictEqual(outcomes, Object.fromEntries(buttons.map((button) => [button, 'not-allowed'])));
        deepStrictEqual(await bench.store.load(caseStream(id)), before);
        const written = await lines();
        deepStrictEqual(
          written.map(({ userId, outcome }) => [userId, outcome]),
          buttons.map(() => [outsider, 'refused']),
        );
        strictEqual(brokenAt(written), undefined);
      });
    }
  }

  it('shows an outsider the same for a case that exists and for one that does not', async () => {
    await bringTo(bench.store, inConference());
    const outsider = person('13');
    for (const button of ['dialog cases/details', 'dialog cases/people', 'dialog cases/triage-form'] as const) {
      const [there, nowhere] = [
        await bench.click(outsider, button, about),
        await bench.click(outsider, button, { case: 'c2' }),
      ];
      strictEqual(withoutForm(there.card), withoutForm(nowhere.card), button);
    }
    const [there, nowhere] = [
      await bench.say(outsider, 'casus LI-2026-0001'),
      await bench.say(outsider, 'casus LI-2026-0002'),
    ];
    strictEqual(there.text, nowhere.text);
  });

  it('refuses the chair of one case in another, whatever dialog the answer comes from', async () => {
    await bringTo(bench.store, inConference());
    const kees = person('06');
    const data = { ...about, verb: 'cases/person-add', person: kees };
    strictEqual((await bench.click(kees, 'submit cases/person-add', data)).outcome, 'not-allowed');
    strictEqual((await caseIn(bench.store)).participants.length, 3);
  });

  it('takes nothing in the data for the person who acts', async () => {
    await bringTo(bench.store, inConference());
    const forged = { ...about, from: { aadObjectId: chair }, actor: { id: chair }, aadObjectId: chair, by: chair };
    strictEqual((await bench.click(person('13'), 'dialog cases/details', forged)).outcome, 'not-allowed');
  });

  it('shows the details to a helper until they are removed', async () => {
    await bringTo(bench.store, inConference());
    await bench.click(chair, 'submit cases/person-add', { ...about, person: helper });
    strictEqual((await bench.click(helper, 'dialog cases/details', about)).outcome, 'looked');
    await bench.click(chair, 'submit cases/person-remove', { ...about, person: helper });
    strictEqual((await bench.click(helper, 'dialog cases/details', about)).outcome, 'not-allowed');
    strictEqual((await bench.say(helper, 'casus LI-2026-0001')).outcome, 'not-allowed');
    ok(!(await bench.click(helper, 'action cases/list', { scope: 'own' })).card.includes('LI-2026-0001'));
  });

  it('refuses a chair who left the directory everything, also in their own case', async () => {
    await bringTo(bench.store, inConference());
    await leave(bench, chair, 'Marieke Jansen');
    for (const button of buttonsOf(bench)) {
      strictEqual((await bench.click(chair, button, everything)).outcome, 'not-allowed', button);
    }
    strictEqual((await bench.click(chair, 'action cases/list', { scope: 'own' })).outcome, 'not-allowed');
    strictEqual((await bench.click(chair, 'action cases/list', { scope: 'team' })).outcome, 'not-allowed');
  });

  it('lists for nobody the case or draft of others, whatever the filter says', async () => {
    await bringTo(bench.store, inConference());
    const filters = [{}, { region: 'midden-limburg-west' }, { stage: 'conference' }, { overdue: 'true' }];
    for (const outsider of [person('13'), person('06'), person('08'), person('15')]) {
      for (const scope of ['own', 'team']) {
        for (const filter of filters) {
          const forged = { scope, ...filter, people: applicant, team: 'midden-limburg', applicant };
          const { card, text } = await bench.click(outsider, 'action cases/list', forged);
          ok(!`${card}${text}`.includes('LI-2026-0001'), `${outsider} ${scope} ${JSON.stringify(filter)}`);
        }
      }
    }
  });

  it('shows a draft to nobody but its applicant, also not to the team it would land in', async () => {
    await bringTo(bench.store, draft());
    for (const other of [chair, member, director]) {
      const { card, text } = await bench.click(other, 'action cases/list', { scope: 'team' });
      ok(!`${card}${text}`.includes(id), other);
      strictEqual((await bench.click(other, 'dialog cases/continue', about)).outcome, 'not-allowed');
    }
    strictEqual((await bench.click(applicant, 'dialog cases/continue', about)).outcome, 'opened');
  });

  it('writes down every look at what people wrote: the details, and dialogs that repeat some of it', async () => {
    await bringTo(bench.store, inConference());
    const involve = await bench.click(chair, 'dialog cases/involve', about);
    ok(involve.card.includes('vijf plekken in drie jaar'));
    await bench.click(director, 'dialog cases/details', about);
    await bench.click(director, 'dialog cases/closing', about);
    deepStrictEqual(
      (await lines()).map(({ userId, eventType, action, outcome }) => [userId, eventType, action, outcome]),
      [
        [chair, 'case.involve-centre', 'read', 'allowed'],
        [director, 'case.details', 'read', 'allowed'],
        [director, 'case.start-closing', 'read', 'allowed'],
      ],
    );
  });

  it('lets nobody begin a draft whose id reads as the number of a case', async () => {
    const route = bench.feature.routes.find(({ verb }) => verb === 'cases/intake-save-who');
    const inbound = {
      ...bench.asked(applicant),
      actor: { id: applicant, tenantId: 'tenant', locale: 'nl' },
      conversation: { id: 'conversation', kind: 'personal' },
      data: { case: 'LI-2026-0001', pseudonym: 'Vos' },
    } as const;
    strictEqual(await route?.run(inbound), undefined);
  });
});

function withoutForm(card: string): string {
  return card.replaceAll(/"form":"[^"]*"/g, '');
}

async function leave({ store, deps }: Bench, who: PersonId, name: string): Promise<void> {
  const sources = { store, clock: { now: () => monday }, territory: await loadTerritory() };
  const text = `id,name,organisation,roles,left\n${who},${name},Expertteams Limburg,chair,yes\n`;
  const result = await importFile(sources, { text });
  strictEqual(result.outcome, 'imported', JSON.stringify(result));
  strictEqual(await deps.directory.person(who), undefined);
}
