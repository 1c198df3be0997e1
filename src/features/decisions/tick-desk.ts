import { z } from 'zod/v4';
import { commandId } from '../../core/ids.ts';
import type { EffectRunner } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { proposalAggregate } from './aggregates.ts';
import { expiryOf } from './clocks.ts';
import { calendarOf, type RunnerDeps, send } from './decision-desk.ts';
import { plan, withTerms } from './governance-desk.ts';
import type { ProposalCommand } from './proposal-messages.ts';
import { isWritten, type ProposalFile } from './proposal-state.ts';
import { type Tick, tickKind, ticks } from './reactions.ts';

const tickData = z.object({ what: z.enum(ticks) });

/** What a clock that ran out asks for; whether there is still anything to do is for the decider to say. */
export function tickRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: tickKind,
    async run({ stream, key, due, data }) {
      const file = stateOf(proposalAggregate, await deps.store.load(stream));
      if (!isWritten(file)) return { done: false, park: true, error: `${stream} is no proposal` };
      const at = deps.clock.now();
      const command = await commandFor(deps, tickData.parse(data).what, { file, at });
      const moment = { at, commandId: commandId(`${stream}-${key}-${due}`) };
      if (command) await send(deps, moment, { id: file.id, command, by: 'system' });
      return { done: true };
    },
  };
}

type Ticking = Readonly<{ file: ProposalFile; at: Date }>;

async function commandFor(deps: RunnerDeps, what: Tick, ticking: Ticking): Promise<ProposalCommand | undefined> {
  const at = ticking.at.toISOString();
  switch (what) {
    case 'late':
      return { type: 'RemindDecider', data: { at } };
    case 'review':
      return { type: 'AskReview', data: { at } };
    case 'expire':
      return { type: 'ExpireProposal', data: { at } };
    default:
      return resumption(deps, ticking);
  }
}

/** To whoever may decide by then; when nobody may, to who had it: they are told what to do at their click. */
async function resumption(deps: RunnerDeps, { file, at }: Ticking): Promise<ProposalCommand | undefined> {
  if (!file.route) return undefined;
  const planned = await plan(deps, file, at);
  const { route, decision } = planned.ok ? planned : withTerms(deps, { file, route: file.route, at });
  const expiresAt = expiryOf(at.toISOString(), calendarOf(deps));
  return { type: 'ResumeProposal', data: { at: at.toISOString(), route, decision, expiresAt } };
}
