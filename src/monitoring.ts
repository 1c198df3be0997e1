import { z } from 'zod/v4';
import type { TraceTargets } from './tracing/targets.ts';

export type Monitoring = Readonly<{
  /** Older work that is due and not run makes the bot not ready. */
  maxLagSeconds: number;
  /** Who may read the metrics: whoever reaches the port, whoever has the token, or nobody. */
  metrics: 'open' | 'shut' | Readonly<{ token: string }>;
  /** Nothing is traced without. */
  traces?: Omit<TraceTargets, 'instance'>;
}>;

export const defaultMonitoring: Monitoring = { maxLagSeconds: 900, metrics: 'shut' };

export const monitoringSettings = {
  READY_MAX_LAG_SECONDS: z.coerce.number().int().min(1).default(defaultMonitoring.maxLagSeconds),
  METRICS_TOKEN: z.string().min(20).optional(),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(/(^|;)InstrumentationKey=[0-9a-f-]{36}(;|$)/i)
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
};

/** How to mend each. */
export const mendMonitoring = {
  READY_MAX_LAG_SECONDS: 'the whole seconds that due work may wait before /readyz says so, 1 or more',
  METRICS_TOKEN: 'a secret of 20 characters or more, which opens /metrics; leave it out to keep that shut',
  APPLICATIONINSIGHTS_CONNECTION_STRING:
    'the connection string of Application Insights (InstrumentationKey=…;IngestionEndpoint=…), where traces go; leave it out to have none',
  OTEL_EXPORTER_OTLP_ENDPOINT:
    'the http or https address of what takes OTLP traces over HTTP; leave it out to send none there',
} as const;

/** `otherwise`: without a token. */
export function monitoringIn(
  data: z.output<z.ZodObject<typeof monitoringSettings>>,
  otherwise: 'open' | 'shut',
): Monitoring {
  const { READY_MAX_LAG_SECONDS: maxLagSeconds, METRICS_TOKEN: token } = data;
  const { APPLICATIONINSIGHTS_CONNECTION_STRING: azure, OTEL_EXPORTER_OTLP_ENDPOINT: otlp } = data;
  const targets = { ...(azure === undefined ? {} : { azure }), ...(otlp === undefined ? {} : { otlp }) };
  const traces = Object.keys(targets).length === 0 ? {} : { traces: targets };
  return { maxLagSeconds, metrics: token === undefined ? otherwise : { token }, ...traces };
}
