import type { Tracing } from '../core/tracing.ts';

/** Every other part of a path may be an id. */
const words = new Set([
  ...[
    'graph',
    'v1.0',
    'beta',
    'teams',
    'channels',
    'members',
    'operations',
    'archive',
    'unarchive',
    'enabledApps',
    '$ref',
  ],
  ...['messages', 'replies', 'users', 'teamwork', 'installedApps', 'chat', 'chats'],
]);

/** Calls to Graph, followed by method, route and status; what was asked about whom stays out. */
export function tracedFetch(tracing: Tracing, call: typeof fetch = fetch): typeof fetch {
  return (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const facts = { method: init?.method ?? 'GET', route: routeOf(pathname), status: 0 };
    return tracing.follow({ name: 'graph', facts }, async () => {
      const response = await call(input, init);
      tracing.note({ status: response.status });
      return response;
    });
  };
}

/** `teams('id')` is an id as well as a word. */
function routeOf(pathname: string): string {
  return pathname
    .split('/')
    .map((part) => (part === '' || words.has(part) ? part : '{id}'))
    .join('/');
}
