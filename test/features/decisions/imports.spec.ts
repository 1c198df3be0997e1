import { deepEqual, equal, ok } from 'node:assert/strict';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { governanceOf, mandateFor, stillMay } from '../../../src/features/decisions/governance-desk.ts';
import { mandatesImport, routesImport } from '../../../src/features/decisions/index.ts';
import { mandateDecider } from '../../../src/features/decisions/mandate.ts';
import { type Bench, openBench, people } from './bench.ts';
import { board, holder, klankbord, mandate, matter, onRoute, projectGroup } from './samples.ts';
import { monday } from '../../support/feature-bench.ts';

describe('importing mandates and routes', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench.close());

  const run = async (text: string) => {
    const { store, clock } = bench.deps;
    const kinds = [mandatesImport, routesImport];
    const result = await importFile({ store, clock, territory: await loadTerritory(), kinds }, { text });
    return result.outcome === 'imported'
      ? result.counts
      : result.problems.map(({ row, column, expected }) => `${row} ${column ?? ''}: ${expected}`);
  };
  const head = 'id,centre,holder_person,holder_body,mandate_subjects,ceiling_euros,valid_from,valid_to\n';
  const row = (rest: Partial<Record<string, string>> = {}): string => {
    const cells = { id: 'bz-1', centre: 'BZ', person: people.miriam, body: '', subjects: 'budget', ...rest };
    const { id, centre, person, body, subjects } = cells;
    return `${head}${id},${centre},${person},${body},${subjects},"${rest['euros'] ?? '1.000'}",${rest['from'] ?? '2026-01-01'},${rest['to'] ?? ''}\n`;
  };

  it('takes a mandate, and changes nothing the second time', async () => {
    deepEqual(await run(row()), { added: 1, changed: 0, unchanged: 0, closed: 0 });
    deepEqual(await run(row()), { added: 0, changed: 0, unchanged: 1, closed: 0 });
    const { mandates } = await governanceOf(bench.deps, 'BZ', monday);
    deepEqual(mandates, [
      {
        ...{ id: 'bz-1', centre: 'BZ', holder: { person: people.miriam }, subjects: ['budget'] },
        ...{ ceilingCents: 100_000, validFrom: '2026-01-01' },
      },
    ]);
  });

  it('ends one with a last day', async () => {
    await run(row());
    const about = { ...matter({ centre: 'BZ', subject: 'budget', amountCents: 100_000 }) };
    ok(await mandateFor(bench.deps, people.miriam, { matter: about, at: monday }));
    deepEqual(await run(row({ to: '2026-11-22' })), { added: 0, changed: 1, unchanged: 0, closed: 0 });
    equal(await mandateFor(bench.deps, people.miriam, { matter: about, at: monday }), undefined);
  });

  for (const [what, text, problem] of [
    ['neither person nor body', row({ id: 'x', person: '' }), '2 holder_person: a person or a body, and not both'],
    ['both', row({ id: 'x', body: 'bz-bestuur' }), '2 holder_person: a person or a body, and not both'],
    ['no subject', row({ id: 'x', subjects: '' }), '2 mandate_subjects: subjects from'],
    ['a strange subject', row({ id: 'x', subjects: 'alles' }), '2 mandate_subjects: subjects from'],
    ['no amount', row({ id: 'x', euros: 'veel' }), '2 ceiling_euros: an amount in euros, as 25000'],
    ['days that are turned around', row({ id: 'x', to: '2025-12-31' }), '2 valid_to: a day not before the first day'],
    [
      'somebody unknown',
      row({ id: 'x', person: '99999999-0000-4000-8000-000000000001' }),
      '2 holder_person: somebody in the directory; import people first',
    ],
    ['another centre', row({ id: 'li-jan' }), '2 centre: the centre it had before; take another id for another centre'],
  ] as const) {
    it(`refuses a mandate with ${what}`, async () => {
      const problems = await run(text);
      ok(Array.isArray(problems) && problems.some((found) => found.startsWith(problem)), JSON.stringify(problems));
    });
  }

  it('takes a route of the centre', async () => {
    const text = `id,centre,route_subjects,from_euros,advise_body,inform_bodies,valid_from
li-geld,LI,budget;subsidy,10000,li-project,li-project;li-bestuur,2026-01-01
`;
    deepEqual(await run(text), { added: 1, changed: 0, unchanged: 0, closed: 0 });
    deepEqual(await run(text), { added: 0, changed: 0, unchanged: 1, closed: 0 });
    deepEqual((await governanceOf(bench.deps, 'LI', monday)).routes, [
      {
        ...{ id: 'li-geld', centre: 'LI', subjects: ['budget', 'subsidy'], informBodies: ['li-project', 'li-bestuur'] },
        ...{ fromCents: 1_000_000, validFrom: '2026-01-01', adviseBody: 'li-project' },
      },
    ]);
  });

  it('refuses a route without subjects', async () => {
    const text = 'id,centre,route_subjects,valid_from\nx,LI,,2026-01-01\n';
    ok(Array.isArray(await run(text)));
  });
});

describe('a rule that holds for a time', () => {
  const lay = (data = mandate(), ...before: (typeof data)[]) =>
    mandateDecider.decide(
      { type: 'LayDown', data },
      before.reduce(
        (state, each) => mandateDecider.evolve(state, { type: 'LaidDown', data: each }),
        mandateDecider.initial,
      ),
    );

  it('is laid down', () => {
    deepEqual(lay(), { outcome: 'accepted', events: [{ type: 'LaidDown', data: mandate() }] });
  });

  it('changes nothing when it was so already', () => {
    deepEqual(lay(mandate(), mandate()), { outcome: 'accepted', events: [] });
  });

  for (const other of [
    mandate({ ceilingCents: 1 }),
    mandate({ validFrom: '2026-02-01' }),
    mandate({ validTo: '2027-01-01' }),
    mandate({ subjects: ['budget', 'place'] }),
    mandate({ holder: { body: projectGroup.id } }),
  ]) {
    it(`is another version with ${JSON.stringify(other).slice(0, 110)}`, () => {
      deepEqual(lay(other, mandate()), { outcome: 'accepted', events: [{ type: 'LaidDown', data: other }] });
    });
  }

  it('keeps its centre, and ends no earlier than it begins', () => {
    deepEqual(lay(mandate({ centre: 'BZ' }), mandate()), { outcome: 'refused', code: 'another-centre' });
    deepEqual(lay(mandate({ validTo: '2025-12-31' })), { outcome: 'refused', code: 'ends-before-it-starts' });
  });
});

describe('whether somebody may still decide', () => {
  const known = { mandates: [mandate()], routes: [], bodies: [board, klankbord], day: '2026-11-23' };
  const about = matter({ subject: 'budget', amountCents: 2_400_000 });
  const byPerson = { by: 'person', person: holder, mandate: mandate().id } as const;
  const byBody = { by: 'body', body: onRoute(board) } as const;

  it('is so as long as a mandate of theirs covers it', () => {
    ok(stillMay(byPerson, about, known));
    ok(!stillMay(byPerson, { ...about, amountCents: 2_500_001 }, known));
    ok(!stillMay(byPerson, about, { ...known, day: '2025-11-23' }));
    ok(!stillMay(byPerson, about, { ...known, mandates: [] }));
  });

  it('is so for the board as long as there is somebody in it', () => {
    ok(stillMay(byBody, about, known));
    ok(!stillMay(byBody, about, { ...known, bodies: [] }));
    ok(!stillMay(byBody, about, { ...known, bodies: [{ ...board, members: [] }] }));
  });

  it('is so for another body only by its mandate', () => {
    const byGroup = { by: 'body', body: onRoute(projectGroup) } as const;
    const bodies = [projectGroup];
    ok(!stillMay(byGroup, about, { ...known, bodies }));
    ok(stillMay(byGroup, about, { ...known, bodies, mandates: [mandate({ holder: { body: projectGroup.id } })] }));
  });
});
