import { deepEqual, equal } from 'node:assert/strict';
import { facilityOf, type PlacesBench, requestOf } from './bench.ts';

const fits: Readonly<Record<string, readonly string[]>> = {
  held: ['held'],
  offered: ['offered', 'accepted'],
  occupied: ['occupied'],
};

/**
 * What must hold once everything has run: no place belongs to two, nobody has places in two facilities, and request and
 * facility say the same.
 */
export async function inStep(
  bench: Pick<PlacesBench, 'deps'>,
  requests: readonly string[],
  facilities: readonly string[],
): Promise<void> {
  const all = await Promise.all(facilities.map((id) => facilityOf(bench, id)));
  const bindings = all.flatMap(({ facility, bindings: own }) =>
    own.map((each) => ({ ...each, facility: facility.id })),
  );
  for (const { loose, bindings: own } of all) {
    const names = [...loose.map(({ id }) => id), ...own.flatMap(({ places }) => places)];
    equal(new Set(names).size, names.length);
  }
  const holders = bindings.map(({ request }) => request);
  equal(new Set(holders).size, holders.length);
  for (const id of requests) {
    const { stage, chosen, needs } = await requestOf(bench, id);
    const binding = bindings.find(({ request }) => request === id);
    deepEqual([id, chosen?.facility, chosen?.hold], [id, binding?.facility, binding?.hold]);
    if (binding) equal(fits[binding.status]?.includes(stage), true, `${binding.status} at the facility, ${stage} here`);
    if (binding) equal(binding.places.length, needs.ages.length);
  }
}
