export { type OperationsFeature, operationsFeature } from './teams.ts';
export { lookForTrouble, operatorCards, type OperationsDeps } from './trouble-desk.ts';
