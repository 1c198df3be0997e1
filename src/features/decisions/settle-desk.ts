import { z } from 'zod/v4';
import { commandId, type CommandId, type PersonId, type StreamId } from '../../core/ids.ts';
import type { EffectRunner } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { proposalAggregate } from './aggregates.ts';
import type { RunnerDeps } from './decision-desk.ts';
import { isWritten, type ProposalId, type SettledAs } from './proposal-state.ts';
import { settledKind } from './reactions.ts';

/** What came of a proposal that another feature raised. `subject`: the stream that waits for it. */
export type Settled = Readonly<{
  subject: StreamId;
  proposal: ProposalId;
  number: string;
  outcome: SettledAs;
  /** Euro cents, as granted. */
  amountCents?: number;
  motivation: string;
  alternative?: string;
  contact?: PersonId;
  at: Date;
  by: PersonId | 'system';
  /** The same whenever it is told. */
  commandId: CommandId;
}>;

/** Must be safe to hear twice: see `commandId`. */
export type SettledListener = Readonly<{ settled(result: Settled): Promise<void> }>;

const settledData = z.object({ index: z.int().min(0) });

export function settledRunner({ store }: RunnerDeps, listener: SettledListener): EffectRunner {
  return {
    kind: settledKind,
    async run({ stream, data }) {
      const file = stateOf(proposalAggregate, await store.load(stream));
      const { index } = settledData.parse(data);
      const settlement = isWritten(file) ? file.settlements[index] : undefined;
      if (!isWritten(file) || !settlement || file.raisedBy === undefined) {
        return { done: false, park: true, error: `${stream} has nothing settled at ${index}` };
      }
      await listener.settled({
        ...{ subject: file.raisedBy, proposal: file.id, number: file.number },
        ...settlement,
        at: new Date(settlement.at),
        commandId: commandId(`${stream}-settled-${index}`),
      });
      return { done: true };
    },
  };
}
