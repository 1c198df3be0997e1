import type { DatabaseSync } from 'node:sqlite';

/** All of it or nothing. The write lock is taken first, so that what `work` reads cannot change before it writes. */
export function atomically<Answer>(db: DatabaseSync, work: () => Answer): Answer {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (error) {
    // SQLite itself has rolled back already after some faults, such as a full disk.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

type Job = Readonly<{ run(): () => void; fail(error: unknown): void }>;
type Together = Readonly<{
  atomically<Answer>(work: () => Answer): Promise<Answer>;
  /** Does at once what waits. */
  flush(): void;
}>;

/**
 * Writes of one turn of the event loop share one transaction, and with it one wait for the disk. Each is still all or
 * nothing by itself (a savepoint), and nobody hears of success before the disk has it.
 */
export function together(db: DatabaseSync): Together {
  let waiting: Job[] = [];

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    try {
      for (const settle of atomically(db, () => jobs.map(({ run }) => run()))) settle();
    } catch (error) {
      for (const { fail } of jobs) fail(error);
    }
  }

  return {
    flush,
    atomically: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ run: () => apart(db, work, { resolve, reject }), fail: reject });
      }),
  };
}

type Settling<Answer> = Readonly<{ resolve(answer: Answer): void; reject(error: unknown): void }>;

/** What failed is undone alone; a fault that ended the whole transaction is everybody's. */
function apart<Answer>(db: DatabaseSync, work: () => Answer, { resolve, reject }: Settling<Answer>): () => void {
  db.exec('SAVEPOINT one');
  try {
    const answer = work();
    db.exec('RELEASE one');
    return () => {
      resolve(answer);
    };
  } catch (error) {
    if (!db.isTransaction) throw error;
    db.exec('ROLLBACK TO one; RELEASE one');
    return () => {
      reject(error);
    };
  }
}
