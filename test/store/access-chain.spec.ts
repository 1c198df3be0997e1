import { deepStrictEqual, equal, notEqual } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { personId } from '../../src/core/ids.ts';
import { brokenAt, nextLine } from '../../src/store/access-chain.ts';
import { type AccessEntry, type AccessLine } from '../../src/store/access-log.ts';
import { instant } from '../support/store-samples.ts';

const entry: AccessEntry = {
  occurredAt: instant(0),
  eventType: 'case.details',
  action: 'read',
  outcome: 'allowed',
  caseKey: 'LI-2026-0001',
  dataCategory: 'case',
  userId: personId('ann'),
  userRole: 'chair',
  organisation: 'Expertteam Noord',
  authorisationRule: 'case.details',
  breakGlass: false,
  sourceSystem: 'doorbraak',
};
const refused: AccessEntry = { ...entry, outcome: 'refused' };

function chain(...entries: readonly AccessEntry[]): AccessLine[] {
  const lines: AccessLine[] = [];
  for (const each of entries) lines.push(nextLine(lines.at(-1), each));
  return lines;
}

describe('access chain', () => {
  it('hashes the hash before it and the entry with its keys in order', () => {
    const [first, second] = chain(entry, refused);
    const sorted = Object.fromEntries(Object.entries(refused).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    const expected = createHash('sha256')
      .update(`${first?.hash ?? ''}${JSON.stringify(sorted)}`)
      .digest('hex');
    deepStrictEqual(second, { ...refused, seq: 2, prevHash: first?.hash, hash: expected });
    deepStrictEqual([first?.seq, first?.prevHash], [1, '']);
  });

  it('keeps its hash when a store gives the keys back in another order', () => {
    const turned = Object.fromEntries(Object.entries(entry).toReversed()) as AccessEntry;
    equal(nextLine(undefined, turned).hash, nextLine(undefined, entry).hash);
    notEqual(nextLine(undefined, refused).hash, nextLine(undefined, entry).hash);
  });

  it('shows a line that was changed, taken out or moved', () => {
    const [one, two, three] = chain(entry, refused, entry) as [AccessLine, AccessLine, AccessLine];
    equal(brokenAt([one, { ...two, outcome: 'allowed' }, three]), 2);
    equal(brokenAt([one, three]), 3);
    equal(brokenAt([two, one, three]), 2);
    equal(brokenAt([two, three]), 2);
  });

  it('shows nothing for a whole chain', () => {
    equal(brokenAt(chain(entry, refused, entry)), undefined);
    equal(brokenAt([]), undefined);
  });
});
