import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { commandId, streamId } from '../../../src/core/ids.ts';
import type { CaseNumber } from '../../../src/features/cases/index.ts';
import { caseId } from '../../../src/features/cases/index.ts';
import { proposalId, raiseProposal, type Raising, withdrawProposal } from '../../../src/features/decisions/index.ts';
import { type Bench, decision, openBench, people } from './bench.ts';

const id = proposalId('raised-1');
const raising: Raising = {
  ...{ id, centre: 'LI', subject: 'place', title: 'Plek vrijhouden', text: 'Een plek acht weken vrijhouden.' },
  ...{ amountCents: 640_000, author: people.jan, raisedBy: streamId('money', 'm-1') },
  case: { id: caseId('case-1'), number: 'LI-2026-0002' as CaseNumber },
};

describe('a proposal that another feature raises', () => {
  let bench: Bench;
  let clicks = 0;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const asked = (actor = people.jan) => ({
    actor,
    at: bench.deps.clock.now(),
    commandId: commandId(`raise-${++clicks}`),
  });
  const raise = async (rest: Partial<Raising> = {}) => {
    const told = await raiseProposal(bench.deps, asked(), { ...raising, ...rest });
    await bench.settled();
    return told;
  };
  const told = () =>
    bench.outcomes.map(({ outcome, amountCents, by, subject, number }) => ({
      outcome,
      amountCents,
      by,
      subject,
      number,
    }));

  it('waits on the card of its author until it is put forward', async () => {
    ok((await raise()).ok);
    const { stage, number, expiresAt, author } = await bench.file(id);
    deepEqual([stage, number, author], ['draft', 'LI-V-2026-001', people.jan]);
    equal(expiresAt, '2027-01-18T16:00:00.000Z');
    const card = await bench.card(people.jan, 'proposal');
    match(card, /Breng in/);
    match(card, /LI-2026-0002/);
  });

  it('is raised once', async () => {
    await raise();
    const again = await raise({ title: 'Iets anders' });
    ok(again.ok);
    deepEqual([again.state.number, again.state.versions[0]?.title], ['LI-V-2026-001', 'Plek vrijhouden']);
    const other = await raise({ id: proposalId('raised-2') });
    ok(other.ok);
    equal(other.state.number, 'LI-V-2026-002');
  });

  it('lies before its author at once when they may decide on it', async () => {
    const told = await raise({ subject: 'budget', amountCents: 400_000 });
    ok(told.ok);
    deepEqual(
      [told.state.stage, told.state.route?.decide],
      ['deciding', { by: 'person', person: people.jan, mandate: 'li-jan' }],
    );
    match(await bench.card(people.jan, 'decide'), /Besluit nemen/);
  });

  it('does so when the bot stopped between drafting and putting forward', async () => {
    const small = { ...raising, subject: 'budget', amountCents: 400_000, id: proposalId('raised-3') } as const;
    await raiseProposal({ ...bench.deps, directory: failing(bench) }, asked(), small).catch(() => undefined);
    equal((await bench.file(small.id)).stage, 'draft');
    await raise(small);
    equal((await bench.file(small.id)).stage, 'deciding');
  });

  it('refuses personal data in what is shown', async () => {
    const refused = await raise({ text: 'Voor bsn 111222333.' });
    deepEqual(refused, { ok: false, refused: 'personal-data' });
    equal(await bench.state('proposal-raised-1' as never), undefined);
  });

  it('goes by nobody’s sounding board: it is about one case', async () => {
    await raise();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const { route, advice } = await bench.file(id);
    deepEqual([route?.advise, advice], [undefined, []]);
    deepEqual(route?.inform, []);
  });

  it('tells what was decided, with the amount', async () => {
    await raise();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const sent = await bench.click(people.judith, 'submit decisions/decide-send', {
      ...{ proposal: id, ...decision, verdict: 'adopt-amended', amount: '5.000', summary: 'wordt niet bewaard' },
    });
    equal(sent.outcome, 'done');
    await bench.settled();
    deepEqual(told(), [
      {
        ...{ outcome: 'adopted-amended', amountCents: 500_000, by: people.judith, subject: 'money-m-1' },
        number: 'LI-V-2026-001',
      },
    ]);
    equal((await bench.file(id)).decision?.summary, undefined, 'nothing that was typed about one case is made public');
  });

  it('tells a no with what is possible, and with whom to talk', async () => {
    await raise();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const send = (rest: object) =>
      bench.click(people.judith, 'submit decisions/decide-send', {
        proposal: id,
        verdict: 'reject',
        motivation: 'Vol.',
        ...rest,
      });
    match((await send({})).card, /een kale “nee” kan niet/);
    match((await send({ alternative: 'Ambulante hulp.' })).card, /met wie de aanvrager verder kan praten/);
    equal((await send({ alternative: 'Ambulante hulp.', contact: people.jan })).outcome, 'done');
    await bench.settled();
    const [settled] = bench.outcomes;
    deepEqual(
      [settled?.outcome, settled?.alternative, settled?.contact, settled?.amountCents],
      ['rejected', 'Ambulante hulp.', people.jan, undefined],
    );
  });

  it('tells that it waits, and then what was decided', async () => {
    await raise();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await bench.click(people.judith, 'submit decisions/decide-send', {
      ...{ proposal: id, verdict: 'postpone', motivation: 'Eerst cijfers.', until: '2026-12-01' },
    });
    await bench.settled();
    await bench.after(9);
    equal(
      (await bench.click(people.judith, 'submit decisions/decide-send', { proposal: id, ...decision })).outcome,
      'done',
    );
    await bench.settled();
    deepEqual(
      bench.outcomes.map(({ outcome, commandId: told }) => [outcome, told]),
      [
        ['postponed', 'proposal-raised-1-settled-0'],
        ['adopted', 'proposal-raised-1-settled-1'],
      ],
    );
  });

  it('is withdrawn by what raised it', async () => {
    await raise();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const withdrawn = await withdrawProposal(bench.deps, asked(people.hanna), { id, reason: 'Niet meer nodig.' });
    ok(withdrawn.ok);
    await bench.settled();
    deepEqual(
      bench.outcomes.map(({ outcome, motivation }) => [outcome, motivation]),
      [['withdrawn', 'Niet meer nodig.']],
    );
    ok((await withdrawProposal(bench.deps, asked(), { id, reason: 'Nog eens.' })).ok, 'twice is once');
    await bench.settled();
    equal(bench.outcomes.length, 1);
    match(await bench.card(people.judith, 'decide'), /Het voorstel is terug bij wie het inbracht/);
  });

  it('is not withdrawn that way when nobody raised it', async () => {
    const own = await bench.write();
    deepEqual(await withdrawProposal(bench.deps, asked(), { id: own, reason: 'Weg.' }), {
      ...{ ok: false, refused: 'unknown-proposal' },
    });
    equal((await bench.file(own)).stage, 'draft');
  });

  it('ends by itself when nobody decides in time', async () => {
    await raise();
    await bench.after(30);
    equal(bench.outcomes.length, 0);
    await bench.after(30);
    equal((await bench.file(id)).stage, 'expired');
    deepEqual(told()[0]?.outcome, 'expired');
    match(await bench.card(people.jan, 'news'), /Er is niet op tijd besloten/);
    equal((await bench.press(people.jan, 'action decisions/put-forward', id)).outcome, 'is-over');
  });
});

/** A directory that answers nothing about bodies: as if the bot stopped before it was asked. */
function failing({ deps }: Bench): Bench['deps']['directory'] {
  return { ...deps.directory, bodies: () => Promise.reject(new Error('stopped')) };
}
