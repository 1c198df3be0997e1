import { deepStrictEqual, equal } from 'node:assert/strict';
import sinon from 'sinon';
import { type SendingLimits, sendingLimits } from '../../src/teams/sending-limits.ts';

const chat = 'a-chat';

describe('sending limits', () => {
  let time: sinon.SinonFakeTimers;
  let limits: SendingLimits;
  beforeEach(() => {
    time = sinon.useFakeTimers({ now: Date.parse('2026-03-02T08:00:00.000Z') });
    limits = sendingLimits();
  });
  afterEach(() => time.restore());

  /** What each of so many sends is told, one right after the other. */
  async function tell(times: number, thread = chat): Promise<readonly number[]> {
    const waits: number[] = [];
    for (let turn = 0; turn < times; turn++) waits.push(await limits.take(thread));
    return waits;
  }
  const free = (times: number): readonly number[] => Array.from({ length: times }, () => 0);

  it('let seven go to one thread in a second, and eight in two', async () => {
    deepStrictEqual(await tell(8), [...free(7), 1_000]);
    time.tick(1_000);
    deepStrictEqual(await tell(2), [0, 1_000]);
    time.tick(1_000);
    deepStrictEqual(await tell(8), [...free(7), 1_000]);
  });

  it('let sixty go to one thread in thirty seconds', async () => {
    for (let round = 0; round < 8; round++) {
      deepStrictEqual(await tell(4), free(4), `round ${round}`);
      time.tick(1_000);
      deepStrictEqual(await tell(round < 7 ? 4 : 0), free(round < 7 ? 4 : 0), `round ${round}, its second half`);
      time.tick(1_000);
    }
    deepStrictEqual(await tell(1), [14_000]);
    time.tick(14_000);
    deepStrictEqual(await tell(1), [0]);
  });

  it('let fifty go in a second to all threads together', async () => {
    for (let thread = 0; thread < 50; thread++) equal(await limits.take(`chat-${thread}`), 0);
    time.tick(400);
    deepStrictEqual(await tell(1, 'chat-50'), [600]);
    time.tick(600);
    deepStrictEqual(await tell(1, 'chat-50'), [0]);
  });

  it('do not count a send that has to wait', async () => {
    deepStrictEqual(await tell(20), [...free(7), ...Array.from({ length: 13 }, () => 1_000)]);
    time.tick(2_000);
    deepStrictEqual(await tell(7), free(7));
  });

  it('do not hold back one thread for another', async () => {
    await tell(8);
    deepStrictEqual(await tell(1, 'another'), [0]);
  });

  it('count a reply, which is never held back itself', async () => {
    for (let reply = 0; reply < 9; reply++) await limits.count(chat);
    deepStrictEqual(await tell(1), [2_000]);
    time.tick(2_000);
    deepStrictEqual(await tell(1), [0]);
  });

  it('let one message change once a second, and another meanwhile', async () => {
    const change = (message: string): Promise<number> => limits.takeUpdate(message);
    deepStrictEqual([await change('m1'), await change('m1'), await change('m2')], [0, 1_000, 0]);
    time.tick(1_000);
    equal(await change('m1'), 0);
  });
});
