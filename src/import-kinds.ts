import { budgetsImport } from './features/budgets/index.ts';
import { mandatesImport, routesImport } from './features/decisions/index.ts';
import type { ImportKind } from './features/directory/index.ts';
import { expertsImport } from './features/experts/index.ts';
import { placesImport } from './features/places/index.ts';

/** What can be imported beside the directory's own files. */
export const importKinds: readonly ImportKind[] = [
  expertsImport,
  mandatesImport,
  routesImport,
  budgetsImport,
  placesImport,
];
