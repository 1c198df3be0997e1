import { deepStrictEqual, equal, ok, rejects } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import sinon from 'sinon';
import { fold } from '../../src/core/decider.ts';
import { commandId } from '../../src/core/ids.ts';
import { type EventStore } from '../../src/store/event-store.ts';
import { handle, type Order } from '../../src/store/handle.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { openedStore } from '../support/store-opened.ts';
import { caseStream, commit, freshCommand, moment } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { close, tally, type TallyCommand, type TallyEvent, vote } from '../support/store-tally.ts';

const run = promisify(execFile);
const stream = caseStream(1);
const order = (command: TallyCommand, id = freshCommand()): Order<TallyCommand> => ({
  stream,
  command,
  by: 'system',
  at: moment(0),
  commandId: id,
});
const voted = (voter: string): TallyEvent => ({ type: 'Voted', data: { voter, choice: 'yes' } });

/** Another instance's write: past the turns that commands take within this one. */
async function writeBeside(store: EventStore, event: TallyEvent): Promise<void> {
  const events = [...(await eventsOf(store)), event];
  await commit(store, { stream, type: 'tally', events: [event], state: fold(tally.decider, events) });
}

async function eventsOf(store: EventStore): Promise<readonly TallyEvent[]> {
  return (await store.history(stream)).map(({ event }) => event as TallyEvent);
}

describe('handle', () => {
  const opened = openedStore(openTemporary);
  afterEach(() => sinon.restore());

  it('records what was decided, with the state, its fields and the effects', async () => {
    const store = opened();
    const handled = await handle(store, tally, order(vote('ann')));
    const state = { votes: { ann: 'yes' }, closed: false };
    deepStrictEqual(handled, {
      decision: { outcome: 'accepted', events: [voted('ann')] },
      state,
      version: 1,
      repeated: false,
    });
    deepStrictEqual(await store.load(stream), { state, version: 1, tag: (await store.load(stream)).tag });
    const where = [{ field: 'voters', contains: 'ann' }];
    const by = { field: 'name', direction: 'asc' } as const;
    deepStrictEqual((await store.find({ type: 'tally', where, order: by, limit: 1 })).items, [
      { stream, version: 1, state },
    ]);
    equal((await store.dueLanesOf(stream, moment(0))).length, 1);
  });

  it('leaves nothing behind for a refused command', async () => {
    const store = opened();
    const refused = order(close);
    const { decision, version, repeated } = await handle(store, tally, refused);
    deepStrictEqual({ decision, version, repeated }, {
      decision: { outcome: 'refused', code: 'nobody-voted' },
      version: 0,
      repeated: false,
    } as const);
    deepStrictEqual(await eventsOf(store), []);
    equal(await store.handled(stream, refused.commandId), undefined);
    deepStrictEqual(await store.dueLanes(moment(0), 10), []);
  });

  it('leaves nothing behind for a command that changes nothing', async () => {
    const store = opened();
    await handle(store, tally, order(vote('ann')));
    const handled = await handle(store, tally, order(vote('ann')));
    deepStrictEqual(handled.decision, { outcome: 'accepted', events: [] });
    equal(handled.version, 1);
    deepStrictEqual(await eventsOf(store), [voted('ann')]);
  });

  it('does nothing for a command that was accepted before, and answers what it did then', async () => {
    const store = opened();
    const once = order(vote('ann'), commandId('vote-1'));
    await handle(store, tally, once);
    await handle(store, tally, order(vote('ann', 'no')));
    const again = await handle(store, tally, once);
    deepStrictEqual(again, {
      decision: { outcome: 'accepted', events: [voted('ann')] },
      state: { votes: { ann: 'no' }, closed: false },
      version: 2,
      repeated: true,
    });
    equal((await eventsOf(store)).length, 2);
  });

  it('answers a repeated command as accepted, also when it would be refused by now', async () => {
    const store = opened();
    const once = order(vote('ann'), commandId('vote-1'));
    await handle(store, tally, once);
    await handle(store, tally, order(close));
    const again = await handle(store, tally, once);
    deepStrictEqual([again.decision, again.repeated], [{ outcome: 'accepted', events: [voted('ann')] }, true]);
    const other = await handle(store, tally, order(vote('ann')));
    deepStrictEqual([other.decision, other.repeated], [{ outcome: 'refused', code: 'closed' }, false]);
  });

  it('records a command that comes twice at the same moment once', async () => {
    const store = opened();
    const once = order(vote('ann'), commandId('vote-1'));
    const both = await Promise.all([handle(store, tally, once), handle(store, tally, once)]);
    deepStrictEqual(both.map(({ repeated }) => repeated).toSorted(), [false, true]);
    deepStrictEqual(await eventsOf(store), [voted('ann')]);
  });

  it('decides again when another writer was first', async () => {
    const store = opened();
    const scripted = sinon.stub<Parameters<EventStore['commit']>, ReturnType<EventStore['commit']>>();
    scripted.callsFake(store.commit);
    scripted.onFirstCall().callsFake(async (late) => {
      await writeBeside(store, voted('bob'));
      return store.commit(late);
    });
    const handled = await handle({ ...store, commit: scripted }, tally, order(vote('ann')));
    deepStrictEqual(handled.state, { votes: { bob: 'yes', ann: 'yes' }, closed: false });
    deepStrictEqual(await eventsOf(store), [voted('bob'), voted('ann')]);
    equal(scripted.callCount, 2);
  });

  it('refuses by the state that the other writer left', async () => {
    const store = opened();
    await handle(store, tally, order(vote('ann')));
    const overtaken: EventStore['commit'] = async (late) => {
      await writeBeside(store, { type: 'Closed', data: { votes: 1 } });
      return store.commit(late);
    };
    const { decision } = await handle({ ...store, commit: overtaken }, tally, order(vote('bob')));
    deepStrictEqual(decision, { outcome: 'refused', code: 'closed' });
  });

  it('gives up after twelve lost races, with nothing written', async () => {
    sinon.stub(Math, 'random').returns(0);
    const store = opened();
    const late = sinon.stub().resolves('conflict');
    await rejects(
      handle({ ...store, commit: late }, tally, order(vote('ann'))),
      /stream case-1 kept changing: 12 attempts/,
    );
    equal(late.callCount, 12);
    deepStrictEqual(await eventsOf(store), []);
  });

  it('counts every vote of a crowd on one stream', async () => {
    const voters = Array.from({ length: 40 }, (_, index) => `voter-${index}`);
    await Promise.all(voters.map((voter) => handle(opened(), tally, order(vote(voter)))));
    deepStrictEqual(Object.keys((await opened().load(stream)).state?.['votes'] ?? {}).toSorted(), voters.toSorted());
  });

  it('counts every vote of two processes that write to one stream', async () => {
    const { store, file, close: shut } = await openTemporary();
    const script = path.join(import.meta.dirname, '../support/store-voter.ts');
    const votes = ['ann', 'bob'].map((name) => run(process.execPath, [script, file, name, '40']));
    const conflicts = (await Promise.all(votes)).map(({ stdout }) => Number(stdout));
    const history = await store.history(stream);
    deepStrictEqual(
      history.map(({ version }) => version),
      Array.from({ length: 80 }, (_, index) => index + 1),
    );
    const { state } = await store.load(stream);
    equal(Object.keys(state?.['votes'] ?? {}).length, 80);
    ok(
      conflicts.some((count) => count > 0),
      'the two never met: this proves nothing',
    );
    await shut();
  });

  it('keeps the state the fold of the events, whatever is commanded', async () => {
    const voter = fc.constantFrom('ann', 'bob', 'eve');
    const voting = fc
      .tuple(voter, fc.constantFrom('yes' as const, 'no' as const))
      .map(([who, what]) => vote(who, what));
    const ids = fc.nat(8).map((id) => commandId(`c-${id}`));
    const orders = fc.array(fc.tuple(fc.oneof({ weight: 8, arbitrary: voting }, fc.constant(close)), ids));
    await fc.assert(
      fc.asyncProperty(orders, async (commands) => {
        const store = sqliteStore({ file: ':memory:' });
        for (const [command, id] of commands) await handle(store, tally, order(command, id));
        const events = await eventsOf(store);
        const { state, version } = await store.load(stream);
        deepStrictEqual(state ?? tally.decider.initial, fold(tally.decider, events));
        equal(version, events.length);
        await store.close();
      }),
      { numRuns: 50 },
    );
  });
});
