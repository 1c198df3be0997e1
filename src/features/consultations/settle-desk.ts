import { commandId, personId, type PersonId } from '../../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { handle } from '../../store/handle.ts';
import { caseAggregate, type CaseRefusal, caseStream } from '../cases/index.ts';
import { expertAggregate, expertStream, type Release } from '../experts/index.ts';
import { send } from './consultation-desk.ts';
import type { Invitation, JoinTrouble } from './consultation-state.ts';
import { invitationOf, joinTroubles } from './consultation-state.ts';
import { settleKind } from './reactions.ts';
import { type Both, loadBoth, noRequest, type RunnerDeps } from './runner-desk.ts';

/**
 * Brings an expert's hours and their place in the case in step with their invitation. Looks at how it stands when it runs,
 * so that running it twice, or late, changes nothing that should stay.
 */
export function settleRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: settleKind,
    async run({ stream, data }: StoredEffect): Promise<Outcome> {
      const both = await loadBoth(deps, stream);
      if (!both) return noRequest(stream);
      const person = personId(typeof data['person'] === 'string' ? data['person'] : '');
      const invitation = invitationOf(both.state, person);
      if (!invitation) return { done: true };
      await settleHours(deps, both, invitation);
      await settlePlace(deps, both, invitation);
      return { done: true };
    },
  };
}

const releases: Readonly<Partial<Record<Invitation['status'], Release>>> = {
  declined: 'declined',
  conflict: 'conflict',
  expired: 'expired',
  withdrawn: 'withdrawn',
};

/** Why the hours are free again; undefined while they are still wanted. */
export function releaseFor({ status, advice }: Invitation): Release | undefined {
  return releases[status] ?? (advice?.judgement ? 'finished' : undefined);
}

async function settleHours(deps: RunnerDeps, { state, version }: Both, invitation: Invitation): Promise<void> {
  const { person, status } = invitation;
  const at = deps.clock.now();
  const because = releaseFor(invitation);
  const about = { at: at.toISOString(), consultation: state.id };
  const order = {
    ...({ stream: expertStream(person), by: 'system', at } as const),
    commandId: commandId(`${state.id}-${version}-${person}-hours`),
  };
  if (because === undefined && status !== 'accepted') return;
  await handle(deps.store, expertAggregate, {
    ...order,
    command:
      because === undefined
        ? { type: 'AcceptEngagement', data: about }
        : { type: 'ReleaseHours', data: { ...about, because } },
  });
}

/** In the case from accepting on; somebody who turned out to know the youth, or was thanked, is out of it again. */
async function settlePlace(deps: RunnerDeps, both: Both, invitation: Invitation): Promise<void> {
  const { person, status } = invitation;
  if (status === 'accepted' && !invitation.joined) return join(deps, both, person);
  const isIn = both.file.participants.some((each) => each.person === person && each.part === 'expert');
  if (status !== 'accepted' && isIn) await leave(deps, both, person);
}

async function join(deps: RunnerDeps, { state, file, version }: Both, person: PersonId): Promise<void> {
  const at = deps.clock.now();
  const isThere = file.participants.some((each) => each.person === person);
  const data = {
    at: at.toISOString(),
    participant: { person, part: 'expert' } as const,
    // Somebody from outside: only with consent to share (Jeugdwet art. 7.3.11).
    recipient: 'other' as const,
  };
  const { decision } = await handle(deps.store, caseAggregate, {
    ...({ stream: caseStream(file.id), by: 'system', at } as const),
    command: { type: 'AddParticipant', data },
    commandId: commandId(`${state.id}-${version}-${person}-join`),
  });
  const trouble = decision.outcome === 'refused' && !isThere ? troubleOf(decision.code) : undefined;
  const joined = { at: at.toISOString(), person, ...(trouble === undefined ? {} : { trouble }) };
  await send(
    deps,
    { at, commandId: commandId(`${state.id}-${version}-${person}-joined`) },
    {
      ...{ id: state.id, by: 'system' },
      command: { type: 'RecordJoined', data: joined },
    },
  );
}

function troubleOf(code: CaseRefusal): JoinTrouble | undefined {
  if (code === 'already-in-case') return undefined;
  return joinTroubles.find((trouble) => trouble === code) ?? 'not-running';
}

async function leave(deps: RunnerDeps, { state, file, version }: Both, person: PersonId): Promise<void> {
  const at = deps.clock.now();
  await handle(deps.store, caseAggregate, {
    ...({ stream: caseStream(file.id), by: 'system', at } as const),
    command: { type: 'RemoveParticipant', data: { at: at.toISOString(), person } },
    commandId: commandId(`${state.id}-${version}-${person}-leave`),
  });
}
