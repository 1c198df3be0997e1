import { equal, match } from 'node:assert/strict';
import { holds, saysNothingPersonal, submitExample } from '../support/case-walk.ts';
import { call, eventually } from '../support/persona.ts';
import { setFaults } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

const [kees, nora] = ['Kees Willems', 'Nora Visser'];
const undone = 'van de bot bleef liggen';

describe('a bot that watches itself', function () {
  this.timeout(90_000);
  let world: World;

  before(async () => {
    world = await openWorld({
      pulseMs: 200,
      // One lane, so that work waits; and few attempts, so that it is soon given up.
      worker: { lanes: 1, maxAttempts: 2, baseMs: 10, maxMs: 20 },
      monitoring: { maxLagSeconds: 1, metrics: 'open' },
    });
    await call(`${world.tenant.url}/api/tenant/clock`, { now: '2026-11-23T09:00:00.000Z' });
  });
  after(() => world.close());

  const lines = async (name: string) => {
    const text = await (await fetch(`${world.bot}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => line.startsWith(`doorbraak_${name}`))
      .join('\n');
  };

  const readyz = async () => {
    const answer = await fetch(`${world.bot}/readyz`);
    return { status: answer.status, body: (await answer.json()) as Readonly<{ problems: readonly object[] }> };
  };

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
      match(await lines('effects_total'), /kind="show-card",outcome="parked"\} 1$/m);
      match(await lines('turns_total'), /door="action",outcome="put-back"\} 1$/m);
      saysNothingPersonal([await lines('')], number, 'Kees', world.as(kees).id, 'case-1');
    });
  });

  it('is not ready while its work is stuck, and ready again when it moves', async () => {
    equal((await readyz()).status, 200);
    await setFaults(world.tenant.url, { latencyMs: 3_000 });
    await submitExample(world.as('Hanna Bosman'), 'linde');
    const { body } = await eventually('a bot that is not ready', async () => {
      const answer = await readyz();
      return answer.status === 503 ? answer : undefined;
    });
    match(JSON.stringify(body.problems), /work-is-late/);
    await setFaults(world.tenant.url, {});
    await eventually('a bot that is ready', async () => ((await readyz()).status === 200 ? true : undefined));
  });
});
