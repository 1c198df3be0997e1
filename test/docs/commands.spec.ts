import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
const docs = readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md'));
const pages = ['README.md', 'infra/README.md', ...docs.map((file) => `docs/${file}`)];

type Wrong = (page: string) => readonly string[];

/** `COSMOS_ENDPOINT`, and not `TENANTS`, which may be any word. */
const setting = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;

function textsIn(place: string): readonly string[] {
  const whole = path.join(root, place);
  if (!statSync(whole).isDirectory()) return [read(place)];
  return readdirSync(whole, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|sh|bicep|json)$|^\.env/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

const found = (text: string, pattern: RegExp): readonly (readonly string[])[] => [...text.matchAll(pattern)];

/** The program of a script, and with it the files beside it, which take its options. */
function programOf(script: string): string {
  const file = /\b((?:src|tools)\/\S+\.ts)\b/.exec(scripts[script] ?? '')?.[1] ?? 'package.json';
  const folder = path.dirname(file);
  if (!folder.startsWith('tools/')) return read(file);
  return readdirSync(path.join(root, folder)).map((beside) => read(`${folder}/${beside}`)).join('\n');
}

/** As `--two` in a usage or a list of arguments, as `two:` or `'two'` for parseArgs or a bench. */
const takes = (program: string, option: string): boolean =>
  new RegExp(`--${option}\\b|\\b${option}: |'${option}'`).test(program);

/** `npm run x`, `npm test` and `npm start`, each with its options up to the end of the command. */
const npm = /\bnpm (?:run )?((?<=run )[a-z]+|test|start)\b((?: [^`\n|#(,;)]*)?)/g;

const unknownScripts: Wrong = (page) =>
  found(page, npm).flatMap(([command = '', name = '', rest = '']) => {
    if (scripts[name] === undefined) return [command];
    const options = found(rest, /(?<= )--([a-z][a-z-]*)/g).map(([, option = '']) => option);
    return options.filter((option) => !takes(programOf(name), option)).map((option) => `${command}: no --${option}`);
  });

const unknownPrograms: Wrong = (page) =>
  found(page, /node dist\/([a-z-]+)\.js/g).flatMap(([command = '', name = '']) =>
    existsSync(path.join(root, `src/${name}.ts`)) ? [] : [command],
  );

/** Names of settings, as the programs, their specs and `infra/` write them. */
const words = new Set(
  ['src', 'test', 'tools', 'infra', 'env', 'appPackage/environments', 'appPackage/manifest.json', 'm365agents.yml', 'Dockerfile']
    .flatMap(textsIn)
    .flatMap((text) => text.match(setting) ?? []),
);
const unknownSettings: Wrong = (page) =>
  found(page, /`([^`\n]+)`/g)
    .flatMap(([, code = '']) => code.match(setting) ?? [])
    .filter((name) => !words.has(name));

const folders = 'src|test|tools|infra|docs|appPackage|env';
const unknownFiles: Wrong = (page) =>
  found(page, new RegExp(`(?<![\\w./-])@?((?:${folders})/[\\w./-]*[\\w/])`, 'g'))
    .map(([, file = '']) => file)
    .filter((file) => !existsSync(path.join(root, file)));

const unknownLinks = (page: string, text: string): readonly string[] =>
  found(text, /\]\((?!https?:|#)([^)#\s]+)/g)
    .map(([, link = '']) => link)
    .filter((link) => !existsSync(path.join(root, path.dirname(page), link)));

describe('what the pages tell somebody to type', () => {
  for (const page of pages) {
    it(`is there: ${page}`, () => {
      const text = read(page);
      deepEqual(
        [unknownScripts, unknownPrograms, unknownSettings, unknownFiles].flatMap((check) => check(text)).concat(unknownLinks(page, text)),
        [],
      );
    });
  }

  it('was read: commands, files and links', () => {
    const all = pages.map(read).join('\n');
    ok(found(all, npm).length > 30);
    ok(found(all, /node dist\//g).length > 1);
  });

  const wrong: readonly (readonly [string, Wrong])[] = [
    ['`npm run bakcup -- --to FOLDER`', unknownScripts],
    ['`npm run backup -- --into FOLDER`', unknownScripts],
    ['    npm test -- --three', unknownScripts],
    ['`node dist/importer.js`', unknownPrograms],
    ['with --parameters @infra/parameters/acceptance.json', unknownFiles],
    // In two parts, or it would stand in a spec.
    [`\`${['COSMOS', 'ENDPIONT'].join('_')}\``, unknownSettings],
    ['see `src/store/cosmos-continer.json`', unknownFiles],
  ];
  for (const [text, check] of wrong) it(`is found wanting: ${text.trim()}`, () => deepEqual(check(text).length, 1));
});
