import { deepEqual, equal } from 'node:assert/strict';
import { boardOf, countsOf, openingPage, pageOf, pageSize, statusOf } from '../../../src/features/planning/board.ts';
import type { PlanRow } from '../../../src/features/planning/planning.ts';
import { now, rowIn } from './samples.ts';

const boardNow = (...rows: readonly PlanRow[]) => boardOf(rows, now);
const warned = (...rows: readonly PlanRow[]) =>
  boardNow(...rows).flatMap(({ row, warnings }) =>
    warnings.map(({ kind, on }) => `${row.title.nl} ${kind} ${on.title.nl}`),
  );

describe('planning: the board', () => {
  it('is in the order of months, with what goes on at the end', () => {
    const goesOn = rowIn('2026-11', 'goes on', { kind: 'continuous' });
    const rows = boardNow(
      goesOn,
      rowIn('2027-02', 'later'),
      rowIn('2026-10', 'first'),
      rowIn('2026-12', 'letter', { kind: 'recurring' }),
    );
    deepEqual(
      rows.map(({ row }) => row.title.nl),
      ['first', 'letter', 'later', 'goes on'],
    );
  });

  it('says how each row stands', () => {
    equal(statusOf(rowIn('2026-10', 'a'), now), 'late');
    equal(statusOf(rowIn('2026-11', 'a'), now), 'due');
    equal(statusOf(rowIn('2026-12', 'a'), now), 'planned');
    equal(statusOf(rowIn('2026-10', 'a', { stage: 'done' }), now), 'done');
    equal(boardNow(rowIn('2026-10', 'a', { due: '2026-10-07T15:00:00.000Z' }))[0]?.month, '2026-10');
  });

  it('leaves out what was dropped', () => deepEqual(boardNow(rowIn('2026-12', 'a', { stage: 'dropped' })), []));

  it('counts by status', () => {
    const rows = boardNow(
      rowIn('2026-10', 'a'),
      rowIn('2026-11', 'b'),
      rowIn('2027-01', 'c'),
      rowIn('2026-01', 'd', { stage: 'done' }),
    );
    deepEqual(countsOf(rows), { done: 1, late: 1, due: 1, planned: 1, dropped: 0 });
  });
});

describe('planning: warnings about what comes first', () => {
  const before = rowIn('2027-01', 'before');

  it('warns of a row that is due before what it waits for', () => {
    deepEqual(warned(before, rowIn('2026-12', 'after', { dependsOn: ['before'] })), ['after too-early before']);
  });

  it('warns when what it waits for is late', () => {
    const late = rowIn('2026-10', 'before');
    deepEqual(warned(late, rowIn('2027-03', 'after', { dependsOn: ['before'] })), ['after held-up before']);
  });

  it('warns of nothing in the same month, once either is over, or about what goes on', () => {
    deepEqual(warned(before, rowIn('2027-01', 'after', { dependsOn: ['before'] })), []);
    deepEqual(warned({ ...before, stage: 'done' }, rowIn('2026-12', 'after', { dependsOn: ['before'] })), []);
    deepEqual(warned(before, rowIn('2026-12', 'after', { dependsOn: ['before'], stage: 'done' })), []);
    deepEqual(warned({ ...before, kind: 'continuous' }, rowIn('2026-12', 'after', { dependsOn: ['before'] })), []);
    deepEqual(warned(rowIn('2026-12', 'after', { dependsOn: ['gone'] })), []);
  });
});

describe('planning: paging', () => {
  const many = (count: number, done = 0) =>
    boardNow(
      ...Array.from({ length: count }, (_, index) =>
        rowIn(
          `20${27 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
          `row ${index}`,
          index < done ? { stage: 'done' } : {},
        ),
      ),
    );

  it('opens where the first row is that is not done', () => {
    equal(openingPage(many(20, pageSize)), 1);
    equal(openingPage(many(20, pageSize - 1)), 0);
  });

  it('shows the last page for one that is not there', () => {
    const { rows, page, pages } = pageOf(many(pageSize * 2 + 1), 9);
    deepEqual([rows.length, page, pages], [1, 2, 3]);
    equal(pageOf(many(3), -1).page, 0);
  });

  it('is one page when there is nothing, or all is done', () => {
    deepEqual(pageOf([], 0), { rows: [], page: 0, pages: 1 });
    equal(openingPage(many(5, 5)), 0);
  });
});
