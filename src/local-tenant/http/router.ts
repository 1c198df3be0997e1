import type { TenantRoute } from './exchange.ts';

type Found = Readonly<{ route: TenantRoute; params: Readonly<Record<string, string>> }>;

/** Finds the route of a method and a path; `:name` in a route takes one segment, and `*name` the rest of the path. */
export function buildRouter(routes: readonly TenantRoute[]): (method: string, path: string) => Found | undefined {
  const patterns = routes.map((route) => ({ route, segments: split(route.path) }));
  return (method, path) => {
    const segments = split(path).map(decodeSegment);
    for (const { route, segments: pattern } of patterns) {
      const params = route.method === method ? match(pattern, segments) : undefined;
      if (params) return { route, params };
    }
    return undefined;
  };
}

const split = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not encoded at all: taken literally, as servers do
  }
}

function match(pattern: readonly string[], segments: readonly string[]): Readonly<Record<string, string>> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith('*')) return { ...params, [part.slice(1)]: segments.slice(index).join('/') };
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? params : undefined;
}
