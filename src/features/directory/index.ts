export type * from './directory.ts';
export { bodyId, bodyKinds, centreCodes, expertTeamId, municipalityName, regionCode, roles } from './directory.ts';
export { type Action, type CaseRelations, mayDo, policy, type Rule, type Verdict } from './policy.ts';
export { type Problem } from './import-csv.ts';
export { createDirectory } from './cached-directory.ts';
export { importFile, type ImportResult, type ImportSources } from './import-file.ts';
export { loadTerritory } from './territory.ts';
export { type DirectoryFeature, directoryFeature } from './teams.ts';
