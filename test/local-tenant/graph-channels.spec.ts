import assert from 'node:assert/strict';
import {
  type Answered,
  at,
  type Bench,
  conversationsOf,
  fatima,
  finishedChannel,
  general,
  graphMember,
  hanna,
  limburg,
  marieke,
  openBench,
  privateChannel,
  refusalOf,
  sharedChannel,
} from './support/bench.ts';

describe('local tenant: channels in Graph', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const channels = `/teams/${limburg}/channels`;
  const owner = graphMember(marieke, 'owner');
  const create = (channel: object): Promise<Answered> => bench.graph(channels, channel);
  const createNamed = (displayName: string): Promise<Answered> =>
    create({ displayName, membershipType: 'private', members: [owner] });
  /** In the team of the cases: some are in the centre's own team too. */
  const namesSeenBy = async (person: string): Promise<readonly string[]> =>
    (await conversationsOf(bench, person)).teams
      .filter((team) => team.name === 'Expertteams Limburg')
      .flatMap((team) => team.channels.map(({ title }) => title));

  it('makes a private channel that only its members see', async () => {
    const members = [owner, graphMember(fatima)];
    const { status, body } = await create({ displayName: 'LI-2026-0001', membershipType: 'private', members });
    assert.deepEqual(
      [status, body],
      [
        201,
        {
          id: at(body, 'id'),
          createdDateTime: at(body, 'createdDateTime'),
          displayName: 'LI-2026-0001',
          description: '',
          membershipType: 'private',
          isArchived: false,
          tenantId: bench.tenant.tenantId,
          webUrl: at(body, 'webUrl'),
        },
      ],
    );
    assert.deepEqual(await namesSeenBy(fatima), ['Algemeen', 'LI-2026-0001']);
    assert.deepEqual(await namesSeenBy('00000000-0000-4000-8000-000000000009'), ['Algemeen']);
    assert.deepEqual(await namesSeenBy(hanna), []);
  });

  it('accepts a shared channel with 202 and makes it a moment later', async () => {
    const accepted = await sharedChannel(bench, 'Samen');
    const operation = accepted.headers.get('content-location') ?? '';
    assert.deepEqual([accepted.status, accepted.body, accepted.headers.get('content-length')], [202, '', '0']);
    assert.deepEqual((await bench.graph(operation)).body, {
      id: operation.split('/').at(-1),
      operationType: 'createChannel',
      createdDateTime: at((await bench.graph(operation)).body, 'createdDateTime'),
      lastActionDateTime: at((await bench.graph(operation)).body, 'lastActionDateTime'),
      status: 'inProgress',
      attemptsCount: 1,
      targetResourceId: null,
      targetResourceLocation: null,
      error: null,
    });
    assert.deepEqual(await namesSeenBy(marieke), ['Algemeen']);
    const id = await finishedChannel(bench, accepted);
    assert.deepEqual(at((await bench.graph(`${channels}/${id}`)).body, 'membershipType'), 'shared');
    assert.deepEqual(await namesSeenBy(marieke), ['Algemeen', 'Samen']);
  });

  it('refuses names that Teams refuses', async () => {
    const bad = ['', ' ', 'x'.repeat(51), 'a/b', 'a#b', 'a..b', '_a', '.a', 'a.', 'CON', 'com1', 'a_vti_b', 'a\u0001b'];
    for (const name of bad) assert.deepEqual(refusalOf(await createNamed(name)), [400, 'BadRequest'], name);
    assert.equal((await createNamed('x'.repeat(50))).status, 201);
  });

  it('refuses a name in use, whatever its capitals, also of a channel in the making', async () => {
    await createNamed('LI-2026-0001');
    const again = await createNamed('li-2026-0001');
    assert.deepEqual(
      [again.status, at(again.body, 'error.message')],
      [400, 'Channel name already existed, please use other name'],
    );
    await sharedChannel(bench, 'Samen');
    assert.deepEqual(refusalOf(await createNamed('Samen')), [400, 'BadRequest']);
  });

  it('refuses the wrong members at creation', async () => {
    const wrong: readonly object[] = [
      { membershipType: 'private', members: [] },
      { membershipType: 'private', members: [graphMember(marieke)] },
      { membershipType: 'private', members: [owner, owner] },
      { membershipType: 'private', members: [{ ...owner, '@odata.type': undefined }] },
      { membershipType: 'shared', members: [owner, graphMember(fatima, 'owner')] },
      { membershipType: 'standard', members: [owner] },
      { membershipType: 'secret', members: [owner] },
    ];
    for (const channel of wrong)
      assert.deepEqual(refusalOf(await create({ displayName: 'x', ...channel })), [400, 'BadRequest']);
    const outsider = await create({
      displayName: 'x',
      membershipType: 'private',
      members: [owner, graphMember(hanna)],
    });
    assert.deepEqual(refusalOf(outsider), [404, 'NotFound']);
    assert.deepEqual(await namesSeenBy(marieke), ['Algemeen']);
  });

  it('lists channels, by name and a page at a time', async () => {
    await createNamed('Zaak (een)');
    await createNamed('LI-2026-0002');
    const byName = await bench.graph(`${channels}?$filter=${encodeURIComponent("displayName eq 'Zaak (een)'")}`);
    assert.deepEqual([at(byName.body, 'value.0.displayName'), at(byName.body, 'value.1')], ['Zaak (een)', undefined]);
    const page = await bench.graph(`${channels}?$top=2`);
    const next = (page.body as Record<string, string>)['@odata.nextLink'] ?? '';
    const following = await bench.graph(next.slice(`${bench.tenant.graphUrl}/v1.0`.length));
    assert.deepEqual(
      [at(page.body, 'value.2'), at(following.body, 'value.0.displayName')],
      [undefined, 'LI-2026-0002'],
    );
    assert.deepEqual(Object.keys(following.body as object), ['value']);
    const strange = await bench.graph(`${channels}?$filter=${encodeURIComponent("startsWith(displayName, 'L')")}`);
    assert.deepEqual(refusalOf(strange), [400, 'BadRequest']);
  });

  it('renames a channel, but not the general one and not to a name in use', async () => {
    const id = await privateChannel(bench, 'LI-2026-0001');
    assert.equal((await bench.graph(`PATCH ${channels}/${id}`, { displayName: 'LI-2026-0001 dicht' })).status, 204);
    assert.deepEqual(await namesSeenBy(marieke), ['Algemeen', 'LI-2026-0001 dicht']);
    const same = await bench.graph(`PATCH ${channels}/${id}`, { displayName: 'LI-2026-0001 dicht', description: 'x' });
    assert.equal(same.status, 204);
    const taken = await bench.graph(`PATCH ${channels}/${id}`, { displayName: 'algemeen' });
    assert.deepEqual(refusalOf(taken), [400, 'BadRequest']);
    const renamed = await bench.graph(`PATCH ${channels}/${general}`, { displayName: 'Anders' });
    assert.deepEqual(refusalOf(renamed), [400, 'BadRequest']);
  });

  it('archives and unarchives with an operation, never the general channel', async () => {
    const id = await privateChannel(bench, 'LI-2026-0001');
    const archived = await bench.graph(`POST ${channels}/${id}/archive`);
    const operation = await bench.graph(archived.headers.get('location') ?? '');
    assert.deepEqual([archived.status, at(operation.body, 'status')], [202, 'succeeded']);
    assert.equal(at((await bench.graph(`${channels}/${id}`)).body, 'isArchived'), true);
    assert.equal((await bench.graph(`POST ${channels}/${id}/unarchive`)).status, 202);
    assert.equal(at((await bench.graph(`${channels}/${id}`)).body, 'isArchived'), false);
    assert.deepEqual(refusalOf(await bench.graph(`POST ${channels}/${general}/archive`)), [400, 'BadRequest']);
  });

  it('does not know other teams, nor channels of another team', async () => {
    const elsewhere = '/teams/10000000-0000-4000-8000-000000000001/channels';
    assert.deepEqual(refusalOf(await bench.graph(`${elsewhere}/${general}`)), [404, 'NotFound']);
    assert.deepEqual(refusalOf(await bench.graph('/teams/nothing/channels')), [404, 'NotFound']);
    assert.deepEqual(refusalOf(await bench.graph(`DELETE ${channels}/${general}`)), [501, 'NotImplemented']);
  });
});
