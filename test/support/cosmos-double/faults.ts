import { type Answer } from './answer.ts';
import { type Call } from './call.ts';

/**
 * What goes wrong. `html` and `empty` are bodies of something that stands before the service; `hang` never answers;
 * `lost` does what was asked and then cuts the line.
 */
export type Fault =
  | Readonly<{ status: number; retryAfterMs?: number; substatus?: number }>
  | Readonly<{ status: number; body: 'html' | 'empty' }>
  | 'reset'
  | 'hang'
  | 'lost';

/** `times` calls for which `when` holds; without a number all of them. */
export type FaultRule = Readonly<{ fault: Fault; when?: (call: Call) => boolean; times?: number }>;

export type Faults = Readonly<{
  add(rule: FaultRule): void;
  clear(): void;
  /** The fault for this call, which is thereby used up. */
  next(call: Call): Fault | undefined;
}>;

export function faultRules(): Faults {
  let rules: { rule: FaultRule; left: number }[] = [];
  return {
    add: (rule) => void rules.push({ rule, left: rule.times ?? Infinity }),
    clear: () => void (rules = []),
    next(call) {
      const found = rules.find(({ rule, left }) => left > 0 && (rule.when?.(call) ?? true));
      if (!found) return undefined;
      found.left -= 1;
      return found.rule.fault;
    },
  };
}

export function faultAnswer(fault: Exclude<Fault, string>): Answer & Readonly<{ text?: string }> {
  if ('body' in fault) {
    return { status: fault.status, text: fault.body === 'html' ? '<html><body>Bad gateway</body></html>' : '' };
  }
  const { status, retryAfterMs, substatus } = fault;
  return {
    status,
    body: { code: String(status), message: 'a fault on purpose' },
    headers: {
      ...(retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(retryAfterMs) }),
      ...(substatus === undefined ? {} : { 'x-ms-substatus': String(substatus) }),
    },
  };
}
