import { deepEqual, equal, match, notDeepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { tenantPermissions } from '../../src/graph/permissions.ts';
import { problemsOf } from '../../tools/app-package/check.ts';
import { type AppPackage, environments, fill, type JsonRecord, valuesOf } from '../../tools/app-package/fill.ts';
import { pack } from '../../tools/app-package/pack.ts';

const prod = (): AppPackage => fill(valuesOf('prod', {}));
type Bot = { scopes: string[]; commandLists: { scopes: string[]; commands: JsonRecord[] }[] };
type Extension = { botId: string; commands: JsonRecord[] };
const extensionOf = ({ manifest }: AppPackage): Extension =>
  (manifest['composeExtensions'] as unknown as Extension[])[0]!;
const botOf = ({ manifest }: AppPackage): Bot => (manifest['bots'] as unknown as Bot[])[0]!;

describe('the Teams app package', () => {
  for (const environment of environments()) {
    it(`of ${environment} is what Microsoft's schemas and our own rules ask for`, () => {
      deepEqual(problemsOf(fill(valuesOf(environment, {}))), []);
    });
  }

  it('is one app for each environment, which people can tell apart', () => {
    const all = environments().map((name) => fill(valuesOf(name, {})).manifest);
    equal(new Set(all.map(({ id }) => id)).size, environments().length);
    equal(new Set(all.map(({ name }) => (name as JsonRecord)['short'])).size, environments().length);
  });

  it('holds the manifest in Dutch, English beside it, and the icons; the same bytes every time', () => {
    const bytes = pack(prod());
    deepEqual(bytes, pack(prod()));
    const files = unzipSync(bytes);
    deepEqual(Object.keys(files), ['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as JsonRecord;
    deepEqual(manifest['name'], { short: 'Doorbraak', full: 'Doorbraak: verder met vastgelopen casussen' });
  });

  it('takes values from outside first, and has the version of the product', () => {
    const botId = '11111111-1111-4111-8111-111111111111';
    const { manifest } = fill(valuesOf('prod', { BOT_ID: botId }));
    deepEqual(manifest['webApplicationInfo'], { id: botId, resource: `api://botid-${botId}` });
    match(manifest['version'] as string, /^\d+\.\d+\.\d+$/);
  });

  it('asks for no permission in a team that its page does not explain, and explains none that it does not ask for', () => {
    const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
    const explained = [...page.matchAll(/^\| `([A-Za-z]+\.[A-Za-z]+\.Group)`/gm)].map(([, name]) => name);
    const { permissions } = prod().manifest['authorization'] as { permissions: { resourceSpecific: JsonRecord[] } };
    deepEqual(permissions.resourceSpecific.map(({ name }) => name).sort(), explained.sort());
  });

  it('asks the tenant for what that page, the script and the doctor name, and nothing else', () => {
    const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const names = [...tenantPermissions].sort();
    const onPage = [...read('docs/permissions.md').matchAll(/^\| `([\w.]+\.All)`/gm)].map(([, name]) => name);
    const inScript = [...read('infra/grant-permissions.sh').matchAll(/^ {4}([\w.]+\.All) +#/gm)].map(
      ([, name]) => name,
    );
    deepEqual([onPage.sort(), inScript.sort()], [names, names]);
  });

  it('draws its outline in white only', () => {
    const drawing = readFileSync(new URL('../../appPackage/icons/outline.svg', import.meta.url), 'utf8');
    deepEqual([...new Set(drawing.match(/(?:fill|stroke)="[^"]+"/g))].sort(), ['fill="none"', 'stroke="#fff"']);
  });
});

type Broken = Readonly<{ what: string; problem: RegExp; spoil(given: AppPackage): AppPackage | undefined }>;

const withManifest = (given: AppPackage, changed: JsonRecord): AppPackage => ({
  ...given,
  manifest: { ...given.manifest, ...changed },
});
const without = (given: AppPackage, name: string): AppPackage => {
  const { [name]: _gone, ...manifest } = given.manifest;
  return { ...given, manifest };
};
const texts = (given: AppPackage, file: string, changed: Record<string, string>): AppPackage => ({
  ...given,
  languages: { ...given.languages, [file]: { ...given.languages[file], ...changed } },
});
const icon = (given: AppPackage, name: string, bytes: Uint8Array): AppPackage => ({
  ...given,
  icons: { ...given.icons, [name]: bytes },
});

const broken: readonly Broken[] = [
  {
    what: 'a scope that Teams does not know',
    problem: /bots\/0\/scopes/,
    spoil: (given) => void botOf(given).scopes.push('kanaal'),
  },
  {
    what: 'a property that the schema does not know',
    problem: /additional/,
    spoil: (given) => withManifest(given, { foo: 1 }),
  },
  {
    what: 'a name of more than 30 characters',
    problem: /name\/short/,
    spoil: (given) => withManifest(given, { name: { short: 'x'.repeat(31) } }),
  },
  {
    what: 'a translated name of more than 30 characters',
    problem: /name\.short/,
    spoil: (given) => texts(given, 'en.json', { 'name.short': 'x'.repeat(31) }),
  },
  { what: 'no icons', problem: /icons/, spoil: (given) => without(given, 'icons') },
  {
    what: 'thirteen commands in one list',
    problem: /commandLists\/0\/commands/,
    spoil: (given) => void botOf(given).commandLists[0]!.commands.push({ title: 'nog een' }),
  },
  {
    what: 'four lists of commands',
    problem: /commandLists/,
    spoil: (given) => {
      const { commandLists } = botOf(given);
      commandLists.push(commandLists[0]!, commandLists[0]!);
    },
  },
  {
    what: 'a team without tier1',
    problem: /supportsChannelFeatures/,
    spoil: (given) => without(given, 'supportsChannelFeatures'),
  },
  {
    what: 'a team in a manifest from before private channels',
    problem: /supportsChannelFeatures|additional/,
    spoil: (given) => withManifest(given, { manifestVersion: '1.24' }),
  },
  {
    what: 'commands for a scope where the bot is not',
    problem: /scope groupChat/,
    spoil: (given) => void botOf(given).scopes.pop(),
  },
  {
    what: 'two lists of commands for one scope',
    problem: /two lists/,
    spoil: (given) => void botOf(given).commandLists[1]!.scopes.push('personal'),
  },
  {
    what: 'a message extension of another bot',
    problem: /needs the id of the bot/,
    spoil: (given) => void (extensionOf(given).botId = '22222222-2222-4222-8222-222222222222'),
  },
  {
    what: 'two commands of the message extension with one id',
    problem: /two commands are called searchCases/,
    spoil: (given) => void extensionOf(given).commands.push(extensionOf(given).commands[0]!),
  },
  {
    what: 'eleven commands of the message extension',
    problem: /composeExtensions\/0\/commands/,
    spoil: (given) => {
      const { commands } = extensionOf(given);
      for (let count = commands.length; count < 11; count++) commands.push({ ...commands[0]!, id: `more${count}` });
      return undefined;
    },
  },
  {
    what: 'a command for a message that opens nothing',
    problem: /taskFromMessage opens no dialog/,
    spoil: (given) => void (extensionOf(given).commands.at(-1)!['fetchTask'] = false),
  },
  {
    what: 'a place for a command that Teams does not know',
    problem: /composeExtensions\/0\/commands\/0\/context/,
    spoil: (given) => void (extensionOf(given).commands[0]!['context'] = ['chat']),
  },
  {
    what: 'permissions without webApplicationInfo',
    problem: /webApplicationInfo/,
    spoil: (given) => without(given, 'webApplicationInfo'),
  },
  {
    what: 'permissions for another app than the bot',
    problem: /webApplicationInfo/,
    spoil: (given) =>
      withManifest(given, { webApplicationInfo: { id: '22222222-2222-4222-8222-222222222222', resource: 'api://x' } }),
  },
  ...['*.example.org', 'https://example.org', 'doorbraak.azurewebsites.net', 'gemeente.onmicrosoft.com', 'x'].map(
    (host) => ({
      what: `the domain ${host}`,
      problem: /one host of our own/,
      spoil: (given: AppPackage) => withManifest(given, { validDomains: [host] }),
    }),
  ),
  {
    what: 'a placeholder without a value',
    problem: /BOT_ID/,
    spoil: () => {
      const { BOT_ID: _gone, ...values } = valuesOf('prod', {});
      return fill(values);
    },
  },
  {
    what: 'a version that is not three numbers',
    problem: /three numbers/,
    spoil: (given) => withManifest(given, { version: '1.0.0-rc.1' }),
  },
  {
    what: 'a text that one language lacks',
    problem: /en\.json has no text for .*commands\[0\]/,
    spoil: (given) => texts(given, 'en.json', { 'bots[0].commandLists[0].commands[0].title': ' ' }),
  },
  {
    what: 'a language file that is not there',
    problem: /fr\.json/,
    spoil: (given) =>
      withManifest(given, {
        localizationInfo: {
          defaultLanguageTag: 'nl-NL',
          additionalLanguages: [{ languageTag: 'fr', file: 'fr.json' }],
        },
      }),
  },
  {
    what: 'an icon of the wrong size',
    problem: /outline\.png is not a PNG of 32 by 32/,
    spoil: (given) => icon(given, 'outline.png', given.icons['color.png']!),
  },
  {
    what: 'an outline without transparency',
    problem: /no transparency/,
    spoil: (given) => {
      const bytes = Uint8Array.from(given.icons['outline.png']!);
      bytes[25] = 2;
      return icon(given, 'outline.png', bytes);
    },
  },
  { what: 'no icon at all', problem: /color\.png/, spoil: (given) => icon(given, 'color.png', new Uint8Array()) },
];

describe('a Teams app package is refused for', () => {
  for (const { what, problem, spoil } of broken) {
    it(what, () => {
      const given = prod();
      const problems = problemsOf(spoil(given) ?? given);
      notDeepEqual(problems, []);
      ok(
        problems.some((text) => problem.test(text)),
        problems.join('\n'),
      );
    });
  }
});
