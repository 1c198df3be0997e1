import { equal, match, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { inboxAggregate } from '../../../src/features/deadlines/aggregates.ts';
import { inboxStream } from '../../../src/features/deadlines/inbox.ts';
import { rowsOf } from '../../../src/features/planning/planning-desk.ts';
import { boardView } from '../../../src/features/planning/view-board.ts';
import { handle } from '../../../src/store/handle.ts';
import { openBench, people, type PlanningBench } from './bench.ts';

describe('planning: the board in Teams', () => {
  let bench: PlanningBench;
  beforeEach(async () => {
    bench = await openBench({ linkTo: async (name, data) => `https://bot.example/${name}?${JSON.stringify(data)}` });
  });
  afterEach(() => bench.close());
  const board = async (person = people.jan, data: object = {}) => bench.click(person, 'action planning/board', data);

  it('is empty at first, with how to begin for who may', async () => {
    const { card } = await board();
    match(card, /Er is nog geen planning/);
    match(card, /Planning starten/);
    const looking = await board(people.wim);
    match(looking.card, /Er is nog geen planning/);
    ok(!looking.card.includes('Planning starten'));
  });

  it('shows what is late, due and planned by month, with owners and files', async () => {
    await bench.start('2026-06');
    const { card } = await board();
    match(card, /Planning: Expertisecentrum Limburg/);
    match(card, /1 te laat · 1 deze maand · 13 gepland/);
    match(card, /juni 2026[\s\S]*Projectleider van het centrum aanstellen[\s\S]*Te laat[\s\S]*november 2026/);
    match(card, /februari 2027[\s\S]*Plan van aanpak vaststellen[\s\S]*Els Maes/);
    match(card, /Wacht op “Projectleider van het centrum aanstellen”, dat al in juni 2026 klaar moest zijn/);
    match(card, /https:\/\/bot\.example\/planning\?[^ ]*LI[^ ]*ics/);
    match(card, /Deel 1 van 2/);
  });

  it('pages, and shows what goes on at the end', async () => {
    await bench.start('2026-06');
    const { card } = await board(people.jan, { centre: 'LI', page: '1' });
    match(card, /Doorlopend[\s\S]*Netwerk van experts vormen[\s\S]*elke 2 maanden/);
    match(card, /Deel 2 van 2/);
    ok(!card.includes('Projectleider van het centrum aanstellen"'));
    match((await board(people.jan, { centre: 'LI', page: 'x' })).card, /Deel 1 van 2/);
  });

  it('reads the same in English', async () => {
    await bench.start('2026-06');
    const { centre, rows } = { centre: 'LI' as const, rows: await rowsOf(bench.deps, 'LI') };
    const state = { centre, rows, centres: [centre], mayManage: true };
    const seen = { locale: 'en', person: people.jan, now: bench.deps.clock.now() } as const;
    const board = JSON.stringify(await boardView(bench.deps, state, seen));
    match(board, /1 late · 1 this month · 13 planned/);
    match(board, /June 2026.*Appoint the project leader of the centre.*Late/);
    match(board, /Waits for “Appoint the project leader of the centre”, which was due in June 2026/);
  });

  it('is asked for in words, in Dutch and English', async () => {
    for (const text of ['planning', 'Planningsbord', 'toon de planning', 'planning board', 'show the planning board'])
      equal((await bench.say(people.jan, text))?.outcome, 'shown', text);
    equal(await bench.say(people.jan, 'mijn planning is vol'), undefined);
    equal((await bench.say(people.jan, 'planning', 'channel'))?.outcome, 'only-in-chat');
  });

  it('may be looked at by everybody of the centre, and by nobody else', async () => {
    for (const person of [people.marieke, people.els, people.wim, people.judith])
      equal((await board(person)).outcome, 'shown');
    for (const person of [people.hanna]) equal((await board(person)).outcome, 'not-allowed');
    equal((await board(people.miriam, { centre: 'LI' })).outcome, 'not-allowed');
  });

  it('may be changed by whoever stands in for a project leader who is away', async () => {
    const at = bench.deps.clock.now();
    const absence = { from: '2026-11-20', until: '2026-11-30', deputy: people.hanna };
    await handle(bench.deps.store, inboxAggregate, {
      ...({ stream: inboxStream(people.jan), by: people.jan, at, commandId: commandId('away') } as const),
      command: { type: 'SetAbsence', data: { at: at.toISOString(), person: people.jan, absence } },
    });
    const data = { centre: 'LI', month: '2026-12' };
    equal((await bench.click(people.hanna, 'submit planning/start-send', data)).outcome, 'done');
    bench.pass(14);
    equal((await board(people.hanna)).outcome, 'not-allowed');
  });
});
