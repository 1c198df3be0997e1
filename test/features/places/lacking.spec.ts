import { deepStrictEqual } from 'node:assert/strict';
import { placeLacks } from '../../../src/features/places/lacking.ts';
import { around } from '../../support/around.ts';
import { director, inAcceptance, inOffer, inPlace, later, placeHeld, requestAfter, requested } from './samples.ts';

const untilOver = '2026-12-01T08:00:00.000Z';
const weeksLater = '2026-12-14T08:00:00.000Z';
const held = [requested(), placeHeld()];

describe('what an open search for a place lacks', () => {
  it('is nothing while somebody leads it and what is set apart has an end', () => {
    for (const events of [[requested()], held, inOffer, inAcceptance]) {
      deepStrictEqual(placeLacks(requestAfter(...events), around(later)), []);
    }
  });

  it('is an owner when who leads it is not there any more', () => {
    for (const events of [[requested()], held]) {
      deepStrictEqual(placeLacks(requestAfter(...events), around(later, director)), ['owner']);
    }
  });

  it('is a next step when it is not known which place is set apart', () => {
    const { chosen: _, ...rest } = requestAfter(...inOffer);
    deepStrictEqual(placeLacks(rest, around(later)), ['step']);
  });

  it('is a date when a place is held past its end, or an offer has stood still for two weeks', () => {
    deepStrictEqual(placeLacks(requestAfter(...held), around(untilOver)), ['date']);
    deepStrictEqual(placeLacks(requestAfter(...inOffer), around(untilOver)), []);
    deepStrictEqual(placeLacks(requestAfter(...inOffer), around(weeksLater)), ['date']);
    deepStrictEqual(placeLacks(requestAfter(requested()), around(weeksLater)), []);
  });

  it('is nothing once the youth lives there', () => {
    deepStrictEqual(placeLacks(requestAfter(...inPlace), around(weeksLater, director)), []);
    deepStrictEqual(placeLacks({ stage: 'none' }, around(later)), []);
  });
});
