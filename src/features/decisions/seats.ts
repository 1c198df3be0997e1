import type { BodyMember } from '../directory/index.ts';
import type { SeatFor } from '../voting/index.ts';

export function seatFor({ person, weight = 1, deputies = [] }: BodyMember): SeatFor {
  return { person, weight, deputies };
}
