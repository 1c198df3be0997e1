/** `npm run build`: compiles src to dist and brings along the files beside the code that are not code. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const assets = /\.(csv|html|css|svg|json|txt)$/;

rmSync('dist', { recursive: true, force: true });
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
const { status } = spawnSync(process.execPath, tsc, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
cpSync('src', 'dist', {
  recursive: true,
  filter: (source) => path.extname(source) === '' || assets.test(source),
});
