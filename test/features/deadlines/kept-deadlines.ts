import type { PersonId } from '../../../src/core/ids.ts';
import {
  type About,
  type DeadlineFile,
  deadlineId,
  type Facts,
} from '../../../src/features/deadlines/deadline-state.ts';
import { loadDeadline, loadInbox } from '../../../src/features/deadlines/deadlines-desk.ts';
import { type Item, itemsOf } from '../../../src/features/deadlines/inbox.ts';
import { defaultPreferences, type Preferences } from '../../../src/features/deadlines/office-hours.ts';
import { type Engine, handClock, type HandClock, type Mailbox, startEngine } from '../../support/deadline-engine.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { facts, id, jan, noHoliday, opened } from './samples.ts';

type Kept = {
  mailbox: Mailbox;
  engine: Engine;
  clock: HandClock;
  /** Starts it, after it was stopped. */
  start(lookAgain?: (about: About) => Promise<void>): void;
  keep(changed?: Partial<Facts>, other?: typeof id): Promise<void>;
  /** `plan-1`, `plan-2` and so on. */
  keepMany(count: number): Promise<void>;
  away(person: PersonId, deputy: PersonId, days: readonly [string, string]): Promise<void>;
  prefer(changed: Partial<Preferences>, person?: PersonId): Promise<void>;
  /** When who was told of which moments. */
  told(): readonly (readonly (string | undefined)[])[];
  inboxOf(person: PersonId): Promise<readonly Item[]>;
  file(): Promise<DeadlineFile>;
};

export const nth = (n: number) => deadlineId(`plan-${n}`);
const momentOf = (key: string) =>
  key
    .split('-owner-')
    .at(-1)
    ?.replace(/^.*-(official|administrative)-/, '$1 ');

/** The real engine on an empty store, before each spec. */
export function keptDeadlines(): Kept {
  const store = openedStore(openTemporary);
  const kept: Kept = {
    // Set before each spec.
    engine: undefined as never,
    mailbox: { posted: [], updated: [] },
    clock: handClock(opened),
    start(lookAgain) {
      const parts = { store: store(), clock: kept.clock, isHoliday: noHoliday, mailbox: kept.mailbox };
      kept.engine = startEngine({ ...parts, ...(lookAgain ? { lookAgain } : {}) });
    },
    keep: (changed = {}, other = id) => kept.engine.keep({ id: other, facts: { ...facts, ...changed }, plan: 'long' }),
    async keepMany(count) {
      for (let n = 1; n <= count; n++) await kept.keep({}, nth(n));
    },
    away: (person, deputy, [from, until]) =>
      kept.engine.tell((at) => ({ type: 'SetAbsence', data: { at, person, absence: { from, until, deputy } } })),
    prefer: (changed, person = jan) =>
      kept.engine.tell((at) => ({
        type: 'ChangePreferences',
        data: { at, person, preferences: { ...defaultPreferences, ...changed } },
      })),
    told: () => kept.mailbox.posted.map(({ at, person, keys }) => [at, person, ...keys.map(momentOf)]),
    inboxOf: async (person) => itemsOf(await loadInbox({ store: store() }, person)),
    file: async () => (await loadDeadline({ store: store() }, id)) as DeadlineFile,
  };
  beforeEach(() => {
    kept.mailbox = { posted: [], updated: [] };
    kept.clock = handClock(opened);
    kept.start();
  });
  afterEach(() => kept.engine.worker.stop());
  return kept;
}
