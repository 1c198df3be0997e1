import { untraced } from '../core/tracing.ts';
import type { Traces, TraceTargets } from './targets.ts';

/** Without a target nothing of OpenTelemetry is loaded. */
export async function openTraces(targets: TraceTargets): Promise<Traces> {
  if (targets.azure === undefined && targets.otlp === undefined)
    return { tracing: untraced, close: () => Promise.resolve() };
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(targets);
}
