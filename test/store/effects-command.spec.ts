import { deepStrictEqual, equal, match } from 'node:assert/strict';
import { effectsCommand } from '../../src/effects.ts';
import { openedStore } from '../support/store-opened.ts';
import {
  ask,
  caseStream,
  claimOf,
  effect,
  enqueue,
  instant,
  moment,
  runnable,
  settled,
} from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';

const stream = caseStream(1);
const lane = { stream, lane: 'channel' };

describe('npm run effects', () => {
  const opened = openedStore(openTemporary);

  async function type(...args: string[]) {
    const lines: string[] = [];
    const clock = { now: () => moment(1000) };
    const code = await effectsCommand(args, { store: opened(), clock, print: (line) => void lines.push(line) });
    return { code, lines };
  }

  async function parkSome(...keys: string[]) {
    await enqueue(opened(), { stream, effects: keys.map((key) => effect(key, { lane: 'channel' })) });
    let claim = await claimOf(opened(), lane, ask(0));
    for (const each of claim.effects) {
      claim = settled(await opened().begin(claim, each, ask(0)));
      claim = settled(await opened().park(claim, each, 'no such channel'));
    }
    await opened().release(claim);
  }

  it('lists what was given up, with its error', async () => {
    await parkSome('a', 'b');
    deepStrictEqual(await type(), {
      code: 0,
      lines: ['a', 'b'].map((key) => `case-1\t${key}\ttell\t${instant(0)}\tno such channel`),
    });
  });

  it('says so when there is nothing', async () => {
    deepStrictEqual(await type(), { code: 0, lines: ['Nothing was given up.'] });
    deepStrictEqual(await type('requeue', '--all'), { code: 0, lines: ['0 back in their lanes.'] });
  });

  it('puts one back in its lane', async () => {
    await parkSome('a', 'b');
    deepStrictEqual(await type('requeue', 'case-1', 'a'), { code: 0, lines: ['case-1 a is back in its lane.'] });
    deepStrictEqual(await runnable(opened(), lane, 1000), ['a']);
  });

  it('puts all of them back', async () => {
    const keys = Array.from({ length: 120 }, (_, index) => `k${String(index).padStart(3, '0')}`);
    await parkSome(...keys);
    deepStrictEqual(await type('requeue', '--all'), { code: 0, lines: ['120 back in their lanes.'] });
    deepStrictEqual(await runnable(opened(), lane, 1000), keys);
  });

  it('refuses what is not parked', async () => {
    const { code, lines } = await type('requeue', 'case-1', 'a');
    equal(code, 1);
    match(lines.join('\n'), /case-1 a is not parked/);
  });

  for (const args of [
    ['help'],
    ['requeue'],
    ['requeue', 'case-1'],
    ['requeue', 'case-1', 'a', 'b'],
    ['requeue', 'case', 'a'],
  ]) {
    it(`explains itself to "${args.join(' ')}" and changes nothing`, async () => {
      await parkSome('a');
      const { code, lines } = await type(...args);
      equal(code, 2);
      match(lines.join('\n'), /npm run effects -- requeue --all/);
      deepStrictEqual((await opened().parked(10)).length, 1);
    });
  }
});
