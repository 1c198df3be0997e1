import { AsyncLocalStorage } from 'node:async_hooks';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Facts, Tracing, Work } from '../core/tracing.ts';
import { attributesOf, isIll, titleOf } from './attributes.ts';
import { spanContextOf, traceparentOf } from './traceparent.ts';
import type { Traces, TraceTargets } from './targets.ts';

const closingMs = 3_000;
const exportMs = 10_000;

/** An effect is consumed rather than served, but Azure Monitor's exporter gives no name to what is consumed. */
const kinds: Readonly<Record<Work['name'], SpanKind>> = {
  turn: SpanKind.SERVER,
  effect: SpanKind.SERVER,
  store: SpanKind.CLIENT,
  graph: SpanKind.CLIENT,
  connector: SpanKind.CLIENT,
};

/** The work under way, with what it was told so far. */
type Followed = Readonly<{ span: Span; work: Work; told: { facts: Facts }; within: Followed | undefined }>;

/** Spans by OpenTelemetry. No global is set, so that no library beside ours tells anything. */
export async function openTelemetry(targets: TraceTargets): Promise<Traces> {
  const exporters = await Promise.all([azureMonitor(targets), otlp(targets)]);
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'doorbraak', 'service.instance.id': targets.instance }),
    spanProcessors: exporters
      .filter((exporter) => exporter !== undefined)
      .map((exporter) => new BatchSpanProcessor(exporter, { exportTimeoutMillis: exportMs })),
  });
  return {
    tracing: tracingBy(provider),
    async close() {
      const late = pause(closingMs, undefined, { ref: false });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

/** Loaded only when they are asked for: each takes its tens of megabytes. */
async function azureMonitor({ azure }: TraceTargets): Promise<SpanExporter | undefined> {
  if (azure === undefined) return undefined;
  // Figures about the exporter itself, for Microsoft: read when the module is loaded.
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] ??= 'true';
  const { AzureMonitorTraceExporter } = await import('@azure/monitor-opentelemetry-exporter');
  // What cannot be sent is let go: a file tree that may only be read has no place for it.
  return new AzureMonitorTraceExporter({ connectionString: azure, disableOfflineStorage: true });
}

async function otlp({ otlp: endpoint }: TraceTargets): Promise<SpanExporter | undefined> {
  if (endpoint === undefined) return undefined;
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
}

function tracingBy(provider: BasicTracerProvider): Tracing {
  const tracer = provider.getTracer('doorbraak');
  const under = new AsyncLocalStorage<Followed>();
  /** What outlives its work belongs to nothing that is still told. */
  const current = (): Followed | undefined => (under.getStore()?.span.isRecording() ? under.getStore() : undefined);
  return {
    async follow(work, run) {
      const within = current();
      if (within === undefined && work.name !== 'turn' && work.name !== 'effect') return run();
      const span = tracer.startSpan(work.name, { kind: kinds[work.name] }, contextOf(within?.span, work.from));
      const followed: Followed = { span, work, told: { facts: work.facts ?? {} }, within };
      try {
        return await under.run(followed, run);
      } catch (error) {
        // Not the error: its text may quote anything.
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        end(followed);
      }
    },
    note(facts) {
      const followed = current();
      if (followed) tell(followed, facts);
    },
    here() {
      const followed = current();
      return followed && traceparentOf(followed.span.spanContext());
    },
  };
}

function contextOf(within: Span | undefined, from: unknown): Context {
  const ordered = spanContextOf(from);
  if (within) return trace.setSpan(ROOT_CONTEXT, within);
  return ordered ? trace.setSpanContext(ROOT_CONTEXT, ordered) : ROOT_CONTEXT;
}

function tell({ told }: Followed, facts: Facts): void {
  const ru = (told.facts.ru ?? 0) + (facts.ru ?? 0);
  told.facts = { ...told.facts, ...facts, ...(ru > 0 ? { ru } : {}) };
}

/** What a part cost, the whole did too. */
function end({ span, work, told: { facts }, within }: Followed): void {
  if (within && facts.ru !== undefined) tell(within, { ru: facts.ru });
  if (isIll(facts)) span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttributes(attributesOf(facts));
  span.updateName(titleOf(work.name, facts));
  span.end();
}
