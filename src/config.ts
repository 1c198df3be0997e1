import { z } from 'zod/v4';
import {
  type LanguageModelConfig,
  languageModelIn,
  languageModelSettings,
  mendLanguageModel,
  missingForLanguageModel,
} from './language-model-settings.ts';
import { mendMonitoring, type Monitoring, monitoringIn, monitoringSettings } from './monitoring.ts';
import { mendTerms, type Terms, termsIn, termSettings } from './terms.ts';

/** On one machine: the bot and the local tenant on loopback, the store in a file. */
export type LocalConfig = Terms &
  Readonly<{
    mode: 'local';
    dataFolder: string;
    botPort: number;
    tenantPort: number;
    monitoring: Monitoring;
    languageModel?: LanguageModelConfig;
    logLevel: string;
  }>;

export type BotIdentity = Readonly<{
  appId: string;
  /** The tenant of the app registration itself. */
  homeTenant: string;
  credential:
    Readonly<{ kind: 'secret'; secret: string }> | Readonly<{ kind: 'federated'; managedIdentityClientId: string }>;
}>;

export type StoreConfig =
  | Readonly<{ kind: 'sqlite'; file: string }>
  | Readonly<{ kind: 'cosmos'; endpoint: string; database: string; container: string; key?: string }>;

export type AzureConfig = Terms &
  Readonly<{
    mode: 'azure';
    port: number;
    host: string;
    bot: BotIdentity;
    /** Tenants whose people may use the bot; anybody else is turned away, whatever their token says. */
    tenants: readonly string[];
    serviceUrlHosts: readonly string[];
    /** Id of the app in the tenant's app catalogue, needed to enable it in a channel. */
    catalogAppId: string;
    store: StoreConfig;
    /** Where people can open the bot, for files they fetch; without it there are no such links. */
    publicUrl?: string;
    monitoring: Monitoring;
    languageModel?: LanguageModelConfig;
    logLevel: string;
  }>;

export type Config = LocalConfig | AzureConfig;

export class ConfigProblem extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigProblem';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)).min(1));
const common = {
  ...termSettings,
  ...monitoringSettings,
  ...languageModelSettings,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

const localSchema = z.object({
  ...common,
  DATA_FOLDER: z.string().min(1).default('.data'),
  BOT_PORT: port(3978),
  TENANT_PORT: port(4100),
});

const azureSchema = z.object({
  ...common,
  BOT_APP_ID: z.guid(),
  BOT_HOME_TENANT: z.guid(),
  BOT_APP_SECRET: z.string().min(1).optional(),
  BOT_MANAGED_IDENTITY: z.guid().optional(),
  TENANTS: list.pipe(z.array(z.guid())),
  SERVICE_URL_HOSTS: list.default(['smba.trafficmanager.net']),
  CATALOG_APP_ID: z.guid(),
  PUBLIC_URL: z.url({ protocol: /^https$/ }).optional(),
  STORE: z.enum(['sqlite', 'cosmos']),
  SQLITE_FILE: z.string().min(1).optional(),
  COSMOS_ENDPOINT: z.url({ protocol: /^https$/ }).optional(),
  COSMOS_DATABASE: z.string().min(1).default('doorbraak'),
  COSMOS_CONTAINER: z.string().min(1).default('streams'),
  COSMOS_KEY: z.string().min(1).optional(),
  PORT: port(3978),
  HOST: z.string().min(1).default('0.0.0.0'),
});
type AzureEnvironment = z.output<typeof azureSchema>;
/** Every setting that the bot reads in Azure. */
export const azureSettings: readonly string[] = Object.keys(azureSchema.shape);

/** How to mend each setting; shown with its name when it is missing or wrong. */
const mend: Readonly<Record<string, string>> = {
  BOT_APP_ID: 'the application (client) id of the bot’s app registration, a GUID',
  BOT_HOME_TENANT: 'the tenant id of that app registration, a GUID',
  BOT_APP_SECRET: 'the client secret; leave it out when BOT_MANAGED_IDENTITY is set',
  BOT_MANAGED_IDENTITY: 'the client id of the user-assigned managed identity that the app registration trusts, a GUID',
  TENANTS: 'the tenant ids whose people may use the bot, GUIDs separated by commas',
  SERVICE_URL_HOSTS: 'host names that the bot may send to, separated by commas',
  CATALOG_APP_ID: 'the id of the app in the Teams app catalogue of the tenant, a GUID',
  STORE: '"cosmos" (Azure) or "sqlite" (one machine)',
  SQLITE_FILE: 'the path of the database file; needed when STORE=sqlite',
  COSMOS_ENDPOINT: 'the https address of the Cosmos DB account; needed when STORE=cosmos',
  ...mendTerms,
  PUBLIC_URL: 'the https address at which people reach the bot; leave it out to have no links to files',
  ...mendMonitoring,
  ...mendLanguageModel,
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal or silent',
  PORT: 'a port number from 0 to 65535',
  BOT_PORT: 'a port number from 0 to 65535',
  TENANT_PORT: 'a port number from 0 to 65535',
};

/**
 * The environment as a typed configuration; throws ConfigProblem with everything that is wrong at once. Without Azure
 * settings it is the local one, which is refused in production: there is no way to run without authentication there.
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const inAzure = isProduction(environment) || azureOnly.some((name) => name in given);
  return inAzure ? azureConfig(given) : localConfig(given);
}

/** One of these is enough to mean Azure: a half-set environment must not fall back to the local tenant. */
const azureOnly = [
  ...['BOT_APP_ID', 'BOT_HOME_TENANT', 'BOT_APP_SECRET', 'BOT_MANAGED_IDENTITY', 'TENANTS', 'SERVICE_URL_HOSTS'],
  ...['CATALOG_APP_ID', 'STORE', 'SQLITE_FILE', 'COSMOS_ENDPOINT', 'COSMOS_DATABASE', 'COSMOS_CONTAINER', 'COSMOS_KEY'],
];

/** However it is written: `Production ` is meant as production. */
function isProduction(environment: Environment): boolean {
  return environment['NODE_ENV']?.trim().toLowerCase() === 'production';
}

function localConfig(environment: Environment): LocalConfig {
  const { data, problems } = parse(localSchema, environment);
  const all = [...problems, ...modelProblems(environment)];
  if (!data || all.length > 0) throw new ConfigProblem(all);
  return {
    mode: 'local',
    ...termsIn(data),
    dataFolder: data.DATA_FOLDER,
    botPort: data.BOT_PORT,
    tenantPort: data.TENANT_PORT,
    monitoring: monitoringIn(data, 'open'),
    ...languageModelIn(data),
    logLevel: data.LOG_LEVEL,
  };
}

function azureConfig(environment: Environment): AzureConfig {
  const { data, problems } = parse(azureSchema, environment);
  const all = [...problems, ...crossProblems(environment), ...modelProblems(environment)];
  if (!data || all.length > 0) throw new ConfigProblem(all);
  return {
    mode: 'azure',
    ...termsIn(data),
    port: data.PORT,
    host: data.HOST,
    bot: { appId: data.BOT_APP_ID, homeTenant: data.BOT_HOME_TENANT, credential: credential(data) },
    tenants: data.TENANTS,
    serviceUrlHosts: data.SERVICE_URL_HOSTS,
    catalogAppId: data.CATALOG_APP_ID,
    store: storeConfig(data),
    ...(data.PUBLIC_URL === undefined ? {} : { publicUrl: data.PUBLIC_URL.replace(/\/+$/, '') }),
    monitoring: monitoringIn(data, 'shut'),
    ...languageModelIn(data),
    logLevel: data.LOG_LEVEL,
  };
}

/** What one setting asks of another. */
function crossProblems(environment: Environment): readonly string[] {
  const needs = (name: string, because: boolean): readonly string[] =>
    because && environment[name] === undefined ? [describe(name, 'is missing')] : [];
  return [
    ...needs('SQLITE_FILE', environment['STORE'] === 'sqlite'),
    ...needs('COSMOS_ENDPOINT', environment['STORE'] === 'cosmos'),
    ...needs('BOT_MANAGED_IDENTITY', environment['BOT_APP_SECRET'] === undefined),
  ];
}

function modelProblems(environment: Environment): readonly string[] {
  return missingForLanguageModel(environment).map((name) => describe(name, 'is missing'));
}

function credential({
  BOT_APP_SECRET: secret,
  BOT_MANAGED_IDENTITY: identity,
}: AzureEnvironment): BotIdentity['credential'] {
  return secret === undefined
    ? { kind: 'federated', managedIdentityClientId: identity ?? '' }
    : { kind: 'secret', secret };
}

function storeConfig(data: AzureEnvironment): StoreConfig {
  if (data.STORE === 'sqlite') return { kind: 'sqlite', file: data.SQLITE_FILE ?? '' };
  const {
    COSMOS_ENDPOINT: endpoint = '',
    COSMOS_DATABASE: database,
    COSMOS_CONTAINER: container,
    COSMOS_KEY: key,
  } = data;
  return { kind: 'cosmos', endpoint, database, container, ...(key === undefined ? {} : { key }) };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment,
): { data: z.output<Schema> | undefined; problems: readonly string[] } {
  const { success, data, error } = schema.safeParse(environment);
  if (success) return { data, problems: [] };
  const names = new Set(error.issues.map(({ path }) => String(path[0])));
  const problems = [...names].map((name) => {
    // What a setting says of itself is better than what a schema says of a type.
    const own = error.issues.filter(({ code, path }) => code === 'custom' && path[0] === name);
    const why = own.map(({ message }) => ` (${message})`).join('');
    return describe(name, environment[name] === undefined ? 'is missing' : `is not right${why}`);
  });
  return { data: undefined, problems };
}

function describe(name: string, what: string): string {
  const hint = mend[name];
  return `${name} ${what}${hint === undefined ? '' : `: set it to ${hint}`}`;
}
