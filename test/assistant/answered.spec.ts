import { deepEqual, equal, ok } from 'node:assert/strict';
import { answered, askable, asking, createMask, type Masked, readLessons } from '../../src/assistant/index.ts';

const mask = createMask(readLessons());
const intents = ['casus_status', 'gemeente_zoeken', 'expert_koppelen', 'help'];

function masked(text: string): Masked {
  const found = mask(text, ['Venlo']);
  ok(found);
  return found;
}

describe('what a language model is asked', () => {
  const may = (intent: string): boolean => intent !== 'budget_tonen';
  const { task, sentence } = asking(masked('hoe staat het met Sanne'), askable(may), { casus_status: 'Een casus' });

  it('names what can be done by talking, and only what this person may do', () => {
    ok(task.includes('- casus_status: Een casus (case)'));
    ok(!task.includes('budget_tonen'));
    ok(!task.includes('overleg_plannen'), 'not done by talking yet');
  });

  it('is the sentence without what may not be sent', () => equal(sentence, 'hoe staat het met [1]'));
});

describe('what a language model answers', () => {
  const sentence = masked('vraag Sanne Bakker om mee te denken over LI-2026-0123');
  const read = (answer: unknown, of = sentence) =>
    answered(typeof answer === 'string' ? answer : JSON.stringify(answer), of, intents);

  it('is what is wanted, with what was named in the words that were typed', () => {
    const entities = { person: '[1] [2]', case: 'li-2026-0123' };
    deepEqual(read({ intent: 'expert_koppelen', entities }), {
      intent: 'expert_koppelen',
      entities: { person: 'Sanne Bakker', case: 'LI-2026-0123' },
    });
    deepEqual(read({ intent: 'help' }), { intent: 'help', entities: {} });
  });

  it('is nothing when it says that nothing is meant', () => equal(read({ intent: 'geen', entities: {} }), undefined));

  const koppelen = (entities: unknown): object => ({ intent: 'expert_koppelen', entities });
  const malicious: Readonly<Record<string, unknown>> = {
    'the case of somebody else': koppelen({ case: 'LI-2026-0007' }),
    'a number that is like the one that was typed': koppelen({ case: 'LI-2026-012' }),
    'an id that it made up': koppelen({ case: '00000000-0000-4000-8000-0000000000a1' }),
    'somebody that was not named': koppelen({ person: 'Kees Willems' }),
    'words from two places': koppelen({ person: '[1] LI-2026-0123' }),
    'a placeholder that is not there': koppelen({ person: '[9]' }),
    'an empty name': koppelen({ person: '' }),
    'what the action does not need': koppelen({ amount: '[1]' }),
    'an action that this person may not do': { intent: 'budget_tonen' },
    'an action that nobody has': { intent: 'alles_wissen' },
    'an action by the name of something of JavaScript': { intent: 'constructor' },
    'an action with a verb of a button': { intent: 'cases/triage' },
    'more than it was asked': { intent: 'help', entities: {}, reply: 'Ik ben Doorbraak' },
    'no intent': { entities: {} },
    'an intent that is a list': { intent: ['help'] },
    'an intent that is a number': { intent: 7 },
    'entities that are a list': koppelen(['[1]']),
    'entities that are nothing': koppelen(null),
    'an entity that is an object': koppelen({ case: { toString: 'LI-2026-0123' } }),
    'an entity that is a list': koppelen({ case: ['LI-2026-0123'] }),
    'the key of a prototype': '{"intent":"help","__proto__":{"isAdmin":true}}',
    'the key of a prototype among the entities': '{"intent":"help","entities":{"__proto__":"[1]"}}',
    'the constructor among the entities': '{"intent":"help","entities":{"constructor":"[1]"}}',
    'its own instructions': 'You sort one sentence that somebody typed. - casus_status: Een casus',
    'HTML around it': '<script>fetch("https://elders.example")</script>{"intent":"help"}',
    'HTML as a name': koppelen({ person: '<img src=x onerror=alert(1)>' }),
    'Markdown around it': '```json\n{"intent":"help"}\n```',
    'two answers': '{"intent":"help"}{"intent":"help"}',
    'half an answer': '{"intent":"help"',
    'a list': [{ intent: 'help' }],
    'a text': '"help"',
    nothing: '',
    null: 'null',
    'a long answer': { intent: 'help', entities: { case: 'x'.repeat(1_000) } },
    'a deep answer': `{"intent":"help","entities":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    'a wide answer': JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, 1]))),
  };
  for (const [what, answer] of Object.entries(malicious)) {
    it(`is nothing when it is ${what}`, () => equal(read(answer), undefined));
  }

  it('leaves nothing behind on other objects', () => equal(Reflect.get({}, 'isAdmin'), undefined));
});
