import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { commandId, streamId } from '../../../src/core/ids.ts';
import { demoCases } from '../../../src/demo/cases.ts';
import {
  caseAggregate,
  type CaseCommand,
  caseId,
  type CaseNumber,
  caseStream,
} from '../../../src/features/cases/index.ts';
import { expertTeamId, regionCode } from '../../../src/features/directory/index.ts';
import { proposalId, publicVersion, raiseProposal } from '../../../src/features/decisions/index.ts';
import { handle } from '../../../src/store/handle.ts';
import { demoPerson } from '../../support/feature-bench.ts';
import { type Bench, decision, form, money, openBench, people } from './bench.ts';

const id = caseId('case-1');
const number = 'LI-2026-0002' as CaseNumber;
const chair = demoPerson('5');

/** A case of Wolf in Weert that Jan handed in, so that he may know it. */
async function submitCase({ deps }: Bench, centre: 'LI' | 'BZ' = 'LI'): Promise<void> {
  const at = deps.clock.now().toISOString();
  const intake = { ...demoCases.find(({ key }) => key === 'wolf')?.intake };
  const team = {
    ...{ id: expertTeamId('midden-limburg'), name: 'Expertteam Midden-Limburg', chair, members: [] },
    teamsGroupId: '10000000-0000-4000-8000-000000000008',
  };
  const commands: readonly CaseCommand[] = [
    { type: 'StartDraft', data: { at, id, applicant: people.jan } },
    { type: 'SaveIntake', data: { at, intake } },
    {
      type: 'SubmitCase',
      data: {
        ...{ at, number, municipality: 'Weert', team, centre, acknowledgeBy: at, triageBy: at },
        region: regionCode('midden-limburg-west'),
      },
    },
  ];
  for (const [index, command] of commands.entries()) {
    const { decision: told } = await handle(deps.store, caseAggregate, {
      ...({ stream: caseStream(id), by: people.jan, at: deps.clock.now(), command } as const),
      commandId: commandId(`case-${index}`),
    });
    if (told.outcome === 'refused') throw new Error(`${command.type}: ${told.code}`);
  }
}

describe('a proposal about one case', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    await submitCase(bench);
  });
  afterEach(() => bench.close());

  const about = { ...money, caseNumber: 'li 2026 2' };
  const everything = async (): Promise<string> => {
    const cards = bench.sent.filter(({ stream }) => stream.startsWith('proposal-'));
    return (await Promise.all(cards.map((card) => bench.seen(card)))).join('\n');
  };

  it('keeps the number of the case, and shows nothing else of it', async () => {
    const proposal = await bench.write(people.jan, about);
    deepEqual((await bench.file(proposal)).case, { id, number });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const seen = await everything();
    match(seen, /LI-2026-0002/);
    ok(!/Wolf|Weert/.test(seen), 'no pseudonym, no municipality');
  });

  for (const [what, typed] of [
    ['the pseudonym in the title', { name: 'Woning voor Wolf' }],
    ['the municipality in the text', { text: 'Een woning in weert huren.' }],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const sent = await bench.click(people.jan, 'submit decisions/write-send', {
        proposal: 'p',
        ...form,
        ...about,
        ...typed,
      });
      deepEqual([sent.outcome, sent.card.includes('een naam of plaats uit de casus')], ['faults', true]);
      equal(await bench.state(streamId('proposal', 'p')), undefined);
    });
  }

  it('refuses them later too: amended, decided, looked back on, or raised by another feature', async () => {
    const proposal = await bench.write(people.jan, about);
    const amending = { proposal, ...form, ...money, text: 'Wolf kan daar wonen.' };
    equal((await bench.click(people.jan, 'submit decisions/amend-send', amending)).outcome, 'faults');
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const send = (rest: object) =>
      bench.click(people.judith, 'submit decisions/decide-send', {
        proposal,
        ...decision,
        reviewOn: '2026-12-01',
        ...rest,
      });
    for (const field of ['motivation', 'conditions']) {
      equal((await send({ [field]: 'Goed voor Wolf.' })).outcome, 'faults', field);
    }
    equal((await send({})).outcome, 'done');
    await bench.settled();
    await bench.after(9);
    const back = { proposal, reason: 'Wolf woont er goed.' };
    equal((await bench.click(people.jan, 'submit decisions/review-send', back)).outcome, 'faults');
    const asked = { actor: people.jan, at: bench.deps.clock.now(), commandId: commandId('raise') };
    const raised = await raiseProposal(bench.deps, asked, {
      ...{ id: proposalId('r'), centre: 'LI', subject: 'place', title: 'Plek', text: 'In Weert.', amountCents: 1 },
      ...{ case: { id, number }, author: people.jan, raisedBy: streamId('money', 'm') },
    });
    deepEqual(raised, { ok: false, refused: 'identifying-words' });
  });

  it('is never advised on by a sounding board, and says why', async () => {
    const wanted = await bench.write(people.jan, { ...about, advice: 'true' });
    const refused = await bench.press(people.jan, 'action decisions/put-forward', wanted);
    deepEqual(
      [refused.outcome, refused.card.includes('Een klankbord adviseert nooit over één casus')],
      ['advice-on-single-case', true],
    );
    const silent = await bench.write(people.jan, { ...about, subject: 'other' });
    await bench.press(people.jan, 'action decisions/put-forward', silent);
    match(await bench.card(people.jan, 'proposal'), /een klankbord krijgt nooit één casus te zien/);
    deepEqual(
      bench.voting.opened.map(({ kind }) => kind),
      ['decision'],
      'the board decides; nobody advises',
    );
    for (const member of [people.mieke, people.corrie]) deepEqual(bench.cardsTo(member), []);
  });

  it('gives the deciding body the number of the case, for it has to know', async () => {
    const proposal = await bench.write(people.jan, { ...about, amount: '80000' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    deepEqual([bench.voting.last().caseNumber, bench.voting.last().kind], [number, 'decision']);
  });

  it('is public without the case, and without a word that was typed', async () => {
    const proposal = await bench.write(people.jan, about);
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    equal(
      (await bench.click(people.judith, 'submit decisions/decide-send', { proposal, ...decision })).outcome,
      'done',
    );
    deepEqual(publicVersion(await bench.file(proposal)), {
      ...{ number: 'LI-V-2026-001', date: '2026-11-23', subject: 'budget', decision: 'adopt', amountCents: 2_400_000 },
    });
    const shown = await bench.click(people.jan, 'action decisions/decisions', { isPublic: 'true' });
    match(shown.card, /Hulp voor één jongere/);
    ok(!/LI-2026-0002|Woning|criteria\./.test(shown.card), shown.card);
  });

  it('tells nobody but those who are concerned', async () => {
    const proposal = await bench.write(people.jan, about);
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    await bench.click(people.judith, 'submit decisions/decide-send', { proposal, ...decision });
    await bench.settled();
    const told = bench.sent.filter(({ data }) => data['card'] === 'decisions/informed').map(({ data }) => data['to']);
    deepEqual(told, [{ person: people.jan }]);
  });
});

describe('a case of another centre', () => {
  it('is not linked to a proposal of this one', async () => {
    const bench = await openBench();
    await submitCase(bench, 'BZ');
    const sent = await bench.click(people.jan, 'submit decisions/write-send', {
      ...{ proposal: 'p', ...form, ...money, caseNumber: number },
    });
    deepEqual([sent.outcome, sent.card.includes('hoort bij een ander centrum')], ['faults', true]);
    await bench.close();
  });
});
