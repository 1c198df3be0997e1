import type { Destination } from '../core/effect.ts';
import type { PersonId } from '../core/ids.ts';
import { type Locale, localeOf } from '../core/locale.ts';
import type { Clock } from '../core/clock.ts';
import type { Reader } from './cards.ts';
import type { Contact, Contacts } from './contacts.ts';
import { mayCall, type TeamsSettings } from './settings.ts';

/** Where a card goes and who reads it there. */
export type Address = Readonly<{
  to: Destination;
  serviceUrl: string;
  tenantId: string;
  reader: Reader;
  contact: Contact;
}>;

/** The language somebody chose; undefined: that of their Teams. */
export type LanguageOf = (person: PersonId) => Promise<Locale | undefined>;
export type Addressing = Readonly<{
  settings: TeamsSettings;
  contacts: Contacts;
  clock: Clock;
  languageOf?: LanguageOf | undefined;
}>;

/** A person's card is in the language they chose, or last used; a channel's is Dutch, because many read it. */
export async function addressOf(
  to: Destination,
  { settings, contacts, clock, languageOf }: Addressing,
): Promise<Address> {
  const tenantId = ownTenant(settings);
  const tenant = await contacts.of({ tenant: tenantId });
  const contact = 'person' in to ? await contacts.of(to.person) : {};
  const reader = {
    locale: ('person' in to ? await languageOf?.(to.person) : undefined) ?? localeOf(contact.locale),
    person: 'person' in to ? to.person : undefined,
    now: clock.now(),
  };
  return { to, serviceUrl: reachable(settings, [contact.serviceUrl, tenant.serviceUrl]), tenantId, reader, contact };
}

function ownTenant({ tenants }: TeamsSettings): string {
  const [own] = tenants;
  if (own === undefined) throw new Error('Teams settings name no tenant');
  return own;
}

/** The newest address that Teams gave us and that we may still send to. */
function reachable(settings: TeamsSettings, urls: readonly (string | undefined)[]): string {
  return urls.find((url): url is string => url !== undefined && mayCall(settings, url)) ?? settings.serviceUrl;
}
