import type { Message, Persona } from '../../api.ts';
import type { Clock } from '../../../core/clock.ts';
import { type PersonaApi, TenantError } from '../api-client.ts';
import type { LastRefresh } from './refresh.ts';

export type OwnCard = Readonly<{ version: string; card: object }>;

/** What every card on the page shares. */
export type CardContext = Readonly<{
  api: PersonaApi;
  me: Persona;
  people: readonly Persona[];
  clock: Clock;
  announce(text: string): void;
  /** Opens the dialog; gives what to show under the card when it did not open. */
  openDialog(message: Message, data: object): Promise<string | undefined>;
  /** Cards the bot answered to this person only, by message and place. */
  answers: Map<string, OwnCard>;
  refreshed: Map<string, LastRefresh>;
}>;

/** The text for a failed call. Anything but the tenant's own "no" is a fault of this page and goes on to the console. */
export function reportFault(error: unknown): string {
  if (error instanceof TenantError) return error.message;
  reportError(error);
  return 'Er ging iets mis in deze pagina. Laad de pagina opnieuw.';
}
