import type { Logger } from 'pino';
import type { BotDelivery } from './bot/delivery.ts';
import type { MovableClock } from './clock.ts';
import type { Identity } from './identity.ts';
import type { LiveEvents } from './live-events.ts';
import type { RateLimits } from './rates.ts';
import type { CallLog } from './http/call-log.ts';
import type { TenantState } from './state/tenant-state.ts';

/** What every part of the local tenant works with. */
export type Tenant = Readonly<{
  url: string;
  /** Where the bot is told to answer; the same text in the activity and in its token. */
  serviceUrl: string;
  state: TenantState;
  clock: MovableClock;
  identity: Identity;
  live: LiveEvents;
  bot: BotDelivery;
  rates: RateLimits;
  calls: CallLog;
  log: Logger;
  /** Aborted when the tenant closes; timers and deliveries stop. */
  stopped: AbortSignal;
}>;
