export { tellPermissions, watchPermissions } from './permission-desk.ts';
export { operatorCard } from './reactions.ts';
export { type OperationsFeature, operationsFeature } from './teams.ts';
export { englishWithout } from './texts.ts';
export { lookForTrouble, operatorCards, type OperationsDeps } from './trouble-desk.ts';
