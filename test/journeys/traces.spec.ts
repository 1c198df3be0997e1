import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { attributeKeys } from '../../src/tracing/attributes.ts';
import type { Traces } from '../../src/tracing/targets.ts';
import { openTraces } from '../../src/tracing/traces.ts';
import { channelOf, decide, submitExample } from '../support/case-walk.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from '../support/cosmos-double/open-store.ts';
import { type Envelope, type TraceStub, traceStub } from '../support/trace-stub.ts';
import { openWorld, type World } from '../support/world.ts';

const people = readFileSync(new URL('../../src/demo/people.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

const propertiesOf = ({ data }: Envelope) => data.baseData.properties ?? {};

describe('traces', function () {
  this.timeout(60_000);
  let double: CosmosDouble;
  let stub: TraceStub;
  let traces: Traces;
  let world: World;
  let number: string;
  let spans: readonly Envelope[];

  before(async () => {
    [double, stub] = await Promise.all([startCosmosDouble(), traceStub()]);
    traces = await openTraces({ azure: stub.connectionString, otlp: stub.url, instance: 'spec' });
    const { tracing } = traces;
    const { container } = await openCosmosStore(double);
    const store = cosmosStore({ container, charged: (ru) => tracing.note({ ru }) });
    world = await openWorld({ store, tracing });
    ({ number } = await submitExample(world.as('Ruben Timmermans'), 'wolf'));
    const director = world.as('Fatima El Amrani');
    await decide(world.as('Marieke Jansen'), number, { reason: 'Maatregel.', processDirector: director.id });
    await world.idle();
    await world.as('Marieke Jansen').say('Wat gebeurt er met de casus van Jan Jansen, 06 12345678?');
    ok(await channelOf(director, number));
    await world.close();
    await traces.close();
    spans = stub.envelopes();
  });
  after(async () => {
    await stub.close();
    await double.close();
  });

  const named = (part: string): readonly Envelope[] => spans.filter(({ data }) => data.baseData.name.includes(part));

  it('tell of turns by door, verb and outcome, and what the store asked for them', () => {
    const [turn] = named('turn submit cases/triage-decide');
    ok(turn, spans.map(({ data }) => data.baseData.name).join('\n'));
    equal(turn.data.baseType, 'RequestData');
    const { [attributeKeys.outcome]: outcome = '', [attributeKeys.ru]: ru } = propertiesOf(turn);
    equal(outcome, 'done');
    ok(Number(ru) > 20, `${ru} RU`);
  });

  it('tell of effects by kind and outcome, in the story of the turn that ordered them', () => {
    const [turn] = named('turn submit cases/triage-decide');
    const made = named('effect case-channel').filter(
      ({ tags }) => tags['ai.operation.id'] === turn?.tags['ai.operation.id'],
    );
    ok(made.length > 1);
    const { [attributeKeys.outcome]: outcome, [attributeKeys.tries]: tries } = propertiesOf(made[0]!);
    deepEqual({ outcome, tries }, { outcome: 'done', tries: '1' });
  });

  it('tell of calls to Graph and Teams by method and path, without ids', () => {
    const [graph] = named('graph POST');
    equal(graph?.data.baseData.name, 'graph POST /graph/v1.0/teams/{id}/channels');
    ok(named('connector POST /v3/conversations/{id}/activities').length > 0);
  });

  it('tell the same to what takes OTLP', () => {
    const told = stub.received('/v1/traces').join('\n');
    ok(told.includes('turn submit cases/triage-decide') && told.includes('effect case-channel'));
  });

  it('have no attribute beside those that are allowed', () => {
    const allowed = new Set([...Object.values(attributeKeys), 'service.name', 'service.instance.id']);
    const used = new Set(spans.flatMap((span) => Object.keys(propertiesOf(span))));
    deepEqual(
      [...used].filter((key) => !allowed.has(key) && !key.startsWith('_MS.')),
      [],
    );
  });

  it('hold no person, case, team, word or number that somebody typed', () => {
    const told = ['/v2.1/track', '/v1/traces'].flatMap((path) => stub.received(path)).join('\n');
    const names = people.flatMap(([id = '', name = '', , , , email = '']) => [id, name, email, ...name.split(' ')]);
    const typed = ['Wolf', 'Weert', 'Maatregel', 'Jansen', '12345678', 'Agressie', number, number.slice(3)];
    const found = [...names, ...typed].filter((text) => text.length > 3 && told.includes(text));
    deepEqual([...new Set(found)], []);
    equal(/["/]29:|@thread|@unq/.test(told), false);
  });
});

describe('a place for traces that is away', function () {
  this.timeout(20_000);

  it('hinders no work, and holds up the end for some seconds at most', async () => {
    const gone = await traceStub();
    await gone.close();
    const { tracing, close } = await openTraces({ azure: gone.connectionString, otlp: gone.url, instance: 'spec' });
    equal(await tracing.follow({ name: 'turn' }, async () => 'done'), 'done');
    const since = performance.now();
    await close();
    ok(performance.now() - since < 4_000);
  });
});
