import { deepEqual, equal } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { textsIn } from '../../src/features/cases/texts.ts';
import type { Store } from '../../src/store/store.ts';
import { caseNumberIn } from '../support/case-walk.ts';
import { startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from '../support/cosmos-double/open-store.ts';
import { eventually, type Inputs, insist, type Persona, type Seen } from '../support/persona.ts';
import { submittedCases } from '../support/stored-cases.ts';
import { openWorld, type World } from '../support/world.ts';

const submissions = 200;
const applicants = ['Hanna Bosman', 'Ruben Timmermans', 'Ilse Koster', 'Samira Haddad', 'Erik Mulder'];
/** Six centres with a counter each. */
const examples = ['merel', 'wolf', 'linde', 'sterre', 'tygo', 'kiezel'];

const { stage } = textsIn.nl.names;

type Opened = Readonly<{ store: Store | undefined; end(): Promise<void> }>;

async function onCosmos(): Promise<Opened> {
  const double = await startCosmosDouble();
  const { store } = await openCosmosStore(double);
  return { store, end: () => double.close() };
}

const onSqlite = async (): Promise<Opened> => ({ store: undefined, end: async () => undefined });

type Step = Readonly<{ title: string; inputs?: Inputs }>;
type Waits = { busy: number };

/** As somebody who is told that the bot is busy, and presses the same button again a little later. */
async function pressOn(
  persona: Persona,
  { dialog, step, waits }: Readonly<{ dialog: Seen; step: Step; waits: Waits }>,
): Promise<Seen> {
  for (;;) {
    const answer = await persona.press(dialog, step.title, step.inputs);
    if (answer.type === 'open') return { message: dialog.message, card: answer.card };
    if (answer.type !== 'text' || !answer.text.includes('mee bezig')) throw new Error(JSON.stringify(answer));
    waits.busy++;
    await pause(500);
  }
}

async function submit(persona: Persona, home: Seen, { example, waits }: Readonly<{ example: string; waits: Waits }>) {
  const steps: readonly Step[] = [
    { title: 'Vul een voorbeeldcasus in', inputs: { example } },
    { title: 'Volgende' },
    { title: 'Meld aan' },
  ];
  let dialog = await insist(() => persona.open(home, 'Casus aanmelden'));
  for (const step of steps) dialog = await pressOn(persona, { dialog, step, waits });
  return caseNumberIn(dialog);
}

for (const [name, open] of [
  ['SQLite', onSqlite],
  ['Cosmos DB (double)', onCosmos],
] as const) {
  describe(`${submissions} people who submit at the same moment, on ${name}`, function () {
    this.timeout(180_000);
    let opened: Opened;
    let world: World;
    let numbers: readonly string[];

    before(async () => {
      opened = await open();
      world = await openWorld(opened.store === undefined ? {} : { store: opened.store });
      const homes = await Promise.all(applicants.map((who) => world.as(who).card('Casus aanmelden')));
      const waits = { busy: 0 };
      const since = performance.now();
      numbers = await Promise.all(
        Array.from({ length: submissions }, (_, index) => {
          const turn = index % applicants.length;
          const example = examples[index % examples.length] ?? '';
          return submit(world.as(applicants[turn] ?? ''), homes[turn]!, { example, waits });
        }),
      );
      const seconds = (performance.now() - since) / 1_000;
      const perSecond = ((submissions * 4) / seconds).toFixed(0);
      console.log(
        `      ${name}: ${submissions} submissions (${submissions * 4} turns) in ${seconds.toFixed(1)} s, ${perSecond} turns/s; ${waits.busy} times "busy"`,
      );
    });
    after(async () => {
      await world.close();
      await opened.end();
    });

    it('gives each case a number of its own, without a gap in any centre', () => {
      equal(new Set(numbers).size, submissions);
      const counters = Map.groupBy(numbers, (number) => number.slice(0, -4));
      for (const [centre, given] of counters) {
        deepEqual(
          given.map((number) => Number(number.slice(-4))).toSorted((one, other) => one - other),
          Array.from(given, (_, index) => index + 1),
          centre,
        );
      }
      equal(counters.size, examples.length);
    });

    it('keeps every one of them, of the person who submitted it', async () => {
      const kept = await Promise.all(applicants.map((who) => submittedCases(world.store, world.as(who).id)));
      deepEqual(
        kept.map((own) => own.length),
        applicants.map(() => submissions / applicants.length),
      );
      const all = kept.flat().map(({ number }) => String(number));
      deepEqual(all.toSorted(), numbers.toSorted());
    });

    it('sends each applicant one card for each of their cases, and gives up nothing', async () => {
      const own = submissions / applicants.length;
      for (const who of applicants) {
        const about = await eventually(
          `${own} cards for ${who}`,
          async () => {
            const cards = await world.as(who).cards('Doorbraak', stage.submitted);
            return cards.length >= own ? cards : undefined;
          },
          90_000,
        );
        equal(new Set(about.map(caseNumberIn)).size, own);
        equal(about.length, own);
      }
      deepEqual(await world.store.parked(10), []);
    });
  });
}
