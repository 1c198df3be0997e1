import { z } from 'zod/v4';
import { commandId, personId } from '../../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { handle, stateOf } from '../../store/handle.ts';
import { expertAggregate, expertStream, reservationKind } from '../experts/index.ts';
import { followDirector, loadConsultation, send } from './consultation-desk.ts';
import type { ConsultationCommand } from './consultation-messages.ts';
import { consultationId, counts, invitationOf, isAsked } from './consultation-state.ts';
import { tickKind, ticks } from './reactions.ts';
import { loadBoth, noRequest, type RunnerDeps } from './runner-desk.ts';

const tickData = z.object({
  what: z.enum(ticks),
  person: z.string().default(''),
  months: z.union([z.literal(3), z.literal(6)]).default(3),
});
type TickData = z.output<typeof tickData>;

/** What a clock that ran out asks for; whether there is still anything to do is for the decider to say. */
export function tickRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: tickKind,
    async run({ stream, key, due, data }: StoredEffect): Promise<Outcome> {
      const both = await loadBoth(deps, stream);
      if (!both) return noRequest(stream);
      const at = deps.clock.now();
      const asked = { at, commandId: commandId(`${stream}-${key}-${due}`) };
      await followDirector(deps, asked, both);
      const command = commandFor(tickData.parse(data), at.toISOString());
      await send(deps, asked, { id: both.state.id, command, by: 'system' });
      return { done: true };
    },
  };
}

function commandFor({ what, person, months }: TickData, at: string): ConsultationCommand {
  if (what === 'effect') return { type: 'AskEffect', data: { at, months } };
  const data = { at, person: personId(person) };
  return what === 'remind' ? { type: 'RemindExpert', data } : { type: 'ExpireInvitation', data };
}

/**
 * Hours are set apart before the invitation is recorded, on another stream: when the bot stopped in between, this gives
 * them back.
 */
export function reservationRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: reservationKind,
    async run({ stream, data, due }: StoredEffect): Promise<Outcome> {
      const id = consultationId(typeof data['consultation'] === 'string' ? data['consultation'] : '');
      const state = stateOf(expertAggregate, await deps.store.load(stream));
      if (state.status === 'none') return { done: true };
      const { id: person } = state.expert;
      const consultation = await loadConsultation(deps, id);
      const invitation = isAsked(consultation) ? invitationOf(consultation, person) : undefined;
      if (invitation && counts(invitation)) return { done: true };
      const at = deps.clock.now();
      await handle(deps.store, expertAggregate, {
        ...({ stream: expertStream(person), by: 'system', at } as const),
        command: {
          type: 'ReleaseHours',
          data: { at: at.toISOString(), consultation: id, because: invitation ? 'withdrawn' : 'not-invited' },
        },
        commandId: commandId(`${stream}-${id}-${due}`),
      });
      return { done: true };
    },
  };
}
