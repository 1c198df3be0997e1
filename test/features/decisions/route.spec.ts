import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { bodyId, bodyKinds } from '../../../src/features/directory/index.ts';
import { personId } from '../../../src/core/ids.ts';
import { covers, mandateId } from '../../../src/features/decisions/mandate.ts';
import { chairOf, type Governance, routeFor, routeId, sameDecider } from '../../../src/features/decisions/route.ts';
import { subjects } from '../../../src/features/decisions/subjects.ts';
import {
  board,
  body,
  chair,
  holder,
  klankbord,
  mandate,
  matter,
  member,
  onRoute,
  projectGroup,
  rule,
  stranger,
} from './samples.ts';

const day = '2026-11-23';
const known = (rest: Partial<Governance> = {}): Governance => ({
  ...{ mandates: [], routes: [], bodies: [board, klankbord, projectGroup], day },
  ...rest,
});
const decides = (...given: Parameters<typeof routeFor>) => {
  const routed = routeFor(...given);
  return routed.ok ? routed.route.decide : routed.refused;
};
const advises = (...given: Parameters<typeof routeFor>) => {
  const routed = routeFor(...given);
  return routed.ok ? routed.route.advise?.name : routed.refused;
};
const informs = (...given: Parameters<typeof routeFor>) => {
  const routed = routeFor(...given);
  return routed.ok ? routed.route.inform : routed.refused;
};
const byBoard = { by: 'body', body: onRoute(board) };
const byPerson = (person: typeof holder, id: string) => ({ by: 'person', person, mandate: mandateId(id) });

describe('who decides', () => {
  const money = matter({ subject: 'budget', amountCents: 2_400_000 });

  it('is the administrative board when nobody has a mandate', () => {
    deepEqual(decides(money, known()), byBoard);
  });

  it('is whoever has a mandate for it', () => {
    deepEqual(decides(money, known({ mandates: [mandate()] })), byPerson(holder, 'm-1'));
  });

  it('is the smallest mandate that is large enough', () => {
    const mandates = [
      mandate({ id: mandateId('large'), holder: { person: chair }, ceilingCents: 10_000_000 }),
      mandate({ id: mandateId('fits'), holder: { person: member }, ceilingCents: 2_400_000 }),
      mandate({ id: mandateId('small'), holder: { person: stranger }, ceilingCents: 2_399_999 }),
    ];
    deepEqual(decides(money, known({ mandates })), byPerson(member, 'fits'));
  });

  it('is a person before a body with the same ceiling', () => {
    const mandates = [
      mandate({ id: mandateId('a-body'), holder: { body: projectGroup.id } }),
      mandate({ id: mandateId('z-person') }),
    ];
    deepEqual(decides(money, known({ mandates })), byPerson(holder, 'z-person'));
  });

  it('is a body with a smaller ceiling before a person', () => {
    const mandates = [
      mandate({ id: mandateId('body'), holder: { body: projectGroup.id }, ceilingCents: 2_400_000 }),
      mandate({ ceilingCents: 5_000_000 }),
    ];
    deepEqual(decides(money, known({ mandates })), {
      ...{ by: 'body', body: onRoute(projectGroup), mandate: mandateId('body') },
    });
  });

  it('has a mandate without a ceiling last', () => {
    const { ceilingCents: _none, ...endless } = mandate({ id: mandateId('endless'), holder: { person: chair } });
    deepEqual(decides(money, known({ mandates: [endless, mandate()] })), byPerson(holder, 'm-1'));
    deepEqual(
      decides({ ...money, amountCents: 99_000_000 }, known({ mandates: [endless, mandate()] })),
      byPerson(chair, 'endless'),
    );
  });

  for (const [what, other] of [
    ['another subject', mandate({ subjects: ['place'] })],
    ['another centre', mandate({ centre: 'BZ' })],
    ['a later day', mandate({ validFrom: '2026-11-24' })],
    ['an earlier day', mandate({ validTo: '2026-11-22' })],
    ['a smaller amount', mandate({ ceilingCents: 2_399_999 })],
    ['a body that is no more', mandate({ holder: { body: bodyId('gone') } })],
    ['a sounding board, which only advises', mandate({ holder: { body: klankbord.id } })],
  ] as const) {
    it(`is not who has a mandate for ${what}`, () => {
      deepEqual(decides(money, known({ mandates: [other] })), byBoard);
    });
  }

  it('counts the first and the last day, and the ceiling itself', () => {
    ok(covers(mandate({ validFrom: day, validTo: day, ceilingCents: 2_400_000 }), money, day));
  });

  it('is nobody when there is no board either', () => {
    equal(decides(money, known({ bodies: [klankbord] })), 'nobody-may-decide');
    equal(decides(money, known({ bodies: [{ ...board, members: [] }] })), 'nobody-may-decide');
    equal(decides(money, known({ bodies: [{ ...board, centre: 'BZ' }] })), 'nobody-may-decide');
  });
});

describe('who advises', () => {
  for (const subject of subjects) {
    const isAdvised = !['budget', 'place', 'subsidy'].includes(subject);
    it(`is ${isAdvised ? 'the sounding board' : 'nobody'} about ${subject}, unless the centre says otherwise`, () => {
      equal(advises(matter({ subject }), known()), isAdvised ? 'klankbord' : undefined);
    });
  }

  it('is the sounding board about money when that is wanted', () => {
    equal(advises(matter({ subject: 'budget', wantsAdvice: true }), known()), 'klankbord');
  });

  it('cannot be wanted where there is none', () => {
    equal(advises(matter({ wantsAdvice: true }), known({ bodies: [board] })), 'no-sounding-board');
    equal(advises(matter(), known({ bodies: [board] })), undefined);
  });

  it('is never a sounding board about a single case, and it says so', () => {
    equal(advises(matter({ singleCase: true, wantsAdvice: true }), known()), 'advice-on-single-case');
    const routed = routeFor(matter({ singleCase: true }), known());
    ok(routed.ok);
    deepEqual([routed.route.advise, routed.route.noAdviceOnCase], [undefined, true]);
  });

  it('is who the rule of the centre names, from its amount on', () => {
    const routes = [rule({ adviseBody: projectGroup.id, fromCents: 1_000_000 })];
    const about = (amountCents: number) => matter({ subject: 'budget', amountCents });
    equal(advises(about(1_000_000), known({ routes })), 'projectgroep');
    equal(advises(about(999_999), known({ routes })), undefined);
    equal(advises(matter({ subject: 'place', amountCents: 1_000_000 }), known({ routes })), undefined);
  });

  it('is who the rule with the highest amount names', () => {
    const routes = [
      rule({ id: routeId('low'), adviseBody: projectGroup.id }),
      rule({ id: routeId('high'), adviseBody: klankbord.id, fromCents: 1_000_000 }),
    ];
    equal(advises(matter({ subject: 'budget', amountCents: 2_000_000 }), known({ routes })), 'klankbord');
    equal(advises(matter({ subject: 'budget', amountCents: 500 }), known({ routes })), 'projectgroep');
  });

  it('is nobody when the rule names nobody, also where it would be asked', () => {
    const { adviseBody: _none, ...silent } = rule({ subjects: ['criteria'] });
    equal(advises(matter(), known({ routes: [silent] })), undefined);
  });

  it('may be another body about a single case', () => {
    const routes = [rule({ adviseBody: projectGroup.id })];
    equal(advises(matter({ subject: 'budget', singleCase: true }), known({ routes })), 'projectgroep');
    const asked = rule({ adviseBody: klankbord.id });
    equal(advises(matter({ subject: 'budget', singleCase: true }), known({ routes: [asked] })), undefined);
  });
});

describe('who is told', () => {
  it('is the sounding board and the project group, unless the centre says otherwise', () => {
    deepEqual(informs(matter(), known()), [klankbord.id, projectGroup.id]);
    deepEqual(informs(matter({ subject: 'budget' }), known({ routes: [rule({ informBodies: [board.id] })] })), [
      board.id,
    ]);
  });

  it('is nobody of themselves about a single case, and never a sounding board', () => {
    deepEqual(informs(matter({ singleCase: true }), known()), []);
    const routes = [rule({ informBodies: [klankbord.id, projectGroup.id] })];
    deepEqual(informs(matter({ subject: 'budget', singleCase: true }), known({ routes })), [projectGroup.id]);
  });
});

describe('a body', () => {
  it('is led by its chair, else by who comes first', () => {
    equal(chairOf([{ person: member }, { person: chair, chair: true }]), chair);
    equal(chairOf([{ person: member }, { person: chair }]), member);
    equal(chairOf([]), undefined);
  });

  it('is the same decider whoever leads it, and a person only themselves', () => {
    const one = { by: 'body', body: onRoute(board) } as const;
    ok(sameDecider(one, { by: 'body', body: { ...onRoute(board), chair: stranger } }));
    ok(!sameDecider(one, { by: 'body', body: onRoute(projectGroup) }));
    ok(!sameDecider(one, { by: 'person', person: chair, mandate: mandateId('m') }));
    ok(
      sameDecider(
        { by: 'person', person: chair, mandate: mandateId('m') },
        { by: 'person', person: chair, mandate: mandateId('n') },
      ),
    );
  });
});

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
