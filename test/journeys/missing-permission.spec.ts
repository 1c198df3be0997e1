import { deepEqual, equal } from 'node:assert/strict';
import { channelOf, decide, submitExample } from '../support/case-walk.ts';
import { eventually, type Persona } from '../support/persona.ts';
import { setClock, setFaults } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

describe('a bot that lacks a permission', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    const storeFaults = () => Promise.resolve([]);
    world = await openWorld({ now: '2026-11-23T09:00:00.000Z', pulseMs: 100, selfTest: { storeFaults } });
  });
  after(() => world.close());

  const operator = (): Persona => world.as('Nora Visser');
  const lacks = async (...names: readonly string[]) =>
    eventually(`${names.join()} missing in /readyz`, async () => {
      const answer = await fetch(`${world.bot}/readyz`);
      const { missingPermissions, selfTest = [] } = (await answer.json()) as Record<string, readonly string[]>;
      equal(answer.status, 200);
      // The tenant's clock was set; nothing else is wrong.
      equal(selfTest.map((ill) => ill.replace(/: .*/, '')).join(), selfTest.length === 0 ? '' : 'clock');
      return JSON.stringify(missingPermissions) === JSON.stringify(names) || undefined;
    });

  it('of the tenant tells its operators what stops, and that it is solved', async () => {
    await lacks();
    const permission = 'ChannelSettings.ReadWrite.All';
    await setFaults(world.tenant.url, { without: [permission] });
    // The token that it holds says otherwise for an hour.
    await setClock(world.tenant.url, '2026-11-23T10:30:00.000Z');
    await operator().card('Doorbraak mist een recht', permission, 'afgesloten casus', 'grant-permissions.sh');
    await lacks(permission);
    await setFaults(world.tenant.url, {});
    await setClock(world.tenant.url, '2026-11-23T12:00:00.000Z');
    await operator().card('Opgelost: Doorbraak heeft dit recht weer', permission);
    await lacks();
  });

  it('of a team tells the case that its channel waits, makes it once it may, and gives nothing up', async () => {
    await setFaults(world.tenant.url, { without: ['Channel.Create.Group'] });
    const { number } = await submitExample(world.as('Ruben Timmermans'), 'wolf');
    const chair = world.as('Marieke Jansen');
    const director = world.as('Fatima El Amrani');
    await decide(chair, number, { reason: 'Maatregel.', processDirector: director.id });
    await operator().card('Doorbraak mist een recht', 'Channel.Create.Group', 'eigenaar van dat team');
    await chair.card(number, 'De beheerder is gewaarschuwd');
    equal(await channelOf(director, number), undefined);
    await setFaults(world.tenant.url, {});
    await setClock(world.tenant.url, '2026-11-23T12:10:00.000Z');
    await eventually('its channel', () => channelOf(director, number));
    await operator().card('Opgelost: Doorbraak heeft dit recht weer', 'Channel.Create.Group');
    await chair.card(number, 'Opgelost');
    deepEqual(await world.store.parked(10), []);
  });
});
