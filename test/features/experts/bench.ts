import { pino } from 'pino';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import type { Asked } from '../../../src/features/cases/index.ts';
import { createDirectory, loadTerritory } from '../../../src/features/directory/index.ts';
import {
  createExpertRegister,
  expertAggregate,
  expertsFeature,
  expertStream,
  type ExpertState,
} from '../../../src/features/experts/index.ts';
import type { DeskDeps } from '../../../src/features/experts/experts-desk.ts';
import { stateOf } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Answer, Conversation, Door, Inbound, Ran } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';

/** The feature on a real store with the demo's people and experts. */
export type Bench = Readonly<{
  store: Store;
  deps: DeskDeps;
  /** Everything that was logged, as text. */
  logged(): string;
  asked(actor: PersonId): Asked;
  /** A click as Teams brings it; `button` is door and verb. */
  click(actor: PersonId, button: Button, data?: object): Promise<Shown>;
  /** The very same click, delivered twice. */
  clickTwice(actor: PersonId, button: Button, data: object): Promise<readonly [Shown, Shown]>;
  /** A sentence typed to the bot; undefined when no route of the feature takes it. */
  say(actor: PersonId, text: string, kind?: Conversation['kind']): Promise<Shown | undefined>;
  state(person: PersonId): Promise<ExpertState>;
}>;

export type Button = `${Door} experts/${string}`;

/** What the person sees, in Dutch. `card`: the rendered card as JSON text. */
export type Shown = Readonly<{ outcome: string; type: string; text: string; card: string; name: string }>;

export const monday = new Date('2026-11-23T09:00:00.000Z');

export async function openBench(): Promise<Bench> {
  const store = sqliteStore({ file: ':memory:' });
  const clock = { now: () => monday };
  await loadDemo({ store, clock });
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  const experts = createExpertRegister({ store, directory, clock });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const deps: DeskDeps = { store, directory, experts, log };
  const feature = expertsFeature(deps);
  let clicks = 0;
  const asked = (actor: PersonId): Asked => ({ actor, at: monday, commandId: commandId(`click-${++clicks}`) });
  const inbound = <Data>(actor: PersonId, data: Data, kind: Conversation['kind'] = 'personal'): Inbound<Data> => ({
    ...asked(actor),
    actor: { id: actor, tenantId: 'tenant', locale: 'nl' },
    conversation: { id: 'conversation', kind },
    data,
  });
  const show = async ({ answer, outcome }: Ran, person: PersonId): Promise<Shown> => {
    const text = answer.type === 'text' ? answer.text.nl : '';
    const card = await render(feature, answer, { person, locale: 'nl' });
    return { outcome, type: answer.type, text, card, name: 'card' in answer ? answer.card.name : '' };
  };
  const run = async (button: Button, click: Inbound): Promise<Shown> => {
    const route = feature.routes.find(({ on, verb }) => `${on} ${verb}` === button);
    const ran = await route?.run(click);
    if (!ran) throw new Error(`${button} does not take ${JSON.stringify(click.data)}`);
    return show(ran, click.actor.id);
  };
  return {
    store,
    deps,
    logged: () => lines.join(''),
    asked,
    click: (actor, button, data = {}) => run(button, inbound(actor, data)),
    async clickTwice(actor, button, data) {
      const once = inbound(actor, data);
      return [await run(button, once), await run(button, once)];
    },
    async say(actor, text, kind = 'personal') {
      for (const sentence of feature.messages) {
        const data = sentence.match(text);
        if (data !== undefined) return show(await sentence.run(inbound(actor, data, kind)), actor);
      }
      return undefined;
    },
    state: async (person) => stateOf(expertAggregate, await store.load(expertStream(person))),
  };
}

type Reading = Readonly<{ person: PersonId; locale: Locale }>;

/** The card of an answer as JSON text, checked; '' when it has none. */
async function render(
  { cards }: ReturnType<typeof expertsFeature>,
  answer: Answer,
  { person, locale }: Reading,
): Promise<string> {
  if (answer.type !== 'card' && answer.type !== 'dialog') return '';
  const { name, state, extra } = answer.card;
  const definition = cards.find((card) => card.name === name);
  if (!definition) throw new Error(`no card ${name}`);
  const reader = { locale, person, now: monday };
  const json = await renderCard(definition, { state, reader, ...(extra === undefined ? {} : { extra }) });
  if (!json) throw new Error(`${name} shows nothing`);
  checkCard(json);
  return JSON.stringify(json);
}
