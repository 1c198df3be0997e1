import { deepEqual, equal } from 'node:assert/strict';
import { conceptId, createMatcher } from '../../src/matching/index.ts';

describe('reading a text', () => {
  const { read } = createMatcher();
  const concepts = (text: string): readonly string[] => read(text).concepts.map(({ id }) => id);
  const said = (text: string, concept: string) => read(text).concepts.find(({ id }) => id === concept)?.words;

  describe('abbreviations', () => {
    it('finds them as whole words, however they are written', () => {
      deepEqual(concepts('Is dit ASS?'), ['autism']);
      deepEqual(concepts('(nah)'), ['brain-injury']);
      deepEqual(concepts("twee AMV'ers en één amv"), ['unaccompanied-minor']);
    });
    it('does not find them inside other words', () => {
      deepEqual(concepts('een klassieke massage'), []);
      deepEqual(concepts('discussie over een distel'), []);
      deepEqual(concepts('daarnaheen'), []);
    });
    it('does not take a short word for a mistyped one', () => deepEqual(concepts('asss'), []));
  });

  describe('inflections', () => {
    it('finds singular and plural, adjectives and verbs', () => {
      for (const text of ['eetstoornis', 'eetstoornissen']) deepEqual(concepts(text), ['eating-disorder'], text);
      for (const text of ['autistisch', 'autistische', 'Autisme']) deepEqual(concepts(text), ['autism'], text);
      for (const text of ['blowt', 'blowen', 'geblowd']) deepEqual(concepts(text), ['addiction'], text);
      for (const text of ["trauma's", 'getraumatiseerde']) deepEqual(concepts(text), ['trauma'], text);
    });
    it('knows verbs whose forms do not look alike', () => {
      deepEqual(concepts('zij at niet'), concepts('zij eet niet'));
    });
    it('reads accents and apostrophes as if they were not there', () => {
      deepEqual(concepts('suicidaal'), concepts('suïcidaal'));
      deepEqual(concepts('naaktfoto’s'), concepts('naaktfotos'));
    });
    it('does not fold words that mean something else', () => {
      deepEqual(concepts('hij weet het'), []);
      deepEqual(concepts('bij ons, waar dan ook'), []);
    });
  });

  describe('compounds', () => {
    it('finds a term as the first and as the last part of a word', () => {
      deepEqual(concepts('autismeteam'), ['autism']);
      deepEqual(concepts('kindertrauma'), ['trauma']);
      deepEqual(concepts('pleegzorgconsulent'), ['foster-care']);
    });
    it('finds one that was written as two words', () => deepEqual(concepts('slaap problemen'), ['sleep']));
    it('does not find short terms at the end of a word', () => deepEqual(concepts('afgebroken'), []));
    it('reads a compound that is a term by itself as that only', () =>
      deepEqual(concepts('gezinshuis'), ['family-home']));
  });

  describe('mistyped words', () => {
    it('finds a letter left out, put in, replaced, and two swapped', () => {
      for (const text of ['anorexa', 'anorrexia', 'anorezia', 'anoreixa'])
        deepEqual(concepts(text), ['eating-disorder'], text);
    });
    it('finds them inside a term of several words', () => {
      deepEqual(concepts('licht verstandeljke beperking'), ['mild-intellectual-disability']);
    });
    it('finds words that are written as they sound', () => {
      deepEqual(concepts('verslaafing'), ['addiction']);
      deepEqual(concepts('suisidaal'), ['suicidality']);
    });
    it('does not take another word for a mistyped one', () => deepEqual(concepts('gebeld, hakken, proefverlof'), []));
    it('does not go further than one letter, nor past the first', () => {
      deepEqual(concepts('anorrexxxia'), []);
      deepEqual(concepts('norexia'), []);
    });
  });

  describe('terms of several words', () => {
    it('finds them with words in between', () => {
      deepEqual(concepts('zit nu al ruim twee jaar thuis'), ['school-absence']);
      deepEqual(concepts('ze hoort elke nacht stemmen'), ['psychosis']);
    });
    it('finds them in another order when they stand together', () => {
      deepEqual(concepts('als ze stemmen hoort'), ['psychosis']);
    });
    it('does not find them across a comma or a full stop', () => {
      deepEqual(concepts('Hij zit. Thuis is alles anders'), []);
    });
    it('does not find them far apart', () => {
      deepEqual(concepts('hoort van een collega dat er twee blije stemmen waren'), []);
    });
    it('leaves nothing over for a shorter term inside', () => {
      deepEqual(concepts('moeder is depressief'), ['parental-problems']);
      deepEqual(concepts('depressief'), ['depression']);
    });
    it('does not leave out a shorter term that only stands between', () => {
      deepEqual(concepts('depressief meisje, moeder maakt zich zorgen').includes('depression'), true);
    });
  });

  it('gives the words as they stand in the text, in small letters', () => {
    deepEqual(said('Suïcidaal, en Zit al een jaar Thuis', 'suicidality'), ['suïcidaal']);
    deepEqual(said('Suïcidaal, en Zit al een jaar Thuis', 'school-absence'), ['zit thuis', 'al een jaar thuis']);
  });
  it('reads nothing in nothing', () => deepEqual(read('  …  '), { concepts: [], unknown: [] }));
  it('takes no notice of a denial', () => deepEqual(concepts('geen autisme'), ['autism']));

  describe('unknown words', () => {
    const unknown = (text: string) => read(text).unknown;
    it('gives what no concept covers: each once, in order, in small letters', () => {
      deepEqual(unknown('Kwakkelt en Zwabbert; kwakkelt met ADHD'), ['kwakkelt', 'zwabbert']);
    });
    it('gives no function words, numbers, ages, nor words of any care question', () => {
      deepEqual(unknown('Een meisje van 15 jaar en haar moeder hebben al 2 keer hulp gevraagd aan het team'), []);
    });
    it('gives no places', () => deepEqual(unknown('in Zuid-Limburg, Roermond en Utrecht'), []));
    it('gives no word that is part of a term, inflected or mistyped', () => {
      deepEqual(unknown('autistische pubers met eetbuien en agresie'), []);
    });
  });

  describe('kept terms', () => {
    const kept = [
      { word: 'Kwakkelen', concept: conceptId('sleep') },
      { word: 'de boel de boel', concept: conceptId('family') },
    ];
    it('are found like those that are shipped', () => {
      const reading = createMatcher(kept).read('hij kwakkelt en laat de boel de boel');
      deepEqual(
        reading.concepts.map(({ id }) => id),
        ['sleep', 'family'],
      );
      deepEqual(reading.unknown, []);
    });
    it('stand with their concept', () => {
      const concept = createMatcher(kept).concepts.find(({ id }) => id === 'sleep');
      equal(concept?.terms.at(-1), 'Kwakkelen');
    });
    it('change nothing for anybody else', () => deepEqual(concepts('hij kwakkelt'), []));
    it('of a concept that is not there change nothing', () => {
      deepEqual(createMatcher([{ word: 'kwakkelen', concept: conceptId('gone') }]).read('kwakkelen').concepts, []);
    });
  });
});
