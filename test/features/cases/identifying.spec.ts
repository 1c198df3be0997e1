import { deepEqual, equal } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import type { DeskDeps } from '../../../src/features/cases/case-desk.ts';
import { identifyingWord, wordFound } from '../../../src/features/cases/identifying-desk.ts';
import { fileAfter, histories } from './samples.ts';

describe('words that tell who a case is about', () => {
  const file = {
    ...fileAfter(...histories.admitted),
    municipality: 'Weert',
    participants: [{ person: personId('fatima'), part: 'helper' as const }],
  };
  const directory = { nameOf: async () => 'Fatima El Amrani' } as unknown as DeskDeps['directory'];
  const pseudonym = file.intake.pseudonym ?? '';

  for (const [text, word] of [
    [`Een plek voor ${pseudonym}.`, pseudonym],
    ['De gemeente WEERT betaalt', 'Weert'],
    ['plek (Weert)', 'Weert'],
    ['via fatima el-amrani', 'Fatima El Amrani'],
  ] as const)
    it(`are found in “${text}”, in whichever text`, async () =>
      equal(await identifyingWord({ directory }, file, ['Iets anders.', text]), word));

  for (const text of [`Een ${pseudonym}skuil`, 'De verantwoordelijke gemeente', 'Fatima', ''])
    it(`are not found in “${text}”`, async () => equal(await identifyingWord({ directory }, file, [text]), undefined));

  it('are not made of the end of one text and the beginning of the next', async () =>
    equal(await identifyingWord({ directory }, file, ['Fatima El', 'Amrani']), undefined));

  it('are nothing where nothing is known', () =>
    deepEqual(
      [wordFound([undefined, '', ' - '], ['een - tekst', '']), wordFound(['Wolf'], [])],
      [undefined, undefined],
    ));
});
