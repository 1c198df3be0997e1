import { writeSync } from 'node:fs';
import process from 'node:process';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { caseStream, commitOf, note } from './store-samples.ts';
import { commandId } from '../../src/core/ids.ts';

// A process of its own that writes events to one stream until it is killed, and prints each that it was told is committed.
const [file = '', name = ''] = process.argv.slice(2);
const store = sqliteStore({ file });
for (let index = 1; ; index++) {
  const text = `${name}-${index}`;
  let answer = 'conflict';
  while (answer === 'conflict') {
    const read = await store.load(caseStream(1));
    const change = { stream: caseStream(1), read, events: [note(text)], state: { written: read.version + 1 } };
    answer = await store.commit(await commitOf(store, { ...change, commandId: commandId(text) }));
  }
  // At once: what waits in a buffer would die with the process.
  writeSync(1, `${text}\n`);
}
