import { once } from 'node:events';
import process from 'node:process';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { caseStream, effectOf, settled } from './store-samples.ts';

// A process of its own that begins an effect, and once it is told to go on says how each way to end it was taken.
const [file = '', lease = '0'] = process.argv.slice(2);
const store = sqliteStore({ file });
const ask = () => ({ owner: 'holder', now: new Date(), leaseMs: Number(lease) });
const claim = await store.claim({ stream: caseStream(1), lane: 'channel' }, ask());
if (!claim) throw new Error('the lane is held by another');
const effect = effectOf(claim, 'post');
const held = settled(await store.begin(claim, effect, ask()));
process.stdout.write('held\n');
await once(process.stdin, 'data');
const later = { due: new Date(), failed: true, ambiguous: true, error: 'too late' };
const answers = [
  await store.begin(held, effect, ask()),
  await store.complete(held, effect, { key: 'message', value: { by: 'holder' } }),
  await store.reschedule(held, effect, later),
  await store.park(held, effect, 'too late'),
];
await store.release(held);
process.stdout.write(answers.map(({ outcome }) => outcome).join(' '));
await store.close();
process.stdin.destroy();
