import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { proposalId, raiseProposal } from '../../../src/features/decisions/index.ts';
import { type HowToVote, settingsFor, usualVote } from '../../../src/features/decisions/how-to-vote.ts';
import { readVote, typedVote } from '../../../src/features/decisions/vote-form.ts';
import { inBoth } from '../../../src/features/decisions/texts.ts';
import { defaultVoteSettings } from '../../../src/features/voting/index.ts';
import { type Bench, form, money, openBench, people } from './bench.ts';
import { amended, author, content, drafted, given, later } from './samples.ts';

const chosen: HowToVote = {
  ...{ secrecy: 'secret', quorumPercent: 60, majority: 'two-thirds', closeEarly: false, days: 5 },
};
const typed = { secrecy: 'secret', quorum: '60', majority: 'two-thirds', closeEarly: 'false', days: '5' };

describe('what is chosen about voting', () => {
  it('is read as it was chosen, and shown again as it was', () => {
    deepEqual(readVote(typed), { how: chosen, problems: [] });
    deepEqual(typedVote(chosen), typed);
  });

  for (const [what, as] of [
    ['nothing was sent', {}],
    ['the form was sent as it was', typedVote(usualVote)],
    ['the boxes were emptied', { quorum: '', days: '' }],
  ] as const)
    it(`is as usual when ${what}`, () => deepEqual(readVote(as), { problems: [] }));

  for (const [what, as, pick] of [
    ['a secrecy that is none', { secrecy: 'telepathic' }, 'required'],
    ['a majority that is none', { majority: 'everybody' }, 'required'],
    ['no quorum at all', { quorum: '0' }, 'quorumWrong'],
    ['more than everybody', { quorum: '101' }, 'quorumWrong'],
    ['half a percent', { quorum: '50,5' }, 'quorumWrong'],
    ['no day', { days: '0' }, 'daysWrong'],
    ['a term of months', { days: '61' }, 'daysWrong'],
    ['a term in words', { days: 'twee weken' }, 'daysWrong'],
  ] as const)
    it(`refuses ${what}`, () =>
      deepEqual(readVote({ ...typed, ...as }), { problems: [inBoth(({ cards }) => cards.write[pick])] }));

  it('is what voting is asked for', () => {
    deepEqual(settingsFor(usualVote), defaultVoteSettings);
    deepEqual(settingsFor(chosen), {
      ...{ secrecy: 'secret', quorum: { percent: 60 }, thresholdPercent: 66.666, closeEarly: false },
      remindDaysBefore: 1,
    });
  });
});

describe('changing how is voted', () => {
  const amend = (next: object) =>
    ({ type: 'AmendProposal', data: { at: later, by: author, content: { ...content, ...next } } }) as const;

  it('is a version of its own', () => {
    const command = amend({ voting: chosen });
    given(...drafted)
      .when(command)
      .thenEvents({ type: 'ProposalAmended', data: command.data });
  });

  it('is no change when it stays as it was, also of a proposal that says nothing about it', () => {
    given(...drafted)
      .when(amend({ voting: usualVote }))
      .thenRefused('nothing-changed');
    const was = { ...amended, voting: chosen };
    given(...drafted, { type: 'ProposalAmended', data: { at: later, by: author, content: was } })
      .when(amend({ ...was, voting: { days: 5, ...chosen } }))
      .thenRefused('nothing-changed');
  });
});

describe('a vote as the author wants it', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const weighing = (body: string, member: string, weight: number) =>
    bench.importing(
      `body,member,role,chair,region,organisation,weight,deputies,valid_from\n${body},${member},,,,,${weight},,2026-01-01\n`,
    );
  const opened = () => bench.voting.opened.map(({ kind, settings, closesAt }) => [kind, settings, closesAt]);

  it('is asked in the form, as usual to begin with', async () => {
    const { card } = await bench.click(people.jan, 'dialog decisions/write');
    for (const part of ['"id":"secrecy","label"', '"value":"hidden"', '"value":"50"', '"value":"half"', 'Stemming'])
      ok(card.includes(part), part);
  });

  it('is kept, shown to the author, and used for advice and decision', async () => {
    const id = await bench.write(people.jan, typed);
    deepEqual((await bench.file(id)).versions[0]?.voting, chosen);
    const line = /Geheim · minstens 60% moet stemmen · minstens twee derde beslist · 5 werkdagen/;
    match(await bench.card(people.jan, 'proposal'), line);
    await bench.press(people.jan, 'action decisions/put-forward', id);
    match(await bench.card(people.jan, 'proposal'), line);
    await bench.closes('positive');
    await bench.press(people.jan, 'action decisions/to-decision', id);
    // Five working days after Monday 23 November.
    deepEqual(opened(), [
      ['advice', settingsFor(chosen), '2026-11-30T16:00:00.000Z'],
      ['decision', settingsFor(chosen), '2026-11-30T16:00:00.000Z'],
    ]);
  });

  it('is as usual when nothing was chosen', async () => {
    const id = await bench.write();
    equal((await bench.file(id)).versions[0]?.voting, undefined);
    match(
      await bench.card(people.jan, 'proposal'),
      /Verborgen tot sluiting · minstens 50% moet stemmen · meer dan de helft beslist"/,
    );
    await bench.press(people.jan, 'action decisions/put-forward', id);
    deepEqual(opened(), [['advice', defaultVoteSettings, '2026-12-07T16:00:00.000Z']]);
  });

  it('is as usual for what another feature raises', async () => {
    const asked = { actor: people.jan, at: bench.deps.clock.now(), commandId: commandId('raise') };
    const told = await raiseProposal(bench.deps, asked, {
      ...{ id: proposalId('r-1'), centre: 'LI', subject: 'budget', title: 'Woning', text: 'Huren.' },
      ...{ amountCents: 8_000_000, author: people.jan, raisedBy: 'money-1' as never },
    });
    ok(told.ok);
    await bench.press(people.jan, 'action decisions/put-forward', told.state.id);
    deepEqual(
      opened().map(([, settings]) => settings),
      [defaultVoteSettings],
    );
  });

  it('gives a person who decides the usual term, and says nothing of a vote', async () => {
    const id = await bench.write(people.jan, { ...money, ...typed });
    await bench.press(people.jan, 'action decisions/put-forward', id);
    equal((await bench.file(id)).decideBy, '2026-12-07T16:00:00.000Z');
    ok(!(await bench.card(people.jan, 'proposal')).includes('moet stemmen'));
  });

  it('can be amended, and begins as it was', async () => {
    const id = await bench.write(people.jan, typed);
    const shown = await bench.click(people.jan, 'dialog decisions/amend', { proposal: id });
    for (const part of ['"value":"secret"', '"value":"60"', '"value":"two-thirds"', '"value":"5"'])
      ok(shown.card.includes(part), part);
    const sent = { proposal: id, ...form, ...typed };
    equal((await bench.click(people.jan, 'submit decisions/amend-send', sent)).outcome, 'faults');
    const open = { ...sent, secrecy: 'open' };
    equal((await bench.click(people.jan, 'submit decisions/amend-send', open)).outcome, 'done');
    deepEqual((await bench.file(id)).versions[1]?.voting, { ...chosen, secrecy: 'open' });
  });

  it('says in the form what is wrong', async () => {
    const wrong = { proposal: 'p', ...form, quorum: '200', days: '99' };
    const shown = await bench.click(people.jan, 'submit decisions/write-send', wrong);
    equal(shown.outcome, 'faults');
    match(shown.card, /heel percentage.*1 tot en met 60 werkdagen/s);
  });

  it('is not put forward in secret where one vote weighs more, and says what to do', async () => {
    await weighing('li-bestuur', people.wim, 2);
    const id = await bench.write(people.jan, typed);
    const shown = await bench.press(people.jan, 'action decisions/put-forward', id);
    equal(shown.outcome, 'secret-weights');
    match(shown.card, /Geheim stemmen kan hier niet.*kiest “Verborgen tot sluiting”/);
    deepEqual([(await bench.file(id)).stage, bench.voting.opened], ['draft', []]);
    const hidden = { proposal: id, ...form, ...typed, secrecy: 'hidden' };
    equal((await bench.click(people.jan, 'submit decisions/amend-send', hidden)).outcome, 'done');
    equal((await bench.press(people.jan, 'action decisions/put-forward', id)).outcome, 'done');
  });

  it('is not taken to a decision, or voted on again, in secret once one vote weighs more', async () => {
    const [first, second] = [await bench.write(people.jan, typed), await bench.write(people.jan, typed)];
    await bench.press(people.jan, 'action decisions/put-forward', second);
    await bench.closes('positive');
    await bench.press(people.jan, 'action decisions/to-decision', second);
    await bench.closes('no-quorum');
    await bench.press(people.jan, 'action decisions/put-forward', first);
    await bench.closes('positive');
    await weighing('li-klankbord', people.mieke, 2);
    await weighing('li-bestuur', people.wim, 2);
    equal((await bench.press(people.jan, 'action decisions/to-decision', first)).outcome, 'secret-weights');
    const again = await bench.press(people.els, 'action decisions/vote-again', second);
    equal(again.outcome, 'secret-weights');
    match(again.card, /Wie het voorstel schreef/);
    equal(bench.voting.opened.length, 3);
  });

  it('is taken to a decision when only votes of who has advised already weigh more', async () => {
    const id = await bench.write(people.jan, typed);
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await bench.closes('positive');
    await weighing('li-klankbord', people.mieke, 2);
    equal((await bench.press(people.jan, 'action decisions/to-decision', id)).outcome, 'done');
  });
});
