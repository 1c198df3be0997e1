import { deepStrictEqual, equal } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import { brokenAt, nextLine } from '../../src/store/access-chain.ts';
import { type AccessEntry, type AccessLine } from '../../src/store/access-log.ts';
import { openedStore } from '../support/store-opened.ts';
import { caseStream, instant, type OpenedStore } from '../support/store-samples.ts';

const stream = caseStream(1);
const look = (second: number): AccessEntry => ({
  occurredAt: instant(second * 1000),
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
});

function chainOf(entries: readonly AccessEntry[]): readonly AccessLine[] {
  const lines: AccessLine[] = [];
  for (const entry of entries) lines.push(nextLine(lines.at(-1), entry));
  return lines;
}

export function accessContract(open: () => Promise<OpenedStore>): void {
  describe('access log', () => {
    const opened = openedStore(open);

    it('chains the lines of one stream', async () => {
      const { access } = opened();
      const entries = [look(1), { ...look(2), breakGlass: true, breakGlassReason: 'crisis ’s nachts' }, look(3)];
      const lines: AccessLine[] = [];
      for (const entry of entries) lines.push(await access.append(stream, entry));
      deepStrictEqual(lines, chainOf(entries));
      deepStrictEqual(await access.read(stream), lines);
    });

    it('keeps a chain for each stream, and none for a stream nobody looked at', async () => {
      const { access } = opened();
      await access.append(stream, look(1));
      await access.append(caseStream(2), look(2));
      deepStrictEqual(await access.read(caseStream(2)), chainOf([look(2)]));
      deepStrictEqual(await access.read(caseStream(3)), []);
    });

    it('keeps one chain when many look at the same moment', async () => {
      const { access } = opened();
      const written = await Promise.all(Array.from({ length: 12 }, (_, second) => access.append(stream, look(second))));
      const lines = await access.read(stream);
      equal(lines.length, 12);
      equal(brokenAt(lines), undefined);
      deepStrictEqual(
        written.toSorted((one, other) => one.seq - other.seq),
        lines,
      );
    });
  });
}
