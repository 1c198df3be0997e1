import type { PersonId } from '../../../src/core/ids.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import type { ExpertEvent } from '../../../src/features/experts/expert-messages.ts';
import type { Expert } from '../../../src/features/experts/expert-state.ts';
import { conceptId } from '../../../src/matching/index.ts';
import { someone } from '../directory/samples.ts';

export const at = '2026-11-23T09:00:00.000Z';
export const later = '2026-11-24T09:00:00.000Z';
export const today = '2026-11-23';

export const hanna = someone(1);
export const chair = someone(6);
export const jan = someone(9);
export const anouk = someone(12);
export const operator = someone(15);
export const femke: PersonId = someone(16);

/** Ten hours a month, in Limburg. */
export const expert: Expert = {
  id: femke,
  organisation: 'Autismepraktijk Het Kompas',
  specialisms: [conceptId('autism'), conceptId('eating-disorder')],
  ownWords: 'Meisjes met autisme die bijna niets eten.',
  domains: ['jeugd-ggz'],
  regions: [regionCode('noord-limburg')],
  mandates: ['treatment'],
  hoursPerMonth: 10,
  unavailable: [],
  livedExperience: false,
};

export const registered: ExpertEvent = { type: 'ExpertRegistered', data: { at, expert } };
export const paused: ExpertEvent = { type: 'ExpertPaused', data: { at } };
export const left: ExpertEvent = { type: 'ExpertLeft', data: { at } };
export const reserved = (consultation: string, hours: number): ExpertEvent => ({
  type: 'HoursReserved',
  data: { at, consultation, hours },
});
export const accepted = (consultation: string): ExpertEvent => ({
  type: 'EngagementAccepted',
  data: { at, consultation },
});
