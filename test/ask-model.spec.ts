import { deepEqual, equal } from 'node:assert/strict';
import { modelToAsk, resting } from '../src/ask-model.ts';
import type { Heard } from '../src/teams/language-model.ts';
import { handClock } from './support/teams-bot.ts';

const asked = { task: '', sentence: '' };
const help = { intent: 'help', entities: {} };

function asking(...answers: readonly Heard[]) {
  const left = [...answers];
  const outcomes: string[] = [];
  const clock = handClock();
  const observer = { modelAsked: ({ outcome }: { outcome: string }) => void outcomes.push(outcome) };
  const ask = resting(async () => left.shift() ?? { content: 'ja' }, { clock, observer });
  const read = (content: string) => (content === 'ja' ? help : undefined);
  return { ask: () => ask(asked, read), clock, outcomes };
}

describe('a language model that may fail', () => {
  it('gives what was understood, and counts what became of it', async () => {
    const { ask, outcomes } = asking({ content: 'ja' }, { content: 'nee' }, { failed: 'late' });
    deepEqual([await ask(), await ask(), await ask()], [help, undefined, undefined]);
    deepEqual(outcomes, ['understood', 'nothing', 'late']);
  });

  const failed: Heard = { failed: 'unreachable' };

  it('is left alone for a minute after three failures in a row', async () => {
    const { ask, clock, outcomes } = asking(failed, failed, failed);
    for (let time = 0; time < 4; time++) await ask();
    clock.advance(59_999);
    await ask();
    clock.advance(1);
    deepEqual(await ask(), help);
    deepEqual(outcomes, ['unreachable', 'unreachable', 'unreachable', 'resting', 'resting', 'understood']);
  });

  it('is left alone again when it fails once more', async () => {
    const { ask, clock, outcomes } = asking(failed, failed, failed, failed);
    for (let time = 0; time < 3; time++) await ask();
    clock.advance(60_000);
    await ask();
    await ask();
    deepEqual(outcomes.slice(3), ['unreachable', 'resting']);
  });

  it('is not left alone when it fails now and then', async () => {
    const { ask, outcomes } = asking(failed, failed, { content: 'nee' }, failed, failed);
    for (let time = 0; time < 6; time++) await ask();
    equal(outcomes.at(-1), 'understood');
  });

  it('is nothing when there is none', () => {
    equal(modelToAsk(undefined, { clock: handClock(), observer: { modelAsked: () => undefined } }), undefined);
  });
});
