import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import type { Clock } from '../../../src/core/clock.ts';
import { commandId, personId, type PersonId } from '../../../src/core/ids.ts';
import { demoCases } from '../../../src/demo/cases.ts';
import {
  caseAggregate,
  type CaseCommand,
  type CaseId,
  caseId,
  type CaseNumber,
  caseStream,
  defaultClocks,
  type Intake,
} from '../../../src/features/cases/index.ts';
import { defaultConsultationClocks } from '../../../src/features/consultations/clocks.ts';
import type { Consultation } from '../../../src/features/consultations/consultation-state.ts';
import {
  type ConsultationsDeps,
  type ConsultationsFeature,
  consultationRunners,
  consultationsFeature,
} from '../../../src/features/consultations/index.ts';
import {
  createDirectory,
  expertTeamId,
  importFile,
  loadTerritory,
  regionCode,
} from '../../../src/features/directory/index.ts';
import {
  createExpertRegister,
  type Expert,
  expertAggregate,
  expertStream,
} from '../../../src/features/experts/index.ts';
import type { StoredEffect } from '../../../src/store/effect-queue.ts';
import { startWorker } from '../../../src/store/effects-worker.ts';
import { handle } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Conversation, Door, Inbound, Ran } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';

const demo = (number: string): PersonId => personId(`00000000-0000-4000-8000-0000000000${number}`);
export const people = {
  hanna: demo('01'),
  erik: demo('13'),
  chair: demo('06'),
  tom: demo('08'),
  fatima: demo('07'),
  sanne: demo('10'),
  lotte: demo('11'),
  anouk: demo('12'),
  ruben: demo('02'),
  samira: demo('04'),
};

export const monday = new Date('2026-11-23T09:00:00.000Z');
export type Button = `${Door} consultations/${string}`;
/** What the person sees, in Dutch. `card`: the rendered card as JSON text. */
export type Shown = Readonly<{ outcome: string; type: string; text: string; card: string }>;

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** The feature on a real store with a worker, the demo's people, and a clock in hand. */
export async function openBench() {
  const store = sqliteStore({ file: ':memory:' });
  let now = monday;
  const clock = { now: () => now };
  await loadPeople({ store, clock });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  const experts = createExpertRegister({ store, directory, clock });
  let made = 0;
  const deps: ConsultationsDeps = {
    ...{ store, directory, experts, clock, log, isHoliday: () => false, newId: () => `consultation-${++made}` },
    settings: { clocks: defaultClocks, demoCases },
    consultationClocks: defaultConsultationClocks,
  };
  const feature = consultationsFeature(deps);
  const shownCards: StoredEffect[] = [];
  const done = async () => ({ done: true }) as const;
  const worker = startWorker({
    queue: store,
    runners: [
      ...consultationRunners(deps),
      ...['case-channel', 'case-link'].map((kind) => ({ kind, run: done })),
      { kind: 'show-card', run: async (effect) => (shownCards.push(effect), { done: true }) },
    ],
    ...{ clock, log, owner: 'bench', settings: { pollMs: 20 } },
  });
  let clicks = 0;
  const inbound = <Data>(actor: PersonId, data: Data, kind: Conversation['kind'] = 'personal'): Inbound<Data> => ({
    ...{ at: now, commandId: commandId(`click-${++clicks}`), data },
    actor: { id: actor, tenantId: 'tenant', locale: 'nl' },
    conversation: { id: 'conversation', kind },
  });
  const run = async (button: Button, click: Inbound): Promise<Shown> => {
    const found = feature.routes.find(({ on, verb }) => `${on} ${verb}` === button);
    const ran = await found?.run(click);
    if (!ran) throw new Error(`${button} does not take ${JSON.stringify(click.data)}`);
    return show(feature, ran, { person: click.actor.id, now });
  };
  return {
    ...{ store, deps, feature, worker },
    logged: () => lines.join(''),
    /** Cards that were sent to somebody, by name. */
    cardsTo: (person: PersonId) =>
      shownCards
        .filter(({ data }) => (data['to'] as { person?: string }).person === person)
        .map(({ data }) => data['card']),
    settled: () => worker.idle(),
    pass(days: number) {
      now = new Date(now.getTime() + days * 86_400_000);
    },
    click: (actor: PersonId, button: Button, data: object = {}) => run(button, inbound(actor, data)),
    async clickTwice(actor: PersonId, button: Button, data: object) {
      const once = inbound(actor, data);
      return [await run(button, once), await run(button, once)] as const;
    },
    async say(actor: PersonId, text: string, kind: Conversation['kind'] = 'personal') {
      for (const sentence of feature.messages) {
        const data = sentence.match(text);
        if (data !== undefined) {
          return show(feature, await sentence.run(inbound(actor, data, kind)), { person: actor, now });
        }
      }
      return undefined;
    },
    async consultation(id: string): Promise<Consultation> {
      const { state } = await store.load(`consultation-${id}` as Parameters<typeof store.load>[0]);
      return (state ?? { stage: 'none' }) as unknown as Consultation;
    },
    async close() {
      await worker.drain();
      await store.close();
    },
  };
}

/** The demo's people and teams; experts are made by each spec. */
async function loadPeople(sources: Readonly<{ store: Store; clock: Clock }>): Promise<void> {
  const territory = await loadTerritory();
  for (const file of ['people', 'expert-teams', 'centres']) {
    const text = await readFile(new URL(`../../../src/demo/${file}.csv`, import.meta.url), 'utf8');
    await importFile({ ...sources, territory }, { text });
  }
}

/** The card's texts as somebody reads it, from what is stored now. */
async function show(
  { cards }: ConsultationsFeature,
  { answer, outcome }: Ran,
  { person, now }: Readonly<{ person: PersonId; now: Date }>,
): Promise<Shown> {
  if (answer.type === 'text') return { outcome, type: 'text', text: answer.text.nl, card: '' };
  if (answer.type !== 'card' && answer.type !== 'dialog') return { outcome, type: answer.type, text: '', card: '' };
  const { name, state, extra } = answer.card;
  const definition = cards.find((one) => one.name === name);
  if (!definition) throw new Error(`no card ${name}`);
  const reader = { locale: 'nl', person, now } as const;
  const json = await renderCard(definition, { state, reader, ...(extra === undefined ? {} : { extra }) });
  if (!json) throw new Error(`${name} shows nothing`);
  checkCard(json);
  return { outcome, type: answer.type, text: '', card: JSON.stringify(json) };
}

type Registering = Partial<Expert> & Readonly<{ ownWords: string }>;

/** Makes somebody an expert, with the organisation that the directory has. */
export async function makeExpert({ deps }: Bench, person: PersonId, offers: Registering): Promise<void> {
  const { store, directory, clock } = deps;
  const at = clock.now();
  const expert: Expert = {
    ...{ id: person, organisation: (await directory.person(person))?.organisation ?? 'Praktijk', specialisms: [] },
    ...{ domains: [], regions: [regionCode('west-friesland')], mandates: [], hoursPerMonth: 40 },
    ...{ unavailable: [], livedExperience: false },
    ...offers,
  };
  const { decision } = await handle(store, expertAggregate, {
    ...({ stream: expertStream(person), by: person, at } as const),
    command: { type: 'RegisterExpert', data: { at: at.toISOString(), expert } },
    commandId: commandId(`register-${person}`),
  });
  if (decision.outcome === 'refused') throw new Error(decision.code);
  deps.experts.forget();
}

/** A case in conference: Hanna's, of the chair Kees, directed by Tom. */
export async function openCase({ deps }: Bench, changes: Intake = {}, id: CaseId = caseId('case-1')): Promise<CaseId> {
  const at = deps.clock.now().toISOString();
  const intake = { ...demoCases.find(({ key }) => key === 'merel')?.intake, ...changes };
  const team = {
    ...{ id: expertTeamId('west-friesland'), name: 'Expertteam West Friesland', chair: people.chair, members: [] },
    teamsGroupId: '10000000-0000-4000-8000-000000000005',
  };
  const decision = { outcome: 'admit', reason: 'Past.', by: people.chair, at } as const;
  const commands: readonly CaseCommand[] = [
    { type: 'StartDraft', data: { at, id, applicant: people.hanna } },
    { type: 'SaveIntake', data: { at, intake } },
    {
      type: 'SubmitCase',
      data: {
        ...{ at, number: `NH-2026-000${id.slice(-1)}` as CaseNumber, municipality: 'Hoorn', team, centre: 'NH' },
        ...{ region: regionCode('west-friesland'), acknowledgeBy: at, triageBy: at },
      },
    },
    {
      type: 'DecideTriage',
      data: { at, decision, processDirector: people.tom, conferenceBy: at, today: at.slice(0, 10), helpers: [] },
    },
    { type: 'RecordChannelStep', data: { at, step: 'create', channelId: '19:channel' } },
    ...(['members', 'app', 'summary'] as const).map((step): CaseCommand => ({
      type: 'RecordChannelStep',
      data: { at, step },
    })),
  ];
  for (const [index, command] of commands.entries()) {
    const { decision: told } = await handle(deps.store, caseAggregate, {
      ...({ stream: caseStream(id), by: people.chair, at: deps.clock.now(), command } as const),
      commandId: commandId(`${id}-${index}`),
    });
    if (told.outcome === 'refused') throw new Error(`${command.type}: ${told.code}`);
  }
  return id;
}

export const question = 'Hoe behandel je een eetstoornis en autisme tegelijk?';

/** From the card of the case to the proposal, as the process director does it; gives the consultation's id. */
export async function ask(bench: Bench, id: CaseId, inputs: object = {}): Promise<string> {
  const opened = await bench.click(people.tom, 'dialog consultations/ask', { case: id });
  const consultation = /"consultation":"([\w-]+)"/.exec(opened.card)?.[1] ?? '';
  const filled = {
    ...{ case: id, consultation, question, what: 'fly-in', hours: '8', by: '2026-12-07', atMost: '2' },
    ...{ livedExperience: 'false', ownAreaOnly: 'false', mandates: '' },
    ...inputs,
  };
  const confirm = await bench.click(people.tom, 'submit consultations/ask-next', filled);
  const needs = /"id":"needs"[^}]*?"value":"([^"]*)"/.exec(confirm.card)?.[1] ?? '';
  await bench.click(people.tom, 'submit consultations/ask-send', { ...filled, needs, ...inputs });
  await bench.settled();
  return consultation;
}
