import { pino } from 'pino';
import type { Clock } from '../../../src/core/clock.ts';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { demoCases } from '../../../src/demo/cases.ts';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import type { Asked, DeskDeps } from '../../../src/features/cases/case-desk.ts';
import { defaultClocks } from '../../../src/features/cases/clocks.ts';
import { type CasesFeature, casesFeature } from '../../../src/features/cases/teams.ts';
import { createDirectory, loadTerritory } from '../../../src/features/directory/index.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Conversation, Door, Inbound, Ran } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';

/** The feature on a real store with the demo's people, teams and municipalities. */
export type Bench = Readonly<{
  store: Store;
  deps: DeskDeps;
  feature: CasesFeature;
  /** Everything that was logged, as text. */
  logged(): string;
  asked(actor: PersonId): Asked;
  /** A click as Teams brings it; `button` is door and verb. */
  click(actor: PersonId, button: Button, data?: object): Promise<Shown>;
  /** The very same click, delivered twice. */
  clickTwice(actor: PersonId, button: Button, data: object): Promise<readonly [Shown, Shown]>;
  /** A sentence typed to the bot. */
  say(actor: PersonId, text: string, kind?: Conversation['kind']): Promise<Shown>;
}>;

export type Button = `${Door} cases/${string}`;

/** What the person sees, in Dutch. `card`: the rendered card as JSON text. */
export type Shown = Readonly<{ outcome: string; type: string; text: string; card: string; name: string }>;

export const monday = new Date('2026-11-23T09:00:00.000Z');

export async function openBench(): Promise<Bench> {
  const store = sqliteStore({ file: ':memory:' });
  const clock: Clock = { now: () => monday };
  await loadDemo({ store, clock });
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  let made = 0;
  const newId = (): string => `case-${++made}`;
  const deps: DeskDeps = {
    store,
    directory,
    isHoliday: () => false,
    settings: { clocks: defaultClocks, demoCases },
    newId,
  };
  let clicks = 0;
  const feature = casesFeature({ ...deps, clock, log });
  const asked = (actor: PersonId): Asked => ({ actor, at: monday, commandId: commandId(`click-${++clicks}`) });
  const inbound = <Data>(actor: PersonId, data: Data, kind: Conversation['kind'] = 'personal'): Inbound<Data> => ({
    ...asked(actor),
    actor: { id: actor, tenantId: 'tenant', locale: 'nl' },
    conversation: { id: 'conversation', kind },
    data,
  });
  const run = async (button: Button, click: Inbound): Promise<Shown> => {
    const route = feature.routes.find(({ on, verb }) => `${on} ${verb}` === button);
    const ran = await route?.run(click);
    if (!ran) throw new Error(`${button} does not take ${JSON.stringify(click.data)}`);
    return show(feature, ran, click.actor.id);
  };
  return {
    store,
    deps,
    feature,
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
        if (data !== undefined) return show(feature, await sentence.run(inbound(actor, data, kind)), actor);
      }
      throw new Error(`nobody listens to ${text}`);
    },
  };
}

async function show({ cards }: CasesFeature, { answer, outcome }: Ran, person: PersonId): Promise<Shown> {
  if (answer.type === 'text') return { outcome, type: 'text', text: answer.text.nl, card: '', name: '' };
  if (answer.type !== 'card' && answer.type !== 'dialog')
    return { outcome, type: answer.type, text: '', card: '', name: '' };
  const { name, state, extra } = answer.card;
  const definition = cards.find((card) => card.name === name);
  if (!definition) throw new Error(`no card ${name}`);
  const reader = { locale: 'nl', person, now: monday } as const;
  const json = await renderCard(definition, { state, reader, ...(extra === undefined ? {} : { extra }) });
  if (!json) throw new Error(`${name} shows nothing`);
  checkCard(json);
  return { outcome, type: answer.type, text: '', card: JSON.stringify(json), name };
}
