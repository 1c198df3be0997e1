import { equal, match } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { doctorCommand, type DoctorParts } from '../src/doctor.ts';
import type { GraphSettings } from '../src/graph/graph-channels.ts';
import { graphSettings } from '../src/local.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import { ask, caseStream, claimOf, effect, enqueue, settled } from './support/store-samples.ts';
import { setFaults } from './support/tenant-controls.ts';
import { openWorld, type World } from './support/world.ts';

const clock = { now: () => new Date() };

describe('npm run doctor', function () {
  this.timeout(30_000);
  let world: World;
  let graph: GraphSettings;
  let folder: string;
  before(async () => {
    world = await openWorld();
    graph = graphSettings(world.tenant, clock);
  });
  after(() => world.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-doctor-'));
    const store = sqliteStore({ file: path.join(folder, 'doorbraak.db') });
    await loadDemo({ store, clock });
    await store.close();
  });
  afterEach(async () => {
    await setFaults(world.tenant.url, {});
    await rm(folder, { recursive: true });
  });

  async function look(parts: Partial<DoctorParts> = {}) {
    const lines: string[] = [];
    const environment = { DATA_FOLDER: folder };
    const print = (line: string) => void lines.push(line);
    const code = await doctorCommand({ environment, graph: () => graph, clock, print, ...parts });
    return { code, text: lines.join('\n') };
  }

  async function finds(what: RegExp, parts: Partial<DoctorParts> = {}) {
    const { code, text } = await look(parts);
    match(text, what);
    match(text, /1 to mend\.$/);
    equal(code, 1);
  }

  it('says that all is well', async () => {
    const { code, text } = await look();
    equal(text.includes('✘'), false, text);
    match(text, /✔ permission ChannelSettings\.ReadWrite\.All/);
    match(text, /All is well\.$/);
    equal(code, 0);
  });

  it('names every setting that is wrong', async () => {
    const { code, text } = await look({ environment: { STORE: 'cosmos' } });
    match(text, /✘ configuration\n +BOT_APP_ID is missing/);
    match(text, /✘ configuration\n +COSMOS_ENDPOINT is missing/);
    equal(code, 1);
  });

  it('says that the store cannot be opened', () =>
    finds(/✘ store/, { environment: { DATA_FOLDER: path.join(folder, 'doorbraak.db', 'nowhere') } }));

  it('says that the bot gets no token', () => {
    const token = () => Promise.reject(new Error('invalid_client'));
    return finds(/✘ token for Graph\n +invalid_client/, { graph: () => ({ ...graph, token }) });
  });

  it('names a permission that was not given, and what stops without it', () => {
    const roles = ['TeamsAppInstallation.ManageSelectedForTeam.All', 'TeamMember.ReadWriteNonOwnerRole.All'];
    const token = async () => {
      const [head, body = '', ...rest] = (await graph.token()).split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
      return [head, Buffer.from(JSON.stringify({ ...claims, roles })).toString('base64url'), ...rest].join('.');
    };
    const { fetch: own = fetch } = graph;
    const inTeam: typeof fetch = async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${await graph.token()}`);
      return own(url, { ...init, headers });
    };
    return finds(/✘ permission ChannelSettings\.ReadWrite\.All\n +Without it the channel of a closed case stays open/, {
      graph: () => ({ ...graph, token, fetch: inTeam }),
    });
  });

  it('says that a team does not let the bot see its channels', async () => {
    await setFaults(world.tenant.url, { graph: { every: 1, answer: 403, match: '/channels$' } });
    await finds(/✘ channels of .*\n.*403.*Install the app/);
  });

  it('says that the clock is off', () =>
    finds(/✘ clock: 6\d\d s/, { clock: { now: () => new Date(Date.now() - 11 * 60_000) } }));

  it('says that Graph does not answer', async () => {
    const { text } = await look({ graph: () => ({ ...graph, baseUrl: 'http://127.0.0.1:9' }) });
    match(text, /✘ Graph\n +http:\/\/127\.0\.0\.1:9 does not answer/);
  });

  it('shows what was given up, and what is late', async () => {
    const store = sqliteStore({ file: path.join(folder, 'doorbraak.db') });
    const stream = caseStream(1);
    await enqueue(store, { stream, effects: ['a', 'b'].map((key) => effect(key, { lane: 'channel' })) });
    const claim = await claimOf(store, { stream, lane: 'channel' }, ask(0));
    const begun = settled(await store.begin(claim, claim.effects[0]!, ask(0)));
    await store.release(settled(await store.park(begun, claim.effects[0]!, 'no such channel')));
    await store.close();
    const { code, text } = await look();
    match(text, /✘ work given up: 1 of tell\n.*npm run effects/);
    match(text, /✘ oldest work that is due: \d{5,} s late/);
    equal(code, 1);
  });
});
