import { equal } from 'node:assert/strict';
import { pino } from 'pino';
import { type LocalTenant, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { freePort } from '../support/free-port.ts';
import { type Persona, personas } from '../support/persona.ts';
import { type RoundRobin, roundRobin } from '../support/round-robin.ts';
import { addsUp, admit, close, finished } from '../support/stubborn-walk.ts';
import { type BotProcess, botProcess } from '../support/world.ts';

const leaseMs = 4_000;
const container = 'two';

describe('two instances on one Cosmos DB (double)', function () {
  this.timeout(60_000);
  let double: CosmosDouble;
  let tenant: LocalTenant;
  let bots: readonly BotProcess[];
  let front: RoundRobin;
  let as: (name: string) => Persona;
  let number: string;

  before(async () => {
    double = await startCosmosDouble();
    tenant = await startLocalTenant({ port: 0, log: pino({ level: 'silent' }), rates: 'off' });
    const { endpoint, key, certificate } = double;
    const store = { cosmos: { endpoint, key, certificate, container } };
    const ports = [await freePort(), await freePort()];
    bots = ports.map((port) => botProcess({ tenant, port, store, leaseMs }));
    // One after the other: the first brings the people.
    for (const bot of bots) await bot.start();
    front = await roundRobin(ports);
    await tenant.connectBot(`http://127.0.0.1:${front.port}/api/messages`);
    as = await personas(tenant.url);
  });
  after(async () => {
    await Promise.all(bots.map((bot) => bot.kill()));
    await front.close();
    await tenant.close();
    await double.close();
  });

  it('share the work of a case that is admitted', async () => {
    number = await admit(as);
    equal(
      front.answered.every((count) => count > 0),
      true,
      `answered: ${front.answered.join(' and ')}`,
    );
  });

  it('finish it when one is killed while its channel is made', async () => {
    await bots[0]?.kill('SIGKILL');
    await close(as, number);
    await finished(as, number);
  });

  it('finish another when the other is killed, and the first is back', async () => {
    await bots[0]?.start();
    const second = await admit(as);
    await bots[1]?.kill('SIGKILL');
    await close(as, second);
    await finished(as, second);
    const { endpoint, key, agent } = double;
    const place = { endpoint, key, agent, database: 'spec', container };
    await addsUp(cosmosStore({ container: await cosmosContainer(place) }), [number, second]);
  });
});
