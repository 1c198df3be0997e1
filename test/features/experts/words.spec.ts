import { deepEqual, equal, ok } from 'node:assert/strict';
import { noteWords } from '../../../src/features/experts/index.ts';
import { thesaurusAggregate, thesaurusStream } from '../../../src/features/experts/aggregate.ts';
import { stateOf } from '../../../src/store/handle.ts';
import { type Bench, monday, openBench } from './bench.ts';
import { chair, hanna, jan, operator } from './samples.ts';

describe('the keeper of the thesaurus', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const words = async () => stateOf(thesaurusAggregate, await bench.store.load(thesaurusStream));
  const note = (...noted: readonly string[]) => noteWords(bench.deps, noted, monday);

  it('is given no word that is somebody’s name', async () => {
    await note('flierefluit', 'bosman', 'fatima', 'amrani', 'van-dalen', 'wandelcoach');
    deepEqual((await words()).waiting, ['flierefluit', 'wandelcoach']);
  });

  it('is given the same words at the same moment once, and nothing when there is nothing', async () => {
    await Promise.all([note('flierefluit'), note('flierefluit')]);
    await note();
    await note('bosman');
    equal((await bench.store.history(thesaurusStream)).length, 1);
  });

  it('sees ten words at a time, and how many wait', async () => {
    await note(...Array.from({ length: 12 }, (_, n) => `woordje${String.fromCharCode(97 + n)}`));
    const shown = await bench.say(operator, 'woorden');
    equal(shown?.name, 'experts/words');
    ok(shown.card.includes('Er wachten 12 woorden.'));
    ok(shown.card.includes('"woordjej"') && !shown.card.includes('"woordjek"'));
  });

  it('sees that nothing waits', async () => {
    ok((await bench.say(jan, 'woorden'))?.card.includes('Er wachten geen woorden.'));
  });

  it('keeps a word, which is then read and ranked by', async () => {
    await note('flierefluit', 'wandelcoach');
    deepEqual((await bench.deps.experts.matcher()).read('zij flierefluit').concepts, []);
    const shown = await bench.click(operator, 'action experts/words-keep', {
      words: 'flierefluit',
      concept: 'anxiety',
    });
    deepEqual([shown.name, shown.outcome], ['experts/words', 'done']);
    ok(shown.card.includes('Vastgelegd: flierefluit.') && shown.card.includes('"wandelcoach"'));
    const read = (await bench.deps.experts.matcher()).read('zij flierefluit');
    deepEqual(
      read.concepts.map(({ id }) => id),
      ['anxiety'],
    );
  });

  it('keeps several words at once, and dismisses several', async () => {
    await note('flierefluit', 'flierefluiten', 'wandelcoach', 'fietsbel');
    await bench.click(jan, 'action experts/words-keep', { words: 'flierefluit,flierefluiten', concept: 'anxiety' });
    await bench.click(jan, 'action experts/words-dismiss', { words: 'wandelcoach,fietsbel' });
    const { waiting, kept, dismissed } = await words();
    deepEqual(
      [waiting, kept.map(({ word }) => word), dismissed],
      [[], ['flierefluit', 'flierefluiten'], ['wandelcoach', 'fietsbel']],
    );
  });

  it('is told when a word was decided on already, and the others are still done', async () => {
    await note('flierefluit', 'wandelcoach');
    await bench.click(jan, 'action experts/words-dismiss', { words: 'flierefluit' });
    const keep = { words: 'flierefluit,wandelcoach', concept: 'anxiety' };
    const shown = await bench.click(operator, 'action experts/words-keep', keep);
    equal(shown.outcome, 'not-waiting');
    ok(shown.card.includes('Over dit woord is al beslist.') && shown.card.includes('Er wachten geen woorden.'));
    deepEqual((await words()).kept, [{ word: 'wandelcoach', concept: 'anxiety' }]);
  });

  it('gets the same answer to the very same click', async () => {
    await note('flierefluit');
    const keep = { words: 'flierefluit', concept: 'anxiety' };
    const [first, second] = await bench.clickTwice(jan, 'action experts/words-keep', keep);
    deepEqual([first.outcome, second.outcome], ['done', 'done']);
  });

  it('must choose a word and a meaning from the list', async () => {
    await note('flierefluit');
    const keep = (data: object) => bench.click(jan, 'action experts/words-keep', data);
    equal((await keep({ words: 'flierefluit', concept: 'magic' })).outcome, 'unknown-concept');
    equal((await keep({ words: 'flierefluit' })).outcome, 'unknown-concept');
    equal((await keep({ concept: 'anxiety' })).outcome, 'no-words');
    deepEqual((await words()).kept, []);
  });

  it('is nobody else', async () => {
    await note('flierefluit');
    for (const person of [hanna, chair]) {
      const shown = await bench.click(person, 'action experts/words-dismiss', { words: 'flierefluit' });
      deepEqual([shown.type, shown.outcome], ['text', 'not-keeper']);
      ok(!shown.text.includes('flierefluit'));
    }
    deepEqual((await words()).waiting, ['flierefluit']);
  });
});
