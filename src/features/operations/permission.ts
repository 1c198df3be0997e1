import { accept, type Decider, type Decision, deciderOf, dispatch, type Handlers } from '../../core/decider.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { Permission } from '../../graph/permissions.ts';

/** A permission in Microsoft Graph, of the tenant or of one team. */
export type Which = Readonly<{ permission: Permission; teamId?: string }>;

export function permissionStream({ permission, teamId }: Which): StreamId {
  return streamId('permission', teamId === undefined ? permission : `${permission}-${teamId}`);
}

/** From the first look that misses it until it was given is one episode, with a card of its own. */
export type PermissionFile = Readonly<{
  status: 'missing' | 'given';
  episode: number;
  permission: Permission;
  /** Name of the team, when it is given for each. */
  team?: string;
  since: string;
  operators: readonly PersonId[];
  endedAt?: string;
}>;
export type PermissionState = Readonly<{ status: 'none' }> | PermissionFile;

type Missed = Readonly<{ at: string; permission: Permission; team?: string; operators: readonly PersonId[] }>;

export type PermissionCommand = { type: 'NotePermission'; data: Missed & Readonly<{ given: boolean }> };
export type PermissionEvent =
  { type: 'PermissionMissed'; data: Missed } | { type: 'PermissionGiven'; data: Readonly<{ at: string }> };

/** What it is told is how things are: there is nothing to refuse. */
function note(
  { given, ...missed }: PermissionCommand['data'],
  state: PermissionState,
): Decision<PermissionEvent, never> {
  if (given === (state.status !== 'missing')) return accept();
  return accept(
    given ? { type: 'PermissionGiven', data: { at: missed.at } } : { type: 'PermissionMissed', data: missed },
  );
}

const applied: Handlers<PermissionEvent, PermissionState, PermissionState> = {
  PermissionMissed({ at, ...missed }, state) {
    const episode = state.status === 'none' ? 1 : state.episode + 1;
    return { ...missed, status: 'missing', episode, since: at };
  },
  PermissionGiven: ({ at }, state) => (state.status === 'none' ? state : { ...state, status: 'given', endedAt: at }),
};

type PermissionDecider = Decider<PermissionState, PermissionCommand, PermissionEvent, never>;

export const permissionDecider: PermissionDecider = deciderOf<
  PermissionState,
  PermissionCommand,
  PermissionEvent,
  never
>({
  initial: { status: 'none' },
  decisions: { NotePermission: note },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});
