import type { EventStore, Find, Found } from './event-store.ts';

const pageSize = 100;

/** Every state that is found, page after page. Not for what may be many thousands. */
export async function findAll(
  store: Pick<EventStore, 'find'>,
  find: Omit<Find, 'limit' | 'after'>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  let after: string | undefined;
  do {
    const page = await store.find({ ...find, limit: pageSize, ...(after === undefined ? {} : { after }) });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}
