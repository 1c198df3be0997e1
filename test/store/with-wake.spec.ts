import { deepStrictEqual } from 'node:assert/strict';
import { type StreamId } from '../../src/core/ids.ts';
import { withWake } from '../../src/store/with-wake.ts';
import { openedStore } from '../support/store-opened.ts';
import { caseStream, commit, commitOf, effect } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';

describe('with wake', () => {
  const opened = openedStore(openTemporary);
  const stream = caseStream(1);

  it('tells of a commit with effects', async () => {
    const woken: StreamId[] = [];
    await commit(
      withWake(opened(), (each) => woken.push(each)),
      { stream, effects: [effect('a')] },
    );
    deepStrictEqual(woken, [stream]);
  });

  it('tells of no commit without effects, and of none that was not recorded', async () => {
    const woken: StreamId[] = [];
    const store = withWake(opened(), (each) => woken.push(each));
    const late = await commitOf(store, { stream, effects: [effect('late')] });
    await commit(store, { stream });
    deepStrictEqual(await store.commit(late), 'conflict');
    deepStrictEqual(woken, []);
  });
});
