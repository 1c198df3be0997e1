import { deepStrictEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { personId, streamId } from '../../../src/core/ids.ts';
import { react } from '../../../src/features/operations/reactions.ts';
import { type GivenUp, troubleDecider, type TroubleEvent } from '../../../src/features/operations/trouble.ts';
import { specify } from '../../support/decider-spec.ts';

const given = specify(troubleDecider);
const nora = personId('nora');
const at = '2026-11-23T09:00:00.000Z';
const later = '2026-11-23T10:00:00.000Z';
const card = (key: string): GivenUp => ({ stream: streamId('case', '1'), key, kind: 'show-card', due: at });
const seen = (parked: readonly GivenUp[], again: readonly GivenUp[] = [], when = at) => ({
  ...{ at: when, parked, again, operators: [nora] },
});
const note = (...args: Parameters<typeof seen>) => ({ type: 'NoteTrouble', data: seen(...args) }) as const;
const found: TroubleEvent = { type: 'TroubleFound', data: seen([card('a')]) };

describe('what the bot gave up', () => {
  it('begins an episode', () => {
    given()
      .when(note([card('a')]))
      .thenEvents(found);
  });

  it('is nothing to tell when there is nothing, or nothing else than before', () => {
    given().when(note([])).thenNothing();
    given(found)
      .when(note([card('a')], [], later))
      .thenNothing();
    given(found, { type: 'TroubleSolved', data: { at: later } })
      .when(note([]))
      .thenNothing();
  });

  it('is told anew when there is more or less of it, and as long as some is not done', () => {
    const more = seen([card('a'), card('b')], [], later);
    given(found).when({ type: 'NoteTrouble', data: more }).thenEvents({ type: 'TroubleChanged', data: more });
    const again = seen([], [card('a')], later);
    given(found).when({ type: 'NoteTrouble', data: again }).thenEvents({ type: 'TroubleChanged', data: again });
  });

  it('is solved once all of it is done, and what comes later is another episode', () => {
    const solved: TroubleEvent = { type: 'TroubleSolved', data: { at: later } };
    given(found)
      .when(note([], [], later))
      .thenEvents(solved);
    const states = [[found], [found, solved], [found, solved, found]].map((events) => fold(troubleDecider, events));
    deepStrictEqual(
      states.map((state) => state.status !== 'none' && [state.status, state.episode]),
      [
        ['open', 1],
        ['solved', 1],
        ['open', 2],
      ],
    );
  });

  it('shows every operator one card an episode, whatever happens in it', () => {
    const slots = (events: readonly TroubleEvent[]) =>
      react(events.at(-1)!, fold(troubleDecider, events)).map(({ key, kind }) => [key, kind]);
    const first = [['card-trouble-1-nora', 'operator-card']];
    const solved: TroubleEvent = { type: 'TroubleSolved', data: { at: later } };
    deepStrictEqual(slots([found]), first);
    deepStrictEqual(slots([found, { ...found, type: 'TroubleChanged' }]), first);
    deepStrictEqual(slots([found, solved]), first);
    deepStrictEqual(slots([found, solved, found]), [['card-trouble-2-nora', 'operator-card']]);
  });
});
