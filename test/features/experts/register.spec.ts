import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import { createDirectory, importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import {
  expertAggregate,
  expertStream,
  thesaurusAggregate,
  thesaurusStream,
} from '../../../src/features/experts/aggregate.ts';
import { createExpertRegister } from '../../../src/features/experts/register.ts';
import { conceptId } from '../../../src/matching/index.ts';
import { handle } from '../../../src/store/handle.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { at, femke } from './samples.ts';

describe('the register of experts', () => {
  const store = openedStore(openTemporary);
  let now = new Date(at);
  const clock = { now: () => now };
  beforeEach(async () => {
    now = new Date(at);
    await loadDemo({ store: store(), clock });
  });

  const open = async () =>
    createExpertRegister({
      store: store(),
      directory: createDirectory({ store: store(), territory: await loadTerritory(), clock }),
      clock,
    });
  const tell = (type: 'PauseExpert' | 'LeaveExperts', person = femke) =>
    handle(store(), expertAggregate, {
      ...({ stream: expertStream(person), by: 'system', at: now } as const),
      command: { type, data: { at } },
      commandId: commandId(`${type}-${person}`),
    });
  const keep = async (word: string) => {
    const order = { stream: thesaurusStream, by: 'system', at: now } as const;
    const words = { type: 'NoteWords', data: { words: [word], at } } as const;
    await handle(store(), thesaurusAggregate, { ...order, command: words, commandId: commandId(`note-${word}`) });
    const kept = { type: 'KeepWord', data: { word, concept: conceptId('anxiety'), at } } as const;
    await handle(store(), thesaurusAggregate, { ...order, command: kept, commandId: commandId(`keep-${word}`) });
  };

  it('has everybody who is registered or paused, and nobody who left', async () => {
    const { all, forget } = await open();
    equal((await all()).length, 10);
    await tell('PauseExpert');
    forget();
    equal((await all()).find(({ expert }) => expert.id === femke)?.status, 'paused');
    await tell('LeaveExperts');
    forget();
    equal((await all()).length, 9);
  });

  it('leaves out who is no longer in the directory', async () => {
    const row = `${femke},Femke Wiersma,Autismepraktijk Het Kompas,consulting-expert,yes`;
    const text = `id,name,organisation,roles,left\n${row}`;
    await importFile({ store: store(), territory: await loadTerritory(), clock }, { text });
    equal((await (await open()).all()).length, 9);
  });

  it('reads more than one page', async () => {
    const demo = await (await open()).all();
    const [first] = demo;
    if (!first) throw new Error('no expert');
    for (let n = 0; n < 120; n++) {
      const person = `00000000-0000-4000-8000-00000001${String(n).padStart(4, '0')}`;
      await handle(store(), expertAggregate, {
        ...({ stream: expertStream(person as typeof femke), by: 'system', at: now } as const),
        command: { type: 'RegisterExpert', data: { at, expert: { ...first.expert, id: person as typeof femke } } },
        commandId: commandId(`register-${n}`),
      });
    }
    const { all } = createExpertRegister({
      store: store(),
      directory: { people: async () => [...people()] },
      clock,
    });
    equal((await all()).length, 130);

    function* people() {
      const someone = { name: 'Iemand', organisation: 'Ergens', roles: [] };
      for (const { expert } of demo) yield { ...someone, id: expert.id };
      for (let n = 0; n < 120; n++) {
        yield { ...someone, id: `00000000-0000-4000-8000-00000001${String(n).padStart(4, '0')}` as typeof femke };
      }
    }
  });

  it('reads the list at most once a minute, and one expert always anew', async () => {
    const { all, load } = await open();
    const before = await all();
    await tell('LeaveExperts');
    equal(await all(), before);
    equal((await load(femke)).status, 'left');
    now = new Date(now.getTime() + 60_000);
    equal((await all()).length, 9);
  });

  it('makes the ranker anew only when the list or the words were read anew', async () => {
    const { ranker, forget } = await open();
    const first = await ranker();
    equal(await ranker(), first);
    forget();
    notEqual(await ranker(), first);
  });

  it('has one matcher for as long as no word is kept', async () => {
    const { matcher, forget } = await open();
    const first = await matcher();
    forget();
    equal(await matcher(), first);
    await keep('flierefluit');
    equal(await matcher(), first);
    now = new Date(now.getTime() + 60_000);
    deepEqual(
      (await matcher()).read('flierefluit').concepts.map(({ id }) => id),
      ['anxiety'],
    );
  });
});
