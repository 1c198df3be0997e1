import { deepEqual, equal } from 'node:assert/strict';
import { createCover } from '../../../src/features/cases/cover.ts';

describe('what the bot reads of a sentence', () => {
  const cover = async (typed: string) => {
    const lines: object[] = [];
    const { read, note } = await createCover({ log: { info: (line) => void lines.push(line) } })(typed);
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

  it('is the whole sentence when nothing is personal', async () => {
    const typed = 'zitting 4 mei 2026 om 09:45';
    deepEqual(await cover(typed), { read: typed, note: undefined, lines: [] });
  });
});
