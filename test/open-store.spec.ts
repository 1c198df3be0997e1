import { equal } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { openStore } from '../src/open-store.ts';

describe('the store that the configuration names', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is a file in the data folder on one machine', async () => {
    const store = await openStore(readConfig({ DATA_FOLDER: folder }));
    await store.close();
    equal(existsSync(path.join(folder, 'doorbraak.db')), true);
  });

  it('is the file that is named, in Azure with SQLite', async () => {
    const guid = '00000000-0000-4000-8000-000000000001';
    const file = path.join(folder, 'other.db');
    const identity = { BOT_APP_ID: guid, BOT_HOME_TENANT: guid, BOT_MANAGED_IDENTITY: guid };
    const place = { TENANTS: guid, CATALOG_APP_ID: guid, STORE: 'sqlite', SQLITE_FILE: file };
    const store = await openStore(readConfig({ ...identity, ...place }));
    await store.close();
    equal(existsSync(file), true);
  });
});
