import type { IncomingHttpHeaders } from 'node:http';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request can come only from this machine's own user: its `Host` is a loopback name (a page that re-bound its
 * own name to 127.0.0.1 still sends that name), and a page that calls is our own page.
 */
export function isFromThisMachine({ host, origin }: IncomingHttpHeaders): boolean {
  if (host === undefined || !loopbackHosts.includes(host.replace(/:\d+$/, ''))) return false;
  return origin === undefined || origin === `http://${host}`;
}
