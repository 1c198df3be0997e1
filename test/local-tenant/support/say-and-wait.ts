import { hanna, openBench, say, chatOf } from './bench.ts';

/** A tenant of its own process, which says one thing, prints its id, and waits to be killed. */
const bench = await openBench({ file: process.argv[2] ?? '' });
const { id } = await say(bench, [hanna, chatOf(hanna)], { text: 'net voor de klap' });
console.log(id);
