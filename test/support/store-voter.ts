import process from 'node:process';
import { type EventStore } from '../../src/store/event-store.ts';
import { handle } from '../../src/store/handle.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { caseStream, moment } from './store-samples.ts';
import { tally, vote } from './store-tally.ts';
import { commandId } from '../../src/core/ids.ts';

// A process of its own that votes so many times on one stream, and prints how often the other was first.
const [file = '', name = '', times = '0'] = process.argv.slice(2);
const store = sqliteStore({ file });
let conflicts = 0;
const counting: EventStore = {
  ...store,
  async load(stream) {
    const loaded = await store.load(stream);
    // Leaves the other process room to be first.
    await new Promise((resolve) => setTimeout(resolve, 2));
    return loaded;
  },
  async commit(commit) {
    const answer = await store.commit(commit);
    if (answer === 'conflict') conflicts++;
    return answer;
  },
};
for (let index = 0; index < Number(times); index++) {
  const voter = `${name}-${index}`;
  const order = { stream: caseStream(1), command: vote(voter), by: 'system' as const, at: moment(0) };
  await handle(counting, tally, { ...order, commandId: commandId(voter) });
}
await store.close();
process.stdout.write(String(conflicts));
