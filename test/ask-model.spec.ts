import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { modelToAsk, resting } from '../src/ask-model.ts';
import { askable, asking, createMask, readLessons } from '../src/assistant/index.ts';
import type { Heard } from '../src/teams/language-model.ts';
import { startModelStub } from './support/model-stub.ts';
import { handClock } from './support/teams-bot.ts';

const asked = { task: '', sentence: '' };
const help = { intent: 'help', entities: {} };

function failing(...answers: readonly Heard[]) {
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
    const { ask, outcomes } = failing({ content: 'ja' }, { content: 'nee' }, { failed: 'late' });
    deepEqual([await ask(), await ask(), await ask()], [help, undefined, undefined]);
    deepEqual(outcomes, ['understood', 'nothing', 'late']);
  });

  const failed: Heard = { failed: 'unreachable' };

  it('is left alone for a minute after three failures in a row', async () => {
    const { ask, clock, outcomes } = failing(failed, failed, failed);
    for (let time = 0; time < 4; time++) await ask();
    clock.advance(59_999);
    await ask();
    clock.advance(1);
    deepEqual(await ask(), help);
    deepEqual(outcomes, ['unreachable', 'unreachable', 'unreachable', 'resting', 'resting', 'understood']);
  });

  it('is left alone again when it fails once more', async () => {
    const { ask, clock, outcomes } = failing(failed, failed, failed, failed);
    for (let time = 0; time < 3; time++) await ask();
    clock.advance(60_000);
    await ask();
    await ask();
    deepEqual(outcomes.slice(3), ['unreachable', 'resting']);
  });

  it('is not left alone when it fails now and then', async () => {
    const { ask, outcomes } = failing(failed, failed, { content: 'nee' }, failed, failed);
    for (let time = 0; time < 6; time++) await ask();
    equal(outcomes.at(-1), 'understood');
  });

  it('is nothing when there is none', () => {
    equal(modelToAsk(undefined, { clock: handClock(), observer: { modelAsked: () => undefined } }), undefined);
  });
});

describe('what a language model gets to see', () => {
  const secrets = [
    'Sanneke',
    'de Vries',
    'plofstra',
    '123456782',
    '987654321',
    '12-3-2011',
    '06 12345678',
    'x@voorbeeld.nl',
  ];
  const ordinary = [
    'hoe',
    'staat',
    'het',
    'met',
    'de',
    'casus',
    'van',
    'wie',
    'kan',
    'meedenken',
    'naar',
    'LI-2026-0123',
  ];
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ordinary) },
    { weight: 2, arbitrary: fc.constantFrom(...secrets) },
    { weight: 1, arbitrary: fc.stringMatching(/^[A-Z][a-z]{5,9}q$/) },
    { weight: 1, arbitrary: fc.nat().map((number) => `${number}`) },
  );

  it('is words of ours, numbers of cases and placeholders, whoever and whatever is named', async () => {
    const stub = await startModelStub();
    const config = { kind: 'openai', endpoint: stub.url, deployment: 'parser', access: { key: 'k' } } as const;
    const parts = { clock: handClock(), observer: { modelAsked: () => undefined } };
    const ask = modelToAsk({ ...config, timeoutMs: 2_500 }, parts);
    const mask = createMask(readLessons());
    ok(ask);
    const send = async (words: readonly string[]): Promise<void> => {
      const masked = mask(words.join(' '), ['Venlo']);
      if (masked)
        await ask(
          asking(
            masked,
            askable(() => true),
            {},
          ),
          () => undefined,
        );
    };
    await fc.assert(fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 12 }), send), { numRuns: 150 });
    ok(stub.asked.length > 30, `${stub.asked.length} sentences were sent`);
    const allowed = new Set(ordinary);
    for (const { messages, body } of stub.asked) {
      const sent = messages[1]?.content.split(' ') ?? [];
      deepEqual(
        sent.filter((one) => !allowed.has(one) && !/^\[\d+\]$/.test(one)),
        [],
      );
      deepEqual(
        [...secrets, 'Vries'].filter((secret) => body.includes(secret)),
        [],
      );
    }
    await stub.close();
  });
});
