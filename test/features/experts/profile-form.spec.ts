import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { regionCode } from '../../../src/features/directory/index.ts';
import { findFault } from '../../../src/features/experts/decide-profile.ts';
import { type Expert, mandates } from '../../../src/features/experts/expert-state.ts';
import { formFields, readProfile, typedOf, upcoming } from '../../../src/features/experts/profile-form.ts';
import { conceptId } from '../../../src/matching/index.ts';
import { expert } from './samples.ts';

const choices = {
  concepts: new Set(['autism', 'eating-disorder', 'trauma'].map(conceptId)),
  regions: new Set(['noord-limburg', 'zuid-limburg'].map(regionCode)),
  periods: [],
};
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const profiles: fc.Arbitrary<Expert> = fc.record({
  id: fc.constant(expert.id),
  organisation: fc.constant(expert.organisation),
  specialisms: someOf([...choices.concepts]),
  ownWords: fc.string({ maxLength: 60 }).map((text) => text.trim()),
  domains: fc.subarray(['jeugd-ggz', 'lvb', 'education'] as const),
  regions: someOf([...choices.regions]),
  mandates: fc.subarray([...mandates]),
  mandateUntil: fc.constantFrom('2026-01-01', '2028-02-29'),
  hoursPerMonth: fc.integer({ min: 1, max: 160 }),
  unavailable: fc.constant([]),
  livedExperience: fc.boolean(),
});

describe('experts: reading the form', () => {
  it('reads back what was stored', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { id: _id, organisation: _organisation, ...own } = profile;
        deepEqual(readProfile(typedOf(profile), choices), { profile: own, faults: [] });
      }),
    );
  });

  it('keeps out whatever is typed that is not in the lists, without falling over it', () => {
    const typed = fc.dictionary(
      fc.constantFrom(...formFields),
      fc.oneof(fc.string(), fc.constantFrom('12', '2026-12-01', 'autism,trauma', 'noord-limburg')),
    );
    fc.assert(
      fc.property(typed, (form) => {
        const { profile, faults } = readProfile(form, choices);
        if (faults.length > 0) return;
        const { id, organisation } = expert;
        const fault = findFault({ ...profile, id, organisation });
        ok(fault === undefined || fault === 'no-regions' || fault === 'nothing-offered' || /hours|period/.test(fault));
        ok(profile.regions.every((region) => choices.regions.has(region)));
        ok(profile.specialisms.every((concept) => choices.concepts.has(concept)));
      }),
    );
  });

  it('names each field at fault', () => {
    const wrong = {
      specialisms: 'x',
      domains: 'x',
      regions: 'x',
      mandates: 'x',
      hoursPerMonth: 'x',
      mandateUntil: 'x',
    };
    const away = { unavailableFrom: 'x', unavailableTo: 'x' };
    deepEqual(
      readProfile({ ...wrong, ...away }, choices).faults.map(({ field, fault }) => `${field}: ${fault}`),
      [
        'specialisms: not-a-choice',
        'domains: not-a-choice',
        'regions: not-a-choice',
        'mandates: not-a-choice',
        'hoursPerMonth: not-whole',
        'mandateUntil: not-a-date',
        'unavailableFrom: not-a-date',
        'unavailableTo: not-a-date',
      ],
    );
  });

  it('counts a period up to and including its last day as one to come', () => {
    const [past, now] = [
      { from: '2026-11-01', to: '2026-11-22' },
      { from: '2026-11-01', to: '2026-11-23' },
    ];
    deepEqual(upcoming([past, now], '2026-11-23'), [now]);
  });
});
