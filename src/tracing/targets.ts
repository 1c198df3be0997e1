import type { Tracing } from '../core/tracing.ts';

/** Where traces go. */
export type TraceTargets = Readonly<{
  /** A connection string of Application Insights. */
  azure?: string;
  /** The address of anything that takes OTLP over HTTP. */
  otlp?: string;
  /** This running program, by a name that says nothing. */
  instance: string;
}>;

export type Traces = Readonly<{
  tracing: Tracing;
  /** Sends what is left, for some seconds at most. */
  close(): Promise<void>;
}>;
