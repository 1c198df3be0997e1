import type { StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import { type Case, caseAggregate, type CaseClocks, caseId, caseStream, isSubmitted } from '../features/cases/index.ts';
import type { SubjectKind } from '../features/deadlines/index.ts';
import type { Directory } from '../features/directory/index.ts';
import { casePromises } from './case-promises.ts';
import { levelsFor } from './levels.ts';
import type { Promises } from './promise.ts';

export type Around = Readonly<{ directory: Directory; caseClocks: CaseClocks; now: Date }>;

/** Something about which is promised: what of its state the promises hang on, and what they are. */
export type Followed = Readonly<{
  kind: SubjectKind;
  type: string;
  stream(id: string): StreamId;
  parts: readonly string[];
  /** Undefined: nothing can be promised about it (yet). */
  promises(state: JsonObject, around: Around): Promise<Promises | undefined>;
}>;

const ofCase: Followed = {
  ...{ kind: 'case', type: caseAggregate.type, stream: (id) => caseStream(caseId(id)) },
  parts: ['stage', 'clocks', 'triage', 'processDirector', 'centreInvolved'] satisfies (keyof Extract<
    Case,
    { number: unknown }
  >)[],
  async promises(state, { directory, caseClocks: clocks, now }) {
    const file = state as unknown as Case;
    if (!isSubmitted(file)) return undefined;
    const [team, { projectLeader: leader }, levels] = await Promise.all([
      directory.team(file.team.id),
      directory.centre(file.centre),
      levelsFor(directory, file, now),
    ]);
    const { chair } = team ?? file.team;
    return casePromises(file, { chair, levels, clocks, ...(leader === undefined ? {} : { leader }) });
  },
};

export const followed: readonly Followed[] = [ofCase];
