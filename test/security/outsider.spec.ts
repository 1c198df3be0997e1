import { deepEqual, equal, ok } from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import type { DialogAnswer, Message } from '../../src/local-tenant/api.ts';
import { askForTeam, caseInConference, tom } from '../support/consultation-walk.ts';
import {
  askMoney,
  criteriaProposal,
  fatima,
  jan,
  runningCase,
  wolf,
  writeProposal,
} from '../support/governance-walk.ts';
import { call, eventually, type Persona, pressablesIn } from '../support/persona.ts';
import { askPlace, holdPlace } from '../support/place-walk.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

type Door = 'action' | 'dialog' | 'dialog/submit';
/** Something that can be pressed somewhere: by whom it was found, and what a client sends. */
type Button = Readonly<{ door: Door; verb: string; data: Readonly<Record<string, unknown>> }>;
type Line = Readonly<{ door?: string; verb?: string; actor?: string; outcome?: string; msg?: string }>;

/** What people wrote in these cases, and what they are about. */
const secrets = ['Wolf', 'Merel', 'Weert', 'eetstoornis', 'Een maatwerkplek', 'leren werken met de handen'];

const refusals = [
  'not-allowed',
  'not-decider',
  'not-invited',
  'not-chair',
  'not-on-list',
  'not-yours',
  'unknown-proposal',
];

describe('security: somebody who has nothing to do with it, and sends what others press', function () {
  this.timeout(180_000);
  const lines: Line[] = [];
  let world: World;
  let close: () => Promise<void>;
  let rows: () => ReadonlyMap<string, string>;
  let buttons: readonly Button[];

  before(async () => {
    const opened = await openTemporary();
    world = await openWorld({ store: opened.store, botLog: (line) => void lines.push(JSON.parse(line) as Line) });
    close = async () => {
      await world.close();
      await opened.close().catch(() => undefined);
    };
    rows = () => statesIn(opened.file);
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
    await walk();
    buttons = await harvest();
  });
  after(() => close());

  /** A case with money asked for and a place held, another with an expert invited, and a proposal that is voted on. */
  async function walk(): Promise<void> {
    const { as } = world;
    const number = await runningCase(as, wolf);
    const ask = { line: 'availability', amount: '24.000', from: '2026-12-01', until: '2027-02-28' };
    const why = { purpose: 'Een maatwerkplek drie maanden beschikbaar houden.', municipality: '30.000' };
    await askMoney(as, { director: fatima, number, ask: { ...ask, ...why } });
    await askPlace(as, { director: fatima, number });
    await holdPlace(as(fatima), number, 'maasduin-weert');
    const match = await askForTeam(as, await caseInConference(as));
    await as(tom).click(match, 'Stuur uitnodiging');
    const draft = await as(jan).card(await writeProposal(as, criteriaProposal), 'Breng in');
    await as(jan).click(draft, 'Breng in');
    for (const asks of ['voorstellen', 'budget', 'plekken', 'wat moet ik nog doen', 'experts']) await as(jan).say(asks);
    await as(fatima).say('mijn casussen');
    await world.idle();
  }

  /** Every button on every card that anybody sees, and on the dialogs behind them. */
  async function harvest(): Promise<readonly Button[]> {
    const found = new Map<string, Button>();
    const names = await call<readonly Readonly<{ name: string }>[]>(`${world.tenant.url}/api/personas`);
    for (const person of names.map(({ name }) => world.as(name))) {
      for (const [message, button] of await pressableBy(person)) {
        const isNew = !found.has(keyOf(button));
        found.set(keyOf(button), button);
        const inner = isNew && button.door === 'dialog' ? await behind(person, message, button) : [];
        inner.forEach((one) => found.set(keyOf(one), one));
      }
    }
    return [...found.values()];
  }

  async function pressableBy(person: Persona): Promise<readonly (readonly [Message, Button])[]> {
    return (await messagesOf(person)).flatMap((message) =>
      message.cards.flatMap((card) => buttonsOn(card, 'action').map((button) => [message, button] as const)),
    );
  }

  async function behind(person: Persona, message: Message, button: Button): Promise<readonly Button[]> {
    const answer = await send<DialogAnswer>(person, message, button);
    return answer.type === 'open' ? buttonsOn(answer.card, 'dialog/submit') : [];
  }

  async function messagesOf(person: Persona): Promise<readonly Message[]> {
    const { chats, teams } = await person.conversations();
    const titles = [...chats, ...teams.flatMap(({ channels }) => channels)].map(({ title }) => title);
    const threads = (await Promise.all(titles.map((title) => person.threads(title)))).flat();
    return threads.flatMap(({ root, replies }) => [root, ...replies]).filter(({ from }) => from.isBot);
  }

  function send<Answer>({ id }: Persona, message: Message, { door, verb, data }: Button): Promise<Answer> {
    const address = `${world.tenant.url}/api/as/${id}/messages/${encodeURIComponent(message.id)}/${door}`;
    return call(address, door === 'action' ? { verb, data } : { data });
  }

  for (const name of ['Erik Mulder', 'Willemijn Prins']) {
    it(`refuses ${name} every button of every case, and shows and changes nothing`, async () => {
      const outsider = world.as(name);
      await outsider.say('help');
      const own = await eventually('a card of their own', async () =>
        (await messagesOf(outsider)).find(({ cards }) => cards.length > 0),
      );
      await world.idle();
      const [before, from] = [rows(), lines.length];
      const streams = [...before.keys()];
      // What begins something of one's own names what is not there yet.
      const about = buttons.filter(({ data }) =>
        Object.values(data).some(
          (id) => typeof id === 'string' && id !== '' && streams.some((name) => name.endsWith(id)),
        ),
      );
      const told: string[] = [];
      for (const button of about) told.push(JSON.stringify(await send(outsider, own, button)));
      await world.idle();

      const mine = lines.slice(from).filter(({ msg, actor }) => msg === 'turn' && actor === outsider.id);
      const letIn = mine.filter(({ door, outcome }) => door !== 'message' && !refusals.includes(outcome ?? ''));
      deepEqual(letIn, []);
      equal(mine.filter(({ door }) => door !== 'message').length, about.length, 'each is written down');
      deepEqual(
        secrets.filter((secret) => told.join('').includes(secret)),
        [],
      );
      deepEqual(changed(before, rows()), []);
      ok(about.length >= 90, `only ${about.length} buttons were found`);
    });
  }
});

function buttonsOn(card: object, otherwise: Door): readonly Button[] {
  return pressablesIn(card).map(({ verb, data }) => {
    const { msteams } = data as { msteams?: { type?: string } };
    return { door: msteams?.type === 'task/fetch' ? 'dialog' : otherwise, verb, data: { ...data } };
  });
}

/** Each rendering of a card has a form of its own. */
function keyOf({ door, verb, data: { form: _form, ...data } }: Button): string {
  return JSON.stringify([door, verb, data]);
}

function statesIn(file: string): ReadonlyMap<string, string> {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const all = db.prepare('SELECT stream, version, state FROM states').all() as { stream: string }[];
    return new Map(all.map((row) => [row.stream, JSON.stringify(row)]));
  } finally {
    db.close();
  }
}

/** Where somebody is reached may change by any click; nothing else. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((stream) => before.get(stream) !== after.get(stream) && !stream.startsWith('contact'));
}
