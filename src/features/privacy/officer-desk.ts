import type { AccessEntry } from '../../store/access-log.ts';
import type { Store } from '../../store/store.ts';
import { anyByNumber, type Asked, type Case, type CaseId, type CaseNumber, caseStream } from '../cases/index.ts';
import { accessEntry, type Action, type Directory, mayDo, type Person, type Verdict } from '../directory/index.ts';

export type OfficerDeps = Readonly<{ store: Store; directory: Directory }>;

/** `verdict`: on which rule they may. */
export type Opened = Readonly<{
  ok: true;
  id: CaseId;
  number: CaseNumber;
  state: Exclude<Case, { stage: 'draft' }>;
  who: Person;
  verdict: Verdict;
}>;
export type OfficerRefusal = 'not-allowed' | 'unknown-case' | 'log-erased';
export type NotOpened = Readonly<{ ok: false; refused: OfficerRefusal }>;

/**
 * A case by its number as people type it, also one that was deleted, for whom the policy table allows this; a refusal is in
 * its access log. To others a case that is there and one that is not look the same.
 */
export async function openCase(
  { store, directory }: OfficerDeps,
  asked: Asked,
  { number, action }: Readonly<{ number: string; action: Action }>,
): Promise<Opened | NotOpened> {
  const [who, state] = await Promise.all([directory.person(asked.actor), anyByNumber(store, number)]);
  const verdict = mayDo(action, who);
  const file = keyOf(state);
  if (!verdict.allowed || !who) {
    const what = { eventType: action, action: 'read', dataCategory: 'case' } as const;
    if (file && !file.isErased)
      await store.access.append(
        caseStream(file.id),
        accessEntry({ ...asked, who, verdict }, { ...what, caseKey: file.number }),
      );
    return { ok: false, refused: 'not-allowed' };
  }
  if (!file) return { ok: false, refused: 'unknown-case' };
  return file.isErased ? { ok: false, refused: 'log-erased' } : { ok: true, ...file, who, verdict };
}

/** What was done with it, in its access log. */
export async function logOn(
  { store }: OfficerDeps,
  asked: Asked,
  { opened, ...what }: Readonly<{ opened: Opened }> & Pick<AccessEntry, 'eventType' | 'action' | 'dataCategory'>,
): Promise<void> {
  const entry = accessEntry({ ...asked, ...opened }, { ...what, caseKey: opened.number });
  await store.access.append(caseStream(opened.id), entry);
}

/** `isErased`: nothing is left but its number; a line now would begin a log that nobody ends. */
function keyOf(state: Case | undefined) {
  if (state === undefined || state.stage === 'draft') return undefined;
  if (state.stage !== 'none') return { id: state.id, number: state.number, state, isErased: false };
  const { purged } = state;
  return purged && { id: purged.id, number: purged.number, state, isErased: purged.accessErased === true };
}
