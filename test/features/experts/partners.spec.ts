import { deepEqual, equal, ok } from 'node:assert/strict';
import { locales } from '../../../src/core/locale.ts';
import { centreCodes } from '../../../src/features/directory/index.ts';
import { partners } from '../../../src/features/experts/import-partners.ts';
import { escalations, partnerById, partnersFor, partnerText } from '../../../src/features/experts/partners.ts';
import { conceptId, createMatcher } from '../../../src/matching/index.ts';

const concepts = (...ids: readonly string[]) => ids.map(conceptId);
const idsFor = (question: Parameters<typeof partnersFor>[0]) => partnersFor(question).map(({ id }) => id);

describe('experts: partners without a person', () => {
  it('are called for by concepts that the thesaurus knows', () => {
    const known = new Set(createMatcher([]).concepts.map(({ id }) => id));
    const named = partners.flatMap(({ calls }) => calls.flatMap(({ oneOf, and = [] }) => [...oneOf, ...and]));
    deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  it('have each an id of their own, and all their words in both languages', () => {
    equal(new Set(partners.map(({ id }) => id)).size, partners.length);
    for (const { id } of partners) {
      for (const locale of locales) ok((partnerText(id, locale) ?? '').length > 20);
    }
  });

  it('are reached in words: no number, no address', () => {
    for (const { contact } of partners) {
      ok(!/\d{3}|@|www\.|https?:/.test(contact.nl + contact.en));
    }
  });

  it('have for an eating disorder the K-EET network of the area, one in each (domain.md L4)', () => {
    const found = centreCodes.map((centre) => idsFor({ concepts: concepts('eating-disorder'), centre }));
    deepEqual(
      found.map((ids) => [ids.length, ids[0]?.startsWith('k-eet-')]),
      centreCodes.map(() => [1, true]),
    );
    equal(new Set(found.flat()).size, 5);
    deepEqual(idsFor({ concepts: concepts('feeding-problem'), centre: 'NH' }), ['k-eet-noord-holland']);
  });

  it('have all networks when the area is not known', () => {
    equal(idsFor({ concepts: concepts('eating-disorder'), centre: undefined }).length, 5);
  });

  it('have CCE for severe behaviour together with a disability, not for either alone (domain.md H6)', () => {
    const cce = (...ids: readonly string[]) => idsFor({ concepts: concepts(...ids), centre: 'LI' }).includes('cce');
    deepEqual(
      [
        cce('behaviour', 'mild-intellectual-disability'),
        cce('self-harm', 'autism'),
        cce('challenging-behaviour'),
        cce('behaviour'),
        cce('autism'),
        cce(),
      ],
      [true, true, true, false, false, false],
    );
  });

  it('have OZJ when process direction is asked for (domain.md H1)', () => {
    const asked = { concepts: [], centre: 'LI', requested: ['place', 'process-direction'] } as const;
    deepEqual(idsFor(asked), ['ozj']);
    deepEqual(idsFor({ ...asked, requested: ['place'] }), []);
  });

  it('end with where to go when nobody solves it, in order (domain.md H3–H5)', () => {
    deepEqual(
      escalations().map(({ id }) => id),
      ['ozj', 'juiste-loket', 'vws-complexe-zorgvragen'],
    );
    ok(/gemeente én het expertteam/.test(partnerText('vws-complexe-zorgvragen', 'nl') ?? ''));
  });

  it('say nothing of one that is no longer in the list', () => {
    deepEqual([partnerById('gone'), partnerText('gone', 'nl')], [undefined, undefined]);
  });

  it('say which areas are not certain', () => {
    deepEqual(
      partners.filter(({ toVerify }) => toVerify).map(({ id }) => id),
      ['k-eet-oost', 'k-eet-west', 'k-eet-zuid'],
    );
  });
});
