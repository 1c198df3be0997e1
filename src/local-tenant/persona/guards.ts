import { findPlace, isMember, parseConversationId, type Place } from '../conversations.ts';
import { type Call, param, refusal, type Reply, type TenantRoute } from '../http/exchange.ts';
import { maySee } from '../messages.ts';
import type { MessageEntity, PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';

type Run<Known> = (known: Known, call: Call) => Reply | Promise<Reply>;
type Known = Readonly<{ person: PersonEntity }>;
type KnownPlace = Known & Readonly<{ place: Place }>;
type KnownMessage = KnownPlace & Readonly<{ message: MessageEntity }>;

/** A route below `/api/as/:p`, which speaks for one persona. */
export function asPersona(tenant: Tenant, [method, path]: readonly [string, string], run: Run<Known>): TenantRoute {
  return {
    method,
    path: `/api/as/:p${path}`,
    run(call) {
      const person = tenant.state.people.get(param(call, 'p'));
      return person ? run({ person }, call) : refusal(404, 'UnknownPersona', 'Nobody has this id: see /api/personas.');
    },
  };
}

export function inConversation(tenant: Tenant, at: readonly [string, string], run: Run<KnownPlace>): TenantRoute {
  return asPersona(tenant, at, ({ person }, call) => {
    const place = findPlace(tenant.state, parseConversationId(param(call, 'c')).id);
    if (!place) return refusal(404, 'UnknownConversation', 'There is no such chat or channel.');
    if (!isMember(place, person.id)) return notYours;
    return run({ person, place }, call);
  });
}

export function onMessage(tenant: Tenant, at: readonly [string, string], run: Run<KnownMessage>): TenantRoute {
  return asPersona(tenant, at, ({ person }, call) => {
    const message = tenant.state.messages.get(param(call, 'm'));
    const place = message && findPlace(tenant.state, message.conversation);
    if (!message || !place || message.deleted)
      return refusal(404, 'UnknownMessage', 'This message is not there (any more).');
    if (!isMember(place, person.id) || !maySee(message, person.id)) return notYours;
    return run({ person, place, message }, call);
  });
}

const notYours = refusal(403, 'NotAMember', 'This person does not take part in this chat or channel.');
