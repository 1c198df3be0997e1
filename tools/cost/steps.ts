import { changeHelpers, closeCase, openCase, type Plan } from '../../test/support/busy-day.ts';
import { accept, askForTeam, caseInConference, tom } from '../../test/support/consultation-walk.ts';
import * as walk from '../../test/support/governance-walk.ts';
import { eventually } from '../../test/support/persona.ts';
import { agree, askPlace, holdPlace, offerCard, pressed } from '../../test/support/place-walk.ts';
import { morningOf } from '../../test/support/tenant-controls.ts';
import type { World } from '../../test/support/world.ts';

/** What people do, as they do it; each step follows on those before it. `times`: how many of the thing the step holds. */
export type Step = Readonly<{ name: string; times?: number; run(world: World): Promise<unknown> }>;

const { fatima, jan, els } = walk;
const dennis = 'Dennis Aerts';
const wolf: Plan = { example: 'wolf', applicant: 'Ruben Timmermans', chair: 'Marieke Jansen', director: fatima };
const merel: Plan = { example: 'merel', applicant: 'Hanna Bosman', chair: 'Kees Willems', director: tom };
const board = ['Els Maes', 'Wim Theunissen', 'Karin Dohmen', 'Rob Verhagen'];
const advisers = [...walk.adviserNames, 'Lotte Hendriks', 'Ruben Timmermans'];
const proposal = walk.criteriaProposal['name'] ?? '';
const mornings = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];

export const monday = '2026-11-23T09:00:00.000Z';

/** Wolf's case gets money and a place, Merel's a consultation, and is closed. */
export function steps(): readonly Step[] {
  let [first, second] = ['', ''];
  return [
    { name: 'case', run: async ({ as }) => (first = await openCase(as, wolf)) },
    { name: 'people', run: ({ as }) => changeHelpers(as, wolf, first) },
    { name: 'case of which the rest is told', run: async ({ as }) => (second = await caseInConference(as)) },
    { name: 'list', run: ({ as }) => list(as) },
    { name: 'details', run: ({ as }) => look(as, second) },
    { name: 'consultation', run: ({ as }) => consult(as, second) },
    { name: 'money', run: ({ as }) => grant(as, first) },
    { name: 'place', run: (world) => place(world, first) },
    { name: 'proposal', run: ({ as }) => propose(as) },
    { name: 'morning', times: mornings.length * 2, run: (world) => wake(world) },
    { name: 'closing', run: ({ as }) => closeCase(as, merel, second) },
  ];
}

type As = World['as'];

async function list(as: As): Promise<void> {
  const shown = async (): Promise<number> => (await as(tom).cards('Doorbraak', 'Mijn casussen')).length;
  const before = await shown();
  await as(tom).say('mijn casussen');
  await eventually('the list', async () => ((await shown()) > before ? true : undefined));
}

async function look(as: As, number: string): Promise<void> {
  await as(tom).open(await as(tom).card(`Casus ${number}`, 'Bekijk aanmelding'), 'Bekijk aanmelding');
}

async function consult(as: As, number: string): Promise<void> {
  await as(tom).click(await askForTeam(as, number), 'Stuur uitnodiging');
  const expert = as('Femke Wiersma');
  await accept(expert, number);
  const card = await expert.card(`Consultatie bij casus ${number}`, 'Geef advies');
  const advice = { advice: 'Eet samen aan tafel.', basis: 'Zorgstandaard eetstoornissen.', otherwise: 'Weer opname.' };
  await expert.press(await expert.open(card, 'Geef advies'), 'Verstuur advies', advice);
  const read = await as(tom).open(await as(tom).card(`Advies van ${expert.name}`), 'Lees en beoordeel');
  await as(tom).press(read, 'Leg vast', { verdict: 'followed' });
}

async function grant(as: As, number: string): Promise<void> {
  const ask = {
    ...{ line: 'availability', amount: '24.000', from: '2026-12-01', until: '2027-02-28' },
    ...{ purpose: 'Een maatwerkplek drie maanden beschikbaar houden.', municipality: '30.000' },
  };
  await walk.askMoney(as, { director: fatima, number, ask });
  const reason = { motivation: 'Tijdelijk, en de gemeente betaalt het vervolg.', owner: as(fatima).id };
  await walk.decideOn(as(jan), number, { verdict: 'adopt', ...reason });
}

async function place({ as, idle }: World, number: string): Promise<void> {
  await askPlace(as, { director: fatima, number });
  await holdPlace(as(fatima), number, 'maasduin-weert');
  await pressed(as(dennis), await offerCard(as(dennis), number), 'Bied aan');
  for (const party of ['family', 'municipality']) {
    await agree(as(fatima), number, party);
    await idle();
  }
  const card = await as(fatima).card(`Plek bij casus ${number}`, 'Leg verhuizing vast');
  await as(fatima).next(await as(fatima).open(card, 'Leg verhuizing vast'), 'Leg vast', { day: monday.slice(0, 10) });
}

async function propose(as: As): Promise<void> {
  const number = await walk.writeProposal(as, walk.criteriaProposal);
  await as(jan).click(await as(jan).card(number, 'Breng in'), 'Breng in');
  for (const name of advisers) await walk.voteOn(as(name), proposal, { choice: 'agree' });
  await as(jan).click(await as(jan).card(proposal, 'Leg voor aan besluit'), 'Leg voor aan besluit');
  for (const name of board) await walk.voteOn(as(name), proposal, { choice: 'adopt' });
  const form = await as(els).open(await as(els).card(proposal, 'Leg vast'), 'Leg vast');
  const followed = { followed: 'yes', owner: as(jan).id, summary: 'De criteria zijn vastgesteld.' };
  await as(els).next(form, 'Leg het besluit vast', { verdict: 'adopt', motivation: 'Helder.', ...followed });
}

/** Everything that a morning tells, on so many working days. */
async function wake({ tenant, idle }: World): Promise<void> {
  for (const day of mornings) await morningOf(tenant.url, day, idle);
}
