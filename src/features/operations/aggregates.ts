import type { Aggregate } from '../../store/handle.ts';
import { type PermissionCommand, permissionDecider, type PermissionEvent, type PermissionState } from './permission.ts';
import { react, reactToPermission } from './reactions.ts';
import { type Trouble, type TroubleCommand, troubleDecider, type TroubleEvent } from './trouble.ts';

export const troubleAggregate: Aggregate<Trouble, TroubleCommand, TroubleEvent, never> = {
  type: 'trouble',
  decider: troubleDecider,
  react,
  fields: () => ({}),
};

export const permissionAggregate: Aggregate<PermissionState, PermissionCommand, PermissionEvent, never> = {
  type: 'permission',
  decider: permissionDecider,
  react: reactToPermission,
  fields: () => ({}),
};
