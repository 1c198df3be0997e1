import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { azureSettings, readConfig } from '../../src/config.ts';
import { containerDefinition } from '../../src/store/cosmos-container.ts';
import { type Infra, infraProblems, readInfra } from '../../tools/infra/check-infra.ts';
import { readBicep } from '../../tools/infra/read-bicep.ts';

const infra = readInfra();
const text = (file: string): string => infra[file] ?? '';
const folder = path.join(import.meta.dirname, '../../infra');
/** Settings that are given to the bot. */
const given = [...text('modules/app.bicep').matchAll(/\{ name: '([A-Z_]+)', value/g)].map(([, name]) => name ?? '');

describe('infra', () => {
  it('is Bicep, as far as can be seen without its compiler: form, names, modules, parameters, no secrets', () => {
    deepEqual(infraProblems(infra), []);
  });

  it('makes the container that the program expects, from the very file that the program reads', () => {
    const [, file = ''] = /loadJsonContent\('([^']+)'\)/.exec(text('modules/store.bicep')) ?? [];
    const definition = JSON.parse(readFileSync(path.join(folder, 'modules', file), 'utf8')) as object;
    deepEqual(definition, containerDefinition);
    for (const part of Object.keys(definition)) match(text('modules/store.bicep'), new RegExp(`definition\\.${part}`));
  });

  it('gives the bot settings that it takes, and a managed identity instead of a secret', () => {
    const guid = '11111111-1111-4111-8111-111111111111';
    const samples: Readonly<Record<string, string>> = {
      ...{ PORT: '3978', STORE: 'cosmos', NODE_ENV: 'production', LOG_LEVEL: 'info', LANGUAGE_MODEL: 'azure' },
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${guid};IngestionEndpoint=https://x.example/`,
    };
    const address = 'https://x.example';
    const sample = (name: string): string => samples[name] ?? (/URL|ENDPOINT/.test(name) ? address : guid);
    const config = readConfig(Object.fromEntries(given.map((name) => [name, sample(name)])));
    ok(config.mode === 'azure' && config.store.kind === 'cosmos');
    equal(config.bot.credential.kind, 'federated');
    equal(config.publicUrl, address);
    deepEqual(config.languageModel?.access, { identity: guid });
    ok(config.monitoring.traces?.azure);
  });

  it('gives every setting that the bot reads, or leaves it out for a reason', () => {
    const leftOut: Readonly<Record<string, string>> = {
      ...{
        BOT_APP_SECRET: 'a managed identity',
        COSMOS_KEY: 'a managed identity',
        LANGUAGE_MODEL_KEY: 'a managed identity',
      },
      ...{
        SQLITE_FILE: 'Cosmos DB',
        HOST: 'as it is',
        SERVICE_URL_HOSTS: 'as it is',
        READY_MAX_LAG_SECONDS: 'as it is',
      },
      ...{ LANGUAGE_MODEL_TIMEOUT_MS: 'as it is', OTEL_EXPORTER_OTLP_ENDPOINT: 'Application Insights' },
      METRICS_TOKEN: 'a secret, and shut without',
      ...{
        CASE_CLOCKS: 'settings',
        CONSULTATION_CLOCKS: 'settings',
        DECISION_CLOCKS: 'settings',
        PLACE_CLOCKS: 'settings',
      },
      ...{ NUDGE_PLANS: 'settings', RETENTION: 'settings' },
    };
    deepEqual(azureSettings.filter((name) => !given.includes(name)).toSorted(), Object.keys(leftOut).toSorted());
    for (const name of given) ok(name === 'NODE_ENV' || azureSettings.includes(name), `the bot reads no ${name}`);
  });

  it('exports to a folder on the share that it mounts, as the user of the image', () => {
    const app = text('modules/app.bicep');
    match(app, /EXPORT_FOLDER', value: '\$\{filesFolder\}\/exports'/);
    match(app, /mountPath: filesFolder/);
    match(app, /uid=1000,gid=1000/);
  });

  it('keeps the data in the EU, in one region that writes, without keys, with a way back in time', () => {
    const store = text('modules/store.bicep');
    for (const wanted of [
      'disableLocalAuth: true',
      'enableMultipleWriteLocations: false',
      "type: 'Continuous'",
      "defaultConsistencyLevel: 'Session'",
    ]) {
      ok(store.includes(wanted), wanted);
    }
    const [, regions = ''] = /@allowed\(\[([^\]]+)\]\)\s*param location/.exec(text('main.bicep')) ?? [];
    deepEqual(
      regions.split(',').map((region) => region.trim().replaceAll("'", '')),
      ['westeurope', 'northeurope', 'germanywestcentral', 'swedencentral', 'francecentral'],
    );
  });

  it('lets in one tenant, runs two instances or more, and asks both whether they live', () => {
    match(text('modules/registration.bicep'), /signInAudience: 'AzureADMyOrg'/);
    match(text('modules/bot.bicep'), /msaAppType: 'SingleTenant'/);
    match(text('main.bicep'), /@minValue\(2\)\s*param minInstances int/);
    equal(text('modules/app.bicep').match(/path: '\/healthz'/g)?.length, 3);
    match(text('modules/alerts.bicep'), /\$\{url\}\/readyz/);
  });

  it('gives in its script exactly the permissions that the page explains', () => {
    const script = readFileSync(path.join(folder, 'grant-permissions.sh'), 'utf8');
    const page = readFileSync(path.join(folder, '../docs/permissions.md'), 'utf8');
    const given = [...script.matchAll(/^ {4}(\w+\.\w+\.All|\w+\.\w+\.\w+\.All) +#/gm)].map(([, name]) => name);
    const explained = [...page.matchAll(/^\| `([\w.]+\.All)`/gm)].map(([, name]) => name);
    deepEqual(given.sort(), explained.sort());
    equal(given.length, 3);
  });
});

describe('infra is found wanting when', () => {
  const spoiled = (file: string, from: string | RegExp, to: string): Infra => {
    ok(typeof from === 'string' ? text(file).includes(from) : from.test(text(file)), `${file} has no ${String(from)}`);
    return { ...infra, [file]: text(file).replace(from, to) };
  };
  const cases: readonly Readonly<{ what: string; given: Infra; problem: RegExp }>[] = [
    { what: 'a bracket is missing', given: spoiled('modules/bot.bicep', '{', ''), problem: /line \d+/ },
    {
      what: 'a name is wrong',
      given: spoiled('modules/bot.bicep', 'endpoint: endpoint', 'endpoint: adress'),
      problem: /nothing is called adress/,
    },
    {
      what: 'a parameter is of no use',
      given: spoiled('modules/bot.bicep', 'endpoint: endpoint', "endpoint: ''"),
      problem: /nothing uses the parameter endpoint/,
    },
    {
      what: 'a module is not given what it needs',
      given: spoiled('main.bicep', 'appId: registration.outputs.appId', ''),
      problem: /bot is not given appId/,
    },
    {
      what: 'a module is given what it does not know',
      given: spoiled('main.bicep', 'logDays: logDays', 'logDay: logDays'),
      problem: /monitoring takes no logDay/,
    },
    {
      what: 'a module has no such output',
      given: spoiled('main.bicep', 'store.outputs.endpoint', 'store.outputs.address'),
      problem: /store has no output address/,
    },
    {
      what: 'a module is not there',
      given: spoiled('main.bicep', 'modules/network.bicep', 'modules/net.bicep'),
      problem: /the file of network is not there/,
    },
    {
      what: 'a key is asked for',
      given: spoiled('modules/bot.bicep', 'endpoint: endpoint', 'endpoint: bot.listKeys()'),
      problem: /listKeys brings a secret/,
    },
    {
      what: 'a key is asked for twice',
      given: spoiled('modules/app.bicep', 'value: string(port)', 'value: storage.listKeys().keys[0].value'),
      problem: /app\.bicep: listKeys brings a secret/,
    },
    {
      what: 'a parameter file has an unknown name',
      given: spoiled('parameters/prod.json', '"tenants"', '"tenant"'),
      problem: /takes no tenant/,
    },
    {
      what: 'a parameter file lacks a value',
      given: spoiled('parameters/test.json', /"operators": .*/, ''),
      problem: /is not given operators/,
    },
  ];
  for (const { what, given, problem } of cases) {
    it(what, () => match(infraProblems(given).join('\n'), problem));
  }

  it('reads what is there, and not nothing', () => {
    const { resources, modules } = readBicep(text('modules/store.bicep'));
    equal(modules.length, 0);
    ok(resources.includes('Microsoft.DocumentDB/databaseAccounts@2024-05-15'));
  });
});
