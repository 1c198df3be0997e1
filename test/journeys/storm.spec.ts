import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { effectsCommand } from '../../src/effects.ts';
import { textsIn } from '../../src/features/cases/texts.ts';
import type { Faults } from '../../src/local-tenant/api.ts';
import { duplicates, everythingDone, measure, oneChannel, personalCards } from '../support/arrived.ts';
import { changeHelpers, closeCase, openCase, type Plan, plans } from '../support/busy-day.ts';
import { eventually, insist } from '../support/persona.ts';
import { caseOf, streamOf, submittedCases } from '../support/stored-cases.ts';
import { readLog, setFaults } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

type Storm = Readonly<{
  name: string;
  seconds: number;
  /** Some calls come through. */
  isPassable: boolean;
  blow(world: World): Promise<void>;
}>;

const words = textsIn.nl.names.stage;
const tooMany = { every: 2, answer: 429, retryAfterSeconds: 1 } as const;

/** Every second call of each kind is refused with a time to come back. */
const limited: Storm = {
  name: '429 on every second call to the connector and to Graph',
  seconds: 60,
  isPassable: true,
  async blow({ tenant }) {
    await setFaults(tenant.url, { connector: tooMany, graph: tooMany });
    await pause(60_000);
  },
};

/** No call is answered; half of the time it has its effect all the same. Graph refuses some looks at what became of them. */
const away: Storm = {
  name: 'a connector that answers nothing',
  seconds: 30,
  isPassable: false,
  async blow({ tenant }) {
    const graph = { every: 5, answer: 429, retryAfterSeconds: 1 };
    for (let second = 0; second < 30; second++) {
      const answer = second % 2 === 0 ? 'drop-before' : 'drop-after';
      const faults: Faults = { connector: { every: 1, answer }, graph };
      await setFaults(tenant.url, faults);
      await pause(1_000);
    }
  },
};

type Place = Readonly<{ world: World; log: string[] }>;
type Weathered = Place & Readonly<{ numbers: readonly string[]; closed: string; openedInTime: number }>;

async function openPlace(): Promise<Place> {
  const log: string[] = [];
  return { log, world: await openWorld({ botLog: (line) => log.push(line) }) };
}

/** Six cases are submitted, admitted and staffed in the storm; a seventh, which stood already, changes helpers and is closed. */
async function weather({ world, log }: Place, storm: Storm): Promise<Weathered> {
  const [plan] = plans as readonly [Plan];
  const closed = await openCase(world.as, plan);
  await insist(() => world.as(plan.director).card(closed, 'Afsluiten'));
  log.length = 0;
  const since = performance.now();
  const blowing = storm.blow(world).then(() => setFaults(world.tenant.url, {}));
  const day = Promise.all([
    workThrough(world),
    changeHelpers(world.as, plan, closed).then(() => closeCase(world.as, plan, closed)),
  ]);
  day.catch(() => undefined);
  await blowing;
  const openedInTime = (await submittedCases(world.store)).filter(({ stage }) => stage === 'conference').length;
  const [numbers] = await day;
  await everythingDone(world);
  const doneAfter = seconds(performance.now() - since);
  await report(storm, { world, log, numbers, closed, openedInTime }, doneAfter);
  return { world, log, numbers, closed, openedInTime };
}

function workThrough({ as }: World): Promise<readonly string[]> {
  return Promise.all(
    plans.map(async (plan) => {
      const number = await openCase(as, plan);
      await changeHelpers(as, plan, number);
      return number;
    }),
  );
}

async function report(storm: Storm, { world, log, openedInTime }: Weathered, doneAfter: string): Promise<void> {
  const { runs, outcomes, longestDelayMs } = measure(log);
  const twice = (await duplicates(world)).length;
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(
    `      ${storm.name}, ${storm.seconds} s: ${runs} runs of cards (${counts.join(', ')}), ${twice} duplicates, ` +
      `longest delay ${seconds(longestDelayMs)}, ${openedInTime} of ${plans.length} conferences open at its end, all done after ${doneAfter}`,
  );
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const storms = [limited, away];

describe('a storm while people work', function () {
  this.timeout(200_000);
  let places: readonly Place[] = [];
  let weathered: readonly Weathered[] = [];

  before(async () => {
    places = await Promise.all(storms.map(openPlace));
    // Side by side: most of a storm is waiting.
    weathered = await Promise.all(storms.map((storm, index) => weather(places[index]!, storm)));
  });
  after(() => Promise.all(places.map(({ world }) => world.close())));

  for (const [index, { name, isPassable }] of storms.entries()) {
    describe(name, () => {
      const past = (): Weathered => weathered[index]!;

      it('gives nothing up and sends nothing twice', async () => {
        deepEqual(await past().world.store.parked(10), []);
        deepEqual(await duplicates(past().world), []);
      });

      it('brings everybody one card for each case, as it stands now', async () => {
        const { world, numbers, closed } = past();
        equal(new Set([...numbers, closed]).size, plans.length + 1);
        for (const number of [...numbers, closed]) await personalCards(world, number);
      });

      it('makes each case one channel, with its people and its summary', async () => {
        const { world, numbers, closed } = past();
        for (const number of numbers) equal((await caseOf(world.store, number)).stage, 'conference');
        for (const number of [...numbers, closed]) await oneChannel(world, number);
      });

      if (isPassable) {
        it('opens conferences while it lasts', () => {
          // How many depends on how busy the machine is; the line above tells.
          ok(past().openedInTime >= plans.length / 2, `${past().openedInTime} of ${plans.length}`);
        });
      }

      it('says farewell before it locks the channel, and writes nothing afterwards', async () => {
        const { world, closed } = past();
        const { channel, stage } = await caseOf(world.store, closed);
        deepEqual([stage, channel.status], ['closed', 'archived']);
        const refused = (await readLog(world.tenant.url)).filter(({ status }) => status === 403);
        deepEqual(refused, []);
      });
    });
  }
});

describe('a person whose chat refuses every card', function () {
  this.timeout(60_000);
  const [plan] = plans as readonly [Plan];
  const clock = { now: () => new Date() };
  let world: World;
  let number: string;
  let stream: string;

  before(async () => {
    world = await openWorld({ worker: { maxAttempts: 3, baseMs: 20, pollMs: 200 } });
    const chat = `a(:|%3A)${world.as(plan.director).id}`;
    await setFaults(world.tenant.url, { connector: { every: 1, answer: 403, match: `^POST .*/${chat}/activities` } });
    number = await openCase(world.as, plan);
    await everythingDone(world);
    stream = await streamOf(world.store, number);
  });
  after(() => world.close());

  async function effects(...args: readonly string[]): Promise<Readonly<{ code: number; lines: readonly string[] }>> {
    const lines: string[] = [];
    const code = await effectsCommand(args, { store: world.store, clock, print: (line) => void lines.push(line) });
    return { code, lines };
  }

  it('keeps nobody else from their cards, and no channel from being made', async () => {
    equal((await world.as(plan.director).cards('Doorbraak', number)).length, 0);
    for (const name of [plan.applicant, plan.chair]) {
      const cards = await world.as(name).cards('Doorbraak', `Casus ${number}`, words.conference);
      equal(cards.length, 1, name);
    }
    await oneChannel(world, number);
  });

  it('is listed, with the reason and what to do about it', async () => {
    const { code, lines } = await effects();
    equal(code, 0);
    equal(lines.length, 1);
    const [at, key, kind, , error = ''] = (lines[0] ?? '').split('\t');
    deepEqual([at, key, kind], [stream, 'card-director', 'show-card']);
    match(error, /answered 403.*installed/);
  });

  it('gets the card when it is put back and the chat takes it again', async () => {
    await setFaults(world.tenant.url, {});
    deepEqual(await effects('requeue', stream, 'card-director'), {
      code: 0,
      lines: [`${stream} card-director is back in its lane.`],
    });
    await eventually('the card', async () => {
      const cards = await world.as(plan.director).cards('Doorbraak', `Casus ${number}`, words.conference);
      return cards.length > 0 ? cards : undefined;
    });
    await personalCards(world, number);
    deepEqual((await effects()).lines, ['Nothing was given up.']);
  });

  it('is not put back twice', async () => {
    const { code, lines } = await effects('requeue', stream, 'card-director');
    equal(code, 1);
    ok(lines[0]?.includes('is not parked'));
  });
});
