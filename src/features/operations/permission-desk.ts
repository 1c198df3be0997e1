import { commandId } from '../../core/ids.ts';
import { isOfTenant, type Permission, type PermissionUse, tenantPermissions } from '../../graph/permissions.ts';
import { findAll } from '../../store/find-all.ts';
import { handle } from '../../store/handle.ts';
import { permissionAggregate } from './aggregates.ts';
import { permissionStream } from './permission.ts';
import type { OperationsDeps } from './trouble-desk.ts';

/** What this instance saw of its permissions. */
export type PermissionWatch = Readonly<{
  /** True when it is news. */
  used(use: PermissionUse): boolean;
  /** What the token says was given in the whole tenant: it is a while behind when something was given just now. */
  granted(roles: readonly string[]): void;
  missing(): readonly Permission[];
  /** What was not told yet. */
  news: Map<string, PermissionUse>;
}>;

const nameOf = (use: PermissionUse): string => permissionStream(use);

export function watchPermissions(): PermissionWatch {
  const seen = new Map<string, PermissionUse>();
  const news = new Map<string, PermissionUse>();
  const used = (use: PermissionUse): boolean => {
    const isNews = seen.get(nameOf(use))?.given !== use.given;
    seen.set(nameOf(use), use);
    if (isNews) news.set(nameOf(use), use);
    return isNews;
  };
  return {
    used,
    granted(roles) {
      for (const permission of tenantPermissions) used({ permission, given: roles.includes(permission) });
    },
    missing() {
      const missed = [...seen.values()].filter(({ given }) => !given);
      return [...new Set(missed.map(({ permission }) => permission))];
    },
    news,
  };
}

/** Tells operators what is new; what cannot be told stays news. */
export async function tellPermissions({ news }: PermissionWatch, deps: OperationsDeps): Promise<void> {
  for (const [name, use] of [...news]) {
    await note(deps, use);
    if (news.get(name) === use) news.delete(name);
  }
}

async function note(deps: OperationsDeps, use: PermissionUse): Promise<void> {
  const { store, directory, clock } = deps;
  const at = clock.now();
  const operators = (await directory.people('operator')).map(({ id }) => id);
  const { permission, given } = use;
  const team = given || isOfTenant(permission) ? {} : { team: await teamName(store, use.teamId ?? '') };
  const data = { at: at.toISOString(), permission, given, operators, ...team };
  await handle(store, permissionAggregate, {
    ...{ stream: permissionStream(use), command: { type: 'NotePermission', data }, by: 'system', at },
    commandId: commandId(`permission-${nameOf(use)}-${given}-${at.toISOString()}`),
  });
}

async function teamName(store: OperationsDeps['store'], teamId: string): Promise<string> {
  const order = { field: 'name', direction: 'asc' } as const;
  for (const { state } of await findAll(store, { type: 'expert-team', where: [], order })) {
    const { team } = state as Readonly<{ team?: Readonly<{ name: string; teamsGroupId: string }> }>;
    if (team?.teamsGroupId === teamId) return team.name;
  }
  return teamId;
}
