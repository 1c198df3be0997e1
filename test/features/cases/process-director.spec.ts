import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type Bench, openBench } from './bench.ts';
import { type ChannelBench, inOrder, openReady } from './channel-bench.ts';
import { commands, given, histories, sample } from './samples.ts';
import { bringTo, caseIn } from './standing.ts';
import { applicant, chair, director, foreigner, helper, id, inConference, stateAfter, submitted } from './stories.ts';

const replaced = (person: PersonId): CaseEvent => ({
  type: 'ProcessDirectorReplaced',
  data: { ...commands.ReplaceProcessDirector, person },
});
const participant = { person: helper, part: 'helper' } as const;
const joined: CaseEvent = { type: 'ParticipantAdded', data: { at: '', participant } };

describe('replacing the process director', () => {
  const replace = (person: PersonId) => sample('ReplaceProcessDirector', { person });
  for (const stage of ['admitted', 'conference', 'closing'] as const) {
    it(`replaces: ${stage}`, () =>
      given(...histories[stage])
        .when(replace(helper))
        .thenEvents(replaced(helper)));
  }
  it('refuses who it is already', () =>
    given(...inConference())
      .when(replace(director))
      .thenRefused('already-process-director'));
  it('refuses when the case does not run', () =>
    given(...histories.closed)
      .when(replace(helper))
      .thenRefused('not-running'));

  const peopleAfter = (...events: readonly CaseEvent[]) => {
    const { processDirector, participants, formerDirectors } = stateAfter(...inConference(), ...events);
    return { processDirector, people: participants.map(({ person, part }) => [person, part]), formerDirectors };
  };
  const others = [
    [chair, 'chair'],
    [applicant, 'applicant'],
  ];
  it('takes the former one out', () =>
    deepStrictEqual(peopleAfter(replaced(helper)), {
      processDirector: helper,
      people: [[helper, 'process-director'], ...others],
      formerDirectors: [director],
    }));
  it('takes somebody of the case only once', () =>
    deepStrictEqual(peopleAfter(joined, replaced(helper)), peopleAfter(replaced(helper))));
  it('keeps the chair and the applicant in when they hand over', () => {
    const people = [
      [helper, 'process-director'],
      [applicant, 'applicant'],
      [chair, 'chair'],
    ];
    deepStrictEqual(peopleAfter(replaced(applicant), replaced(helper)).people, people);
    deepStrictEqual(peopleAfter(replaced(chair), replaced(helper)).people, [
      [helper, 'process-director'],
      [chair, 'chair'],
      [applicant, 'applicant'],
    ]);
  });
});

describe('the channel of a case with another process director', () => {
  let bench: ChannelBench;
  afterEach(() => bench.close());
  const people = () => inOrder([...(bench.graph.made[0]?.members.values() ?? [])]);
  const owner = (person: PersonId) => ({ person, owner: true });
  const wanted = inOrder([owner(helper), owner(chair), { person: applicant, owner: false }]);

  it('gets them as owner, and lets the former one go', async () => {
    bench = await openReady();
    await bench.do(sample('ReplaceProcessDirector', { person: helper }));
    await bench.settle();
    deepStrictEqual(people(), wanted);
  });
  it('makes somebody who was in it an owner', async () => {
    bench = await openReady({ helpers: [participant] });
    await bench.do(sample('ReplaceProcessDirector', { person: helper }));
    await bench.settle();
    deepStrictEqual(people(), wanted);
  });
  it('leaves everybody alone whose part stays as it was', async () => {
    bench = await openReady({ helpers: [participant] });
    const before = bench.graph.calls.length;
    await bench.run('members');
    deepStrictEqual(bench.graph.calls.slice(before), ['members']);
  });
});

describe('the dialog for another process director', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const about = { case: id };
  const choose = (actor: PersonId, person: string) =>
    bench.click(actor, 'submit cases/director-send', { ...about, person });

  it('is offered to the chair among the people, and not to the process director', async () => {
    await bringTo(bench.store, inConference());
    const title = '"title":"Andere procesregisseur"';
    ok((await bench.click(chair, 'dialog cases/people', about)).card.includes(title));
    ok(!(await bench.click(director, 'dialog cases/people', about)).card.includes(title));
    strictEqual((await bench.click(chair, 'submit cases/director', about)).name, 'cases/director-form');
  });
  it('replaces: the new one has the card, the former one sees how it stands', async () => {
    await bringTo(bench.store, inConference());
    const shown = await choose(chair, helper);
    ok(shown.card.includes('De nieuwe procesregisseur krijgt een kaart'));
    strictEqual((await caseIn(bench.store)).processDirector, helper);
    strictEqual((await bench.say(helper, 'casus LI-2026-0001')).name, 'cases/director');
    strictEqual((await bench.click(director, 'dialog cases/people', about)).outcome, 'not-allowed');
  });
  it('refuses somebody unknown, of another tenant, or who it is already', async () => {
    await bringTo(bench.store, inConference());
    const refused = await Promise.all(['somebody', foreigner, director].map((person) => choose(chair, person)));
    deepStrictEqual(
      refused.map(({ outcome }) => outcome),
      ['unknown-person', 'other-tenant', 'already-process-director'],
    );
    strictEqual((await caseIn(bench.store)).processDirector, director);
  });
  it('is refused to others, and before admission', async () => {
    await bringTo(bench.store, submitted());
    strictEqual((await choose(chair, helper)).outcome, 'not-running');
    strictEqual((await choose(director, helper)).outcome, 'not-allowed');
  });
});
