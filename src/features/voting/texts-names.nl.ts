import type { Choice } from './choices.ts';
import type { Majority } from './majority.ts';
import type { Result, VoteSettings } from './vote-state.ts';

const choice: Readonly<Record<Choice, string>> = {
  agree: 'Eens',
  'agree-with-remark': 'Eens, met een opmerking',
  disagree: 'Oneens',
  adopt: 'Aannemen',
  'adopt-amended': 'Aannemen met een wijziging',
  reject: 'Afwijzen',
  postpone: 'Uitstellen',
  abstain: 'Onthouding',
};

const result: Readonly<Record<Result, string>> = {
  positive: 'Positief advies',
  'positive-with-remarks': 'Positief advies, met opmerkingen',
  negative: 'Negatief advies',
  divided: 'Verdeeld advies',
  adopt: 'Aangenomen',
  'adopt-amended': 'Aangenomen met een wijziging',
  reject: 'Afgewezen',
  postpone: 'Uitgesteld',
  'no-majority': 'Geen meerderheid',
  'no-quorum': 'Te weinig stemmen voor een geldige uitslag',
};

const secrecy: Readonly<Record<VoteSettings['secrecy'], string>> = {
  open: 'Open',
  hidden: 'Verborgen tot sluiting',
  secret: 'Geheim',
};

/** As the end of a line: who decides. */
const majority: Readonly<Record<Majority, string>> = {
  half: 'meer dan de helft beslist',
  'two-thirds': 'minstens twee derde beslist',
  'three-quarters': 'minstens driekwart beslist',
};

export const names = { choice, result, secrecy, majority } as const;
