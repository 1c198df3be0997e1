import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { requestId } from '../../../src/features/places/place-ids.ts';
import type { PlaceRequestFile } from '../../../src/features/places/request-state.ts';
import { waitingOrder } from '../../../src/features/places/waiting.ts';
import { needs, placeHeld, requestAfter, requested, today } from './samples.ts';

type Urgency = Readonly<{ id: string; courtMeasure?: boolean; tenableUntil?: string; asked?: string }>;

function waits({ id, courtMeasure = false, tenableUntil, asked = '2026-11-20' }: Urgency): PlaceRequestFile {
  const about = needs({ courtMeasure, ...(tenableUntil === undefined ? {} : { tenableUntil }) });
  return requestAfter(requested({ id: requestId(id), at: `${asked}T09:00:00.000Z`, needs: about }));
}

const inOrder = (...files: readonly PlaceRequestFile[]) =>
  waitingOrder(files, today).map(({ file, rank, reasons }) => [rank, file.id as string, ...reasons]);

describe('places: the order of who waits', () => {
  it('begins with a court measure, then a place that ends soon, then who asked first', () =>
    deepEqual(
      inOrder(
        waits({ id: 'early', asked: '2026-10-01' }),
        waits({ id: 'soon', tenableUntil: '2026-12-07' }),
        waits({ id: 'court', courtMeasure: true }),
        waits({ id: 'late', asked: '2026-11-01' }),
      ),
      [
        [1, 'court', 'court-measure', 'date'],
        [2, 'soon', 'ends-soon', 'date'],
        [3, 'early', 'date'],
        [4, 'late', 'date'],
      ],
    ));

  it('looks at the end of the present place among those with a measure too', () =>
    deepEqual(
      inOrder(
        waits({ id: 'early', courtMeasure: true, asked: '2026-10-01' }),
        waits({ id: 'soon', courtMeasure: true, tenableUntil: '2026-12-01' }),
      ).map(([, id]) => id),
      ['soon', 'early'],
    ));

  for (const [day, reasons] of [
    ['2026-11-01', ['ends-soon', 'date']],
    ['2026-12-07', ['ends-soon', 'date']],
    ['2026-12-08', ['date']],
  ] as const)
    it(`counts ${reasons.length === 2 ? 'a present place' : 'no present place'} that ends on ${day} as soon`, () =>
      deepEqual(inOrder(waits({ id: 'one', tenableUntil: day })), [[1, 'one', ...reasons]]));

  it('changes as days go by', () => {
    const file = waits({ id: 'one', tenableUntil: '2026-12-20' });
    deepEqual(
      ['2026-12-05', '2026-12-06'].map((day) => waitingOrder([file], day)[0]?.reasons),
      [['date'], ['ends-soon', 'date']],
    );
  });

  it('is without those who have a place', () =>
    deepEqual(inOrder(requestAfter(requested(), placeHeld()), waits({ id: 'one' })), [[1, 'one', 'date']]));

  it('is empty when nobody waits', () => deepEqual(inOrder(), []));

  const urgency = fc.record({
    id: fc.uuid(),
    courtMeasure: fc.boolean(),
    tenableUntil: fc.constantFrom('2026-12-01', '2027-03-01'),
    asked: fc.constantFrom('2026-09-01', '2026-10-01', '2026-11-01'),
  });

  it('is the same however they come in, and nobody is lost', () =>
    fc.assert(
      fc.property(fc.uniqueArray(urgency, { selector: ({ id }) => id, maxLength: 12 }), (urgencies) => {
        const files = urgencies.map(waits);
        deepEqual(inOrder(...files.toReversed()), inOrder(...files));
        deepEqual(
          inOrder(...files).map(([rank]) => rank),
          files.map((_, index) => index + 1),
        );
      }),
    ));

  it('never puts anybody before somebody with a stronger reason', () =>
    fc.assert(
      fc.property(fc.uniqueArray(urgency, { selector: ({ id }) => id, maxLength: 12 }), (urgencies) => {
        const order = waitingOrder(urgencies.map(waits), today);
        for (const [index, { file }] of order.entries()) {
          const next = order[index + 1]?.file;
          if (!next) return;
          ok(file.needs.courtMeasure || !next.needs.courtMeasure);
          const same =
            file.needs.courtMeasure === next.needs.courtMeasure && file.needs.tenableUntil === next.needs.tenableUntil;
          ok(!same || file.requestedAt <= next.requestedAt);
        }
      }),
    ));
});
