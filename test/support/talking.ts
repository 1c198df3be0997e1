import { call, eventually, type Persona, type Seen } from './persona.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** What the bot's log says of one turn. */
export type Turn = Readonly<{ door?: string; verb?: string; outcome?: string }>;

/** A world in which what somebody says is followed to its end. */
export type Talking = Readonly<{
  world: World;
  /** Everything the bot wrote in its log. */
  written: readonly string[];
  /** Says it in the chat with the bot, and waits until the turn is over. */
  said(someone: Persona, text: string): Promise<Turn>;
  /** Says it in a channel, with a mention. */
  mentioned(someone: Persona, text: string, channel: string): Promise<Turn>;
  /** The turn of a click. */
  during(act: () => Promise<unknown>): Promise<Turn>;
  /** The answer to what was said last in a conversation. */
  last(someone: Persona, where?: string): Promise<Seen & Readonly<{ text: string }>>;
}>;

export async function openTalking(options: WorldOptions = {}): Promise<Talking> {
  const written: string[] = [];
  const turns: Turn[] = [];
  const world = await openWorld({
    ...options,
    botLogLevel: 'trace',
    botLog(line) {
      written.push(line);
      const parsed = JSON.parse(line) as Turn;
      if (parsed.door !== undefined && parsed.door !== 'event') turns.push(parsed);
    },
  });

  async function during(act: () => Promise<unknown>): Promise<Turn> {
    turns.length = 0;
    await act();
    return eventually('a turn', async () => turns[0]);
  }

  async function mentioned(someone: Persona, text: string, channel: string): Promise<Turn> {
    const id = (await someone.conversation(channel)) ?? '';
    const url = `${world.tenant.url}/api/as/${someone.id}/conversations/${encodeURIComponent(id)}/messages`;
    return during(() => call(url, { text: `@Doorbraak ${text}`, mention: true }));
  }

  async function last(someone: Persona, where = 'Doorbraak') {
    await world.idle();
    // The turn is over before its answer is delivered.
    const message = await eventually(`an answer in ${where}`, async () => {
      const messages = (await someone.threads(where)).flatMap(({ root, replies }) => [root, ...replies]);
      const newest = messages.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
      return newest?.from.isBot === true ? newest : undefined;
    });
    return { message, card: message.cards[0] ?? {}, text: message.text };
  }

  return { world, written, said: (someone, text) => during(() => someone.say(text)), mentioned, during, last };
}
