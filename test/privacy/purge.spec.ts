import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import { caseStream } from '../../src/features/cases/case.ts';
import { anyByNumber } from '../../src/features/cases/find-case.ts';
import type { CaseRecord } from '../../src/privacy/case-record.ts';
import { type PurgeDeps, purgeRunner, sweep } from '../../src/privacy/purge.ts';
import type { AccessEntry } from '../../src/store/access-log.ts';
import type { Store } from '../../src/store/store.ts';
import { Killed, mortal } from '../support/mortal-store.ts';
import { fillCase, now, other, purgeDeps } from '../support/purge-setting.ts';
import { onBothStores, runDue } from '../support/purge-stores.ts';
import { histories } from '../features/cases/samples.ts';
import { chair, id, later, number } from '../features/cases/stories.ts';

const line: AccessEntry = {
  ...{ occurredAt: later, eventType: 'case.edit-intake', action: 'read', outcome: 'allowed', caseKey: id },
  ...{ dataCategory: 'case', userId: chair, userRole: 'chair', organisation: 'x', authorisationRule: 'case:applicant' },
  ...{ breakGlass: false, sourceSystem: 'doorbraak' },
};
const stream = caseStream(id);
const goes = ['consultation-k1', 'placerequest-p1', 'deadline-d1', 'deadline-d2'].map(other);
const stays = ['moneyrequest-m1', 'deadline-d3'].map(other);
const reopened: CaseEvent = {
  type: 'CaseReopened',
  data: { at: later, by: chair, reason: 'Toch nog iets', to: 'conference', triageBy: later },
};
const held = (until: string): CaseEvent => ({
  type: 'CaseHeld',
  data: { at: later, by: chair, reason: 'Klacht loopt', until },
});

onBothStores('deleting what has been kept long enough', (opened, folder) => {
  const into = (rest: Partial<PurgeDeps> = {}) => purgeDeps(opened(), { exportFolder: folder(), ...rest });

  const runEffects = (store: Store) => runDue(store, [purgeRunner({ store })]);

  /** As a worker would, but for the queue: that one outlives the machine. */
  async function runPurge(store: Store) {
    const effect = {
      kind: 'case-purge',
      key: 'case-purge',
      lane: '',
      data: {},
      stream,
      due: now,
      attempts: 0,
      ambiguous: true,
    };
    if (await opened().has(stream, effect.key)) await purgeRunner({ store }).run(effect, new AbortController().signal);
  }

  const versions = async (streams: readonly (typeof stream)[]) =>
    Promise.all(streams.map(async (each) => (await opened().load(each)).version));

  async function isWholeStill() {
    deepStrictEqual((await opened().history(stream)).map(({ event }) => event.type).includes('CasePurged'), false);
    ok((await versions(goes)).every((version) => version > 0));
  }

  async function isGone() {
    deepStrictEqual(
      (await opened().history(stream)).map(({ event }) => event.type),
      ['CasePurged'],
    );
    deepStrictEqual(
      [await versions(goes), await versions(stays)],
      [
        [0, 0, 0, 0],
        [1, 1],
      ],
    );
    equal(await opened().has(stream, 'card-triage'), false);
  }

  it('exports everything first, then leaves a number, a day, a rule and the checksum of the export', async () => {
    await fillCase(opened(), histories.closed);
    deepStrictEqual(await sweep(into()), { purged: [number], waiting: 0, channels: [number] });
    await runEffects(opened());
    await isGone();
    const files = (await readdir(folder())).toSorted();
    deepStrictEqual(files, [`${number}-2028-01-10.docx`, `${number}-2028-01-10.json`]);
    const json = await readFile(path.join(folder(), files[1] ?? ''));
    const sha256 = createHash('sha256').update(json).digest('hex');
    deepStrictEqual(await anyByNumber(opened(), number), {
      stage: 'none',
      purged: { id, number, at: now, rule: 'term', sha256 },
    });
    const { streams } = JSON.parse(String(json)) as CaseRecord;
    deepStrictEqual(
      streams.map((each) => [each.stream, each.goes, each.events.length]),
      [[stream, true, histories.closed.length], ...goes.map((each) => [each, true, 1]), ['moneyrequest-m1', false, 1]],
    );
    match(JSON.stringify(streams[1]?.events), /advies van een deskundige/);
  });

  it('logs that it did, and the log outlives the case until its own term is over', async () => {
    await fillCase(opened(), histories.returned);
    await sweep(into());
    await runEffects(opened());
    const lines = await opened().access.read(stream);
    deepStrictEqual(
      lines.map(({ eventType, action, caseKey }) => [eventType, action, caseKey]),
      [['case.purge', 'delete', number]],
    );
    await sweep(into({ clock: { now: () => new Date('2033-01-09T09:00:00.000Z') } }));
    equal((await opened().access.read(stream)).length, 1);
    await sweep(into({ clock: { now: () => new Date('2033-01-11T09:00:00.000Z') } }));
    equal((await opened().access.read(stream)).length, 0);
  });

  it('does nothing while the term runs, for a case that runs or was opened again, or that is kept', async () => {
    const nothing = { purged: [], waiting: 0, channels: [] };
    await fillCase(opened(), [...histories.closed, held('2028-01-10')]);
    deepStrictEqual(await sweep(into()), nothing);
    await isWholeStill();
    equal((await sweep(into({ clock: { now: () => new Date('2028-01-11T09:00:00.000Z') } }))).purged.length, 1);
  });

  it('does nothing for a case that was opened again', async () => {
    await fillCase(opened(), [...histories.closed, reopened]);
    equal((await sweep(into())).purged.length, 0);
    await isWholeStill();
  });

  it('does nothing while the term runs', async () => {
    await fillCase(opened(), histories.closed);
    equal((await sweep(into({ clock: { now: () => new Date('2027-11-24T08:59:00.000Z') } }))).purged.length, 0);
    await isWholeStill();
  });

  it('keeps everything and says why when there is no folder for exports, or it cannot be written to', async () => {
    await fillCase(opened(), histories.closed);
    const waits = { purged: [], waiting: 1, channels: [] };
    deepStrictEqual(await sweep(purgeDeps(opened())), { ...waits, problem: 'no-folder' });
    await writeFile(path.join(folder(), 'file'), '');
    const exportFolder = path.join(folder(), 'file');
    deepStrictEqual(await sweep(into({ exportFolder })), { ...waits, problem: 'export-failed' });
    await isWholeStill();
  });

  it('keeps a case that is opened again between its export and its end', async () => {
    await fillCase(opened(), histories.closed);
    const people = async () => {
      await opened().commit({
        ...{ stream, type: 'case', read: await opened().load(stream), events: [], effects: [], at: now },
        ...{ state: { stage: 'conference' }, fields: {}, commandId: 'again' as never },
      });
      return [];
    };
    await sweep(into({ directory: { people } })).catch(() => undefined);
    await isWholeStill();
  });

  it('deletes a draft that nobody went on with, without an export, and in time what was logged of it', async () => {
    await fillCase(opened(), histories.draft);
    await opened().access.append(stream, { ...line, caseKey: id });
    deepStrictEqual(await sweep(purgeDeps(opened())), { purged: [], waiting: 0, channels: [], drafts: 1 });
    await runEffects(opened());
    deepStrictEqual(
      (await opened().history(stream)).map(({ event }) => event.type),
      ['DraftDropped'],
    );
    deepStrictEqual(await sweep(into()), { purged: [], waiting: 0, channels: [] });
    equal((await opened().access.read(stream)).length, 1);
    await sweep(into({ clock: { now: () => new Date('2033-01-11T09:00:00.000Z') } }));
    deepStrictEqual([(await opened().access.read(stream)).length, (await opened().load(stream)).version], [0, 0]);
  });

  it('leaves a draft that is not that old', async () => {
    await fillCase(opened(), histories.draft);
    const early = { now: () => new Date('2027-11-23T08:59:00.000Z') };
    deepStrictEqual(await sweep(into({ clock: early })), { purged: [], waiting: 0, channels: [] });
    equal((await opened().load(stream)).version, histories.draft.length);
  });

  it('is done once by two at the same time', async () => {
    await fillCase(opened(), histories.closed);
    const both = await Promise.all([sweep(into()), sweep(into())]);
    await runEffects(opened());
    await isGone();
    ok(both.some(({ purged }) => purged.length === 1));
    equal((await opened().access.read(stream)).length, 1);
    deepStrictEqual(await sweep(into()), { purged: [], waiting: 0, channels: [] });
  });

  it('ends well wherever it is killed', async () => {
    await fillCase(opened(), histories.closed);
    let deaths = 0;
    for (let write = 1, done = false; !done; write++) {
      const life = mortal(opened(), write);
      try {
        await sweep(into({ store: life.store }));
        await runPurge(life.store);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      done = !life.isDead();
      if (!done) deaths += 1;
    }
    await runEffects(opened());
    await isGone();
    ok(deaths >= 5, `${deaths} deaths`);
  });
});
