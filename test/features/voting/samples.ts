import { personId, type PersonId, streamId } from '../../../src/core/ids.ts';
import { bodyId } from '../../../src/features/directory/index.ts';
import {
  defaultVoteSettings,
  type SeatFor,
  type VoteId,
  voteId,
  type VoteSettings,
  type VoteToOpen,
} from '../../../src/features/voting/index.ts';

export const vote: VoteId = voteId('v1');
export const opensAt = '2026-11-23T09:00:00.000Z';
export const later = '2026-11-24T09:00:00.000Z';
export const remindAt = '2026-11-26T08:00:00.000Z';
export const closesAt = '2026-11-27T16:00:00.000Z';
export const extendedTo = '2026-12-04T16:00:00.000Z';

const demo = (number: string): PersonId => personId(`00000000-0000-4000-8000-0000000000${number}`);
export const people = {
  els: demo('24'),
  wim: demo('25'),
  karin: demo('26'),
  rob: demo('27'),
  judith: demo('28'),
  jan: demo('09'),
  /** Of nobody's body. */
  ruben: demo('02'),
} as const;
export const { els, wim, karin, rob, judith, jan, ruben } = people;

export const seatFor = (person: PersonId, more: Partial<SeatFor> = {}): SeatFor => ({
  ...{ person, weight: 1, deputies: [] },
  ...more,
});

/** Judith stands in for Rob until the 25th. */
export const fourSeats: readonly SeatFor[] = [
  seatFor(els),
  seatFor(wim),
  seatFor(karin),
  seatFor(rob, { deputies: [{ person: judith, validFrom: '2026-11-01', validTo: '2026-11-25' }] }),
];

type Changes = Partial<Omit<VoteToOpen, 'settings'>> & Readonly<{ settings?: Partial<VoteSettings> }>;

export function toOpen({ settings, ...more }: Changes = {}): VoteToOpen {
  return {
    ...{ id: vote, kind: 'decision', title: 'Extra begeleiding', text: 'Voorstel om extra begeleiding te betalen.' },
    links: [{ title: 'Het voorstel', url: 'https://example.nl/voorstel' }],
    ...{ number: 'LI-V-2026-003', caseNumber: 'LI-2026-0002', centre: 'LI' },
    body: { id: bodyId('bestuur-li'), name: 'Bestuurlijk overleg Limburg' },
    ...{ seats: fourSeats, closesAt, remindAt, chair: jan },
    channel: { teamId: 'team-li', channelId: '19:bestuur@thread.tacv2' },
    subject: streamId('proposal', 'p1'),
    ...more,
    settings: { ...defaultVoteSettings, ...settings },
  };
}
