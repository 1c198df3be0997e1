import type { Attributes } from '@opentelemetry/api';
import type { Facts, Work } from '../core/tracing.ts';

/** The only attributes there are; where OpenTelemetry has a name for it, that one. */
export const attributeKeys: Readonly<Record<keyof Facts, string>> = {
  door: 'doorbraak.door',
  verb: 'doorbraak.verb',
  outcome: 'doorbraak.outcome',
  kind: 'doorbraak.effect',
  tries: 'doorbraak.tries',
  command: 'db.operation.name',
  ru: 'azure.cosmosdb.operation.request_charge',
  method: 'http.request.method',
  route: 'url.template',
  status: 'http.response.status_code',
};

/** A word of the code. A name has a space, an id or a number of a case has digits in a row. */
const word = /^(?!.*\d{3})[\w$./{}:-]{1,80}$/;
const unfit = 'unfit';

const fit = (value: string | number): string | number =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : word.test(value) ? value : unfit;

/** What is no known fact stays out, whatever a caller that the compiler did not see hands over. */
export function attributesOf(facts: Facts): Attributes {
  const known = Object.entries(attributeKeys).map(([fact, key]) => [key, facts[fact as keyof Facts]] as const);
  return Object.fromEntries(known.flatMap(([key, value]) => (value === undefined ? [] : [[key, fit(value)]])));
}

export function titleOf(name: Work['name'], { door, verb, kind, command, method, route }: Facts): string {
  const parts = [door, verb, kind, command, method, route].filter((part) => part !== undefined && part !== '');
  return [name, ...parts.map((part) => fit(part ?? ''))].join(' ');
}

export function isIll({ outcome, status }: Facts): boolean {
  return outcome === 'failed' || outcome === 'parked' || status === 0 || (status ?? 0) >= 400;
}
