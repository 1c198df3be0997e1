/**
 * `node tools/container-layout.ts FOLDER`: what the image would hold, without Docker. Stages, copies and the build are those of the
 * Dockerfile; where that installs packages, the ones that are here are taken, chosen by the lock file.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

type Copy = Readonly<{ from: string | undefined; sources: readonly string[]; target: string }>;
type Step = Readonly<{ copy: Copy }> | Readonly<{ run: string }>;
type Stage = Readonly<{
  name: string;
  workdir: string;
  user: string;
  env: Readonly<Record<string, string>>;
  steps: readonly Step[];
  command: readonly string[];
  healthCheck: readonly string[];
}>;

const root = path.dirname(import.meta.dirname);

export function stagesOf(dockerfile: string): readonly Stage[] {
  const lines = dockerfile
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const starts = lines.flatMap((line, index) => (line.startsWith('FROM ') ? [index] : []));
  return starts.map((start, index) => stageOf(lines.slice(start, starts[index + 1])));
}

function stageOf([from = '', ...lines]: readonly string[]): Stage {
  const all = (word: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const [workdir = '/'] = all('WORKDIR');
  const [health = 'CMD []'] = all('HEALTHCHECK');
  return {
    name: / AS (\S+)/.exec(from)?.[1] ?? '',
    workdir,
    user: all('USER')[0] ?? 'root',
    env: Object.fromEntries(all('ENV').map((pair) => pair.split('=', 2) as [string, string])),
    steps: lines.flatMap(stepOf),
    command: JSON.parse(all('CMD')[0] ?? '[]') as string[],
    healthCheck: JSON.parse(health.slice(health.indexOf('CMD ') + 4)) as string[],
  };
}

function stepOf(line: string): readonly Step[] {
  if (line.startsWith('RUN ')) return [{ run: line.slice(4) }];
  if (!line.startsWith('COPY ')) return [];
  const words = line.split(/\s+/).slice(1);
  const [from] = words.filter((word) => word.startsWith('--from=')).map((word) => word.slice('--from='.length));
  const paths = words.filter((word) => !word.startsWith('--'));
  return [{ copy: { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' } }];
}

/** Lays out every stage as a folder of `folder`; gives the last one, and where its working directory is. */
export function layOut(folder: string): Readonly<{ stage: Stage; home: string }> {
  const stages = stagesOf(readFileSync(path.join(root, 'Dockerfile'), 'utf8'));
  const rootOf = (name: string | undefined): string => (name === undefined ? root : path.join(folder, `stage-${name}`));
  for (const stage of stages) {
    const place = rootOf(stage.name);
    for (const step of stage.steps) {
      if ('copy' in step) copy(step.copy, { from: rootOf(step.copy.from), home: path.join(place, stage.workdir) });
      else run(step.run, path.join(place, stage.workdir));
    }
  }
  const stage = stages.at(-1);
  if (!stage) throw new Error('the Dockerfile has no stage');
  return { stage, home: path.join(rootOf(stage.name), stage.workdir) };
}

function copy({ sources, target }: Copy, { from, home }: Readonly<{ from: string; home: string }>): void {
  for (const source of sources) {
    const to = path.join(home, target.endsWith('/') ? path.join(target, path.basename(source)) : target);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(from, source), to, { recursive: true });
  }
}

function run(command: string, home: string): void {
  if (command.startsWith('npm ci --omit')) installProduction(home);
  else if (command === 'npm ci') symlinkSync(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  else if (command.startsWith('node ')) build(command.split(' ').slice(1), home);
  else throw new Error(`what does this do here: ${command}`);
}

function build(args: readonly string[], home: string): void {
  const { status } = spawnSync(process.execPath, args, { cwd: home, stdio: 'inherit' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed`);
}

type Lock = Readonly<{
  packages: Readonly<Record<string, Readonly<{ dev?: true; optional?: true; devOptional?: true }>>>;
}>;

/** What `npm ci --omit=dev --omit=optional` leaves, by the marks in the lock file, without maps and types. */
function installProduction(home: string): void {
  rmSync(path.join(home, 'node_modules'), { force: true, recursive: true });
  const { packages } = JSON.parse(readFileSync(path.join(home, 'package-lock.json'), 'utf8')) as Lock;
  for (const [place, { dev, optional, devOptional }] of Object.entries(packages)) {
    if (place === '' || dev || optional || devOptional) continue;
    const source = path.join(root, place);
    const isWanted = (file: string): boolean =>
      file === source ||
      (!(/\.(map|d\.[cm]?ts)$/.test(file) && lstatSync(file).isFile()) && path.basename(file) !== 'node_modules');
    cpSync(source, path.join(home, place), { recursive: true, filter: isWanted });
  }
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Where to? node tools/container-layout.ts FOLDER');
  console.log(layOut(path.resolve(folder)).home);
}
