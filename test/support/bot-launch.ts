import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { BotSettings } from './bot-process.ts';

/** A bot that can be killed and started again on the same port and store. */
export type BotProcess = Readonly<{
  /** Its port. */
  start(): Promise<number>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}>;

/** `onLog`: for each line of its log, when its settings ask for one. */
export function botProcess(settings: BotSettings, onLog?: (line: string) => void): BotProcess {
  let child: ChildProcess | undefined;
  return {
    async start() {
      const env = { ...process.env, BOT_SETTINGS: JSON.stringify(settings) };
      const file = path.join(import.meta.dirname, 'bot-process.ts');
      const started = spawn(process.execPath, [file], { env, stdio: ['pipe', 'pipe', 'inherit'] });
      child = started;
      const ended = once(started, 'exit').then(() => {
        throw new Error('the bot ended before it listened');
      });
      ended.catch(() => undefined);
      return Promise.race([listening(started.stdout, onLog), ended]);
    },
    async kill(signal = 'SIGKILL') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** The port is a line of nothing but a number; everything else is its log. */
function listening(output: Readable, onLog: (line: string) => void = () => undefined): Promise<number> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      if (/^\d+$/.test(line)) resolve(Number(line));
      else onLog(line);
    });
  });
}
