import { deepEqual, equal, match } from 'node:assert/strict';
import { commandId, personId } from '../../src/core/ids.ts';
import { personAggregate, personStream } from '../../src/features/directory/aggregates.ts';
import { handle } from '../../src/store/handle.ts';
import { holds, saysNothingPersonal, submitExample } from '../support/case-walk.ts';
import { runningCase, wolf } from '../support/governance-walk.ts';
import { eventually } from '../support/persona.ts';
import { setClock, setFaults } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

const [kees, nora] = ['Kees Willems', 'Nora Visser'];
const undone = 'van de bot bleef liggen';

describe('a bot that watches itself', function () {
  this.timeout(90_000);
  let world: World;

  before(async () => {
    world = await openWorld({
      now: '2026-11-23T09:00:00.000Z',
      pulseMs: 200,
      // One lane, so that work waits; few attempts, so that it is soon given up; and time for a slow answer.
      worker: { lanes: 1, maxAttempts: 2, baseMs: 10, maxMs: 20, runMs: 20_000, leaseMs: 60_000 },
      monitoring: { maxLagSeconds: 1, metrics: 'open' },
      // What an instance counted is gone with it.
      calm: true,
    });
  });
  after(() => world.close());

  const lines = async () => {
    const text = await (await fetch(`${world.bot}/metrics`)).text();
    return text.split('\n').filter((line) => line.startsWith('doorbraak_'));
  };

  /** An instance counts what it did itself: one of them says so. */
  const counts = (line: string) =>
    eventually(line, async () => ((await lines()).includes(`doorbraak_${line}`) ? true : undefined));

  /** What /readyz says once it answers so. */
  const becomes = (status: number) =>
    eventually(`${status} from /readyz`, async () => {
      const answer = await fetch(`${world.bot}/readyz`);
      const body = (await answer.json()) as Readonly<{ problems: readonly object[] }>;
      return answer.status === status ? body : undefined;
    });

  describe('and gives a card up', () => {
    let number: string;

    it('tells the operator what was given up, and nothing of the case', async () => {
      const chat = await world.as(kees).conversation('Doorbraak');
      const match = `POST .*${encodeURIComponent(chat ?? '').replaceAll('.', '\\.')}`;
      await setFaults(world.tenant.url, { connector: { every: 1, answer: 403, match } });
      ({ number } = await submitExample(world.as('Hanna Bosman'), 'merel'));
      const card = await world.as(nora).card(undone, 'Probeer opnieuw: Kaarten');
      holds(card.card, '1 taak', '**Kaarten** (show-card): 1');
      saysNothingPersonal(card.card, number, 'case-', world.as(kees).id);
    });

    it('says that it runs again when the operator asks for it', async () => {
      const card = await world.as(nora).card(undone);
      await setFaults(world.tenant.url, {});
      holds(await world.as(nora).click(card, 'Probeer opnieuw: Kaarten'), 'loopt weer');
    });

    it('sends it after all, and says on the same card that it is solved', async () => {
      await world.as(kees).card(`Casus ${number}`, 'Beoordeel');
      await world.as(nora).card('Opgelost: al het werk loopt weer');
      equal((await world.as(nora).cards('Doorbraak', undone)).length, 0);
    });

    it('counts what it did for a machine that asks, without naming anybody', async () => {
      await counts('effects_total{kind="show-card",outcome="parked"} 1');
      await counts('turns_total{door="action",outcome="put-back"} 1');
      for (let instance = 0; instance < world.instances; instance++) {
        saysNothingPersonal(await lines(), number, 'Kees', world.as(kees).id, 'case-1');
      }
    });
  });

  describe('and finds a case whose process director left', () => {
    const [marieke, tom] = ['Marieke Jansen', 'Tom Bakker'];
    const lacking = 'Van één zaak is niet duidelijk hoe ze verder gaat';
    let number: string;

    const morning = async (day: string) => {
      await setClock(world.tenant.url, `2026-11-${day}T07:31:00.000Z`);
      await world.idle();
    };

    it('tells its chair the next morning, by the number of the case', async () => {
      number = await runningCase(world.as, wolf);
      const { id } = world.as(wolf.director);
      await handle(world.store, personAggregate, {
        ...{ stream: personStream(personId(id)), command: { type: 'MarkPersonLeft', data: {} }, by: 'system' },
        ...{ at: new Date(), commandId: commandId('left') },
      });
      equal((await world.as(marieke).cards('Doorbraak', lacking)).length, 0);
      await morning('24');
      const card = await world.as(marieke).card(lacking, 'Wijs iemand aan');
      holds(card.card, `Casus ${number}`, 'Niemand is nu aan zet', 'dinsdag 24 november');
      saysNothingPersonal(card.card, wolf.director, id);
    });

    it('says so on the same card each morning, not at weekends, until somebody else is named', async () => {
      for (const day of ['25', '26', '27', '28', '29']) await morning(day);
      const cards = await world.as(marieke).cards('Doorbraak', lacking);
      equal(cards.length, 1);
      holds(cards[0]?.card ?? {}, 'vrijdag 27 november');
      const people = await world.as(marieke).open(await world.as(marieke).card(lacking), 'Wijs iemand aan');
      const form = await world.as(marieke).next(people, 'Andere procesregisseur');
      await world.as(marieke).next(form, 'Wijs aan', { person: world.as(tom).id });
      await morning('30');
      await world.as(marieke).card('Alles heeft weer een eigenaar', 'maandag 30 november');
      equal((await world.as(marieke).cards('Doorbraak', lacking)).length, 0);
    });
  });

  it('is not ready while its work is stuck, and ready again when it moves', async () => {
    await becomes(200);
    await setFaults(world.tenant.url, { latencyMs: 3_000 });
    for (const name of ['Hanna Bosman', 'Ilse Koster']) await submitExample(world.as(name), 'linde');
    match(JSON.stringify((await becomes(503)).problems), /work-is-late/);
    await setFaults(world.tenant.url, {});
    deepEqual((await becomes(200)).problems, []);
    await world.idle();
  });
});
