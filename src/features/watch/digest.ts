import { accept, type Decider, type Decision, deciderOf, dispatch, type Handlers } from '../../core/decider.ts';
import type { Digest, DigestCommand, DigestEvent } from './gaps-state.ts';

/** What was found is how things are: there is nothing to refuse. The same day twice says nothing new. */
function tell(found: DigestCommand['data'], state: Digest): Decision<DigestEvent, never> {
  const { at, day, items } = found;
  if (items.length === 0) return state.status === 'open' ? accept({ type: 'AllMended', data: { at, day } }) : accept();
  const isTold = state.status === 'open' && state.day === day && same(state.items, items);
  return isTold ? accept() : accept({ type: 'LackingFound', data: found });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const applied: Handlers<DigestEvent, Digest, Digest> = {
  LackingFound: ({ day, chair, items }, state) => ({ status: 'open', chair, day, items, episode: episodeOf(state) }),
  AllMended: ({ day }, state) => (state.status === 'none' ? state : { ...state, status: 'mended', day, items: [] }),
};

function episodeOf(state: Digest): number {
  if (state.status === 'none') return 1;
  return state.status === 'open' ? state.episode : state.episode + 1;
}

export const digestDecider: Decider<Digest, DigestCommand, DigestEvent, never> = deciderOf<
  Digest,
  DigestCommand,
  DigestEvent,
  never
>({
  initial: { status: 'none' },
  decisions: { TellLacking: tell },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});
