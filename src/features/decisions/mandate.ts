import type { Brand } from '../../core/brand.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { BodyId } from '../directory/index.ts';
import { holdsOn, type Standing, standingDecider } from './standing-rule.ts';
import type { Matter, Subject } from './subjects.ts';

export type MandateId = Brand<'MandateId'>;
export const mandateId = (id: string): MandateId => id as MandateId;
export const mandateStream = (id: MandateId): StreamId => streamId('mandate', id);

export type Holder = Readonly<{ person: PersonId }> | Readonly<{ body: BodyId }>;

/** Who may decide on what, up to how much (domain.md A18, 1M.9). */
export type Mandate = Standing &
  Readonly<{
    id: MandateId;
    holder: Holder;
    subjects: readonly Subject[];
    /** Euro cents, itself included; without it there is no ceiling. */
    ceilingCents?: number;
  }>;

export const mandateDecider = standingDecider<Mandate>((one, other) => sameMandate(one, other));

function sameMandate(one: Mandate, other: Mandate): boolean {
  return (
    holderKey(one.holder) === holderKey(other.holder) &&
    one.ceilingCents === other.ceilingCents &&
    one.validFrom === other.validFrom &&
    one.validTo === other.validTo &&
    one.subjects.join() === other.subjects.join()
  );
}

export function holderKey(holder: Holder): string {
  return 'person' in holder ? `person-${holder.person}` : `body-${holder.body}`;
}

/** Its ceiling itself included; without one there is no limit. */
export function reaches({ ceilingCents = Number.POSITIVE_INFINITY }: Mandate, amountCents: number): boolean {
  return amountCents <= ceilingCents;
}

export function covers(mandate: Mandate, { centre, subject, amountCents = 0 }: Matter, day: string): boolean {
  return (
    mandate.centre === centre &&
    mandate.subjects.includes(subject) &&
    reaches(mandate, amountCents) &&
    holdsOn(mandate, day)
  );
}
