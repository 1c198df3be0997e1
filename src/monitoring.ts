import { z } from 'zod/v4';

export type Monitoring = Readonly<{
  /** Older work that is due and not run makes the bot not ready. */
  maxLagSeconds: number;
  /** Who may read the metrics: whoever reaches the port, whoever has the token, or nobody. */
  metrics: 'open' | 'shut' | Readonly<{ token: string }>;
}>;

export const defaultMonitoring: Monitoring = { maxLagSeconds: 900, metrics: 'shut' };

export const monitoringSettings = {
  READY_MAX_LAG_SECONDS: z.coerce.number().int().min(1).default(defaultMonitoring.maxLagSeconds),
  METRICS_TOKEN: z.string().min(20).optional(),
};

/** How to mend each. */
export const mendMonitoring = {
  READY_MAX_LAG_SECONDS: 'the whole seconds that due work may wait before /readyz says so, 1 or more',
  METRICS_TOKEN: 'a secret of 20 characters or more, which opens /metrics; leave it out to keep that shut',
} as const;

/** `otherwise`: without a token. */
export function monitoringIn(
  data: z.output<z.ZodObject<typeof monitoringSettings>>,
  otherwise: 'open' | 'shut',
): Monitoring {
  const { READY_MAX_LAG_SECONDS: maxLagSeconds, METRICS_TOKEN: token } = data;
  return { maxLagSeconds, metrics: token === undefined ? otherwise : { token } };
}
