import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import {
  defaultVoteSettings,
  majorities,
  majorityNames,
  voteSettingsLine,
} from '../../../src/features/voting/index.ts';
import { outcomeOf } from '../../../src/features/voting/outcome.ts';
import type { SeatFile } from '../../../src/features/voting/seat-state.ts';
import { voteDecider } from '../../../src/features/voting/vote.ts';
import type { VoteFile, VoteSettings } from '../../../src/features/voting/vote-state.ts';
import { openVoting, type VotingBench } from './bench.ts';
import { closesAt, els, jan, opensAt, toOpen, vote } from './samples.ts';

const line = (settings: Partial<VoteSettings>, locale: 'nl' | 'en' = 'nl'): string =>
  voteSettingsLine({ ...defaultVoteSettings, ...settings }, locale);

describe('how is voted, in one line', () => {
  it('says who sees what, how many must vote and what wins', () => {
    equal(line({}), 'Verborgen tot sluiting · minstens 50% moet stemmen · meer dan de helft beslist');
    equal(
      line({ secrecy: 'secret', quorum: { count: 3 }, thresholdPercent: majorities['two-thirds'] }),
      'Geheim · minstens 3 moeten stemmen · minstens twee derde beslist',
    );
    equal(
      line({ secrecy: 'open', quorum: { count: 1 }, thresholdPercent: 60 }, 'en'),
      'Open · at least 1 must vote · more than 60% decides',
    );
  });

  it('names every majority in both languages', () => {
    for (const locale of ['nl', 'en'] as const) {
      const lines = majorityNames.map((name) => line({ thresholdPercent: majorities[name] }, locale));
      equal(new Set(lines).size, majorityNames.length);
      ok(lines.every((each) => !each.includes('%  ') && !each.includes('.')));
    }
  });
});

describe('a majority', () => {
  const shares = { half: [1, 2], 'two-thirds': [2, 3], 'three-quarters': [3, 4] } as const;
  const result = (name: keyof typeof shares, agree: number, against: number): string => {
    const settings = { thresholdPercent: majorities[name], quorum: { count: 1 } };
    const opening = { type: 'VoteOpening', data: { at: opensAt, by: jan, vote: toOpen({ settings }) } } as const;
    const seats = [
      ['adopt', agree],
      ['reject', against],
    ] as const;
    const cast = seats.map(([choice, weight], n) => ({
      ...{ vote, n, holder: personId(`p${n}`), weight, status: 'sealed', ballot: { at: opensAt, by: els, choice } },
    })) as unknown as readonly SeatFile[];
    return outcomeOf(fold(voteDecider, [opening]) as VoteFile, cast, closesAt).result;
  };

  for (const name of majorityNames)
    it(`of ${name} wins from its share on, and not below`, () => {
      const [top, bottom] = shares[name];
      const weight = fc.integer({ min: 1, max: 2_000 });
      fc.assert(
        fc.property(weight, weight, (agree, against) => {
          const [mine, needed] = [agree * bottom, top * (agree + against)];
          const isEnough = name === 'half' ? mine > needed : mine >= needed;
          equal(result(name, agree, against) === 'adopt', isEnough);
        }),
      );
    });

  it('of exactly two thirds and exactly three quarters is enough, of exactly half is not', () =>
    deepStrictEqual(
      [result('two-thirds', 2, 1), result('three-quarters', 3, 1), result('half', 1, 1)],
      ['adopt', 'adopt', 'no-majority'],
    ));
});

describe('the cards of a vote', () => {
  let bench: VotingBench;
  beforeEach(async () => {
    bench = await openVoting();
    await bench.open(toOpen({ settings: { secrecy: 'secret', thresholdPercent: majorities['three-quarters'] } }));
    await bench.pass(1_000);
  });
  afterEach(() => bench.close());

  for (const slot of ['ballot', 'board', 'manage'])
    it(`say on the ${slot} how is voted`, async () => {
      const shown = await bench.seen(bench.lastSent(slot));
      match(shown, /Geheim · minstens 50% moet stemmen · minstens driekwart beslist/);
    });
});
