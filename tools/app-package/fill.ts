import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

type Json = null | boolean | number | string | Json[] | JsonRecord;
export type JsonRecord = { [key: string]: Json };
/** What the texts are called by: `bots[0].commandLists[0].commands[0].title`. */
export type Language = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string>>;

/** All that goes in the zip. The manifest speaks the default language; the others are files beside it. */
export type AppPackage = Readonly<{
  manifest: JsonRecord;
  languages: Readonly<Record<string, Language>>;
  icons: Readonly<Record<string, Uint8Array>>;
}>;

export const folder = path.join(import.meta.dirname, '../../appPackage');
const defaultLanguage = 'nl-NL';

export const environments = (): readonly string[] =>
  readdirSync(path.join(folder, 'environments')).map((file) => path.parse(file).name);

/** The values of an environment's file; a variable of the same name in the process goes first (the Agents Toolkit sets them). */
export function valuesOf(environment: string, outside: NodeJS.ProcessEnv = process.env): Values {
  const { version } = readJson('../package.json') as { version: string };
  const own = readJson(`environments/${environment}.json`) as Record<string, string>;
  const chosen = Object.entries(own).map(([name, value]) => [name, outside[name] ?? value]);
  return { ...(Object.fromEntries(chosen) as Values), VERSION: version };
}

export function fill(values: Values): AppPackage {
  const language = (name: string) => readJson(`languages/${name}.json`, values) as Language;
  const icon = (name: string) => new Uint8Array(readFileSync(path.join(folder, 'icons', name)));
  const texts = language(defaultLanguage);
  const manifest = readJson('manifest.json', values) as JsonRecord;
  for (const [key, text] of Object.entries(texts)) if (key !== '$schema') write(manifest, key, text);
  return {
    manifest,
    languages: { [`${defaultLanguage}.json`]: texts, 'en.json': language('en') },
    icons: { 'color.png': icon('color.png'), 'outline.png': icon('outline.png') },
  };
}

/** Placeholders without a value stay, and are found by the checks. */
function readJson(file: string, values: Values = {}): unknown {
  const text = readFileSync(path.join(folder, file), 'utf8');
  return JSON.parse(text.replaceAll(/\$\{\{(\w+)\}\}/g, (whole, name: string) => inJson(values[name]) ?? whole));
}

const inJson = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value).slice(1, -1);

/** Makes what is missing on the way: a list where a number follows, otherwise an object. */
function write(target: JsonRecord, key: string, text: string): void {
  const parts = key.match(/[^.[\]]+/g) ?? [];
  const last = parts.pop() ?? '';
  let place = target;
  for (const [index, part] of parts.entries()) {
    place[part] ??= /^\d+$/.test(parts[index + 1] ?? '') ? [] : {};
    place = place[part] as JsonRecord;
  }
  place[last] = text;
}
