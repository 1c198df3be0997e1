import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Call, param, refusal, type Reply, type TenantRoute } from './exchange.ts';

const page = fileURLToPath(new URL('../page/', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
};

/** The web page of the tenant, from its sources: TypeScript is stripped here, so that there is no build in development. */
export function pageFileRoute(): TenantRoute {
  const stripped = new Map<string, string>();
  return { method: 'GET', path: '/*file', run: (call) => serveFile(call, stripped) };
}

async function serveFile(call: Call, stripped: Map<string, string>): Promise<Reply> {
  const wanted = param(call, 'file') || 'index.html';
  for (const file of candidates(wanted)) {
    const text = await readIfThere(file);
    if (text !== undefined) return reply(file, text, stripped);
  }
  return refusal(404, 'NotFound', `There is no page or file ${wanted}.`);
}

/** Built, the page's `.ts` is a `.js`; both names lead to what is there. */
function candidates(wanted: string): readonly string[] {
  if (wanted === 'vendor/adaptivecards.js') return [path.join(modules, 'adaptivecards/dist/adaptivecards.min.js')];
  if (wanted.startsWith('vendor/lit-html/')) return inside(path.join(modules, 'lit-html'), wanted.slice(16));
  const other = wanted.endsWith('.ts') ? wanted.replace(/ts$/, 'js') : wanted.replace(/\.js$/, '.ts');
  return [wanted, other].flatMap((name) => inside(page, name));
}

/** Nothing outside the folder, whatever dots are in the name, and no other kinds of files. */
function inside(folder: string, name: string): readonly string[] {
  const file = path.resolve(folder, name);
  return file.startsWith(path.resolve(folder) + path.sep) && path.extname(file) in types ? [file] : [];
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');

function reply(file: string, text: string, stripped: Map<string, string>): Reply {
  const extension = path.extname(file);
  return {
    status: 200,
    headers: { 'Content-Type': types[extension] ?? '', ...(extension === '.html' ? policyFor(text) : {}) },
    body: extension === '.ts' ? strip(text, stripped) : text,
  };
}

function strip(source: string, stripped: Map<string, string>): string {
  const known = stripped.get(source) ?? stripTypeScriptTypes(source);
  stripped.set(source, known);
  return known;
}

/** Only our own files; of inline scripts only the page's import map, named by its hash. Cards set style attributes. */
function policyFor(html: string): Readonly<Record<string, string>> {
  const maps = [...html.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)];
  const hashes = maps.map(([, map = '']) => `'sha256-${createHash('sha256').update(map).digest('base64')}'`);
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')}`.trim(),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return { 'Content-Security-Policy': policy.join('; ') };
}
