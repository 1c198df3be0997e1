import { isSpanContextValid, type SpanContext, TraceFlags } from '@opentelemetry/api';

/** W3C Trace Context, level 1: version, trace, span, flags. */
export function traceparentOf({ traceId, spanId }: SpanContext): string {
  return `00-${traceId}-${spanId}-01`;
}

/** Undefined for anything that is none. */
export function spanContextOf(text: unknown): SpanContext | undefined {
  const [, traceId = '', spanId = ''] =
    typeof text === 'string' ? (/^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(text) ?? []) : [];
  const context = { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}
