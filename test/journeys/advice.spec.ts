import { deepEqual, equal, ok } from 'node:assert/strict';
import { hasButton, holds, saysNothingPersonal } from '../support/case-walk.ts';
import {
  adviserNames,
  ballotOf,
  criteriaProposal,
  els,
  jan,
  voteOn,
  writeProposal,
} from '../support/governance-walk.ts';
import { eventually, type Inputs } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

const title = criteriaProposal['name'] ?? '';
const remark = 'Noem ook de school als plek.';
const objection = 'Zo valt een jongere zonder regio erbuiten.';
const ballots: readonly Inputs[] = [
  { choice: 'agree' },
  { choice: 'agree-with-remark', reason: remark },
  { choice: 'disagree', reason: objection },
  { choice: 'abstain' },
  { choice: 'agree' },
];

describe('criteria that a sounding board advises on and the aldermen decide', function () {
  this.timeout(90_000);
  const logged: string[] = [];
  let world: World;
  let number: string;

  before(async () => {
    world = await openWorld({ botLog: (line) => logged.push(line) });
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  it('are written by the project leader, and go to the sounding board', async () => {
    number = await writeProposal(world.as, criteriaProposal);
    const draft = await world.as(jan).card(number, 'Breng in');
    holds(await world.as(jan).click(draft, 'Breng in'), 'Klankbord Limburg');
    const board = await world.as('Mieke Janssen').card(title, 'stemmen binnen');
    holds(board.card, '0 van 7 stemmen binnen');
  });

  it('are voted on by five, of whom nobody sees what the others chose', async () => {
    for (const [index, name] of adviserNames.entries()) await voteOn(world.as(name), title, ballots[index] ?? {});
    const board = await eventually('the count on the board', async () => {
      const seen = await world.as('Mieke Janssen').card(title, 'stemmen binnen');
      return JSON.stringify(seen.card).includes('5 van 7') ? seen : undefined;
    });
    saysNothingPersonal(board.card, remark, objection, ...adviserNames);
    for (const name of [...adviserNames, jan, els, 'Lotte Hendriks', 'Ruben Timmermans']) {
      const own = adviserNames.indexOf(name);
      const cards = (await world.as(name).cards('Doorbraak', title)).map(({ card }) => JSON.stringify(card)).join('');
      equal(cards.includes(objection) && own !== 2, false, name);
      equal(cards.includes(remark) && own !== 1, false, name);
    }
    ok(!logged.join('').includes(objection) && !/"(disagree|agree-with-remark)"/.test(logged.join('')));
  });

  it('may be changed until it closes, and pressed twice without counting twice', async () => {
    const hassan = world.as('Hassan Ouali');
    const seen = await ballotOf(hassan, title);
    await Promise.all([1, 2].map(() => hassan.click(seen, 'Stem', { choice: 'agree', reason: '' })));
    // The first choice once more, on the card that he pressed first, would be the first click once more.
    await world.idle();
    await voteOn(hassan, title, { choice: 'agree-with-remark', reason: remark });
    await world.idle();
    const board = await world.as('Mieke Janssen').card(title, 'stemmen binnen');
    holds(board.card, '5 van 7 stemmen binnen');
  });

  it('are not open to who is in the channel and not in the sounding board', async () => {
    const marieke = world.as('Marieke Jansen');
    const board = await marieke.card(title, 'stemmen binnen');
    holds(await marieke.click(board, 'Mijn stem'), 'niet op de lijst van deze stemming');
    deepEqual(await marieke.cards('Doorbraak', title), []);
  });

  it('are refused with personal data in a reason, and nothing of it is kept', async () => {
    const corrie = world.as('Corrie Wolters');
    const answer = await corrie.click(await ballotOf(corrie, title), 'Stem', {
      choice: 'disagree',
      reason: 'Het bsn is 111222333.',
    });
    holds(answer, 'burgerservicenummer');
    ok(!logged.join('').includes('111222333'));
    saysNothingPersonal((await ballotOf(corrie, title)).card, '111222333');
  });

  it('bring to mind only who has not voted', async () => {
    // Friday evening; it closes on Monday.
    await setClock(world.tenant.url, '2026-12-04T20:00:00.000Z');
    await world.as('Lotte Hendriks').card(title, 'Herinnering');
    await world.idle();
    deepEqual(await world.as('Mieke Janssen').cards('Doorbraak', title, 'Herinnering'), []);
  });

  it('close on their day: then the advice is there for all, and is no decision', async () => {
    await setClock(world.tenant.url, '2026-12-07T20:00:00.000Z');
    const advised = await world.as(jan).card(title, 'Leg voor aan besluit');
    holds(advised.card, 'positief, met opmerkingen', remark, objection);
    const board = await world.as('Mieke Janssen').card(title, 'Opkomst');
    holds(board.card, 'Positief advies, met opmerkingen', 'Opkomst: 5 van 7');
    saysNothingPersonal(board.card, 'Stefan Kusters:');
    const late = await world.as('Lotte Hendriks').card(title, 'Gesloten');
    ok(!hasButton(late, 'Stem'));
  });

  it('are decided by the board, and recorded by its chair as it voted', async () => {
    await world.as(jan).click(await world.as(jan).card(title, 'Leg voor aan besluit'), 'Leg voor aan besluit');
    for (const name of ['Els Maes', 'Wim Theunissen', 'Karin Dohmen', 'Rob Verhagen'])
      await voteOn(world.as(name), title, { choice: 'adopt' });
    const chair = world.as(els);
    const record = await chair.card(title, 'Leg vast');
    const form = await chair.open(record, 'Leg vast');
    const empty = await chair.next(form, 'Leg het besluit vast', { verdict: 'adopt', motivation: '', followed: 'yes' });
    holds(empty.card, 'Schrijf op waarom.');
    const done = await chair.next(form, 'Leg het besluit vast', {
      ...{ verdict: 'adopt', motivation: 'Helder en uitvoerbaar.', followed: 'yes', owner: world.as(jan).id },
      summary: 'De criteria voor invliegen zijn vastgesteld.',
    });
    holds(done.card, 'Vastgelegd');
    const told = await world.as('Judith Brouns').card('Besluit', title);
    holds(told.card, 'Aangenomen', 'Helder en uitvoerbaar.');
    saysNothingPersonal(told.card, objection, remark);
  });

  it('stand in the decision list, and without names in its public version', async () => {
    await world.as(jan).say('besluitenlijst');
    const list = await world.as(jan).card('Besluitenlijst', number);
    holds(list.card, 'Bestuurlijk overleg Limburg', 'Aangenomen');
    const open = await world.as(jan).click(list, 'Openbare versie');
    const [word = '', csv = ''] = [...JSON.stringify(open).matchAll(/"url":"([^"]*\/bestanden\/[^"]*)"/g)].map(
      ([, url]) => url,
    );
    const rows = await (await fetch(csv)).text();
    ok(rows.includes(number) && rows.includes('De criteria voor invliegen zijn vastgesteld.'), rows);
    for (const kept of [objection, remark, 'Els Maes', 'Jan Peeters', 'Corrie Wolters']) ok(!rows.includes(kept), kept);
    const document = Buffer.from(await (await fetch(word)).arrayBuffer());
    equal(document.subarray(0, 2).toString(), 'PK');
    await world.idle();
    deepEqual(await world.store.parked(10), []);
  });
});
