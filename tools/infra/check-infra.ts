import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bicep, readBicep } from './read-bicep.ts';

/** Files of infra/ by their path in it. */
export type Infra = Readonly<Record<string, string>>;

const folder = path.join(import.meta.dirname, '../../infra');

export function readInfra(): Infra {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(bicep|json)$/.test(file),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** What can be known without the compiler: form, names, what modules ask of each other, and what we do not want. */
export function infraProblems(infra: Infra): readonly string[] {
  const bicep = new Map(
    Object.entries(infra)
      .filter(([file]) => file.endsWith('.bicep'))
      .map(([file, text]) => [file, readBicep(text)]),
  );
  const own = [...bicep].flatMap(([file, read]) =>
    [...read.faults, ...names(read), ...modules(file, bicep), ...secrets(file, infra[file] ?? '')].map(
      (problem) => `${file}: ${problem}`,
    ),
  );
  const values = Object.keys(infra)
    .filter((file) => file.startsWith('parameters'))
    .flatMap((file) => parameters(infra[file] ?? '', bicep.get('main.bicep')).map((problem) => `${file}: ${problem}`));
  return [...own, ...values];
}

function names({ declared, used, params }: Bicep): readonly string[] {
  const unknown = used.filter((name) => !declared.includes(name));
  const idle = params.filter(({ name }) => !used.includes(name));
  return [
    ...[...new Set(unknown)].map((name) => `nothing is called ${name}`),
    ...idle.map(({ name }) => `nothing uses the parameter ${name}`),
  ];
}

function modules(file: string, all: ReadonlyMap<string, Bicep>): readonly string[] {
  const read = all.get(file);
  if (!read) return [];
  const target = (symbol: string): Bicep | undefined => {
    const module = read.modules.find((known) => known.symbol === symbol);
    return module && all.get(path.posix.join(path.posix.dirname(file), module.file));
  };
  const calls = read.modules.flatMap(({ symbol, params }) => callProblems(symbol, params, target(symbol)));
  const outputs = read.outputsUsed
    .filter(({ module, name }) => !target(module)?.outputs.includes(name))
    .map(({ module, name }) => `${module} has no output ${name}`);
  return [...calls, ...outputs];
}

function callProblems(symbol: string, given: readonly string[], module: Bicep | undefined): readonly string[] {
  if (!module) return [`the file of ${symbol} is not there`];
  const known = module.params.map(({ name }) => name);
  const missing = module.params.filter(({ name, required }) => required && !given.includes(name));
  return [
    ...given.filter((name) => !known.includes(name)).map((name) => `${symbol} takes no ${name}`),
    ...missing.map(({ name }) => `${symbol} is not given ${name}`),
  ];
}

/** The key of a share, for which there is no other way, and the address of Application Insights, with which one only sends. */
const known: Readonly<Record<string, string>> = {
  'modules/app.bicep': 'accountKey: storage.listKeys().keys[0].value',
  'modules/monitoring.bicep': 'insights.properties.ConnectionString',
};

/** Nothing else here needs a secret; whoever brings one in should see why first. */
function secrets(file: string, whole: string): readonly string[] {
  const text = whole.replace(known[file] ?? '', '');
  const found = text.match(/\b(list\w*(Keys|Credentials|ConnectionStrings)|sharedKey|connectionString)\b|@secure\(/gi);
  return (found ?? []).map((word) => `${word} brings a secret in, and none is needed`);
}

type Parameters = Readonly<{ parameters: Readonly<Record<string, Readonly<{ value: unknown }>>> }>;

function parameters(text: string, main: Bicep | undefined): readonly string[] {
  const given = Object.keys((JSON.parse(text) as Parameters).parameters);
  return callProblems('main.bicep', given, main);
}
