import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { conceptId } from '../../../src/matching/index.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import type { Facility, LoosePlace } from '../../../src/features/places/facility-state.ts';
import { facilityKinds } from '../../../src/features/places/facility-state.ts';
import { type Fit, findFits } from '../../../src/features/places/fit.ts';
import { facilityId } from '../../../src/features/places/place-ids.ts';
import type { Needs } from '../../../src/features/places/request-state.ts';
import { facilityAfter, held, needs, place, registered, today } from './samples.ts';

const autism = conceptId('autism');
const trauma = conceptId('trauma');

const known = (id: string, changes: Partial<Facility> = {}, places?: readonly LoosePlace[]) =>
  facilityAfter(registered({ id: facilityId(id), ...changes }, places));
const search = (asked: Partial<Needs>, ...all: readonly ReturnType<typeof known>[]) =>
  findFits({ needs: needs(asked), centre: 'LI', today }, all);
const ids = (fits: readonly Fit[]) => fits.map(({ id }) => id as string);
const reason = (fit: Fit | undefined, by: string) => fit?.reasons.find((each) => each.by === by);

describe('places: what fits', () => {
  it('has all points when everything fits, and says why', () => {
    const [fit] = search({ kinds: ['small-group'], profile: [autism] }, known('a', { profile: [autism, trauma] }));
    equal(fit?.score, 100);
    deepEqual(fit.reasons, [
      { by: 'kind', points: 30, fits: true },
      { by: 'profile', points: 30, shared: [autism] },
      { by: 'distance', points: 25, distance: 'preferred' },
      { by: 'date', points: 15, from: today, inTime: true },
    ]);
    deepEqual([fit.places, fit.count], ['free', 2]);
  });

  for (const [what, asked, changes] of [
    ['the age', { ages: [11] }, {}],
    ['the age of a brother or sister', { ages: [17, 10] }, {}],
    ['more places than there are', { ages: [13, 14, 15] }, {}],
    ['being closed by then', {}, { closes: '2026-11-22' }],
    ['being closed when it is needed', { from: '2027-02-01' }, { closes: '2027-01-31' }],
  ] as const)
    it(`is not one that is ruled out by ${what}`, () => deepEqual(search(asked, known('a', changes)), []));

  it('is never ruled out by what it wants to talk about', () => {
    const [plain, careful] = search({}, known('a'), known('b', { concerns: 'Brandstichting, middelengebruik.' }));
    deepEqual([plain?.score, careful?.id], [careful?.score, 'b']);
  });

  it('is looked for across all centres, the nearest first', () => {
    const fits = search(
      {},
      known('far', { centre: 'BZ', region: regionCode('zeeland') }),
      known('own', { region: regionCode('zuid-limburg') }),
      known('near'),
    );
    deepEqual(ids(fits), ['near', 'own', 'far']);
    deepEqual(
      fits.map(({ distance }) => distance),
      ['preferred', 'own-centre', 'other-centre'],
    );
  });

  it('prefers a region that was asked for, also in another centre', () =>
    deepEqual(
      ids(
        search(
          { regions: [regionCode('zeeland')] },
          known('own'),
          known('far', { centre: 'BZ', region: regionCode('zeeland') }),
        ),
      ),
      ['far', 'own'],
    ));

  it('is another kind too, further down', () =>
    deepEqual(ids(search({ kinds: ['foster'] }, known('group'), known('foster', { kind: 'foster' }))), [
      'foster',
      'group',
    ]));

  it('has points for the part of the needs that it knows', () => {
    const [fit] = search({ profile: [autism, trauma] }, known('a', { profile: [trauma] }));
    deepEqual(reason(fit, 'profile'), { by: 'profile', points: 15, shared: [trauma] });
  });

  for (const [from, points] of [
    ['2026-11-23', 15],
    ['2026-11-24', 12],
    ['2026-11-30', 12],
    ['2026-12-01', 9],
    ['2027-03-01', 0],
  ] as const)
    it(`has ${points} points for the day when it is free from ${from}`, () => {
      const [fit] = search({}, known('a', {}, [place('p1', 'free', from)]));
      deepEqual(reason(fit, 'date'), { by: 'date', points, from, inTime: points === 15 });
    });

  it('is free when there is room for both of them', () => {
    const places = [place('p1', 'free', today), place('p2', 'free', '2026-12-14')];
    const [fit] = search({ ages: [12, 14] }, known('a', {}, places));
    deepEqual(reason(fit, 'date'), { by: 'date', points: 6, from: '2026-12-14', inTime: false });
  });

  it('opens before it takes anybody', () => {
    const [fit] = search({}, known('a', { opens: '2026-12-07' }));
    equal((reason(fit, 'date') as { from: string }).from, '2026-12-07');
  });

  it('shows places to be created after everything that is free', () => {
    const fits = search(
      { kinds: ['custom'] },
      known('new', { kind: 'custom' }, [place('p1', 'to-create'), place('p2', 'to-create')]),
      known('free', { centre: 'BZ', region: regionCode('zeeland') }),
    );
    deepEqual(
      fits.map(({ id, places }) => [id, places]),
      [
        ['free', 'free'],
        ['new', 'to-create'],
      ],
    );
  });

  it('is not what somebody else has', () =>
    deepEqual(
      findFits({ needs: needs(), centre: 'LI', today }, [facilityAfter(registered({}, [place('p1', 'free')]), held())]),
      [],
    ));

  it('has between 0 and 100 points, and the same list for any order of facilities', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            id: fc.uuid(),
            kind: fc.constantFrom(...facilityKinds),
            centre: fc.constantFrom('LI' as const, 'BZ' as const),
            concerns: fc.constantFrom('', 'Iets.'),
            from: fc.constantFrom(today, '2026-12-10', '2027-02-01'),
          }),
          { selector: ({ id }) => id, maxLength: 10 },
        ),
        (said) => {
          const all = said.map(({ id, from, ...rest }) => known(id, rest, [place('p1', 'free', from)]));
          const fits = search({ kinds: ['foster'], profile: [autism] }, ...all);
          equal(fits.length, all.length);
          ok(fits.every(({ score }) => score >= 0 && score <= 100));
          deepEqual(ids(search({ kinds: ['foster'], profile: [autism] }, ...all.toReversed())), ids(fits));
        },
      ),
    ));
});
