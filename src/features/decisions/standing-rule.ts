import { accept, type Decider, refuse } from '../../core/decider.ts';
import type { CentreCode } from '../directory/index.ts';

/** What was laid down once and holds from a day to a day: a mandate, a route. Days are YYYY-MM-DD in Amsterdam; both count. */
export type Standing = Readonly<{ id: string; centre: CentreCode; validFrom: string; validTo?: string }>;

export type StandingState<Rule extends Standing> =
  Readonly<{ status: 'none' }> | Readonly<{ status: 'laid-down'; rule: Rule }>;
export type LayDown<Rule extends Standing> = { type: 'LayDown'; data: Rule };
export type LaidDown<Rule extends Standing> = { type: 'LaidDown'; data: Rule };
export type StandingRefusal = 'another-centre' | 'ends-before-it-starts';

/** Laid down anew the same rule is another version; the older ones stay in the events. */
export function standingDecider<Rule extends Standing>(
  same: (one: Rule, other: Rule) => boolean,
): Decider<StandingState<Rule>, LayDown<Rule>, LaidDown<Rule>, StandingRefusal> {
  return {
    initial: { status: 'none' },
    decide({ data }, state) {
      const known = state.status === 'none' ? undefined : state.rule;
      if (known && known.centre !== data.centre) return refuse('another-centre');
      if (data.validTo !== undefined && data.validTo < data.validFrom) return refuse('ends-before-it-starts');
      return known && same(known, data) ? accept() : accept({ type: 'LaidDown', data });
    },
    evolve: (_state, { data }) => ({ status: 'laid-down', rule: data }),
  };
}

export function holdsOn({ validFrom, validTo }: Standing, day: string): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}
