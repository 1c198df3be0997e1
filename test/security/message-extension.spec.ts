import { deepEqual, equal, ok } from 'node:assert/strict';
import type { DialogAnswer, SearchAnswer } from '../../src/local-tenant/api.ts';
import { caseStream } from '../../src/features/cases/index.ts';
import { findDeadlines } from '../../src/features/deadlines/index.ts';
import { channelOf } from '../support/case-walk.ts';
import { fatima, runningCase, wolf } from '../support/governance-walk.ts';
import { call, type Persona } from '../support/persona.ts';
import { caseOf } from '../support/stored-cases.ts';
import { setClock } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

type Line = Readonly<{ msg?: string; door?: string; actor?: string; outcome?: string }>;

const erik = 'Erik Mulder';
/** What people wrote in the case, and what it is about. */
const secrets = ['Wolf', 'Weert', 'casusoverleg'];

describe('security: the message extension', () => {
  let world: World;
  let number = '';
  const lines: string[] = [];
  before(async () => {
    world = await openWorld({ botLogLevel: 'trace', botLog: (line) => void lines.push(line) });
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
    number = await runningCase(world.as, wolf);
    await world.idle();
  });
  after(() => world.close());

  const at = ({ id }: Persona, path: string) => `${world.tenant.url}/api/as/${id}/${path}`;
  const search = (someone: Persona, command: string, query: string): Promise<SearchAnswer> =>
    call(at(someone, 'search'), { command, query });
  const looks = async () => {
    const log = await world.store.access.read(caseStream((await caseOf(world.store, number)).id));
    return log.map(({ userId, outcome, eventType }) => [userId, outcome, eventType]);
  };
  const tasks = () => findDeadlines({ store: world.store }, [{ field: 'stage', equals: 'open' }]);
  const ownTasks = async () => (await tasks()).filter(({ about }) => about.kind === 'own');
  const outcomesOf = ({ id }: Persona, door: string) =>
    lines
      .map((line) => JSON.parse(line) as Line)
      .filter(({ msg, actor, door: by }) => msg === 'turn' && actor === id && by === door)
      .map(({ outcome }) => outcome);
  /** What a client sends from the dialog of a message, made up. */
  async function forge(someone: Persona, data: object): Promise<DialogAnswer> {
    const message = await someone.say('Onthoud dit even');
    const sent = { command: 'taskFromMessage', data };
    return call(at(someone, `messages/${message.id}/command/submit`), sent);
  }
  const task = (someone: Persona, rest: object) => ({
    ...{ verb: 'deadlines/own-send', deadline: 'own-forged', from: 'message', link: '' },
    ...{ title: 'Meekijken', day: '2026-12-02', owner: someone.id, ...rest },
  });

  it('shows an outsider nothing of a case whose number they know, and writes the look down', async () => {
    const before = await looks();
    const found = await search(world.as(erik), 'searchCases', number);
    deepEqual(found.results, []);
    for (const secret of secrets) ok(!JSON.stringify(found).includes(secret), secret);
    deepEqual((await looks()).slice(before.length), [[world.as(erik).id, 'refused', 'case.status']]);
  });

  it('shows them no list of others either, and says what they tried in the line of the turn, without a word of it', async () => {
    for (const command of ['searchCases', 'searchExperts', 'searchDecisions'])
      deepEqual((await search(world.as(erik), command, 'Weert')).results, []);
    deepEqual(outcomesOf(world.as(erik), 'search').slice(-3), ['nothing-found', 'not-allowed', 'not-allowed']);
    ok(!lines.join('').includes('Weert'));
  });

  it('looks nothing up for a BSN, and keeps it nowhere', async () => {
    const { results, text } = await search(world.as(fatima), 'searchCases', 'BSN 1234.56.782');
    deepEqual([results, text?.includes('persoonsgegevens')], [[], true]);
    ok(!lines.join('').includes('1234.56.782'));
  });

  it('takes a search that nobody knows for what it is', async () => {
    equal((await search(world.as(fatima), 'searchEverything', number)).results.length, 0);
    deepEqual(outcomesOf(world.as(fatima), 'search').slice(-1), ['stale']);
  });

  it('makes no task in a case of others, from whatever a client sends', async () => {
    const before = await looks();
    const answer = JSON.stringify(await forge(world.as(erik), task(world.as(erik), { about: number })));
    ok(answer.includes('Deze casus ken ik niet'), answer);
    deepEqual((await looks()).slice(before.length), [[world.as(erik).id, 'refused', 'case.status']]);
    deepEqual(await ownTasks(), []);
  });

  it('makes none that leads to another site, or that takes the place of what others keep', async () => {
    const link = 'https://teams.microsoft.com.example.org/l/message/19%3Ax/1';
    ok(
      JSON.stringify(await forge(world.as(erik), task(world.as(erik), { link }))).includes('Dit bericht staat niet in'),
    );
    const [promised] = await tasks();
    ok(promised);
    const taken = await forge(world.as(erik), task(world.as(erik), { deadline: promised.id }));
    ok(JSON.stringify(taken).includes('verouderd'), JSON.stringify(taken));
    deepEqual(await ownTasks(), []);
  });

  it('gives no card of somebody else’s task, and opens none', async () => {
    const channel = await channelOf(world.as(fatima), number);
    const message = await world.as(fatima).say('Wie belt de school?', channel);
    const kept = await call<DialogAnswer>(at(world.as(fatima), `messages/${message.id}/command/submit`), {
      ...{ command: 'taskFromMessage', data: task(world.as(fatima), { deadline: 'own-real', about: number }) },
    });
    equal(kept.type, 'open');
    const [own] = await ownTasks();
    const share = { verb: 'deadlines/share', deadline: own?.id };
    equal((await forge(world.as(fatima), share)).type, 'insert');
    for (const verb of ['deadlines/share', 'deadlines/open', 'deadlines/form']) {
      const answer = await forge(world.as(erik), { ...share, verb, what: 'move' });
      equal(answer.type === 'insert' || JSON.stringify(answer).includes('Meekijken'), false);
      ok(!JSON.stringify(answer).includes('Wie belt'), verb);
    }
  });
});
