import { deepEqual, equal, match } from 'node:assert/strict';
import type { DeskDeps } from '../../../src/features/cases/case-desk.ts';
import { createCover } from '../../../src/features/cases/cover.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo } from './standing.ts';
import { chair, helper, submitted, wolf } from './stories.ts';

describe('what the bot reads of a sentence', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
    await bringTo(bench.store, submitted({ ...wolf, pseudonym: 'Noor' }));
  });
  after(() => bench.store.close());
  const cover = async (typed: string, who = chair, deps: Partial<DeskDeps> = {}) => {
    const lines: object[] = [];
    const covering = createCover({ ...bench.deps, ...deps, log: { info: (line) => void lines.push(line) } });
    const by = { ...bench.asked(who), conversation: { id: 'c', kind: 'personal' } } as const;
    const { read, note } = await covering(typed, { ...by, actor: { id: who, tenantId: 't', locale: 'nl' } });
    return { read, note, lines };
  };

  it('has dots for what is personal, and says what was covered and what to use instead', async () => {
    const { read, note, lines } = await cover('zet op de agenda: bel 06-12345678, geb. 03-05-2009');
    equal(read, 'zet op de agenda: bel …, geb. …');
    deepEqual(note, {
      nl:
        'Ik heb afgedekt en niet bewaard: een telefoonnummer, een geboortedatum. ' +
        'Contact gaat via de voorzitter of een collega in Teams. Noem de leeftijd; bij een aanmelding is daar een veld voor. ' +
        'Wil je het ook uit dit gesprek? Verwijder dan je bericht.',
      en:
        'I covered and did not keep: a telephone number, a date of birth. ' +
        'Contact goes through the chair or a colleague in Teams. Say the age; when a case is submitted there is a field for it. ' +
        'Do you want it out of this conversation too? Then delete your message.',
    });
    deepEqual(lines, [{ covered: ['phone', 'birth-date'] }]);
  });

  it('holds no number that identifies either; the guard, which refuses the sentence, says so', async () => {
    const typed = 'bsn 111222333, bel 06-12345678';
    deepEqual(await cover(typed), { read: 'bsn …, bel …', note: undefined, lines: [] });
  });

  it('has dots for a name, and never for that of a colleague', async () => {
    const { read, note, lines } = await cover('Fatima zoekt een plek voor Finn, zoon van mevrouw De Wit');
    equal(read, 'Fatima zoekt een plek voor …, zoon van …');
    match(note?.nl ?? '', /^Ik heb afgedekt en niet bewaard: een naam\. Gebruik de schuilnaam/);
    deepEqual(lines, [{ covered: ['name'] }]);
  });

  it('leaves the made-up name of a case to whoever may know of that case', async () => {
    const sentence = 'hoe gaat het met Noor (14)';
    equal((await cover(sentence)).read, sentence);
    equal((await cover(sentence, helper)).read, 'hoe gaat het met … (14)');
  });

  it('covers every name when it is not known who are colleagues', async () => {
    const people = () => Promise.reject(new Error('away'));
    const { read } = await cover('Fatima zoekt een plek', chair, { directory: { ...bench.deps.directory, people } });
    equal(read, '… zoekt een plek');
  });

  it('is the whole sentence when nothing is personal', async () => {
    const typed = 'zitting 4 mei 2026 om 09:45';
    deepEqual(await cover(typed), { read: typed, note: undefined, lines: [] });
  });
});
