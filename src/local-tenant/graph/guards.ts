import { type Call, param, type Reply, type TenantRoute, tooMany } from '../http/exchange.ts';
import { graphChannelWindows, graphTeamWindows } from '../rates.ts';
import type { ChannelEntity, TeamEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { notFound } from './answers.ts';

export type InTeam = Readonly<{ team: TeamEntity }>;
export type InChannel = InTeam & Readonly<{ channel: ChannelEntity }>;
type Run<Known> = (known: Known, call: Call) => Reply | Promise<Reply>;

export const graphBase = '/graph/v1.0';

export function onTeam(tenant: Tenant, [method, path]: readonly [string, string], run: Run<InTeam>): TenantRoute {
  return {
    method,
    path: `${graphBase}/teams/:team${path}`,
    run(call) {
      const team = tenant.state.teams.get(param(call, 'team'));
      if (!team) return notFound('No team found with this group id.');
      const wait = strictly(tenant) ? tenant.rates.take(`graph team ${team.id}`, graphTeamWindows) : undefined;
      return wait === undefined ? run({ team }, call) : tooMany(wait);
    },
  };
}

export function onChannel(tenant: Tenant, [method, path]: readonly [string, string], run: Run<InChannel>): TenantRoute {
  return {
    method,
    path: `${graphBase}/teams/:team/channels/:channel${path}`,
    run(call) {
      const team = tenant.state.teams.get(param(call, 'team'));
      const channel = tenant.state.channels.get(param(call, 'channel'));
      if (!team || channel?.team !== team.id) return notFound('No channel found with this id in this team.');
      const wait = strictly(tenant) ? tenant.rates.take(`graph channel ${channel.id}`, graphChannelWindows) : undefined;
      return wait === undefined ? run({ team, channel }, call) : tooMany(wait);
    },
  };
}

const strictly = ({ rates }: Tenant): boolean => rates.mode === 'strict';
