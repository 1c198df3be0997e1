import { deepEqual, equal } from 'node:assert/strict';
import { rowsOf } from '../../../src/features/planning/planning-desk.ts';
import { openBench, people, type PlanningBench } from './bench.ts';

const header = 'centre,key,title,kind,month,owner,depends_on,every_months,state';

describe('planning: importing a file', () => {
  let bench: PlanningBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const load = (...rows: readonly string[]) => bench.import([header, ...rows].join('\n'));
  const counts = async (...rows: readonly string[]) => {
    const result = await load(...rows);
    return result.outcome === 'imported' ? result.counts : result.problems;
  };
  const problems = async (...rows: readonly string[]) => {
    const result = await load(...rows);
    return result.outcome === 'refused' ? result.problems.map(({ row, column = '' }) => `${row} ${column}`) : [];
  };
  const kept = async () => (await rowsOf(bench.deps, 'LI')).length;

  it('keeps every row as a deadline, with roles and rows by name', async () => {
    deepEqual(
      await counts(
        'LI,plan,Plan maken,one-off,2027-02,project-leader,,,',
        'LI,vast,Plan vaststellen,one-off,2027-03,board,plan,,',
      ),
      { added: 2, changed: 0, unchanged: 0, closed: 0 },
    );
    const row = await bench.row('vast');
    deepEqual([row.owner, row.steward, row.month], [people.els, people.jan, '2027-03']);
    deepEqual(row.dependsOn, ['plan-LI-plan']);
    equal((await bench.row('plan')).moments[0]?.name, 'T-14');
  });

  it('knows the shipped rows by their key, in both languages', async () => {
    await load('LI,k10,Nieuwsbrief uitbrengen,recurring,2027-02,project-leader,,3,');
    const { title, rhythm } = await bench.row('k10');
    deepEqual([title.en, rhythm], ['Send the newsletter', { every: 3, unit: 'month' }]);
  });

  it('changes what is changed, and leaves a row on its day within the month', async () => {
    await load('LI,plan,Plan maken,one-off,2027-02,project-leader,,,');
    const changed = `LI,plan,Plan maken,one-off,2027-04,${people.judith},,,`;
    deepEqual(await counts(changed), { added: 0, changed: 1, unchanged: 0, closed: 0 });
    const row = await bench.row('plan');
    deepEqual([row.owner, row.month, row.moves.length], [people.judith, '2027-04', 1]);
    deepEqual(await counts(changed), { added: 0, changed: 0, unchanged: 1, closed: 0 });
  });

  it('goes over to another project leader, by role', async () => {
    const row = 'LI,plan,Plan maken,one-off,2027-02,project-leader,,,';
    await load(row);
    await bench.import(
      `code,label,coordinating_municipality,project_leader,staff\nLI,Limburg,Roermond,${people.judith},`,
    );
    await load(row);
    const { owner, steward } = await bench.row('plan');
    deepEqual([owner, steward], [people.judith, people.judith]);
  });

  it('leaves alone what is over in the file, and what is there when it is demo data', async () => {
    deepEqual(await counts('LI,oud,Oud,one-off,2026-01,project-leader,,,done'), {
      ...{ added: 0, changed: 0, unchanged: 1, closed: 0 },
    });
    equal(await kept(), 0);
    await load('LI,plan,Plan maken,one-off,2027-02,project-leader,,,');
    await bench.import(`${header}\nLI,plan,Anders,one-off,2027-09,board,,,`, true);
    equal((await bench.row('plan')).title.nl, 'Plan maken');
  });

  it('names every line and column that is wrong, and then imports nothing', async () => {
    const nobody = '00000000-0000-4000-8000-000000000999';
    deepEqual(
      await problems(
        'LI,goed,Goed,one-off,2027-02,project-leader,,,',
        'XX,a,A,one-off,2027-02,project-leader,,,',
        `LI,b,B,one-off,2027-02,${nobody},,,`,
        'LI,c,C,daily,2027-02,project-leader,,,',
        'LI,d,D,one-off,februari,project-leader,,,',
        'LI,e,E,recurring,2027-02,project-leader,,,',
        'LI,f,F,one-off,2027-02,project-leader,gone,,',
        'LI,g,Bel 06-12345678,one-off,2027-02,project-leader,,,',
        'LI,h,,one-off,2027-02,somebody,,,',
      ),
      ['3 centre', '4 owner', '5 kind', '6 month', '7 every_months', '8 depends_on', '9 title', '10 owner'],
    );
    equal(await kept(), 0);
  });

  it('refuses rows that wait for each other, a key twice, and a centre that nobody leads', async () => {
    deepEqual(
      await problems('LI,a,A,one-off,2027-02,project-leader,b,,', 'LI,b,B,one-off,2027-02,project-leader,a,,'),
      ['2 depends_on', '3 depends_on'],
    );
    deepEqual(await problems('LI,a,A,one-off,2027-02,board,,,', 'LI,a,B,one-off,2027-02,board,,,'), ['3 key']);
    equal(await kept(), 0);
  });

  it('refuses to open what is over, and to make another kind of a row', async () => {
    const row = 'LI,plan,Plan maken,one-off,2027-02,project-leader,,,';
    await load(row);
    deepEqual(await problems('LI,plan,Plan maken,continuous,2027-02,project-leader,,2,'), ['2 kind']);
    await bench.click(people.jan, 'submit planning/done-send', { centre: 'LI', key: 'plan', note: '' });
    deepEqual(await problems(row), ['2 key']);
    equal((await bench.row('plan')).stage, 'done');
  });
});
