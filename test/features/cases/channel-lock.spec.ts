import { deepStrictEqual } from 'node:assert/strict';
import { type ChannelBench, openReady } from './channel-bench.ts';
import { sample } from './samples.ts';

describe('the lock on the channel of a case', () => {
  let bench: ChannelBench;
  beforeEach(async () => {
    bench = await openReady();
  });
  afterEach(() => bench.close());
  const close = [sample('StartClosing'), sample('SignOff')];
  const lockOf = async () => [bench.graph.made[0]?.isArchived, (await bench.file()).channel.status];

  it('when the case is closed, after the last card', async () => {
    await bench.do(...close);
    await bench.finish();
    deepStrictEqual(await lockOf(), [true, 'archived']);
    deepStrictEqual(bench.posted.includes('closed-0'), true);
  });

  it('and unlocked when it is reopened, and locked again', async () => {
    await bench.do(...close);
    await bench.finish();
    await bench.do(sample('ReopenCase'));
    await bench.finish();
    deepStrictEqual(await lockOf(), [false, 'ready']);
    await bench.do(...close);
    await bench.finish();
    deepStrictEqual(await lockOf(), [true, 'archived']);
  });

  it('not when it was reopened before that', async () => {
    await bench.do(...close, sample('ReopenCase'));
    await bench.finish();
    deepStrictEqual(await lockOf(), [false, 'ready']);
    deepStrictEqual(bench.graph.calls.includes('archive'), false);
  });

  it('by the stage of that moment only', async () => {
    deepStrictEqual([await bench.run('archive'), await lockOf()], [{ done: true }, [false, 'ready']]);
    await bench.do(...close);
    await bench.finish();
    deepStrictEqual([await bench.run('unarchive'), await lockOf()], [{ done: true }, [true, 'archived']]);
  });
});
