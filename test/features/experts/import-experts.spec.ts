import { deepEqual, equal } from 'node:assert/strict';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { expertAggregate, expertsImport, expertStream } from '../../../src/features/experts/index.ts';
import { stateOf } from '../../../src/store/handle.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { someone } from '../directory/samples.ts';
import { clock, noon } from '../directory/imported.ts';
import { hanna } from './samples.ts';

const header =
  'id;specialisms;own_words;domains;regions;mandates;mandate_until;hours_per_month;unavailable;lived_experience;paused';
const row = (cells: Readonly<Record<string, string>> = {}): string => {
  const usual: Readonly<Record<string, string>> = {
    id: hanna,
    specialisms: '"autism;Eetstoornissen;Trauma and PTSD"',
    own_words: 'Meisjes die niets eten.',
    domains: '"jeugd-ggz;lvb"',
    regions: '"noord-limburg;zuid-limburg"',
    mandates: 'treatment',
    mandate_until: '2027-06-30',
    hours_per_month: '12',
    unavailable: '"2026-12-21/2027-01-04;2027-07-01/2027-07-31"',
    lived_experience: 'yes',
    paused: 'no',
  };
  return header
    .split(';')
    .map((column) => cells[column] ?? usual[column] ?? '')
    .join(';');
};

describe('experts: importing a file of experts', () => {
  const store = openedStore(openTemporary);
  beforeEach(() => loadDemo({ store: store(), clock }));
  const load = async (...rows: readonly string[]) =>
    importFile(
      { store: store(), territory: await loadTerritory(), clock, kinds: [expertsImport] },
      { text: [header, ...rows].join('\n') },
    );
  const state = async (person = hanna) => stateOf(expertAggregate, await store().load(expertStream(person)));
  const problems = async (cells: Readonly<Record<string, string>>) => {
    const result = await load(row(cells));
    return result.outcome === 'refused' ? result.problems : [];
  };

  it('registers with everything that is in the row', async () => {
    deepEqual(await load(row()), {
      outcome: 'imported',
      kind: 'experts',
      counts: { added: 1, changed: 0, unchanged: 0, closed: 0 },
    });
    const read = await state();
    deepEqual(read.status === 'none' ? undefined : [read.status, read.registeredAt, read.expert], [
      'registered',
      noon.toISOString(),
      {
        id: hanna,
        organisation: 'Ziekenhuis De Meren',
        specialisms: ['autism', 'eating-disorder', 'trauma'],
        ownWords: 'Meisjes die niets eten.',
        domains: ['jeugd-ggz', 'lvb'],
        regions: ['noord-limburg', 'zuid-limburg'],
        mandates: ['treatment'],
        mandateUntil: '2027-06-30',
        hoursPerMonth: 12,
        unavailable: [
          { from: '2026-12-21', to: '2027-01-04' },
          { from: '2027-07-01', to: '2027-07-31' },
        ],
        livedExperience: true,
      },
    ]);
  });

  it('changes nothing the second time, and what is different the third', async () => {
    await load(row());
    const again = await load(row());
    deepEqual(again.outcome === 'imported' ? again.counts.unchanged : again, 1);
    await load(row({ hours_per_month: '6', paused: 'yes' }));
    const read = await state();
    deepEqual(read.status === 'none' ? undefined : [read.status, read.expert.hoursPerMonth], ['paused', 6]);
  });

  it('takes the three columns that are needed, and something to be found by', async () => {
    const text = `id,regions,hours_per_month,own_words\n${hanna},noord-limburg,4,slaap`;
    const sources = { store: store(), territory: await loadTerritory(), clock, kinds: [expertsImport] };
    equal((await importFile(sources, { text })).outcome, 'imported');
  });

  it('imports nothing when one row is wrong, and names the row and the column', async () => {
    const stranger = someone(99);
    const result = await load(row(), row({ id: stranger, hours_per_month: 'x', regions: 'atlantis' }));
    deepEqual(result.outcome === 'refused' ? result.problems.map((each) => [each.row, each.column]) : [], [
      [3, 'hours_per_month'],
    ]);
    deepEqual(await state(), { status: 'none' });
  });

  it('does not repeat own words with personal data', async () => {
    deepEqual(await problems({ own_words: 'Ik behandelde 111222333' }), [
      { row: 2, column: 'own_words', expected: 'a text without personal data (this looks like: bsn)' },
    ]);
    deepEqual(await state(), { status: 'none' });
  });

  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['an id that is none', { id: 'x' }, 'id'],
    ['somebody who is not in the directory', { id: someone(99) }, 'id'],
    ['a specialism that nobody knows', { specialisms: 'magic' }, 'specialisms'],
    ['too many specialisms', { specialisms: `"${'autism;'.repeat(13)}"` }, 'specialisms'],
    ['words that are too long', { own_words: 'x'.repeat(601) }, 'own_words'],
    ['a domain that nobody knows', { domains: 'x' }, 'domains'],
    ['a region that nobody knows', { regions: 'atlantis' }, 'regions'],
    ['no region', { regions: '' }, 'regions'],
    ['a mandate that nobody knows', { mandates: 'x' }, 'mandates'],
    ['a day that is none', { mandate_until: '2027-02-30' }, 'mandate_until'],
    ['half hours', { hours_per_month: '1.5' }, 'hours_per_month'],
    ['too many hours', { hours_per_month: '161' }, 'hours_per_month'],
    ['a period of days that are none', { unavailable: '2027-02-30/2027-03-01' }, 'unavailable'],
    ['a period that is none', { unavailable: 'soon' }, 'unavailable'],
    ['a period backwards', { unavailable: '2027-03-01/2027-02-01' }, 'unavailable'],
    ['neither yes nor no', { paused: 'perhaps' }, 'paused'],
  ];
  for (const [what, cells, column] of wrong) {
    it(`refuses ${what}`, async () => {
      const found = await problems(cells);
      deepEqual([...new Set(found.map((each) => each.column))], [column], JSON.stringify(found));
      deepEqual(await state(), { status: 'none' });
    });
  }

  it('refuses the same expert twice', async () => {
    const result = await load(row(), row());
    deepEqual(result.outcome === 'refused' ? result.problems.map((each) => [each.row, each.column]) : [], [[3, 'id']]);
  });

  it('is no kind of file for who does not bring it along', async () => {
    const sources = { store: store(), territory: await loadTerritory(), clock };
    const result = await importFile(sources, { text: [header, row()].join('\n') });
    deepEqual([result.outcome, result.kind], ['refused', undefined]);
  });
});
