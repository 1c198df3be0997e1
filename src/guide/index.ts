import { z } from 'zod/v4';
import type { Text } from '../core/locale.ts';
import { listed } from '../core/view-parts.ts';
import type { Directory } from '../features/directory/index.ts';
import { ran } from '../teams/answer-kit.ts';
import type { CardDefinition } from '../teams/cards.ts';
import {
  type Conversation,
  type EventRoute,
  type Inbound,
  type MessageRoute,
  type Ran,
  route,
  type Route,
  takerOf,
} from '../teams/routes.ts';
import { examplesCard } from './cards.ts';
import { exampleNamed, examplesFor } from './examples.ts';
import { texts } from './texts.ts';

type GuideDeps = Readonly<{ directory: Pick<Directory, 'person' | 'teams' | 'bodies'> }>;
type Guide = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  events: readonly EventRoute[];
  cards: readonly CardDefinition[];
}>;

/** Shows what can be said, and says it when it is pressed: `sentences` are all that are understood, in order. */
export function guide(deps: GuideDeps, sentences: readonly MessageRoute[]): Guide {
  const examples = route({
    ...{ on: 'action', verb: 'guide/examples', looks: true, data: z.object({}) },
    run: (inbound) => showExamples(deps, inbound),
  });
  const say = route({
    ...{ on: 'action', verb: 'guide/say', looks: true, data: z.object({ example: z.string().max(20) }) },
    run: (inbound) => saying(sentences, inbound),
  });
  const asked = /^(meer )?voorbeelden[?.!]?$|^(more )?examples[?.!]?$|^wat kan ik (je )?vragen\??$/i;
  return {
    routes: [examples, say],
    messages: [
      {
        name: 'guide/examples',
        match: (text) => (asked.test(text.trim()) ? {} : undefined),
        run: (inbound) => showExamples(deps, inbound),
      },
    ],
    events: [greeting(deps)],
    cards: [examplesCard.definition],
  };
}

async function showExamples({ directory }: GuideDeps, { actor }: Inbound): Promise<Ran> {
  const examples = examplesFor(await directory.person(actor.id));
  return ran('shown', { type: 'card', card: examplesCard.show({ examples }) });
}

/** As if it were typed: the same routes, in the same order, with the same rights. */
async function saying(
  sentences: readonly MessageRoute[],
  inbound: Inbound<Readonly<{ example: string }>>,
): Promise<Ran> {
  const text = exampleNamed(inbound.data.example)?.[inbound.actor.locale] ?? '';
  const taker = takerOf(sentences, text);
  if (taker === undefined) throw new Error('the last sentence takes everything');
  return taker.route.run({ ...inbound, data: taker.data });
}

/** Where more people read along it says once who it is, what it does there, and what not. The chat of one has its own greeting. */
function greeting({ directory }: GuideDeps): EventRoute {
  return {
    name: 'guide/greeting',
    async run({ type, conversation, at }) {
      if (type !== 'installed' || conversation.kind === 'personal') return undefined;
      return { type: 'text', text: await greetingIn(directory, conversation, at) };
    },
  };
}

async function greetingIn(directory: GuideDeps['directory'], { kind, teamId }: Conversation, at: Date): Promise<Text> {
  if (kind === 'groupChat') return texts.inBoth(({ installed }) => installed.group);
  const names = (await directory.teams()).filter(({ teamsGroupId }) => teamsGroupId === teamId).map(({ name }) => name);
  if (names.length > 0) return texts.inBoth(({ installed }, locale) => installed.team(listed(names, locale)));
  const body = (await directory.bodies(at)).find(({ channel }) => channel?.teamId === teamId);
  return texts.inBoth(({ installed }) => (body === undefined ? installed.unlinked : installed.body(body.name)));
}
