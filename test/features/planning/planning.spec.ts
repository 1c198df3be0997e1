import { deepEqual, equal } from 'node:assert/strict';
import { checkContent, limits, rowId, startPlanning } from '../../../src/features/planning/planning.ts';
import { template, templateRow } from '../../../src/features/planning/template.ts';
import { now, rowIn } from './samples.ts';

const started = (start: string, rows: Parameters<typeof startPlanning>[1] = []) =>
  startPlanning({ start, at: now }, rows);
const keysOf = (decision: ReturnType<typeof started>): readonly string[] =>
  decision.outcome === 'accepted' ? decision.events.map(({ data }) => `${data.key} ${data.month}`) : [decision.code];

describe('planning: the shipped template', () => {
  it('has the eight rows of the plan, national milestones, evaluations and the newsletter (domain.md K1–K10, J7)', () => {
    const keys = template.map(({ key }) => key).toSorted();
    deepEqual(keys, 'j7a j7b j7c k1 k10 k2 k3 k4 k5 k6 k7 k8 k9a k9b k9c'.split(' '));
  });

  it('draws up before it adopts', () => {
    deepEqual(templateRow('k2-2026-11')?.dependsOn, ['k1']);
    deepEqual(templateRow('k4')?.dependsOn, ['k3']);
    const monthOf = new Map(template.map(({ key, month }) => [key, month]));
    for (const { key, month, dependsOn } of template)
      for (const other of dependsOn) equal((monthOf.get(other) ?? 99) <= month, true, `${other} before ${key}`);
  });

  it('knows nothing of a row that somebody added', () => equal(templateRow('own-12'), undefined));
});

describe('planning: starting', () => {
  it('puts every row in its month, at the distances of the founding texts', () => {
    deepEqual(keysOf(started('2026-12')), [
      ...['k9a-2026-12 2026-12', 'k9b-2026-12 2027-05', 'k1-2026-12 2027-08', 'k2-2026-12 2027-08'],
      ...['k3-2026-12 2027-10', 'k5-2026-12 2027-11', 'k9c-2026-12 2027-11', 'k4-2026-12 2027-12'],
      ...['j7a-2026-12 2028-05', 'j7b-2026-12 2028-06', 'j7c-2026-12 2028-06'],
      ...['k6 2027-07', 'k7 2027-07', 'k8 2026-12', 'k10 2027-09'],
    ]);
  });

  it('asks for no check-in in a month that is over', () => {
    const keys = keysOf(started('2025-06'));
    deepEqual(keys.slice(-4), ['k6 2026-11', 'k7 2026-11', 'k8 2026-12', 'k10 2026-12']);
    equal(keys[0], 'k9a-2025-06 2025-06');
  });

  it('refuses a second planning beside one that runs', () => {
    deepEqual(keysOf(started('2027-01', [rowIn('2027-08', 'k1-2026-12')])), ['already-started']);
  });

  it('refuses a month that is more than two years off', () => {
    deepEqual(keysOf(started('2024-10')), ['start-too-far']);
    deepEqual(keysOf(started('2028-12')), ['start-too-far']);
    equal(started('2024-11').outcome, 'accepted');
  });

  it('makes nothing that is there, done or dropped', () => {
    const all = started('2026-12');
    const rows = all.outcome === 'accepted' ? all.events.map(({ data }) => rowIn(data.month, data.key)) : [];
    const [first, second, ...rest] = rows;
    if (!first || !second) throw new Error('no rows');
    deepEqual(started('2026-12', [{ ...first, stage: 'done' }, { ...second, stage: 'dropped' }, ...rest]), {
      outcome: 'accepted',
      events: [],
    });
  });

  it('goes on with a start that was cut short', () => {
    const keys = keysOf(started('2026-12', [rowIn('2026-12', 'k9a-2026-12'), rowIn('2026-12', 'k8')]));
    equal(keys.length, template.length - 2);
  });

  it('may start again once all is over, and keeps what goes on', () => {
    const keys = keysOf(
      started('2027-01', [rowIn('2025-08', 'k1-2025-01', { stage: 'done' }), rowIn('2026-12', 'k6')]),
    );
    equal(keys.length, template.length - 1);
  });
});

describe('planning: what a row may hold', () => {
  const rows = [
    rowIn('2026-12', 'a'),
    rowIn('2027-01', 'b', { dependsOn: ['a'] }),
    rowIn('2027-02', 'c', { dependsOn: ['b'] }),
  ];
  const check = (key: string, change: Partial<Parameters<typeof checkContent>[1]>) =>
    checkContent(rowId('LI', key), { title: 'Iets', kind: 'one-off', dependsOn: [], ...change }, rows);
  const ids = (...keys: readonly string[]) => keys.map((key) => rowId('LI', key));

  it('takes a title and what it waits for', () => equal(check('d', { dependsOn: ids('a', 'c') }), undefined));

  it('takes a rhythm of one to so many months for what comes back', () => {
    equal(check('d', { kind: 'recurring', every: 1 }), undefined);
    equal(check('d', { kind: 'continuous', every: limits.every }), undefined);
    for (const every of [0, 0.5, limits.every + 1, Number.NaN])
      equal(check('d', { kind: 'continuous', every }), 'rhythm-missing', String(every));
    equal(check('d', { kind: 'recurring' }), 'rhythm-missing');
  });

  it('refuses an empty title', () => equal(check('d', { title: '  ' }), 'title-missing'));

  it('refuses to wait for what is not there', () =>
    equal(check('d', { dependsOn: ids('elsewhere') }), 'unknown-predecessor'));

  it('refuses to wait for itself, near or far', () => {
    equal(check('a', { dependsOn: ids('a') }), 'goes-in-circles');
    equal(check('a', { dependsOn: ids('c') }), 'goes-in-circles');
    equal(check('new', { dependsOn: ids('new') }), 'goes-in-circles');
  });
});
