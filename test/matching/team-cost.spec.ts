import { equal, ok } from 'node:assert/strict';
import { type Candidate, costOf, defaultWeights } from '../../src/matching/index.ts';
import { candidate } from './support/team-samples.ts';

const nothing = { load: 0, distance: 0, fit: 0, recent: 0, person: 0 };
const cost = (given: Partial<Candidate>, weights: Partial<typeof nothing>) =>
  costOf(candidate('anna', given), { ...nothing, ...weights });

describe('what asking somebody costs', () => {
  it('rises with the square of their load', () => {
    equal(cost({ load: 0 }, { load: 100 }), 0);
    equal(cost({ load: 0.5 }, { load: 100 }), 25);
    equal(cost({ load: 1.1 }, { load: 100 }), 121);
  });

  it('stays finite for an agenda without hours', () => {
    equal(cost({ load: Infinity }, { load: 100 }), 10_000);
    equal(cost({ load: NaN }, { load: 100 }), 10_000);
  });

  it('rises with the distance and with a poorer fit', () => {
    equal(cost({ distance: 2 }, { distance: 30 }), 60);
    equal(cost({ score: 0.25 }, { fit: 60 }), 45);
    equal(cost({ score: 1 }, { fit: 60 }), 0);
  });

  it('fades out over 90 days since they were last asked', () => {
    equal(cost({ daysSinceAsked: 0 }, { recent: 40 }), 40);
    equal(cost({ daysSinceAsked: 45 }, { recent: 40 }), 20);
    equal(cost({ daysSinceAsked: 90 }, { recent: 40 }), 0);
    equal(cost({ daysSinceAsked: 400 }, { recent: 40 }), 0);
    equal(cost({}, { recent: 40 }), 0);
  });

  it('is the same for each person on top', () => {
    equal(cost({}, { person: 50 }), 50);
  });

  it('is a whole number', () => {
    ok(Number.isInteger(costOf(candidate('anna', { load: 0.333, score: 0.7, daysSinceAsked: 7 }), defaultWeights)));
  });
});
