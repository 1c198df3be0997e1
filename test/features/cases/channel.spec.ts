import { deepStrictEqual, rejects } from 'node:assert/strict';
import { streamId } from '../../../src/core/ids.ts';
import { GraphError } from '../../../src/graph/graph-error.ts';
import {
  type ChannelBench,
  coreMembers,
  inOrder,
  monitorBy,
  openAdmitted,
  openReady,
  type Opening,
  outcome,
  ready,
} from './channel-bench.ts';
import { sample } from './samples.ts';
import { applicant, centreWorker, chair, director, foreigner, foreignTenant, helper, member } from './stories.ts';

const away = { person: foreigner, part: 'helper', tenantId: foreignTenant } as const;
const joins = { person: helper, part: 'helper' } as const;

describe('the channel of a case', () => {
  let bench: ChannelBench;
  const open = async (opening?: Opening): Promise<void> => {
    bench = await openAdmitted(opening);
  };
  const openMade = async (opening?: Opening): Promise<void> => {
    bench = await openReady(opening);
  };
  afterEach(() => bench.close());

  describe('is made', () => {
    it('private, with everybody in it and in the team', async () => {
      await openMade({ helpers: [joins] });
      deepStrictEqual(await outcome(bench), ready('private', { person: helper, owner: false }));
      deepStrictEqual([...bench.graph.team].sort(), [applicant, chair, director, helper, member].sort());
    });

    it('private, at once with those who are in the team, and with a text that team owners may see', async () => {
      await open({ helpers: [joins], inTeam: [chair, director, helper] });
      await bench.run('create');
      const { members, description } = bench.graph.made[0] ?? {};
      const people = [...coreMembers.slice(0, 2), { person: helper, owner: false }];
      deepStrictEqual([[...(members?.values() ?? [])], description], [people, 'Casusoverleg']);
    });

    it('without adding to the team who is in it', async () => {
      await openMade({ inTeam: [chair, director, applicant, helper] });
      await bench.do(sample('AddParticipant'));
      await bench.finish();
      deepStrictEqual(bench.graph.calls.includes('addTeamMember'), false);
    });

    it('shared, with those of another tenant in it and not in the team', async () => {
      await openMade({ helpers: [away] });
      deepStrictEqual(
        await outcome(bench),
        ready('shared', { person: foreigner, owner: false, tenantId: foreignTenant }),
      );
      deepStrictEqual(bench.graph.team.has(foreigner), false);
    });

    it('and then it is open, with its summary in it and a date to look back', async () => {
      await openMade();
      deepStrictEqual((await bench.file()).clocks.monitorBy, monitorBy);
      deepStrictEqual(bench.posted.filter((slot) => slot === 'summary').length, 2);
      const history = (await bench.store.history(bench.stream)).slice(-5).map(({ event }) => event.type);
      deepStrictEqual(history, [...Array<string>(4).fill('ChannelStepDone'), 'ConferenceOpened']);
    });

    it('but not for a case that never came in: an operator looks', async () => {
      await open();
      const stream = streamId('case', 'draft');
      deepStrictEqual(await bench.run('create', { stream }), {
        ...{ done: false, park: true, error: 'case-draft is not a submitted case' },
      });
    });

    it('without waiting for its making longer than the worker allows', async () => {
      await open({ helpers: [away] });
      const abort = new AbortController();
      let pauses = 0;
      const pause = async (): Promise<void> => {
        if (++pauses === 3) abort.abort();
      };
      const channels = { ...bench.graph.channels, operation: async () => ({ state: 'pending' }) as const };
      const again = await bench.run('create', { signal: abort.signal, deps: { pause, channels } });
      deepStrictEqual([again, pauses], [{ done: false, again: true, afterMs: 500 }, 3]);
    });

    it('again when Graph says that its making failed', async () => {
      await open({ helpers: [away] });
      const channels = {
        ...bench.graph.channels,
        operation: async () => ({ state: 'failed', error: 'no site' }) as const,
      };
      const error = 'Graph 500 OperationFailed: no site';
      deepStrictEqual(await bench.run('create', { deps: { channels } }), { done: false, error, ambiguous: true });
    });
  });

  describe('has the people of the case', () => {
    it('lets in who joins, and takes out who leaves', async () => {
      await openMade();
      await bench.do(sample('AddParticipant'), sample('RemoveParticipant', { person: applicant }));
      await bench.finish();
      const people = [...coreMembers.slice(0, 2), { person: helper, owner: false }];
      deepStrictEqual((await outcome(bench)).channels[0]?.people, inOrder(people));
    });

    it('lets in the people of the centre', async () => {
      await openMade();
      await bench.do(sample('InvolveCentre'));
      await bench.finish();
      deepStrictEqual(await outcome(bench), ready('private', { person: centreWorker, owner: false }));
    });

    it('takes out who was put in by hand, with the next change', async () => {
      await openMade();
      bench.graph.made[0]?.members.set(member, { person: member, owner: false });
      await bench.do(sample('AddParticipant'));
      await bench.finish();
      deepStrictEqual(await outcome(bench), ready('private', { person: helper, owner: false }));
    });

    it('goes on without a person whom Graph does not know, and says so', async () => {
      await open({ helpers: [joins, { person: centreWorker, part: 'helper' }] });
      bench.graph.unknown.add(helper);
      await bench.finish();
      const made = ready('private', { person: centreWorker, owner: false });
      deepStrictEqual(await outcome(bench), { ...made, channel: { ...made.channel, trouble: 'member-unknown' } });
      deepStrictEqual(await eventsOf('ChannelTroubled'), ['member-unknown']);
      deepStrictEqual(bench.posted.includes('trouble'), true);
    });

    it('is parked for such a person when it is ready: an operator looks', async () => {
      await openMade();
      bench.graph.unknown.add(helper);
      await bench.do(sample('AddParticipant'));
      await bench.finish();
      deepStrictEqual(await outcome(bench), ready('private'));
      const parked = (await bench.store.parked(10)).map(({ key, error }) => ({ key, error }));
      deepStrictEqual(parked, [{ key: 'channel-members', error: `not known in the tenant: ${helper}` }]);
    });
  });

  describe('lets the bot in', () => {
    it('asks the chair when it may not do so itself, once, and looks again every minute', async () => {
      await open();
      bench.graph.appIsForbidden.now = true;
      const asked = () => bench.graph.calls.filter((name) => name === 'enableApp').length;
      await bench.settle();
      for (const minute of [1, 2, 3]) {
        deepStrictEqual([asked(), await eventsOf('ChannelTroubled')], [minute, ['app-not-enabled']]);
        bench.passTime(60_000);
        await bench.settle();
      }
      const { stage, channel } = await bench.file();
      const done = ['create', 'members'];
      deepStrictEqual(
        { stage, channel },
        {
          stage: 'admitted',
          channel: {
            status: 'making',
            kind: 'private',
            done,
            channelId: '19:1',
            trouble: 'app-not-enabled',
            askedForHelp: true,
          },
        },
      );
      deepStrictEqual(
        bench.posted.filter((slot) => slot === 'trouble' || slot === 'summary'),
        ['trouble'],
      );
    });

    it('says so also when it said already that somebody is not known', async () => {
      await open({ helpers: [joins] });
      bench.graph.unknown.add(helper);
      bench.graph.appIsForbidden.now = true;
      await bench.settle();
      deepStrictEqual(await eventsOf('ChannelTroubled'), ['member-unknown', 'app-not-enabled']);
    });

    it('goes on by itself once the chair did', async () => {
      await open();
      bench.graph.appIsForbidden.now = true;
      await bench.settle();
      bench.graph.appIsForbidden.now = false;
      await bench.finish();
      deepStrictEqual(await outcome(bench), ready('private'));
    });
  });

  describe('has its summary', () => {
    it('before it counts as open', async () => {
      await open();
      bench.post.works = false;
      await bench.settle();
      deepStrictEqual((await bench.file()).stage, 'admitted');
      bench.post.works = true;
      await bench.finish();
      deepStrictEqual(await outcome(bench), ready('private'));
    });

    it('and waits for it, surely, when its step is run alone', async () => {
      await open();
      deepStrictEqual(await bench.run('summary'), {
        ...{ done: false, error: 'the summary card is not in the channel yet', ambiguous: false },
      });
    });
  });

  it('does nothing for a case without a channel', async () => {
    await open();
    for (const step of ['members', 'app', 'archive', 'unarchive'] as const) {
      deepStrictEqual([step, await bench.run(step)], [step, { done: true }]);
    }
    deepStrictEqual(bench.graph.calls, []);
  });

  it('is a fault when something else goes wrong than Graph', async () => {
    await open();
    bench.graph.faults.set(0, { when: 'before', error: new TypeError('our own') });
    await rejects(bench.run('create'), new TypeError('our own'));
  });

  it('says what Graph said when it fails', async () => {
    await open();
    bench.graph.faults.set(0, {
      when: 'before',
      error: new GraphError(503, 'Busy', { message: 'later', retryAfterMs: 9000 }),
    });
    deepStrictEqual(await bench.run('create'), {
      done: false,
      error: 'Graph 503 Busy: later',
      ambiguous: true,
      afterMs: 9000,
    });
  });

  async function eventsOf(type: 'ChannelTroubled'): Promise<readonly unknown[]> {
    const history = await bench.store.history(bench.stream);
    return history
      .filter(({ event }) => event.type === type)
      .map(({ event }) => (event.data as { trouble: string }).trouble);
  }
});
