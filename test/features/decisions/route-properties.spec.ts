import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { bodyId, bodyKinds } from '../../../src/features/directory/index.ts';
import { personId } from '../../../src/core/ids.ts';
import { covers, mandateId } from '../../../src/features/decisions/mandate.ts';
import { type Governance, routeFor, routeId } from '../../../src/features/decisions/route.ts';
import { subjects } from '../../../src/features/decisions/subjects.ts';
import { body, mandate, rule } from './samples.ts';

const day = '2026-11-23';

describe('a route, whatever is known', () => {
  const days = fc.constantFrom('2026-11-22', day, '2026-11-24');
  const people = fc.constantFrom('a', 'b', 'c').map(personId);
  const bodies = fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...bodyKinds), name: fc.constantFrom('x', 'y', 'z', 'w') }),
    { selector: ({ name }) => name, maxLength: 4 },
  );
  const someSubjects = fc.subarray([...subjects]);
  const holders = fc.oneof(
    people.map((person) => ({ person })),
    fc.constantFrom('x', 'y', 'z').map((name) => ({ body: bodyId(name) })),
  );
  const amount = fc.integer({ min: 0, max: 5 });
  const governance: fc.Arbitrary<Governance> = fc.record({
    day: fc.constant(day),
    bodies: bodies.map((all) => all.map(({ kind, name }) => body(kind, name))),
    mandates: fc.array(
      fc
        .record({ holder: holders, subjects: someSubjects, ceilingCents: amount, validFrom: days, id: fc.uuid() })
        .map(({ id, ...rest }) => mandate({ id: mandateId(id), ...rest })),
      { maxLength: 5 },
    ),
    routes: fc.array(
      fc
        .record({
          subjects: someSubjects,
          fromCents: amount,
          adviseBody: fc.constantFrom('x', 'y').map(bodyId),
          id: fc.uuid(),
        })
        .map(({ id, ...rest }) => rule({ id: routeId(id), ...rest, informBodies: [bodyId('x'), bodyId('z')] })),
      { maxLength: 3 },
    ),
  });
  const matters = fc.record({
    ...{ centre: fc.constant('LI' as const), subject: fc.constantFrom(...subjects), amountCents: amount },
    ...{ singleCase: fc.boolean(), wantsAdvice: fc.boolean() },
  });

  it('never lets a sounding board decide, nor hear of a single case', () => {
    fc.assert(
      fc.property(matters, governance, (about, given) => {
        const routed = routeFor(about, given);
        if (!routed.ok) return;
        const { advise, decide, inform } = routed.route;
        const kindOf = (wanted: string) => given.bodies.find(({ id }) => id === wanted)?.kind;
        ok(decide.by === 'person' || decide.body.kind !== 'sounding-board');
        if (!about.singleCase) return;
        ok(advise?.kind !== 'sounding-board');
        ok(inform.every((each) => kindOf(each) !== 'sounding-board'));
      }),
    );
  });

  it('never names a person without a mandate that covers it that day', () => {
    fc.assert(
      fc.property(matters, governance, (about, given) => {
        const routed = routeFor(about, given);
        if (!routed.ok || routed.route.decide.by === 'body') return;
        const { person, mandate: named } = routed.route.decide;
        const found = given.mandates.find(({ id }) => id === named);
        ok(found && 'person' in found.holder && found.holder.person === person && covers(found, about, day));
        const smaller = given.mandates.filter((each) => 'person' in each.holder && covers(each, about, day));
        ok(smaller.every(({ ceilingCents = Infinity }) => ceilingCents >= (found.ceilingCents ?? Infinity)));
      }),
    );
  });

  it('does not depend on the order in which things were laid down', () => {
    fc.assert(
      fc.property(matters, governance, (about, given) => {
        const turned = { ...given, mandates: given.mandates.toReversed(), routes: given.routes.toReversed() };
        deepEqual(routeFor(about, turned), routeFor(about, given));
      }),
    );
  });
});
