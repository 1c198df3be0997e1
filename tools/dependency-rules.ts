import type { ICruiseOptions } from 'dependency-cruiser';

const feature = '^src/features/([^/]+)/';
const otherFeature = {
  path: '^src/features/[^/]+/',
  pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'],
};
/** What a feature may see of the outside: interfaces, and the functions that carry them. */
const ports = [
  '^src/store/(store|event-store|effect-queue|access-log|handle|find-all)\\.ts$',
  '^src/teams/(routes|cards|texts|answer-kit|downloads)\\.ts$',
  '^src/graph/(channels|graph-error|channel-name|permissions)\\.ts$',
  '^src/matching/index\\.ts$',
];
/** The files of a feature that meet the outside world; all others are pure. */
const outward =
  '(teams[^/]*|channel|index|territory|aggregates?|numbering|cached-directory|import-[a-z-]+|link|find-case|[a-z-]*desk[a-z-]*|dialogs[^/]*)';

/** Each rule names what holds; `from` may not import `to`. Type-only imports count. */
export const forbidden = [
  { name: 'no cycles', from: {}, to: { circular: true } },
  { name: 'core imports core only', from: { path: '^src/core/' }, to: { pathNot: '^src/core/' } },
  {
    name: 'the rules of a feature are pure',
    from: { path: feature, pathNot: `/${outward}\\.ts$` },
    to: { pathNot: ['^src/core/', '^src/features/', ...ports] },
  },
  { name: 'another feature is reached through its index.ts', from: { path: feature }, to: otherFeature },
  {
    name: 'promises reach features through their index.ts',
    from: { path: '^src/promises/' },
    to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
  },
  {
    name: 'what is promised is worked out purely',
    from: { path: '^src/promises/(promise|texts|[a-z]+-promises)\\.ts$' },
    to: { pathNot: ['^src/core/', '^src/features/', '^src/promises/(promise|texts)\\.ts$'] },
  },
  {
    name: 'teams, graph, store and the local tenant know no feature',
    from: { path: '^src/(teams|graph|store|local-tenant)/' },
    to: { path: '^src/features/' },
  },
  {
    name: 'the bot SDK stays in src/teams',
    from: { path: '^src', pathNot: '^src/teams/' },
    to: { path: 'node_modules/(botbuilder|botframework|@microsoft/teams-ai|adaptivecards-templating)' },
  },
  {
    name: 'Cosmos stays in its adapter',
    from: { path: '^src', pathNot: '^src/store/cosmos-' },
    to: { path: 'node_modules/@azure/cosmos' },
  },
  {
    name: 'OpenTelemetry stays in src/tracing',
    from: { path: '^src', pathNot: '^src/tracing/' },
    to: { path: 'node_modules/(@opentelemetry|@azure/monitor-opentelemetry)' },
  },
  {
    name: 'OpenTelemetry is loaded only when traces go somewhere',
    from: { path: '^src', pathNot: '^src/tracing/open-telemetry' },
    to: { path: '^src/tracing/(open-telemetry|attributes|traceparent)', dynamic: false },
  },
  {
    name: 'matching imports core and matching only',
    from: { path: '^src/matching/', pathNot: '^src/matching/redistribute' },
    to: { pathNot: ['^src/core/', '^src/matching/'] },
  },
  {
    name: 'redistribution imports core, matching, threads and its solver only',
    from: { path: '^src/matching/redistribute' },
    to: { pathNot: ['^src/core/', '^src/matching/', '^(node:)?(module|path|worker_threads)$', 'node_modules/highs/'] },
  },
  {
    name: 'the solver stays with redistribution',
    from: { path: '^src', pathNot: '^src/matching/redistribute' },
    to: { path: 'node_modules/highs/' },
  },
  {
    name: 'the assistant imports core, and reads files only for its examples',
    from: { path: '^src/assistant/', pathNot: '^src/assistant/examples' },
    to: { pathNot: ['^src/core/', '^src/assistant/'] },
  },
  {
    name: 'pacing imports nothing of ours',
    from: { path: '^src/pacing/' },
    to: { path: '^src/', pathNot: '^src/pacing/' },
  },
  { name: 'the product does not import its tests or tools', from: { path: '^src' }, to: { path: '^(test|tools)/' } },
  {
    name: 'no orphans',
    from: { orphan: true, pathNot: ['\\.spec\\.ts$', '^src/main\\.ts$', '^tools/', '^src/local-tenant/page/'] },
    to: {},
  },
].map((rule) => ({ ...rule, severity: 'error' as const }));

export const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
};
