import { deepEqual, equal, ok } from 'node:assert/strict';
import { commandId, personId } from '../../src/core/ids.ts';
import { personAggregate, personStream } from '../../src/features/directory/aggregates.ts';
import { handle } from '../../src/store/handle.ts';
import { readColleague } from '../../src/talk/colleagues.ts';
import { decide, presetIn, submitExample } from '../support/case-walk.ts';
import { type Persona, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';

describe('a sentence about a colleague and a task', () => {
  const gives = {
    Fatima: [
      'zet Fatima op die taak',
      'draag die taak over aan Fatima',
      'kun je die taak overdragen aan Fatima?',
      'wil je Fatima op de tweede zetten',
      'geef de taak van casus LI-2026-0001 aan Fatima',
      'put Fatima on that task',
      'hand the second one over to Fatima please',
    ],
    Tom: [
      'laat Tom dat doen',
      'laat dat maar door Tom doen',
      'Tom neemt die taak over',
      'kan Tom die termijn overnemen?',
      'geef Tom die taak',
      'assign it to Tom',
      'let Tom do that',
    ],
  };
  const asks = [
    'welke taken heeft Fatima nog',
    'Wat moet Fatima deze week nog doen?',
    'laat zien welke taken Fatima nog heeft',
    'welke termijnen staan er nog open bij Fatima',
    'what tasks does Fatima still have?',
    'Fatima’s deadlines',
  ];
  const others = [
    'laat zien wat ik nog moet doen',
    'welke taken heb ik nog',
    'draag die casus over aan Fatima',
    'geef Fatima de taak om de intake te doen',
    'taak toewijzen aan Carla',
    'laat Tom voor 1 mei de beschikking regelen',
    'schuif die taak door naar maandag',
    'zet de deadline op vrijdag',
    'laat me dat zien',
    'laat iemand dat doen',
  ];

  it('gives one to somebody', () => {
    for (const [who, sentences] of Object.entries(gives))
      for (const text of sentences) deepEqual(readColleague(text), { what: 'give', who, certain: true }, text);
  });
  it('asks what somebody still has to do', () => {
    for (const text of asks) deepEqual(readColleague(text), { what: 'ask', who: 'Fatima', certain: true }, text);
    equal(readColleague('wat heeft fatima nog te doen')?.certain, false);
  });
  it('is none when it is about something else', () => {
    for (const text of others) equal(readColleague(text), undefined, text);
  });
});

describe('a task for a colleague, and what a colleague has to do', () => {
  let talking: Talking;
  let running = '';
  const who = (name: string): Persona => talking.world.as(name);
  const chair = (): Persona => who('Marieke Jansen');
  const fatima = (): string => who('Fatima El Amrani').id;
  before(async () => {
    talking = await openTalking({ now: '2026-11-26T10:00:00.000Z' });
    const another = {
      ...{ id: personId('00000000-0000-4000-8000-000000000090'), name: 'Lotte Maas', organisation: 'Toegang Venlo' },
      roles: ['helper'],
    } as const;
    await handle(talking.world.store, personAggregate, {
      ...{ stream: personStream(another.id), command: { type: 'RegisterPerson', data: { person: another } } },
      ...{ by: 'system', at: new Date('2026-11-26T10:00:00.000Z'), commandId: commandId('another') },
    });
    ({ number: running } = await submitExample(who('Ruben Timmermans'), 'wolf'));
    await decide(chair(), running, { reason: 'Maatregel: voorrang.', processDirector: fatima() });
    await talking.world.idle();
  });
  after(() => talking.world.close());

  async function answered(someone: Persona, text: string) {
    const { outcome = '' } = await talking.said(someone, text);
    const seen = await talking.last(someone);
    return { outcome, seen, titles: titlesOf(seen.card), said: JSON.stringify(seen.card) + seen.text };
  }

  async function ownDeadline(title: string, day: string): Promise<void> {
    const { seen } = await answered(chair(), 'mijn termijnen');
    await chair().next(await chair().open(seen, 'Nieuwe termijn'), 'Bewaar', { title, day });
    await talking.world.idle();
  }

  it('has nothing to hand over when there is nothing', async () => {
    equal((await answered(chair(), 'zet Fatima op die taak')).outcome, 'no-deadline');
  });

  it('opens the one task, with the colleague filled in, and changes nothing itself', async () => {
    await ownDeadline('Brief sturen', '2026-12-15');
    await ownDeadline('Verslag lezen', '2026-12-16');
    await talking.said(chair(), 'mijn termijnen');
    const { outcome, seen, titles, said } = await answered(chair(), 'geef de tweede aan Fatima');
    deepEqual([outcome, titles], ['asked', ['Verslag lezen']]);
    ok(said.includes('Overdragen aan Fatima El Amrani.'), said);
    equal(presetIn(await chair().open(seen, 'Verslag lezen'), 'person'), fatima());
    ok((await answered(chair(), 'mijn termijnen')).said.includes('Verslag lezen'));
  });

  it('knows which task was spoken of last', async () => {
    await talking.said(chair(), 'mijn termijnen');
    deepEqual((await answered(chair(), 'en de tweede?')).titles, ['Bekijk deze termijn']);
    const { seen, titles } = await answered(chair(), 'laat Tom dat doen');
    deepEqual(titles, ['Verslag lezen']);
    equal(presetIn(await chair().open(seen, 'Verslag lezen'), 'person'), who('Tom Bakker').id);
    deepEqual((await answered(chair(), 'verplaats die naar 18 december')).titles, ['Verslag lezen']);
    deepEqual((await answered(chair(), 'draag die taak over aan Fatima')).titles, ['Verslag lezen']);
  });

  it('asks which task when it was said of none', async () => {
    await talking.said(chair(), 'mijn termijnen');
    deepEqual((await answered(chair(), 'zet Fatima op die taak')).titles, ['Brief sturen', 'Verslag lezen']);
    deepEqual((await answered(chair(), 'laat Tom de tweede doen')).titles, ['Verslag lezen']);
  });

  it('asks who is meant when several have that name, and says so when nobody has it', async () => {
    const { seen, titles } = await answered(chair(), 'zet Lotte op die taak');
    deepEqual(titles, ['Lotte Hendriks (Jeugd-ggz De Linde)', 'Lotte Maas (Toegang Venlo)']);
    const form = await chair().open(seen, titles[1] ?? '');
    equal(presetIn(form, 'person'), '00000000-0000-4000-8000-000000000090');
    const unknown = await answered(chair(), 'zet Wilhelmina op die taak');
    deepEqual([unknown.outcome, unknown.said.includes('Wilhelmina')], ['unknown-person', false]);
  });

  it('shows a colleague’s tasks in cases that they share, to look at only', async () => {
    const { outcome, said, titles } = await answered(chair(), 'welke taken heeft Fatima nog');
    equal(outcome, 'listed');
    ok(said.includes('Termijnen van Fatima El Amrani') && said.includes(running), said);
    ok(
      titles.every((title) => title === 'Bekijk'),
      titles.join(),
    );
    const applicant = await answered(who('Ruben Timmermans'), 'what tasks does Fatima still have?');
    ok(applicant.said.includes(running), applicant.said);
  });

  it('shows nothing of a case of others, and nothing that a colleague keeps for themselves', async () => {
    const outsider = await answered(who('Kees Willems'), 'welke taken heeft Fatima nog');
    ok(!outsider.said.includes(running) && outsider.said.includes('ziet alleen Fatima El Amrani zelf'), outsider.said);
    deepEqual(outsider.titles, []);
    ok(!(await answered(who('Fatima El Amrani'), 'wat moet Marieke nog doen')).said.includes('Brief sturen'));
    ok((await answered(chair(), 'taken van Marieke')).said.includes('Brief sturen'), 'their own list');
  });

  it('asks whose tasks, and knows nobody of a name that is not there', async () => {
    const { seen, titles } = await answered(chair(), 'taken van Lotte');
    equal(titles.length, 2);
    equal((await talking.during(() => chair().click(seen, titles[0] ?? ''))).outcome, 'listed');
    equal((await answered(chair(), 'welke taken heeft Wilhelmina nog')).outcome, 'unknown-person');
    equal((await answered(chair(), 'wat moet er deze week nog gebeuren')).outcome, 'listed');
  });
});
