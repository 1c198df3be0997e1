import { z } from 'zod/v4';
import { commandId } from '../../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { budgetAggregate, requestAggregate } from './aggregates.ts';
import { type By, type DeskDeps, sendBudget, sendRequest } from './budget-desk.ts';
import { budgetLines, isThere, warningLevels } from './budget-state.ts';
import { carryKind, tickKind, warnKind } from './reactions.ts';
import { isAsked, type RequestFile } from './request-state.ts';
import { carriedBy, leaderOf } from './settle-desk.ts';

const tickData = z.object({ what: z.enum(['remind', 'end']) });

/** The clock of the end date; whether there is still anything to do is for the decider to say. */
export function tickRunner(deps: DeskDeps): EffectRunner {
  return {
    kind: tickKind,
    async run(effect: StoredEffect): Promise<Outcome> {
      const state = stateOf(requestAggregate, await deps.store.load(effect.stream));
      if (!isAsked(state)) return { done: true };
      await followLeader(deps, state);
      const { what } = tickData.parse(effect.data);
      const command = {
        type: what === 'end' ? 'ReachEnd' : 'RemindEnd',
        data: { at: bySystem(deps, '').at.toISOString() },
      } as const;
      await sendRequest(deps, bySystem(deps, `${effect.stream}-${effect.key}-${effect.due}`), {
        id: state.id,
        command,
      });
      return { done: true };
    },
  };
}

function bySystem({ clock }: DeskDeps, id: string): By {
  return { by: 'system', at: clock.now(), commandId: commandId(id) };
}

/** A request goes with its centre when that gets another project leader. */
export async function followLeader(deps: DeskDeps, file: RequestFile): Promise<RequestFile> {
  const leader = await leaderOf(deps, file);
  if (leader === undefined || leader === file.leader) return file;
  const by = bySystem(deps, `${file.id}-${file.updatedAt}-hand-over-${leader}`);
  const command = { type: 'HandOverRequest', data: { at: by.at.toISOString(), leader } } as const;
  const told = await sendRequest(deps, by, { id: file.id, command });
  return told.ok ? told.state : file;
}

const warnData = z.object({ line: z.enum(budgetLines), level: z.literal(warningLevels) });

/** Who leads the centre is looked up when it is told. */
export function warnRunner(deps: DeskDeps): EffectRunner {
  return {
    kind: warnKind,
    async run({ stream, key, data }: StoredEffect): Promise<Outcome> {
      const budget = stateOf(budgetAggregate, await deps.store.load(stream));
      const to = isThere(budget) ? await leaderOf(deps, budget) : undefined;
      if (!isThere(budget) || to === undefined) return { done: true };
      const by = bySystem(deps, `${stream}-${key}`);
      const told = { at: by.at.toISOString(), to, ...warnData.parse(data) };
      await sendBudget(deps, by, { place: budget, command: { type: 'TellWarning', data: told } });
      return { done: true };
    },
  };
}

/** What was left of a closed year, to the next; the next year takes it once. */
export function carryRunner(deps: DeskDeps): EffectRunner {
  return {
    kind: carryKind,
    async run({ stream, key }: StoredEffect): Promise<Outcome> {
      const budget = stateOf(budgetAggregate, await deps.store.load(stream));
      if (!isThere(budget) || budget.status !== 'closed') return { done: true };
      const by = bySystem(deps, `${stream}-${key}`);
      const data = { at: by.at.toISOString(), ...carriedBy(budget) };
      const place = { centre: budget.centre, year: budget.year + 1 };
      const told = await sendBudget(deps, by, { place, command: { type: 'CarryIn', data } });
      return told.ok ? { done: true } : { done: false, park: true, error: `${stream}: ${told.refused}` };
    },
  };
}
