import { z } from 'zod/v4';
import { type JsonObject } from '../../src/core/json.ts';
import { card } from '../../src/teams/cards.ts';
import { type Inbound, type MessageRoute, type Ran, route } from '../../src/teams/routes.ts';

type Counter = Readonly<{ count: number; hidden?: boolean }>;

const template: JsonObject = {
  type: 'AdaptiveCard',
  fallbackText: '${t.title}',
  body: [{ type: 'TextBlock', text: '${t.title} ${string(count)}', wrap: true }],
  actions: [{ type: 'Action.Execute', title: '${t.more}', verb: 'more', data: { by: 1 } }],
};

/** A card that shows a number: enough of a feature to drive the edge. */
export const counterCard = card<Counter>({
  name: 'counter',
  template,
  texts: { nl: { title: 'Teller', more: 'Meer' }, en: { title: 'Counter', more: 'More' } },
  view: ({ count, hidden }) => (hidden === true ? undefined : { count }),
});

/** A route for each door that answers with what it is given, and remembers what came in. */
export function toyRoutes(answer: (inbound: Inbound) => Ran | Promise<Ran>) {
  const seen: Inbound[] = [];
  const data = z.object({ by: z.coerce.number().optional(), query: z.string().optional() });
  const run = async (inbound: Inbound) => {
    seen.push(inbound);
    return answer(inbound);
  };
  const routes = [
    route({ on: 'action', verb: 'more', data, run }),
    route({ on: 'action', verb: 'look', looks: true, data, run }),
    route({ on: 'dialog', verb: 'open', data, run }),
    route({ on: 'submit', verb: 'send', data, run }),
    route({ on: 'search', verb: 'find', data, run }),
  ];
  const messages: MessageRoute[] = [
    { name: 'hello', match: (text) => (text === 'hoi daar' ? { greeted: true } : undefined), run },
  ];
  return { routes, messages, seen };
}

export const showing = (count: number): Ran => ({
  answer: { type: 'card', card: counterCard.show({ count }) },
  stream: 'counter-1',
  outcome: 'counted',
});

export const saying = (nl: string, en = nl): Ran => ({ answer: { type: 'text', text: { nl, en } }, outcome: 'said' });

/** The card without what differs every time. */
export function withoutForm(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json, (key, value: unknown) => (key === 'form' ? 'a form' : value))) as unknown;
}

export function counterJson(count: number, locale: 'nl' | 'en' = 'nl'): object {
  const [title, more] = locale === 'nl' ? ['Teller', 'Meer'] : ['Counter', 'More'];
  return {
    type: 'AdaptiveCard',
    fallbackText: title,
    body: [{ type: 'TextBlock', text: `${title} ${count}`, wrap: true }],
    actions: [{ type: 'Action.Execute', title: more, verb: 'more', data: { by: 1, form: 'a form' } }],
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
  };
}
