// Starts one of the project's programs on any machine with Node 20 or newer: installs what package-lock.json asks
// for when it is not there yet, then hands over to Node 24 (the machine's own, or the pinned one that npm installed).
// Plain JavaScript, because the Node that starts it may not be able to read TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const wantedMajor = 24;
const windows = process.platform === 'win32';
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function installIfNeeded() {
  const stamp = path.join(root, 'node_modules', '.installed');
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing dependencies (about a minute, once) …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  const platform = windows ? 'win' : process.platform;
  const bundled = path.join(
    root,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    windows ? 'node.exe' : 'node',
  );
  if (existsSync(bundled)) return bundled;
  process.stderr.write(
    `Node ${wantedMajor} or newer is needed; this is ${process.version}, and npm has none for ${platform}-${process.arch}. ` +
      `Install Node ${wantedMajor} and run the same command again.\n`,
  );
  process.exit(1);
}

installIfNeeded();
const node = findNode();
// Flags for Node itself come before the program.
const given = process.argv.slice(2);
const at = given.findIndex((word) => !word.startsWith('--'));
const [flags, file, args] = [given.slice(0, at), given[at], given.slice(at + 1)];
const child = spawn(node, [...flags, path.join(root, file), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
