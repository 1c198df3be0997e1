import type { Tracing } from '../../src/core/tracing.ts';
import type { LanguageModelConfig } from '../../src/language-model-settings.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import type { Monitoring } from '../../src/monitoring.ts';
import type { SelfTestSettings } from '../../src/self-test.ts';
import type { WorkerSettings } from '../../src/store/effects-worker.ts';
import type { Store } from '../../src/store/store.ts';
import type { Persona } from './persona.ts';

/** The whole bot and a local tenant, with the demo's people: in this process, or two instances in processes of their own. */
export type World = Readonly<{
  tenant: LocalTenant;
  store: Store;
  /** Where the bot listens. */
  bot: string;
  /** How many bots answer there. */
  instances: number;
  as(name: string): Persona;
  /** Resolves when everything that is due has been done, also what waits for its turn to be sent. */
  idle(): Promise<void>;
  close(): Promise<void>;
}>;

export type WorldOptions = Readonly<{
  store?: Store;
  rates?: 'usual' | 'strict' | 'off';
  worker?: Partial<WorkerSettings>;
  /** Where the bot writes its log, one JSON line at a time. */
  botLog?: (line: string) => void;
  /** How much of it; `info` unless told. */
  botLogLevel?: string;
  monitoring?: Monitoring;
  languageModel?: LanguageModelConfig;
  tracing?: Tracing;
  selfTest?: SelfTestSettings;
  pulseMs?: number;
  /** Nobody is killed: a spec counts what each request was answered. */
  calm?: boolean;
  /** What the tenant's clock shows before the bot starts. */
  now?: string;
}>;
