import type { TenantEvent } from './api.ts';

type Send = (event: TenantEvent) => void;

/** What open pages are told at once. */
export type LiveEvents = Readonly<{
  /** Returns the end of the subscription. */
  subscribe(person: string, send: Send): () => void;
  publish(event: TenantEvent, mayHear: (person: string) => boolean): void;
}>;

export function openLiveEvents(): LiveEvents {
  const listeners = new Set<Readonly<{ person: string; send: Send }>>();
  return {
    subscribe(person, send) {
      const listener = { person, send };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish(event, mayHear) {
      for (const { person, send } of listeners) if (mayHear(person)) send(event);
    },
  };
}
