import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import {
  mostWaiting,
  thesaurus,
  type ThesaurusCommand,
  type ThesaurusEvent,
} from '../../../src/features/experts/thesaurus.ts';
import { conceptId } from '../../../src/matching/index.ts';
import { specify } from '../../support/decider-spec.ts';
import { at } from './samples.ts';

const given = specify(thesaurus);
const noted = (...words: readonly string[]): ThesaurusEvent => ({ type: 'WordsNoted', data: { words, at } });
const note = (...words: readonly string[]): ThesaurusCommand => ({ type: 'NoteWords', data: { words, at } });
const concept = conceptId('anxiety');
const kept: ThesaurusEvent = { type: 'WordKept', data: { word: 'piekert', concept, at } };
const dismissed: ThesaurusEvent = { type: 'WordDismissed', data: { word: 'piekert', at } };

describe('experts: words that nobody knows', () => {
  describe('are noted', () => {
    it('does, each once', () =>
      given()
        .when(note('piekert', 'wandelcoach', 'piekert'))
        .thenEvents(noted('piekert', 'wandelcoach')));
    it('does only what is new', () =>
      given(noted('piekert')).when(note('piekert', 'wandelcoach')).thenEvents(noted('wandelcoach')));
    it('does nothing for what waits, was kept or was dismissed', () => {
      given(noted('piekert')).when(note('piekert')).thenNothing();
      given(noted('piekert'), kept).when(note('piekert')).thenNothing();
      given(noted('piekert'), dismissed).when(note('piekert')).thenNothing();
    });
    it('does nothing for what is no word in small letters of a usual length', () =>
      given()
        .when(note('kat', 'Piekert', 'a1b2c3', 'twee woorden', '----', 'x'.repeat(41), ''))
        .thenNothing());
    it('does for letters with signs, hyphens and the longest', () =>
      given()
        .when(note('privé', 'co-ouder', 'x'.repeat(40)))
        .thenEvents(noted('privé', 'co-ouder', 'x'.repeat(40))));
    it('does no more than fit', () => {
      const word = (n: number): string =>
        `woord${'abcdefghij'[Math.floor(n / 26)]}${String.fromCharCode(97 + (n % 26))}`;
      const all = Array.from({ length: mostWaiting }, (_, n) => word(n));
      given(noted(...all.slice(1)))
        .when(note('piekert', 'wandelcoach'))
        .thenEvents(noted('piekert'));
      given(noted(...all))
        .when(note('piekert'))
        .thenNothing();
    });
  });

  describe('are kept', () => {
    const keep: ThesaurusCommand = { type: 'KeepWord', data: { word: 'piekert', concept, at } };
    it('does', () => given(noted('piekert')).when(keep).thenEvents(kept));
    it('refuses a word that does not wait', () => given().when(keep).thenRefused('not-waiting'));
    it('refuses a word that was dismissed', () =>
      given(noted('piekert'), dismissed).when(keep).thenRefused('not-waiting'));
    it('refuses a word that another keeper kept with another concept', () =>
      given(noted('piekert'), kept)
        .when({ type: 'KeepWord', data: { word: 'piekert', concept: conceptId('autism'), at } })
        .thenRefused('not-waiting'));
    it('does nothing twice', () => given(noted('piekert'), kept).when(keep).thenNothing());
    it('no longer waits then', () =>
      deepEqual(fold(thesaurus, [noted('piekert', 'wandelcoach'), kept]), {
        waiting: ['wandelcoach'],
        kept: [{ word: 'piekert', concept }],
        dismissed: [],
      }));
  });

  describe('are dismissed', () => {
    const dismiss: ThesaurusCommand = { type: 'DismissWord', data: { word: 'piekert', at } };
    it('does', () => given(noted('piekert')).when(dismiss).thenEvents(dismissed));
    it('refuses a word that does not wait', () => given().when(dismiss).thenRefused('not-waiting'));
    it('refuses a word that was kept', () => given(noted('piekert'), kept).when(dismiss).thenRefused('not-waiting'));
    it('does nothing twice', () => given(noted('piekert'), dismissed).when(dismiss).thenNothing());
  });

  it('takes no notice of an event from a newer deployment', () => {
    const newer = { type: 'WordPraised', data: { at } } as unknown as ThesaurusEvent;
    deepEqual(fold(thesaurus, [newer]), thesaurus.initial);
  });
});
