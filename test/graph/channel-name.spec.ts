import { equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { channelName, nameFault } from '../../src/graph/channel-name.ts';

describe('channelName', () => {
  it('is the case number', () => {
    equal(channelName('LI-2026-0002'), 'LI-2026-0002');
    equal(channelName('NH-2026-12345'), 'NH-2026-12345');
  });

  it('refuses anything else, so that no name can come in', () => {
    for (const name of ['Linde', 'LI-2026-0002 Linde', 'Linde LI-2026-0002', '', 'li-2026-0002', 'LI-2026-0002\n']) {
      throws(() => channelName(name), RangeError, name);
    }
  });
});

describe('nameFault', () => {
  it('finds nothing in an ordinary name', () => {
    equal(nameFault('LI-2026-0002'), undefined);
    equal(nameFault('Casus 12 (gesloten)'), undefined);
    equal(nameFault('a'.repeat(50)), undefined);
  });

  it('names what Teams refuses', () => {
    equal(nameFault(' '), 'empty');
    equal(nameFault('a'.repeat(51)), 'too-long');
    equal(nameFault('CON'), 'reserved-word');
    equal(nameFault('lpt9'), 'reserved-word');
    equal(nameFault('iets_vti_iets'), 'reserved-word');
    equal(nameFault('_casus'), 'first-character');
    equal(nameFault('.casus'), 'first-character');
    equal(nameFault('casus.'), 'last-character');
    equal(nameFault('a..b'), 'character');
  });

  it('refuses every forbidden character wherever it stands', () => {
    const forbidden = fc.constantFrom(...Array.from('~#%&*{}+/\\:<>?|\'",'), '\u0000', '\u001f', '\u0080');
    fc.assert(
      fc.property(forbidden, fc.nat({ max: 4 }), (character, place) => {
        equal(nameFault(`zaak${character}`.slice(0, place) + character + 'zaak'), 'character');
      }),
    );
  });
});
