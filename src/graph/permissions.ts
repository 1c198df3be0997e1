/** What an administrator gives for the whole tenant; docs/permissions.md says what each is for. */
export const tenantPermissions = [
  'TeamsAppInstallation.ManageSelectedForTeam.All',
  'TeamMember.ReadWriteNonOwnerRole.All',
  'ChannelSettings.ReadWrite.All',
] as const;

/** What a team's owner gives for that team, by installing the app. */
export const teamPermissions = [
  'Channel.Create.Group',
  'ChannelSettings.Read.Group',
  'ChannelMember.ReadWrite.Group',
  'TeamMember.Read.Group',
] as const;

export type Permission = (typeof tenantPermissions)[number] | (typeof teamPermissions)[number];

export const isOfTenant = (permission: Permission): boolean => tenantPermissions.some((name) => name === permission);

/** The least that Microsoft Graph asks for each call (its published table of permissions, 2026-08). */
const needs: readonly (readonly [RegExp, Permission])[] = [
  [/^GET .*\/channels(\/[^/]+)?$/, 'ChannelSettings.Read.Group'],
  [/^POST .*\/channels$/, 'Channel.Create.Group'],
  [/^(GET|POST|DELETE) .*\/channels\/[^/]+\/members(\/[^/]+)?$/, 'ChannelMember.ReadWrite.Group'],
  [/^POST .*\/channels\/[^/]+\/(un)?archive$/, 'ChannelSettings.ReadWrite.All'],
  [/^POST .*\/channels\/[^/]+\/enabledApps\/\$ref$/, 'TeamsAppInstallation.ManageSelectedForTeam.All'],
  [/^GET .*\/teams\/[^/]+\/members$/, 'TeamMember.Read.Group'],
  [/^POST .*\/teams\/[^/]+\/members$/, 'TeamMember.ReadWriteNonOwnerRole.All'],
];

export function permissionFor(method: string, pathname: string): Permission | undefined {
  return needs.find(([shape]) => shape.test(`${method} ${pathname}`))?.[1];
}

/** A permission as one call found it. `teamId`: of a team, when it is given for each. */
export type PermissionUse = Readonly<{ permission: Permission; teamId?: string; given: boolean }>;

export function useOf(method: string, { pathname }: URL, given: boolean): PermissionUse | undefined {
  const permission = permissionFor(method, pathname);
  if (permission === undefined) return undefined;
  const teamId = isOfTenant(permission) ? undefined : /\/teams\/([^/]+)\//.exec(pathname)?.[1];
  return { permission, given, ...(teamId === undefined ? {} : { teamId }) };
}
