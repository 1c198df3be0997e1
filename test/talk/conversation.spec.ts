import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { submitExample } from '../support/case-walk.ts';
import { type Persona, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';
import { setClock } from '../support/tenant-controls.ts';

describe('a conversation', () => {
  let talking: Talking;
  let first = '';
  let second = '';
  const who = (name: string): Persona => talking.world.as(name);
  const chair = (): Persona => who('Kees Willems');
  before(async () => {
    talking = await openTalking({ now: '2026-11-23T09:00:00.000Z' });
    ({ number: first } = await submitExample(who('Hanna Bosman'), 'merel'));
    await setClock(talking.world.tenant.url, '2026-11-24T09:00:00.000Z');
    ({ number: second } = await submitExample(who('Hanna Bosman'), 'merel'));
    await talking.world.idle();
  });
  after(() => talking.world.close());

  async function answersOf(
    someone: Persona,
    ...sentences: readonly string[]
  ): Promise<readonly (string | undefined)[]> {
    const outcomes = [];
    for (const text of sentences) outcomes.push((await talking.said(someone, text)).outcome);
    return outcomes;
  }
  const shown = async (someone: Persona): Promise<string> => JSON.stringify((await talking.last(someone)).card);

  it('goes on about a list that was just shown', async () => {
    deepEqual(await answersOf(chair(), 'mijn casussen', 'en de tweede?'), ['listed', 'shown']);
    ok((await shown(chair())).includes(`Casus ${first}`));
    deepEqual(await answersOf(chair(), 'en die andere?'), ['shown']);
    ok((await shown(chair())).includes(`Casus ${second}`));
    deepEqual(await answersOf(chair(), 'volgende', 'volgende'), ['shown', 'no-more']);
  });

  it('goes on about the case that was spoken of, also for what binds', async () => {
    deepEqual(await answersOf(chair(), `casus ${second}`, 'vraag een consultatie aan voor deze casus'), [
      'shown',
      'asked',
    ]);
    ok((await shown(chair())).includes(second));
    deepEqual(await answersOf(chair(), 'die'), ['asked']);
    deepEqual(titlesOf((await talking.last(chair())).card), ['Consultatie vragen']);
    deepEqual(await answersOf(chair(), 'wie zit daarin?', 'hoe staat het daarmee'), ['shown', 'shown']);
  });

  it('knows a case by the day on which it changed', async () => {
    deepEqual(await answersOf(chair(), 'die van gisteren'), ['shown']);
    ok((await shown(chair())).includes(`Casus ${first}`));
  });

  it('asks which one when several can be meant, and goes on from the button', async () => {
    deepEqual(await answersOf(chair(), 'mijn casussen', 'die'), ['listed', 'asked']);
    const asked = await talking.last(chair());
    deepEqual([...titlesOf(asked.card)].toSorted(), [first, second]);
    equal((await talking.during(() => chair().click(asked, first))).outcome, 'shown');
    deepEqual(await answersOf(chair(), 'die'), ['shown']);
    ok((await shown(chair())).includes(`Casus ${first}`));
  });

  it('asks the same of another place, and asks back when nothing was asked before', async () => {
    const erik = who('Erik Mulder');
    deepEqual(await answersOf(erik, 'en in Venlo?'), ['asked']);
    const offered = await talking.last(erik);
    await erik.click(offered, 'Waar kan ik terecht?');
    deepEqual(await answersOf(erik, 'en in Weert?'), ['shown']);
    ok((await shown(erik)).includes('Weert'));
    const jan = who('Jan Peeters');
    deepEqual(await answersOf(jan, 'plekken', 'en in Venlo?'), ['shown', 'shown']);
    ok((await shown(jan)).includes('Limburg'));
  });

  it('knows a case by its municipality, as long as no place was spoken of', async () => {
    const { number } = await submitExample(who('Erik Mulder'), 'kiezel');
    await talking.world.idle();
    deepEqual(await answersOf(chair(), 'mijn casussen', 'en die van Oss?'), ['listed', 'shown']);
    ok((await shown(chair())).includes(`Casus ${number}`));
    deepEqual(await answersOf(chair(), 'hoe staat het met de casus uit Hoorn'), ['asked']);
    deepEqual([...titlesOf((await talking.last(chair())).card)].toSorted(), [first, second]);
    deepEqual(await answersOf(chair(), 'en die van Venlo?'), ['unknown-case']);
    deepEqual(await answersOf(chair(), 'waar kan ik terecht in Oss', 'en die van Weert?'), ['shown', 'shown']);
    ok((await shown(chair())).includes('Weert'));
  });

  it('shows one of a list of experts or deadlines behind a button', async () => {
    deepEqual(await answersOf(chair(), 'experts', 'en de tweede?'), ['listed', 'asked']);
    const expert = await talking.last(chair());
    deepEqual(titlesOf(expert.card), ['Bekijk dit profiel']);
    await chair().open(expert, 'Bekijk dit profiel');
    deepEqual(await answersOf(chair(), 'mijn termijnen', 'en de eerste?'), ['listed', 'asked']);
    await chair().open(await talking.last(chair()), 'Bekijk deze termijn');
  });

  it('gives no more by a follow-up than may be seen without it', async () => {
    deepEqual(await answersOf(chair(), `casus ${first}`, 'en het budget daarvan?'), ['shown', 'not-allowed']);
    const jan = who('Jan Peeters');
    deepEqual(await answersOf(jan, `casus ${first}`, 'budget', 'die'), ['not-allowed', 'shown', 'which-case']);
  });

  it('knows nothing of the conversation of somebody else', async () => {
    deepEqual(await answersOf(who('Nora Visser'), 'die', 'en die andere?'), ['which-case', 'which-case']);
  });

  it('forgets when it is told to, and after two hours', async () => {
    deepEqual(await answersOf(chair(), `casus ${first}`, 'laat maar', 'die'), ['shown', 'not-by-chat', 'asked']);
    deepEqual(await answersOf(chair(), `casus ${first}`), ['shown']);
    await setClock(talking.world.tenant.url, '2026-11-24T11:30:00.000Z');
    await talking.world.idle();
    deepEqual(await answersOf(chair(), 'die'), ['asked']);
    notEqual(titlesOf((await talking.last(chair())).card).length, 1);
  });

  it('keeps no word of what was typed', async () => {
    deepEqual(await answersOf(chair(), 'wie kan meedenken over krokodillenangst'), ['listed']);
    const { items } = await talking.world.store.find({
      ...{ type: 'talk', where: [], limit: 100 },
      order: { field: 'none', direction: 'asc' },
    });
    ok(items.length > 0);
    equal(/krokodil|merel/i.test(JSON.stringify(items) + talking.written.join('')), false);
  });
});
