import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { type CaseId, type CaseNumber } from '../../../src/features/cases/case-state.ts';
import { numberingAggregate, numberingStream, parseCaseNumber } from '../../../src/features/cases/numbering.ts';
import { type CentreCode, centreCodes } from '../../../src/features/directory/index.ts';
import { handle, type Handled } from '../../../src/store/handle.ts';
import { type Store } from '../../../src/store/store.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';

type Asked = Readonly<{ centre?: CentreCode; year?: number; id: string }>;
type Answer = Pick<Handled<object, { type: 'NumberIssued'; data: { number: CaseNumber } }, never>, 'decision'>;

async function issue(store: Store, { centre = 'LI', year = 2026, id }: Asked): Promise<string> {
  const { decision }: Answer = await handle(store, numberingAggregate, {
    stream: numberingStream(centre, year),
    command: { type: 'IssueNumber', data: { centre, year, case: id as CaseId } },
    by: 'system',
    at: new Date('2026-03-02T08:00:00.000Z'),
    commandId: commandId(`number-${id}`),
  });
  return decision.outcome === 'accepted' ? decision.events.map(({ data }) => data.number).join() : decision.code;
}

describe('case numbers', () => {
  const opened = openedStore(openTemporary);

  it('count up from 1, in four digits', async () => {
    deepStrictEqual(
      [await issue(opened(), { id: 'a' }), await issue(opened(), { id: 'b' })],
      ['LI-2026-0001', 'LI-2026-0002'],
    );
  });

  it('count by centre and by year', async () => {
    await issue(opened(), { id: 'a' });
    deepStrictEqual(await issue(opened(), { id: 'b', centre: 'NH' }), 'NH-2026-0001');
    deepStrictEqual(await issue(opened(), { id: 'c', year: 2027 }), 'LI-2027-0001');
  });

  it('are the same for the same case, also when others came in between', async () => {
    const first = await issue(opened(), { id: 'a' });
    await issue(opened(), { id: 'b' });
    strictEqual(await issue(opened(), { id: 'a' }), first);
  });

  it('are two hundred for two hundred at once, each asked twice', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `case-${index}`);
    const [once, twice] = await Promise.all([
      Promise.all(ids.map((id) => issue(opened(), { id }))),
      Promise.all(ids.map((id) => issue(opened(), { id }))),
    ]);
    deepStrictEqual(once, twice);
    const expected = ids.map((_, index) => `LI-2026-${String(index + 1).padStart(4, '0')}`);
    deepStrictEqual(once.toSorted(), expected);
  }).timeout(30_000);

  it('grow a digit after 9999', () => {
    const data = { centre: 'LI', year: 2026, case: 'a' as CaseId } as const;
    deepStrictEqual(numberingAggregate.decider.decide({ type: 'IssueNumber', data }, { last: 9999 }), {
      outcome: 'accepted',
      events: [{ type: 'NumberIssued', data: { number: 'LI-2026-10000', counter: 10_000, case: 'a' } }],
    });
  });
});

describe('a case number as people type it', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['LI-2026-0002', 'LI-2026-0002'],
    ['li-2026-2', 'LI-2026-0002'],
    ['  Li 2026 0002 ', 'LI-2026-0002'],
    ['li - 2026 - 12', 'LI-2026-0012'],
    ['LI-2026-10000', 'LI-2026-10000'],
    ['', undefined],
    ['hallo', undefined],
    ['2026-0002', undefined],
    ['LI20260002', undefined],
    ['XX-2026-0002', undefined],
    ['LI-1999-0002', undefined],
    ['LI-2026-twee', undefined],
    ['LI-2026', undefined],
    ['LI-2026-0', undefined],
    ["LI-2026-0002' OR 1=1", undefined],
  ];
  for (const [text, number] of table) {
    it(`"${text}": ${number ?? 'none'}`, () => strictEqual(parseCaseNumber(text), number));
  }
  for (const centre of centreCodes) {
    it(`of centre ${centre}`, () => strictEqual(parseCaseNumber(`${centre}-2026-0001`), `${centre}-2026-0001`));
  }
});
