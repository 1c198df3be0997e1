import { deepEqual, equal, ok } from 'node:assert/strict';
import { bodyId } from '../../../src/features/directory/index.ts';
import { covers, mandateId } from '../../../src/features/decisions/mandate.ts';
import { chairOf, type Governance, routeFor, routeId, sameDecider } from '../../../src/features/decisions/route.ts';
import { subjects } from '../../../src/features/decisions/subjects.ts';
import {
  board,
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
