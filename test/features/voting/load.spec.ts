import { ok } from 'node:assert/strict';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { everybodyVotes } from './load.ts';

describe('five hundred who vote at once, on SQLite', () => {
  for (const secrecy of ['hidden', 'secret'] as const) {
    it(`counts every last vote once, with at most one update of the channel a second: ${secrecy}`, async function () {
      this.timeout(120_000);
      const { store, file, close } = await openTemporary();
      const second = sqliteStore({ file });
      const measured = await everybodyVotes([store, second], { voters: 500, settings: { secrecy } });
      console.log(`      ms: ${JSON.stringify(measured)}`);
      ok(measured.updates >= 2);
      await second.close();
      await close();
    });
  }
});
