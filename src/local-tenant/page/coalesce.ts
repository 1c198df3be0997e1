/** Asked again while it runs, it runs once more afterwards: never twice at the same time, never with old answers last. */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  return () => {
    again = true;
    running ??= repeat();
    return running;
  };

  async function repeat(): Promise<void> {
    try {
      while (again) {
        again = false;
        await run();
      }
    } finally {
      running = undefined;
    }
  }
}
