import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { conceptId, type ConceptId, createMatcher, type Question } from '../../src/matching/index.ts';

describe('ranking experts', () => {
  const matcher = createMatcher();
  const texts = {
    autism: 'Autisme, ook bij meisjes',
    eating: 'Anorexia en boulimia',
    both: 'Eetstoornissen bij autisme',
    ggz: 'Jeugdpsychiatrie, breed',
    foster: 'Pleegzorgbegeleider',
    debt: 'Schulden en bijstand',
    garden: 'Moestuinieren met tuinkabouters in Limburg',
  };
  type Name = keyof typeof texts;
  const ids = Object.keys(texts) as Name[];
  const ranker = matcher.index(ids.map((id) => ({ id, text: texts[id], concepts: [] })));
  const order = (question: Question | string): readonly Name[] =>
    ranker.rank(typeof question === 'string' ? { text: question } : question).map(({ id }) => id);
  const one = (text: string, id: Name) => ranker.rank({ text }).find((ranked) => ranked.id === id);

  it('puts who covers more of the question first', () => {
    deepEqual(order('Autistisch meisje met anorexia').slice(0, 3), ['both', 'eating', 'autism']);
    const [first] = ranker.rank({ text: 'autisme en een eetstoornis' });
    deepEqual([first?.id, first?.covers], ['both', ['autism', 'eating-disorder']]);
  });

  it('puts who covers two before who covers one rare thing that much is said about', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ id: `common-${at}`, text: 'adhd', concepts: [] }));
    const { rank } = matcher.index([
      ...many,
      { id: 'two', text: 'adhd, angst', concepts: [] },
      { id: 'rare', text: 'brandstichting, brandjes, lucifers, pyromanie', concepts: [] },
    ]);
    deepEqual(
      rank({ text: 'adhd en angst, sticht brandjes met lucifers en een aansteker' })
        .slice(0, 2)
        .map(({ id }) => id),
      ['two', 'rare'],
    );
  });

  it('says why: what was asked and what is offered', () => {
    deepEqual(one('Meisje met eetbuien', 'eating')?.reasons, [
      { by: 'concept', concept: 'eating-disorder', asked: 'eetbuien', offered: 'anorexia' },
    ]);
  });

  it('gives part of the credit for a wider concept, and says so', () => {
    const [exact, wider] = [one('anorexia', 'eating'), one('anorexia', 'ggz')];
    ok(exact && wider && wider.score > 0 && wider.score < exact.score);
    deepEqual(wider.covers, []);
    deepEqual(wider.reasons, [
      { by: 'related-concept', concept: 'eating-disorder', asked: 'anorexia', offered: 'jeugdpsychiatrie' },
    ]);
  });

  it('gives part of the credit for a narrower concept', () => {
    const reasons = one('jeugdpsychiatrie', 'eating')?.reasons;
    deepEqual(reasons, [
      { by: 'related-concept', concept: 'psychiatry', asked: 'jeugdpsychiatrie', offered: 'anorexia' },
    ]);
  });

  it('leaves out those with whom nothing is shared', () => {
    deepEqual(order('schulden'), ['debt']);
    deepEqual(order('kwakkelt'), []);
    deepEqual(order(''), []);
  });

  it('leaves out those with whom only a place is shared', () => deepEqual(order('schulden in Limburg'), ['debt']));

  it('lets a place decide between equals', () => {
    const { rank } = matcher.index([
      { id: 'a', text: 'autisme, Utrecht', concepts: [] },
      { id: 'b', text: 'autisme, Limburg', concepts: [] },
    ]);
    deepEqual(
      rank({ text: 'autisme in Limburg' }).map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it('finds words that no concept covers, also when they only look alike', () => {
    deepEqual(one('een tuinkabouter', 'garden')?.reasons, [
      { by: 'words', asked: 'tuinkabouter', offered: 'tuinkabouters' },
    ]);
    deepEqual(one('iets met moestuinen', 'garden')?.reasons, [
      { by: 'words', asked: 'moestuinen', offered: 'moestuinieren' },
    ]);
  });

  it('lets a concept weigh more than words', () => {
    const { rank } = matcher.index([
      { id: 'words', text: 'tuinkabouters', concepts: [] },
      { id: 'concept', text: 'autisme', concepts: [] },
    ]);
    equal(rank({ text: 'autisme en tuinkabouters' })[0]?.id, 'concept');
  });

  it('goes by its own word among those with the same concept', () => {
    const { rank } = matcher.index([
      { id: 'a', text: 'boulimia', concepts: [] },
      { id: 'b', text: 'anorexia', concepts: [] },
    ]);
    equal(rank({ text: 'anorexia' })[0]?.id, 'b');
  });

  describe('concepts that were confirmed', () => {
    const debt: readonly ConceptId[] = [conceptId('debt')];
    it('replace those that the text is read as', () => {
      deepEqual(ranker.rank({ text: 'pleegkind', concepts: debt })[0]?.reasons, [
        { by: 'concept', concept: 'debt', asked: 'Schulden en armoede', offered: 'schulden' },
      ]);
    });
    it('go by the words of the text where it has them', () => {
      const [first] = ranker.rank({ text: 'deurwaarder en anorexia', concepts: debt });
      deepEqual(first?.reasons, [{ by: 'concept', concept: 'debt', asked: 'deurwaarder', offered: 'schulden' }]);
    });
    it('leave the words to count as words', () => {
      const found = ranker.rank({ text: 'anorexia', concepts: debt });
      deepEqual(
        found.map(({ id, covers }) => ({ id, covers })),
        [
          { id: 'debt', covers: ['debt'] },
          { id: 'eating', covers: [] },
        ],
      );
    });
    it('may be none at all, or no longer exist', () => {
      deepEqual(order({ text: 'anorexia', concepts: [] }), ['eating']);
      deepEqual(order({ text: 'schulden', concepts: [conceptId('gone')] }), ['debt']);
    });
  });

  it('counts what somebody picked for themselves, by its name', () => {
    const { rank } = matcher.index([{ id: 'a', text: 'Psycholoog', concepts: [conceptId('grief')] }]);
    deepEqual(rank({ text: 'in de rouw' })[0]?.reasons[0], {
      by: 'concept',
      concept: 'grief',
      asked: 'rouw',
      offered: 'Rouw en verlies',
    });
  });

  describe('for whatever is asked', () => {
    const words = ['autisme', 'anorexia', 'Limburg', 'pleegkind', 'schuld', 'moestuin', 'bij', 'ggz', 'zit thuis', ','];
    const question = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 8 });
    it('scores from 0 to 1, best first, each once, with a reason', () => {
      fc.assert(
        fc.property(question, (parts) => {
          const found = ranker.rank({ text: parts.join(' ') });
          ok(found.every(({ score, reasons }) => score > 0 && score <= 1 && reasons.length > 0));
          ok(found.every(({ score }, at) => at === 0 || score <= (found[at - 1]?.score ?? 0)));
          equal(new Set(found.map(({ id }) => id)).size, found.length);
        }),
      );
    });
    it('gives the same answer to the same question, in whatever order the profiles come', () => {
      fc.assert(
        fc.property(question, fc.shuffledSubarray(ids, { minLength: ids.length }), (parts, shuffled) => {
          const text = parts.join(' ');
          const other = matcher.index(shuffled.map((id) => ({ id, text: texts[id], concepts: [] })));
          deepEqual(other.rank({ text }), ranker.rank({ text }));
          deepEqual(ranker.rank({ text }), ranker.rank({ text }));
        }),
        { numRuns: 50 },
      );
    });
  });

  it('orders equals by id', () => {
    const { rank } = matcher.index(['c', 'a', 'b'].map((id) => ({ id, text: 'autisme', concepts: [] })));
    deepEqual(
      rank({ text: 'autisme' }).map(({ id }) => id),
      ['a', 'b', 'c'],
    );
  });
  it('finds nobody among nobody', () => deepEqual(matcher.index([]).rank({ text: 'autisme' }), []));
});
