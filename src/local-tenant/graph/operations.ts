import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { announceChange } from '../conversations.ts';
import { json, param, type TenantRoute } from '../http/exchange.ts';
import type { ChannelEntity, OperationEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { notFound } from './answers.ts';
import { onTeam } from './guards.ts';
import { toGraphOperation } from './shapes.ts';

/** Real time: long enough for a bot that does not wait to notice. */
const makingMs = 300;

export function operationRoute(tenant: Tenant): TenantRoute {
  return onTeam(tenant, ['GET', '/operations/:operation'], ({ team }, call) => {
    const operation = tenant.state.operations.get(param(call, 'operation'));
    return operation?.team === team.id ? json(200, toGraphOperation(operation)) : notFound('No such operation.');
  });
}

type NewOperation = Pick<OperationEntity, 'type' | 'channel' | 'done'>;

export function startOperation({ state, clock }: Tenant, { type, channel, done }: NewOperation): OperationEntity {
  const createdAt = clock.now().toISOString();
  const operation: OperationEntity = { id: randomUUID(), team: channel.team, type, channel, done, createdAt };
  state.operations.put(operation);
  return operation;
}

/** Makes the channel of an accepted creation after a moment. */
export function finishLater(tenant: Tenant, operation: OperationEntity): void {
  const finish = async (): Promise<void> => {
    await wait(makingMs, undefined, { signal: tenant.stopped });
    const { state } = tenant;
    if (state.operations.get(operation.id)?.done !== false) return; // reset meanwhile
    state.channels.put(operation.channel);
    state.operations.put({ ...operation, done: true });
    announceChange(tenant, operation.channel.members);
  };
  finish().catch((error: unknown) => {
    // Stopping interrupts the wait; the next start finishes what is left.
    if (!tenant.stopped.aborted) tenant.log.error({ err: error }, 'a shared channel could not be made');
  });
}

/** After a restart: what was accepted and not finished. */
export function finishLeftovers(tenant: Tenant): void {
  for (const operation of unfinished(tenant)) finishLater(tenant, operation);
}

/** Channels that were accepted and are not there yet; their names are taken already. */
export function channelsInTheMaking(tenant: Tenant, team: string): readonly ChannelEntity[] {
  return unfinished(tenant).flatMap(({ team: of, channel }) => (of === team ? [channel] : []));
}

const unfinished = ({ state }: Tenant): readonly OperationEntity[] =>
  state.operations.all().filter(({ done }) => !done);
