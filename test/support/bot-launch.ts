import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { BotSettings } from './bot-process.ts';

/** A bot that can be killed and started again on the same port and store. */
export type BotProcess = Readonly<{
  /** Its port. */
  start(): Promise<number>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Ends the bot as an update would. Its process waits for the next bot that starts: to load the program takes longest. */
  rest(): Promise<void>;
}>;

type Line = (line: string) => void;
type Shell = { readonly child: ChildProcess; readonly ended: Promise<never>; onLine: Line };

const resting: Shell[] = [];

/** `onLog`: for each line of its log, when its settings ask for one. */
export function botProcess(settings: BotSettings, onLog: Line = () => undefined): BotProcess {
  let shell: Shell | undefined;
  return {
    async start() {
      shell = resting.pop() ?? launch();
      return answer(shell, JSON.stringify(settings), onLog);
    },
    async kill(signal = 'SIGKILL') {
      if (!shell || isGone(shell)) return;
      const gone = once(shell.child, 'exit');
      shell.child.kill(signal);
      await gone;
    },
    async rest() {
      if (!shell || isGone(shell)) return;
      await answer(shell, '', onLog);
      resting.push(shell);
      shell = undefined;
    },
  };
}

const isGone = ({ child }: Shell): boolean => child.exitCode !== null || child.signalCode !== null;

function launch(): Shell {
  const file = path.join(import.meta.dirname, 'bot-process.ts');
  const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the bot ended before it answered');
  });
  ended.catch(() => undefined);
  const shell: Shell = { child, ended, onLine: () => undefined };
  createInterface({ input: child.stdout }).on('line', (line) => shell.onLine(line));
  return shell;
}

/** The port is a line of nothing but a number; everything else is its log. */
function answer(shell: Shell, line: string, onLog: Line): Promise<number> {
  const port = new Promise<number>((resolve) => {
    shell.onLine = (text) => (/^\d+$/.test(text) ? resolve(Number(text)) : onLog(text));
  });
  shell.child.stdin?.write(`${line}\n`);
  return Promise.race([port, shell.ended]);
}
