import { deepStrictEqual, equal, ok, rejects } from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commandId, personId } from '../../src/core/ids.ts';
import { caseAggregate } from '../../src/features/cases/aggregate.ts';
import { caseStream } from '../../src/features/cases/case.ts';
import type { CaseCommand } from '../../src/features/cases/case-messages.ts';
import { anyByNumber, findByNumber } from '../../src/features/cases/find-case.ts';
import { erasureAggregate } from '../../src/features/privacy/aggregates.ts';
import { type Erasure, type ErasureCommand, erasureStream } from '../../src/features/privacy/erasure.ts';
import { eraseRunner } from '../../src/privacy/erase.ts';
import { exportCase } from '../../src/privacy/export.ts';
import { type PurgeDeps, purgeRunner } from '../../src/privacy/purge.ts';
import type { StoredEffect } from '../../src/store/effect-queue.ts';
import { handle } from '../../src/store/handle.ts';
import { Killed, mortal } from '../support/mortal-store.ts';
import { fillCase, now, other, purgeDeps } from '../support/purge-setting.ts';
import { onBothStores, runDue } from '../support/purge-stores.ts';
import { histories } from '../features/cases/samples.ts';
import { chair, decision, handedOver, id, number } from '../features/cases/stories.ts';

const stream = caseStream(id);
const erasure = erasureStream(id);
const [nora, bram] = [personId('nora'), personId('bram')];
const today = now.slice(0, 10);
const request = {
  ...{ id: 'r1', at: now, by: nora, ground: 'youth-act' as const, reason: 'Verzoek V-12', agreeBy: '2028-01-24' },
  ...{ people: [bram], hasChannel: true },
} as const;
const commands: readonly ErasureCommand[] = [
  { type: 'AskErasure', data: { case: id, number, request, today } },
  { type: 'AgreeToErasure', data: { at: now, by: bram, request: 'r1', today } },
];
const hold: CaseCommand = {
  type: 'HoldCase',
  data: { at: now, by: chair, reason: 'Klacht loopt', until: '2030-01-01', today },
};
const reopen: CaseCommand = {
  type: 'ReopenCase',
  data: { at: now, by: chair, reason: 'Toch nog iets', triageBy: now },
};
const sentBack: CaseCommand = {
  type: 'DecideTriage',
  data: { at: now, decision: decision('return', { ...handedOver, ownerBy: '2028-02-01' }), conferenceBy: now, today },
};

onBothStores('deleting what two people agreed to delete', (opened, folder) => {
  beforeEach(async () => {
    await fillCase(opened(), histories.closed);
    for (const [index, command] of commands.entries())
      await handle(opened(), erasureAggregate, {
        ...{ stream: erasure, command, by: nora, at: new Date(now), commandId: commandId(`erase-${index}`) },
      });
  });

  const into = (rest: Partial<PurgeDeps> = {}) => purgeDeps(opened(), { exportFolder: folder(), ...rest });
  const effect = (kind: string, of = stream) =>
    ({ kind, key: kind, lane: '', data: {}, stream: of, due: now, attempts: 0, ambiguous: true }) as StoredEffect;
  const erase = (rest: Partial<PurgeDeps> = {}) =>
    eraseRunner(into(rest)).run(effect('case-erase', erasure), new AbortController().signal);
  const change = (command: CaseCommand) =>
    handle(opened(), caseAggregate, {
      stream,
      command,
      by: chair,
      at: new Date(now),
      commandId: commandId(`meanwhile-${command.type}`),
    });
  const state = async () => (await opened().load(erasure)).state as unknown as Erasure | undefined;

  const nothing = async () => ({ done: true }) as const;

  /** Cards go nowhere here. */
  const runEffects = () =>
    runDue(opened(), [purgeRunner({ store: opened() }), eraseRunner(into()), { kind: 'show-card', run: nothing }]);

  async function isGone() {
    const left = await anyByNumber(opened(), number);
    ok(left?.stage === 'none');
    equal(left.purged?.rule, 'on-request');
    const gone = await Promise.all(
      [erasure, other('consultation-k1')].map(async (each) => (await opened().load(each)).version),
    );
    deepStrictEqual(gone, [0, 0]);
    deepStrictEqual((await readdir(folder())).length, 2);
    const deleted = (await opened().access.read(stream)).filter(({ eventType }) => eventType === 'case.purge');
    deepStrictEqual(
      deleted.map(({ authorisationRule }) => authorisationRule),
      ['on-request'],
    );
  }

  async function isStill(why: string) {
    ok((await opened().load(stream)).version >= histories.closed.length);
    const found = await state();
    deepStrictEqual([found?.status, found?.status === 'stopped' && found.why], ['stopped', why]);
  }

  it('exports it, and deletes it with the request itself', async () => {
    await runEffects();
    await isGone();
  });

  it('leaves it, and says so, when it is kept longer in the meantime', async () => {
    await change(hold);
    await erase();
    await isStill('held');
  });

  it('leaves it, and says so, when it was opened again in the meantime', async () => {
    await change(reopen);
    await erase();
    await isStill('not-closed');
  });

  it('leaves it, and says so, when it was opened and ended again in the meantime', async () => {
    await change(reopen);
    await change(sentBack);
    await erase();
    await isStill('not-closed');
  });

  it('tries again when it cannot be exported, and deletes nothing until then', async () => {
    await writeFile(path.join(folder(), 'file'), '');
    await rejects(erase({ exportFolder: path.join(folder(), 'file') }));
    await rm(path.join(folder(), 'file'));
    equal((await state())?.status, 'agreed');
    await runEffects();
    await isGone();
  });

  it('writes nothing over the export of a case that another instance deleted in the meantime', async () => {
    const file = await findByNumber(opened(), number);
    ok(file);
    await runEffects();
    const exported = async () =>
      Promise.all((await readdir(folder())).map((name) => readFile(path.join(folder(), name), 'hex')));
    const before = await exported();
    await rejects(
      exportCase(into(), { file, folder: folder(), now: new Date(now), title: 'Verwijderde casus' }),
      /was deleted while it was exported/,
    );
    deepStrictEqual(await exported(), before);
  });

  it('does nothing for what nobody agreed to, nor for what is gone', async () => {
    await runEffects();
    await erase();
    await isGone();
  });

  it('ends well wherever it is killed', async () => {
    let deaths = 0;
    for (let write = 1, done = false; !done; write++) {
      const life = mortal(opened(), write);
      try {
        await erase({ store: life.store });
        if (await opened().has(stream, 'case-purge'))
          await purgeRunner({ store: life.store }).run(effect('case-purge'), new AbortController().signal);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      done = !life.isDead();
      if (!done) deaths += 1;
    }
    await runEffects();
    await isGone();
    ok(deaths >= 5, `${deaths} deaths`);
  });
});
