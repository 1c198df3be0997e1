import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import type { AppPackage, JsonRecord } from './fill.ts';

/** The part of a manifest that the checks below look at; the schema has checked its shape. */
type Manifest = Readonly<{
  manifestVersion: string;
  version: string;
  bots: readonly Readonly<{
    botId: string;
    scopes: readonly string[];
    commandLists: readonly Readonly<{ scopes: readonly string[] }>[];
  }>[];
  composeExtensions?: readonly Readonly<{
    botId?: string;
    commands?: readonly Readonly<{ id: string; type?: string; context?: readonly string[]; fetchTask?: boolean }>[];
  }>[];
  supportsChannelFeatures?: string;
  validDomains?: readonly string[];
  webApplicationInfo?: Readonly<{ id: string }>;
  authorization?: Readonly<{ permissions: Readonly<{ resourceSpecific: readonly unknown[] }> }>;
  localizationInfo: Readonly<{ additionalLanguages: readonly Readonly<{ file: string }>[] }>;
}>;

/** Everything that Teams, or its administrator, would refuse; empty when the package is good. */
export function problemsOf(given: AppPackage): readonly string[] {
  const { manifestVersion: version } = given.manifest as Pick<Manifest, 'manifestVersion'>;
  const shape = [
    ...schemaProblems(version, 'MicrosoftTeams.schema.json', given.manifest),
    ...Object.values(given.languages).flatMap((language) =>
      schemaProblems(version, 'MicrosoftTeams.Localization.schema.json', language),
    ),
  ];
  if (shape.length > 0) return [...shape, ...left(given)];
  const manifest = given.manifest as unknown as Manifest;
  return [...left(given), ...channels(manifest), ...lists(manifest), ...rights(manifest), ...rest(given, manifest)];
}

function rest(given: AppPackage, manifest: Manifest): readonly string[] {
  return [
    ...numbers(manifest),
    ...domains(manifest),
    ...extensions(manifest),
    ...sameTexts(given),
    ...filesThere(given, manifest),
    ...icons(given),
  ];
}

/** Microsoft's own schemas, which come with @microsoft/app-manifest. */
const schemas = new URL(
  'json-schemas/teams/',
  `file://${createRequire(import.meta.url).resolve('@microsoft/app-manifest')}`,
);

/** Each takes a tenth of a second, so once is enough. */
const compiled = new Map<string, ReturnType<typeof compile>>();

function compile(name: string) {
  const schema = JSON.parse(readFileSync(new URL(name, schemas), 'utf8')) as object;
  // Patterns of the schema are not all valid with the flag u.
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  return ajvFormats.default(ajv).compile(schema);
}

function schemaProblems(version: string, file: string, value: JsonRecord | Readonly<Record<string, string>>): string[] {
  const name = `v${version}/${file}`;
  const validate = compiled.get(name) ?? compile(name);
  compiled.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || 'manifest'} ${message} ${JSON.stringify(params)}`,
  );
}

/** What no file of the environment filled in. */
function left({ manifest, languages }: AppPackage): readonly string[] {
  const found = JSON.stringify([manifest, languages]).match(/\$\{\{\w+\}\}/g) ?? [];
  return [...new Set(found)].map((name) => `${name} has no value`);
}

/** Teams refuses an upload without it, and the schema does not ask for it. */
function channels({ manifestVersion, bots, supportsChannelFeatures }: Manifest): readonly string[] {
  const inTeams = bots.some(({ scopes }) => scopes.includes('team'));
  const since = Number(manifestVersion.split('.')[1]) >= 25;
  return inTeams && !(since && supportsChannelFeatures === 'tier1')
    ? ['the scope team needs manifest 1.25 or newer and supportsChannelFeatures tier1: cases have private channels']
    : [];
}

/** Teams refuses 1.0.0-rc.1, which the schema allows. */
const numbers = ({ version }: Manifest): readonly string[] =>
  /^\d+\.\d+\.\d+$/.test(version) ? [] : [`the version ${version} is not three numbers`];

function lists({ bots }: Manifest): readonly string[] {
  return bots.flatMap(({ scopes, commandLists }) => {
    const listed = commandLists.flatMap((list) => list.scopes);
    const foreign = listed.filter((scope) => !scopes.includes(scope));
    const twice = listed.filter((scope, index) => listed.indexOf(scope) !== index);
    return [
      ...foreign.map((scope) => `commands for the scope ${scope}, in which the bot is not`),
      ...twice.map((scope) => `two lists of commands for the scope ${scope}`),
    ];
  });
}

/** The schema takes a command that nobody answers, or that opens nothing. */
function extensions({ bots, composeExtensions = [] }: Manifest): readonly string[] {
  return composeExtensions.flatMap(({ botId, commands = [] }) => {
    const ids = commands.map(({ id }) => id);
    const mute = commands.filter(({ type, fetchTask }) => type === 'action' && fetchTask !== true);
    return [
      ...(bots.some((bot) => bot.botId === botId) ? [] : ['a message extension needs the id of the bot']),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two commands are called ${id}`),
      ...mute.map(({ id }) => `the command ${id} opens no dialog: fetchTask`),
    ];
  });
}

function rights({ bots, webApplicationInfo, authorization }: Manifest): readonly string[] {
  if ((authorization?.permissions.resourceSpecific ?? []).length === 0) return [];
  return bots.some(({ botId }) => botId === webApplicationInfo?.id)
    ? []
    : ['permissions in a team need webApplicationInfo with the id of the bot'];
}

/** Hosts where anybody can have a name: whoever gets ours after us would be trusted. */
const everybodys = /(^|\.)(azurewebsites\.net|azurecontainerapps\.io|onmicrosoft\.com|ngrok\.[a-z-]+|devtunnels\.ms)$/;

function domains({ validDomains = [] }: Manifest): readonly string[] {
  const isOurs = (host: string): boolean => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host) && !everybodys.test(host);
  return validDomains.filter((host) => !isOurs(host)).map((host) => `${host} is not the name of one host of our own`);
}

function sameTexts({ languages }: AppPackage): readonly string[] {
  const all = new Set(Object.values(languages).flatMap((language) => Object.keys(language)));
  return Object.entries(languages).flatMap(([file, language]) =>
    [...all].filter((key) => !language[key]?.trim()).map((key) => `${file} has no text for ${key}`),
  );
}

function filesThere({ languages }: AppPackage, { localizationInfo }: Manifest): readonly string[] {
  return localizationInfo.additionalLanguages
    .filter(({ file }) => languages[file] === undefined)
    .map(({ file }) => `there is no language file ${file}`);
}

const sizes = { 'color.png': { pixels: 192, kinds: [2, 6] }, 'outline.png': { pixels: 32, kinds: [6] } };

/** From the header of a PNG: width, height, and the kind of colour (6 has transparency). */
function icons(given: AppPackage): readonly string[] {
  return Object.entries(sizes).flatMap(([name, { pixels, kinds }]) => {
    const bytes = Buffer.from(given.icons[name] ?? []);
    const isPng = bytes.length > 26 && bytes.toString('latin1', 1, 4) === 'PNG';
    const fits = isPng && [16, 20].every((at) => bytes.readUInt32BE(at) === pixels);
    if (!fits) return [`${name} is not a PNG of ${pixels} by ${pixels}`];
    return kinds.includes(bytes.readUInt8(25)) ? [] : [`${name} has no transparency`];
  });
}
