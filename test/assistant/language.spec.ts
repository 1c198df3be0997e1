import { equal } from 'node:assert/strict';
import { languageOf } from '../../src/assistant/index.ts';

describe('the language of a message', () => {
  it('is English when its words are', () => {
    for (const text of [
      'show my cases',
      'who can help with autism?',
      'Can you move the deadline to Friday',
      'I am ill today',
    ]) {
      equal(languageOf(text), 'en', text);
    }
  });

  it('is Dutch', () => {
    for (const text of [
      'toon mijn casussen',
      'wie kan meedenken over autisme?',
      'plan een meeting met de ouders',
      'ik ben ziek',
    ]) {
      equal(languageOf(text), 'nl', text);
    }
  });

  it('is Dutch when in doubt', () => {
    for (const text of ['', 'status 2026-014', 'help', 'was', '🙂', 'agenda']) equal(languageOf(text), 'nl', text);
  });
});
