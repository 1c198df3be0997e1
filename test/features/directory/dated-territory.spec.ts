import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { datedTerritory, type TerritoryEvent } from '../../../src/features/directory/dated-territory.ts';
import { regionCode, type TerritoryRow } from '../../../src/features/directory/index.ts';
import { specify } from '../../support/decider-spec.ts';
import { row, towns } from './samples.ts';

const given = specify(datedTerritory);
const village = row('LI-dorp', 'LI');
const shipped = [...towns, village];
const importing = (rows: readonly TerritoryRow[]) => ({ type: 'ImportTerritory', data: { rows, shipped } }) as const;
const started: TerritoryEvent = { type: 'TerritoryStarted', data: { rows: shipped } };

const movedOn = (day: string) =>
  row('LI-dorp', 'LI', { region: regionCode('li-east'), regionLabel: 'LI East', validFrom: day });
const nextYear = (rows: readonly TerritoryRow[]) => rows.map((known) => ({ ...known, validFrom: '2027-01-01' }));

describe('directory: the territory', () => {
  it('takes the first list that differs, after what was known before', () => {
    given()
      .when(importing([...towns, movedOn('2027-01-01')]))
      .thenEvents(started, {
        type: 'TerritoryImported',
        data: {
          opened: [movedOn('2027-01-01')],
          closed: [{ name: village.name, validFrom: '2025-01-01', validTo: '2026-12-31' }],
        },
      });
  });

  it('closes a municipality that a newer list leaves out', () => {
    given(started)
      .when(importing(nextYear(towns)))
      .thenEvents({
        type: 'TerritoryImported',
        data: { opened: [], closed: [{ name: village.name, validFrom: '2025-01-01', validTo: '2026-12-31' }] },
      });
  });

  it('takes another row of the same first day for a correction', () => {
    const corrected = movedOn('2025-01-01');
    const event: TerritoryEvent = { type: 'TerritoryImported', data: { opened: [corrected], closed: [] } };
    given(started)
      .when(importing([...towns, corrected]))
      .thenEvents(event);
    deepEqual(fold(datedTerritory, [started, event]), { rows: [...towns, corrected] });
  });

  it('does nothing for the list that is known', () => given().when(importing(shipped)).thenNothing());
  it('does nothing for the same list in another order', () =>
    given(started).when(importing(shipped.toReversed())).thenNothing());
  it('does nothing for a newer list that says the same', () =>
    given(started)
      .when(importing(nextYear(shipped)))
      .thenNothing());

  it('refuses an empty list', () => given().when(importing([])).thenRefused('no-rows'));
  it('refuses a list from before the known one', () =>
    given()
      .when(importing(shipped.map((known) => ({ ...known, validFrom: '2024-01-01' }))))
      .thenRefused('older-than-known'));
  it('refuses a part of the list, which would leave a centre without municipalities', () =>
    given(started)
      .when(importing([movedOn('2027-01-01')]))
      .thenRefused('centre-without-municipalities'));

  it('keeps what held before', () => {
    const events: readonly TerritoryEvent[] = [
      started,
      {
        type: 'TerritoryImported',
        data: {
          opened: [movedOn('2027-01-01')],
          closed: [{ name: village.name, validFrom: '2025-01-01', validTo: '2026-12-31' }],
        },
      },
    ];
    deepEqual(fold(datedTerritory, events), {
      rows: [...towns, { ...village, validTo: '2026-12-31' }, movedOn('2027-01-01')],
    });
    given(...events)
      .when(importing([...towns, movedOn('2027-01-01')]))
      .thenNothing();
  });
});
