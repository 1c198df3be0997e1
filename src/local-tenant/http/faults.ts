import type { CallFault, Faults } from '../api.ts';
import { refusal, type Reply } from './exchange.ts';

type Injected = Readonly<{ reply: Reply }> | 'drop-before' | 'drop-after' | undefined;

/** Says for each call to the connector or Graph what goes wrong with it on purpose. */
export type FaultInjector = Readonly<{
  decide(surface: 'connector' | 'graph', method: string, path: string): Injected;
  /** Starts counting anew; every `PUT` of faults does so. */
  restart(): void;
}>;

export function openFaultInjector(current: () => Faults): FaultInjector {
  const counts = { connector: 0, graph: 0 };
  return {
    decide(surface, method, path) {
      const fault = current()[surface];
      if (!fault || !matches(fault, `${method} ${path}`)) return undefined;
      counts[surface] += 1;
      return counts[surface] % fault.every === 0 ? inject(fault) : undefined;
    },
    restart() {
      counts.connector = 0;
      counts.graph = 0;
    },
  };
}

const matches = ({ match }: CallFault, call: string): boolean => match === undefined || new RegExp(match).test(call);

function inject({ answer, retryAfterSeconds }: CallFault): Injected {
  if (answer === 'drop-before' || answer === 'drop-after') return answer;
  const reply = refusal(answer, 'InjectedFault', `The local tenant was asked to answer ${answer}.`);
  if (retryAfterSeconds === undefined) return { reply };
  return { reply: { ...reply, headers: { 'Retry-After': String(retryAfterSeconds) } } };
}
