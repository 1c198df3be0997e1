import { pino } from 'pino';
import type { Clock } from '../../src/core/clock.ts';
import { commandId, personId, type PersonId, type StreamId } from '../../src/core/ids.ts';
import type { Locale } from '../../src/core/locale.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { demoPeople, loadDemo } from '../../src/demo/load-demo.ts';
import { defaultClocks } from '../../src/features/cases/index.ts';
import { createDirectory, loadTerritory } from '../../src/features/directory/index.ts';
import type { EffectRunner, StoredEffect } from '../../src/store/effect-queue.ts';
import { startWorker } from '../../src/store/effects-worker.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { answerParts } from '../../src/teams/answer-kit.ts';
import type { CardDefinition } from '../../src/teams/cards.ts';
import { renderCard } from '../../src/teams/render.ts';
import {
  type Conversation,
  type Door,
  type Inbound,
  takerOf,
  type MessageRoute,
  type Ran,
  type Route,
} from '../../src/teams/routes.ts';
import { checkCard } from './card-check.ts';

/** Somebody of the demo, by the last two digits of their id (src/demo/people.csv). */
export const demoPerson = (number: string): PersonId => personId(`00000000-0000-4000-8000-${number.padStart(12, '0')}`);

export const monday = new Date('2026-11-23T09:00:00.000Z');

export type Feature = Readonly<{
  routes: readonly Route[];
  messages?: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** What a person sees, in their language. `card`: the rendered card as JSON text. */
export type Shown = Readonly<{ outcome: string; type: string; text: string; card: string }>;

export type Sources = Awaited<ReturnType<typeof openSources>>;
export type Bench = ReturnType<typeof openBench>;

/** A real store with the demo's people, teams, centres and experts, a clock in hand, and what features work with. */
export async function openSources() {
  const store = sqliteStore({ file: ':memory:' });
  let now = monday;
  const clock: Clock = { now: () => now };
  await loadDemo({ store, clock }, demoPeople);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  let made = 0;
  const deps = {
    ...{ store, clock, log, isHoliday: () => false, newId: () => `made-${++made}` },
    directory: createDirectory({ store, territory: await loadTerritory(), clock }),
    settings: { clocks: defaultClocks, demoCases },
  };
  return {
    deps,
    logged: () => lines.join(''),
    pass(days: number) {
      now = new Date(now.getTime() + days * 86_400_000);
    },
    passMs(ms: number) {
      now = new Date(now.getTime() + ms);
    },
  };
}

/** A feature on those sources with a worker: clicks and sentences as Teams brings them, and the cards that were sent. */
export function openBench(sources: Sources, feature: Feature, runners: readonly EffectRunner[]) {
  const { store, clock, log } = sources.deps;
  const cards = [...answerParts.cards, ...feature.cards];
  const sent: StoredEffect[] = [];
  const catching = { kind: 'show-card', run: async (effect: StoredEffect) => (sent.push(effect), { done: true }) };
  const worker = startWorker({
    queue: store,
    runners: [...runners, catching as EffectRunner],
    ...{ clock, log, owner: 'bench', settings: { pollMs: 20 } },
  });
  let clicks = 0;
  const inbound = <Data>(actor: PersonId, data: Data, kind: Conversation['kind'] = 'personal'): Inbound<Data> => ({
    ...{ at: clock.now(), commandId: commandId(`click-${++clicks}`), data },
    actor: { id: actor, tenantId: 'tenant', locale: 'nl' },
    conversation: { id: 'conversation', kind },
  });
  const shown = (ran: Ran, person: PersonId) => show(cards, ran, { person, now: clock.now(), locale: 'nl' });
  const run = async (button: string, click: Inbound): Promise<Shown> => {
    const found = feature.routes.find(({ on, verb }) => `${on} ${verb}` === button);
    const ran = await found?.run(click);
    if (!ran) throw new Error(`${button} does not take ${JSON.stringify(click.data)}`);
    return shown(ran, click.actor.id);
  };
  /** One click, delivered as often as this is called. */
  const pressing = (actor: PersonId, button: `${Door} ${string}`, data: object) => {
    const once = inbound(actor, data);
    return () => run(button, once);
  };
  return {
    ...sources,
    worker,
    /** Every card that was to be shown, in order, as its effect. */
    sent,
    cardsTo: (person: PersonId) =>
      sent
        .filter(({ data }) => (data['to'] as { person?: string }).person === person)
        .map(({ data }) => data['card'] as string),
    /** A card that was sent, as its reader sees it now, as JSON text; '' when it shows nothing. */
    async seen(effect: StoredEffect, locale: Locale = 'nl'): Promise<string> {
      const { card, to, extra } = effect.data as { card: string; to: { person?: PersonId }; extra?: object };
      const { state } = await store.load(effect.stream);
      const definition = cards.find(({ name }) => name === card);
      if (!definition || !state) throw new Error(`no card ${card}, or no state of ${effect.stream}`);
      const reader = { locale, person: to.person, now: clock.now() };
      const json = await renderCard(definition, {
        state,
        reader,
        extra: { ...extra },
        teamsIdOf: async (person) => person,
      });
      if (json) checkCard(json);
      return json ? JSON.stringify(json) : '';
    },
    settled: () => worker.idle(),
    click: (actor: PersonId, button: `${Door} ${string}`, data: object = {}) => run(button, inbound(actor, data)),
    /** Elsewhere than in the chat with the bot. */
    clickIn: (conversation: Conversation, actor: PersonId, [button, data]: readonly [`${Door} ${string}`, object]) =>
      run(button, { ...inbound(actor, data), conversation }),
    async clickTwice(actor: PersonId, button: `${Door} ${string}`, data: object) {
      const press = pressing(actor, button, data);
      return [await press(), await press()] as const;
    },
    pressing,
    /** Undefined when no route of the feature takes the sentence. */
    async say(actor: PersonId, text: string, kind: Conversation['kind'] = 'personal') {
      const found = takerOf(feature.messages ?? [], text);
      return found && shown(await found.route.run(inbound(actor, found.data, kind)), actor);
    },
    async state<State>(stream: StreamId): Promise<State | undefined> {
      return (await store.load(stream)).state as unknown as State | undefined;
    },
    async close() {
      await worker.drain();
      await store.close();
    },
  };
}

type Reading = Readonly<{ person: PersonId; now: Date; locale: Locale }>;

async function show(cards: readonly CardDefinition[], { answer, outcome }: Ran, reader: Reading): Promise<Shown> {
  if (answer.type === 'text') return { outcome, type: 'text', text: answer.text[reader.locale], card: '' };
  if (answer.type !== 'card' && answer.type !== 'dialog') return { outcome, type: answer.type, text: '', card: '' };
  const { name, state, extra } = answer.card;
  const definition = cards.find((one) => one.name === name);
  if (!definition) throw new Error(`no card ${name}`);
  const json = await renderCard(definition, { state, reader, ...(extra === undefined ? {} : { extra }) });
  if (!json) throw new Error(`${name} shows nothing`);
  checkCard(json);
  return { outcome, type: answer.type, text: '', card: JSON.stringify(json) };
}
