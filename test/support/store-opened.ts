import { type Store } from '../../src/store/store.ts';
import { type OpenedStore } from './store-samples.ts';

/** Opens an empty store before each spec and closes it afterwards; the answer is the one of the spec that runs. */
export function openedStore(open: () => Promise<OpenedStore>): () => Store {
  let opened: OpenedStore | undefined;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  return () => {
    if (!opened) throw new Error('no store is open');
    return opened.store;
  };
}
