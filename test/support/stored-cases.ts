import { equal } from 'node:assert/strict';
import type { Case, SubmittedCase } from '../../src/features/cases/case-state.ts';
import { isSubmitted } from '../../src/features/cases/case-state.ts';
import type { StreamId } from '../../src/core/ids.ts';
import type { Condition, Found } from '../../src/store/event-store.ts';
import type { Store } from '../../src/store/store.ts';

/** What the store knows of cases, for specs that saw only their numbers. */

async function allOf(store: Store, where: readonly Condition[]): Promise<readonly Found[]> {
  const all: Found[] = [];
  const order = { field: 'number', direction: 'asc' } as const;
  for (let after: string | undefined; ;) {
    const page = await store.find({
      type: 'case',
      where,
      order,
      limit: 100,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page.items);
    if (page.next === undefined) return all;
    after = page.next;
  }
}

function submittedIn({ state }: Found): SubmittedCase | undefined {
  const file = state as unknown as Case;
  return isSubmitted(file) ? file : undefined;
}

/** Every submitted case of one applicant, or of all; drafts are left out. */
export async function submittedCases(store: Store, applicant?: string): Promise<readonly SubmittedCase[]> {
  const found = await allOf(store, applicant === undefined ? [] : [{ field: 'applicant', equals: applicant }]);
  return found.map(submittedIn).filter((file) => file !== undefined);
}

async function only(store: Store, number: string): Promise<Found> {
  const found = await allOf(store, [{ field: 'number', equals: number }]);
  equal(found.length, 1, `cases with number ${number}`);
  return found[0]!;
}

export async function caseOf(store: Store, number: string): Promise<SubmittedCase> {
  const file = submittedIn(await only(store, number));
  if (!file) throw new Error(`${number} was not submitted`);
  return file;
}

export async function streamOf(store: Store, number: string): Promise<StreamId> {
  return (await only(store, number)).stream;
}

/** Types of all its events, oldest first. */
export async function eventsOf(store: Store, number: string): Promise<readonly string[]> {
  return (await store.history(await streamOf(store, number))).map(({ event }) => event.type);
}
