import type { TenantEvent } from '../api.ts';
import { parseEvent } from './api-client.ts';

export type Listener = Readonly<{
  hear(event: TenantEvent): void;
  /** The line is up, for the first time or again: what was said before that was not heard. */
  connected(): void;
  lost(): void;
}>;

export type Line = Readonly<{ pause(): void; resume(): void }>;

const retryMs = 1000;

/** Server-sent events. The browser reconnects by itself, except after an error answer; then this does. */
export function listen(address: string, listener: Listener): Line {
  let source: EventSource | undefined;
  let wasDown = false;
  let isDeaf = true;
  connect();
  return {
    pause() {
      source?.close();
      source = undefined;
      wasDown = isDeaf = true;
    },
    resume() {
      if (source === undefined) connect();
    },
  };

  function connect(): void {
    const opened = new EventSource(address);
    source = opened;
    opened.onopen = () => {
      if (isDeaf) listener.connected();
      wasDown = isDeaf = false;
    };
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      listener.hear(parseEvent(data));
    };
    opened.onerror = () => {
      if (!wasDown) listener.lost();
      wasDown = isDeaf = true;
      if (opened.readyState === EventSource.CLOSED) setTimeout(retry, retryMs, opened);
    };
  }

  function retry(failed: EventSource): void {
    if (source === failed) connect();
  }
}
