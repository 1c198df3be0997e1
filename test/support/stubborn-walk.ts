import { deepEqual, equal } from 'node:assert/strict';
import { fold } from '../../src/core/decider.ts';
import { caseAggregate } from '../../src/features/cases/aggregate.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import type { Thread } from '../../src/local-tenant/api.ts';
import type { Store } from '../../src/store/store.ts';
import { approve, caseNumberIn } from './case-walk.ts';
import { eventually, insist, type Persona } from './persona.ts';

type As = (name: string) => Persona;

/** From an empty form to an admitted case, as people who press again when nothing seems to happen. */
export async function admit(as: As): Promise<string> {
  const [hanna, kees] = [as('Hanna Bosman'), as('Kees Willems')];
  const home = await hanna.card('Wat wil je doen?', 'Casus aanmelden');
  const empty = await insist(() => hanna.open(home, 'Casus aanmelden'));
  const who = await insist(() => hanna.next(empty, 'Vul een voorbeeldcasus in', { example: 'merel' }));
  const question = await insist(() => hanna.next(who, 'Volgende'));
  const number = caseNumberIn(await insist(() => hanna.next(question, 'Meld aan')));
  const triage = await kees.card(number, 'Beoordeel');
  const form = await insist(() => kees.open(triage, 'Beoordeel'));
  const inputs = { reason: 'Past bij het team.', processDirector: as('Tom Bakker').id };
  await insist(() => kees.next(form, 'Leg vast', inputs));
  return number;
}

/** The same people, up to a closed case. */
export async function close(as: As, number: string): Promise<void> {
  const director = as('Tom Bakker');
  const running = await insist(() => director.card(`Casus ${number}`, 'Afsluiten'));
  const form = await insist(() => director.open(running, 'Afsluiten'));
  const lessons = { lessonsCooperation: 'Eerder samen om tafel.', lessonsContent: 'Samen behandelen werkt.' };
  await insist(() => director.next(form, 'Vraag akkoord', { outcome: 'fitting-solution', moves: '0', ...lessons }));
  const approval = await insist(() => director.card(`Casus ${number}`, 'Akkoord, sluit af'));
  await insist(() => approve(director, approval));
}

/** One locked channel, one card each; waits for what comes back with growing pauses after a kill. */
export async function finished(as: As, number: string): Promise<void> {
  const tom = as('Tom Bakker');
  const locked = async () => {
    const { teams } = await tom.conversations();
    const own = teams.flatMap(({ channels: all }) => all).filter(({ title }) => title.includes(number));
    return own.some(({ archived }) => archived) ? own : undefined;
  };
  const channels = await eventually(`the locked channel of ${number}`, locked, 120_000);
  equal(channels.length, 1, `channels of ${number}`);
  const title = channels[0]?.title ?? '';
  equal(roots(await tom.threads(title)), 1, `threads in the channel of ${number}`);
  equal((await tom.cards(title, 'De casus is afgesloten')).length, 1, `closing cards of ${number}`);
  for (const person of ['Hanna Bosman', 'Kees Willems', 'Tom Bakker']) {
    equal((await as(person).cards('Doorbraak', `Casus ${number}`)).length, 1, `cards of ${number} to ${person}`);
  }
}

function roots(threads: readonly Thread[]): number {
  return threads.filter(({ root }) => !root.deleted && root.cards.length > 0).length;
}

/** Every event once, the state their sum, and nothing given up. */
export async function addsUp(store: Store, numbers: readonly string[]): Promise<void> {
  const { items } = await store.find({
    type: 'case',
    where: [{ field: 'number', in: numbers }],
    order: { field: 'number', direction: 'asc' },
    limit: 100,
  });
  equal(items.length, numbers.length);
  for (const { stream, state, version } of items) {
    const history = await store.history(stream);
    deepEqual(
      history.map((recorded) => recorded.version),
      Array.from({ length: version }, (_, index) => index + 1),
    );
    deepEqual(
      fold(
        caseAggregate.decider,
        history.map(({ event }) => event as CaseEvent),
      ),
      state,
    );
  }
  deepEqual(await store.parked(10), []);
}
