import { deepStrictEqual } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import {
  type Basis,
  basisFor,
  type BasisQuestion,
  type ConsentNeeded,
  consentNeeded,
  type Given,
  type Measure,
  measures,
  mayShareWith,
  type SharingQuestion,
  type Situation,
} from '../../../src/features/cases/legal-basis.ts';

const voluntary = (age: number, incapable = false): Situation => ({ age, incapable, measure: 'none' });
const asked: Given = { youth: 'given', guardians: 'all', representative: 'not-asked' };
const nobody: Given = { youth: 'not-asked', guardians: 'not-asked', representative: 'not-asked' };

describe('consentNeeded', () => {
  const parents: ConsentNeeded = { from: ['guardian'], kind: 'consent', source: 'Jeugdwet art. 7.3.15 lid 1' };
  const both: ConsentNeeded = {
    from: ['youth', 'guardian'],
    kind: 'consent',
    source: 'Jeugdwet art. 7.3.4 lid 1 en 2',
  };
  const youth: ConsentNeeded = {
    from: ['youth'],
    kind: 'consent',
    source: 'Jeugdwet art. 7.3.4 lid 1, art. 7.3.5 lid 1',
  };
  const grownUp: ConsentNeeded = { from: ['youth'], kind: 'consent', source: 'Jeugdwet art. 7.3.4 lid 1' };
  const incapableMinor: ConsentNeeded = { ...parents, source: 'Jeugdwet art. 7.3.15 lid 2' };
  const represented: ConsentNeeded = {
    from: ['representative'],
    kind: 'consent',
    source: 'Jeugdwet art. 7.3.15 lid 2 en 3',
  };
  const table: readonly (readonly [string, Situation, ConsentNeeded])[] = [
    ['under 12: parents or guardian', voluntary(0), parents],
    ['11: parents or guardian', voluntary(11), parents],
    ['12: youth and parents', voluntary(12), both],
    ['15: youth and parents', voluntary(15), both],
    ['16: the youth', voluntary(16), youth],
    ['17: the youth', voluntary(17), youth],
    ['18: the youth, of age', voluntary(18), grownUp],
    ['21: the youth, of age', voluntary(21), grownUp],
    ['9 and incapable: parents, by age', voluntary(9, true), parents],
    ['12 and incapable: parents', voluntary(12, true), incapableMinor],
    ['17 and incapable: parents', voluntary(17, true), incapableMinor],
    ['18 and incapable: the representative', voluntary(18, true), represented],
  ];
  for (const [title, situation, expected] of table) {
    it(title, () => {
      deepStrictEqual(consentNeeded(situation), expected);
    });
  }

  const informed = 'Jeugdwet art. 7.3.4 lid 1, art. 7.3.2 lid 1';
  for (const measure of ['supervision-order', 'out-of-home', 'probation', 'closed-care'] as const) {
    it(`${measure}: nobody is asked, youth and parents are told`, () => {
      const expected = { from: ['youth', 'guardian'], kind: 'informed', source: informed };
      deepStrictEqual(consentNeeded({ age: 14, incapable: false, measure }), expected);
      const expectedOfYoungest = { from: ['guardian'], kind: 'informed', source: informed };
      deepStrictEqual(consentNeeded({ age: 10, incapable: false, measure }), expectedOfYoungest);
    });
  }

  it('guardianship: the guardian, at every age under 18', () => {
    const source = 'Jeugdwet art. 7.3.4 lid 1 en 2, art. 7.3.15 lid 1';
    for (const age of [7, 13, 17]) {
      const expected = { from: ['guardian'], kind: 'consent', source };
      deepStrictEqual(consentNeeded({ age, incapable: false, measure: 'guardianship' }), expected);
    }
  });

  it('measures for minors end at 18, the others do not', () => {
    const kinds = measures.map((measure) => [measure, consentNeeded({ age: 18, incapable: false, measure }).kind]);
    deepStrictEqual(kinds, [
      ['none', 'consent'],
      ['supervision-order', 'consent'],
      ['out-of-home', 'consent'],
      ['guardianship', 'consent'],
      ['probation', 'informed'],
      ['closed-care', 'informed'],
    ]);
    deepStrictEqual(consentNeeded({ age: 18, incapable: false, measure: 'guardianship' }), grownUp);
  });
});

describe('basisFor', () => {
  function missing(question: BasisQuestion): Pick<Basis, 'complete' | 'missing'> {
    const { complete, missing } = basisFor(question);
    return { complete, missing };
  }
  const complete = { complete: true, missing: [] };
  const lacks = (...codes: Basis['missing']): object => ({ complete: false, missing: codes });

  it('is complete when everybody needed consented', () => {
    deepStrictEqual(missing({ ...voluntary(9), given: { ...nobody, guardians: 'all' } }), complete);
    deepStrictEqual(missing({ ...voluntary(13), given: asked }), complete);
    deepStrictEqual(missing({ ...voluntary(17), given: { ...nobody, youth: 'given' } }), complete);
    deepStrictEqual(missing({ ...voluntary(19, true), given: { ...nobody, representative: 'given' } }), complete);
    deepStrictEqual(
      missing({ age: 7, incapable: false, measure: 'guardianship', given: { ...nobody, guardians: 'all' } }),
      complete,
    );
  });

  it('says who was not asked yet', () => {
    deepStrictEqual(missing({ ...voluntary(9), given: nobody }), lacks('guardians-not-asked'));
    deepStrictEqual(missing({ ...voluntary(13), given: nobody }), lacks('youth-not-asked', 'guardians-not-asked'));
    deepStrictEqual(missing({ ...voluntary(17), given: nobody }), lacks('youth-not-asked'));
    deepStrictEqual(missing({ ...voluntary(19, true), given: nobody }), lacks('representative-not-asked'));
  });

  it('says who refused', () => {
    deepStrictEqual(missing({ ...voluntary(9), given: { ...nobody, guardians: 'none' } }), lacks('guardians-refused'));
    deepStrictEqual(
      missing({ ...voluntary(13), given: { ...asked, guardians: 'some' } }),
      lacks('guardians-incomplete'),
    );
    deepStrictEqual(missing({ ...voluntary(17), given: { ...nobody, youth: 'refused' } }), lacks('youth-refused'));
    const refused = { ...nobody, representative: 'refused' } as const;
    deepStrictEqual(missing({ ...voluntary(19, true), given: refused }), lacks('representative-refused'));
  });

  it('does not ask parents of a youth of 16, nor a youth under 12', () => {
    deepStrictEqual(missing({ ...voluntary(16), given: { ...nobody, youth: 'given', guardians: 'none' } }), complete);
    deepStrictEqual(missing({ ...voluntary(11), given: { ...nobody, youth: 'refused', guardians: 'all' } }), complete);
  });

  it('rests on the measure, whoever refused', () => {
    const given: Given = { youth: 'refused', guardians: 'none', representative: 'not-asked' };
    const basis = basisFor({ age: 17, incapable: false, measure: 'out-of-home', given });
    deepStrictEqual(basis, { complete: true, missing: [], source: 'Jeugdwet art. 7.3.4 lid 1, art. 7.3.2 lid 1' });
  });

  describe('with the exception of art. 7.3.4(2)', () => {
    const secondPerson = personId('00000000-0000-4000-8000-000000000001');
    const wish = { ground: 'persistent-wish', reason: 'blijft het weloverwogen willen', secondPerson } as const;
    const harm = { ground: 'serious-harm', reason: 'anders loopt zij gevaar', secondPerson } as const;
    const refused: Given = { youth: 'given', guardians: 'some', representative: 'not-asked' };

    it('does without the parent who refused', () => {
      const source = 'Jeugdwet art. 7.3.4 lid 2, tweede zin';
      deepStrictEqual(basisFor({ ...voluntary(13), given: refused, exception: wish }), { ...complete, source });
      deepStrictEqual(basisFor({ ...voluntary(13), given: refused, exception: harm }), { ...complete, source });
    });

    it('does without parents who were not asked only to prevent serious harm', () => {
      const given: Given = { ...refused, guardians: 'not-asked' };
      deepStrictEqual(missing({ ...voluntary(13), given, exception: harm }), complete);
      deepStrictEqual(missing({ ...voluntary(13), given, exception: wish }), lacks('guardians-not-asked'));
    });

    it('refuses without a reason or a second person', () => {
      const bare = { ground: 'serious-harm', reason: ' ' } as const;
      const question = { ...voluntary(13), given: refused, exception: bare };
      deepStrictEqual(missing(question), lacks('exception-reason', 'exception-second-person'));
    });

    it('does not take the place of the youth’s own consent', () => {
      const given: Given = { ...refused, youth: 'refused', guardians: 'none' };
      deepStrictEqual(missing({ ...voluntary(13), given, exception: harm }), lacks('youth-refused'));
      deepStrictEqual(
        missing({ ...voluntary(13), given, exception: wish }),
        lacks('youth-refused', 'guardians-refused'),
      );
    });

    it('changes nothing outside 12 to 15, or when the parents agree', () => {
      const given: Given = { ...refused, guardians: 'none' };
      deepStrictEqual(missing({ ...voluntary(11), given, exception: harm }), lacks('guardians-refused'));
      deepStrictEqual(missing({ ...voluntary(13, true), given, exception: harm }), lacks('guardians-refused'));
      const source = 'Jeugdwet art. 7.3.4 lid 1 en 2';
      deepStrictEqual(basisFor({ ...voluntary(13), given: asked, exception: harm }), { ...complete, source });
    });
  });
});

describe('mayShareWith', () => {
  const to = (recipient: SharingQuestion['recipient'], measure: Measure): boolean =>
    mayShareWith({ recipient, measure, shareConsent: 'refused' }).allowed;

  it('lets information go to the institution of a supervision order, whoever refused', () => {
    const question: SharingQuestion = { measure: 'supervision-order', recipient: 'gi', shareConsent: 'refused' };
    deepStrictEqual(mayShareWith(question), { allowed: true, source: 'Jeugdwet art. 7.3.11 lid 4' });
    deepStrictEqual(to('gi', 'out-of-home'), true);
  });

  it('asks consent for that institution under any other measure', () => {
    const others = measures.filter((measure) => measure !== 'supervision-order' && measure !== 'out-of-home');
    deepStrictEqual(
      others.map((measure) => to('gi', measure)),
      others.map(() => false),
    );
  });

  it('lets information go to who gives the help', () => {
    const question: SharingQuestion = { measure: 'none', recipient: 'directly-involved', shareConsent: 'not-asked' };
    deepStrictEqual(mayShareWith(question), { allowed: true, source: 'Jeugdwet art. 7.3.11 lid 2' });
  });

  it('lets information go to others with consent only, as long as it stands', () => {
    const answers = (['given', 'refused', 'not-asked', 'withdrawn'] as const).map((shareConsent) =>
      mayShareWith({ measure: 'supervision-order', recipient: 'other', shareConsent }),
    );
    const source = 'Jeugdwet art. 7.3.11 lid 1';
    deepStrictEqual(answers, [
      { allowed: true, source },
      { allowed: false, source },
      { allowed: false, source },
      { allowed: false, source },
    ]);
  });
});
