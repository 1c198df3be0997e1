import { budgetsImport } from './features/budgets/index.ts';
import { defaultPlans, type Plans } from './features/deadlines/index.ts';
import { mandatesImport, routesImport } from './features/decisions/index.ts';
import type { ImportKind } from './features/directory/index.ts';
import { expertsImport } from './features/experts/index.ts';
import { placesImport } from './features/places/index.ts';
import { planningImport } from './features/planning/index.ts';
import { createHolidays } from './holidays.ts';

/** What can be imported beside the directory's own files. */
export function importKinds(nudgePlans: Partial<Plans> = {}): readonly ImportKind[] {
  const planning = planningImport({ isHoliday: createHolidays(), nudgePlans: { ...defaultPlans, ...nudgePlans } });
  return [expertsImport, mandatesImport, routesImport, budgetsImport, placesImport, planning];
}
