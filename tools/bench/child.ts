import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

/** A process of the bench that answers one question at a time. */
export type Child = Readonly<{ ask<Answer>(question: unknown): Promise<Answer>; stop(): void }>;

export function startChild(file: string, ...args: readonly string[]): Child {
  const child = fork(path.join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return { ask: (question) => ask(child, question), stop: () => void child.kill() };
}

function ask<Answer>(child: ChildProcess, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the bench ended with ${String(code)}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as Answer);
    });
    child.send(question as object);
  });
}

/** In the child: gives each question its answer. */
export function answering(answer: (question: never) => Promise<unknown>): void {
  // When the bench is cut off, its processes go too.
  process.on('disconnect', () => process.exit());
  process.on('message', (question) => {
    void answer(question as never).then((given) => process.send?.(given));
  });
}
