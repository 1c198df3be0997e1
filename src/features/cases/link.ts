import type { Clock } from '../../core/clock.ts';
import { commandId, type StreamId } from '../../core/ids.ts';
import type { EffectRunner, Outcome } from '../../store/effect-queue.ts';
import { handle } from '../../store/handle.ts';
import type { Store } from '../../store/store.ts';
import { caseAggregate } from './aggregate.ts';
import { caseStream } from './case.ts';
import { type Case, isSubmitted } from './case-state.ts';
import { findByNumber } from './find-case.ts';
import { linkKind } from './reactions.ts';

/** Links brothers and sisters both ways (domain.md 5, case 0010). */
export function linkRunner({ store, clock }: Readonly<{ store: Store; clock: Clock }>): EffectRunner {
  async function link(stream: StreamId, other: Case): Promise<void> {
    if (!isSubmitted(other)) return;
    const at = clock.now();
    const command = { type: 'LinkCase', data: { at: at.toISOString(), number: other.number } } as const;
    const id = commandId(`${stream}-link-${other.number}`);
    await handle(store, caseAggregate, { stream, command, by: 'system', at, commandId: id });
  }

  return {
    kind: linkKind,
    async run({ stream, data }): Promise<Outcome> {
      const number = typeof data['number'] === 'string' ? data['number'] : '';
      const sibling = await findByNumber(store, number);
      if (!sibling) return { done: false, park: true, error: `no case has number ${number}` };
      const loaded = await store.load(stream);
      await link(stream, sibling);
      await link(caseStream(sibling.id), loaded.state as unknown as Case);
      return { done: true };
    },
  };
}
