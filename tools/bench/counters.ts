import { z } from 'zod/v4';
import { accept, type Decider } from '../../src/core/decider.ts';
import { showCard } from '../../src/core/effect.ts';
import { streamId } from '../../src/core/ids.ts';
import { type EventStore } from '../../src/store/event-store.ts';
import { type Aggregate, handle } from '../../src/store/handle.ts';
import { card } from '../../src/teams/cards.ts';
import { type Route, route } from '../../src/teams/routes.ts';

type Counter = Readonly<{ count: number }>;
type Command = Readonly<{ type: 'Count'; data: object }>;
type Event = Readonly<{ type: 'Counted'; data: object }>;

const counter: Decider<Counter, Command, Event, never> = {
  initial: { count: 0 },
  decide: () => accept({ type: 'Counted', data: {} }),
  evolve: ({ count }) => ({ count: count + 1 }),
};

/** As large as a card of ours: a heading, facts, a list, two buttons. */
export const counterCard = card<Counter>({
  name: 'counter',
  template: {
    type: 'AdaptiveCard',
    fallbackText: '${t.title}',
    body: [
      { type: 'TextBlock', text: '${t.title}', style: 'heading', weight: 'Bolder', wrap: true },
      { type: 'FactSet', facts: [{ title: '${t.count}', value: '${count}' }] },
      { type: 'TextBlock', $data: '${lines}', text: '${name}: ${text}', wrap: true },
    ],
    actions: [
      { type: 'Action.Execute', title: '${t.more}', verb: 'more', data: { stream: 1 } },
      { type: 'Action.Submit', title: '${t.open}', data: { verb: 'open', msteams: { type: 'task/fetch' } } },
    ],
  },
  texts: {
    nl: { title: 'Teller', count: 'Aantal', more: 'Meer', open: 'Bekijk' },
    en: { title: 'Counter', count: 'Count', more: 'More', open: 'View' },
  },
  view: ({ count }) => ({
    count: String(count),
    lines: ['eerste', 'tweede', 'derde'].map((name) => ({
      name,
      text: `staat nu op ${count} en wacht op een besluit`,
    })),
  }),
});

/** A durable click: read, decide, one transaction, card back; with `shows` it also brings a card to a channel. */
export function counterRoutes(store: EventStore, shows: boolean): readonly Route[] {
  const to = { teamId: 'group-1', channelId: '19:bench@thread.tacv2' };
  const aggregate: Aggregate<Counter, Command, Event, never> = {
    type: 'counter',
    decider: counter,
    react: () => (shows ? [showCard({ slot: 'count', card: 'counter', to })] : []),
    fields: ({ count }) => ({ count }),
  };
  return [
    route({
      on: 'action',
      verb: 'more',
      data: z.object({ stream: z.number() }),
      async run({ data, actor, at, commandId }) {
        const stream = streamId('counter', String(data.stream));
        const command = { type: 'Count', data: {} } as const;
        const { state } = await handle(store, aggregate, { stream, command, by: actor.id, at, commandId });
        return { answer: { type: 'card', card: counterCard.show(state) }, stream, outcome: 'accepted' };
      },
    }),
  ];
}
