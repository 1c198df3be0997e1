import type { Faults } from '../api.ts';
import type { TenantState } from './tenant-state.ts';

export function faultsOf({ settings }: TenantState): Faults {
  const setting = settings.get('faults');
  return setting?.id === 'faults' ? setting.faults : {};
}
