import { deepEqual, equal, ok } from 'node:assert/strict';
import { commandId, personId } from '../../../src/core/ids.ts';
import { expertAggregate, expertStream } from '../../../src/features/experts/aggregate.ts';
import type { ExpertCommand } from '../../../src/features/experts/expert-messages.ts';
import { handle } from '../../../src/store/handle.ts';
import { type Bench, monday, openBench } from './bench.ts';
import { anouk, at, chair, expert, femke, hanna, jan, later, today } from './samples.ts';

const stranger = personId('00000000-0000-4000-8000-00000000ffff');
const namesIn = (card: string): readonly string[] =>
  [...card.matchAll(/"text":"([^"]+)","wrap":true,"weight":"Bolder","color":"Accent"/g)].map(([, name = '']) => name);

describe('the list of experts', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const list = (data: object = {}) => bench.click(chair, 'action experts/list', data);
  let sent = 0;
  const tell = (command: ExpertCommand, person = femke) =>
    handle(bench.store, expertAggregate, {
      ...({ stream: expertStream(person), by: 'system', at: monday } as const),
      command,
      commandId: commandId(`told-${++sent}`),
    });

  it('shows eight a page, and the rest on the next', async () => {
    const first = await list();
    equal(namesIn(first.card).length, 8);
    ok(first.card.includes('1 tot en met 8 van 10') && first.card.includes('"title":"Volgende"'));
    const second = await list({ from: 8 });
    equal(namesIn(second.card).length, 2);
    ok(second.card.includes('9 tot en met 10 van 10') && second.card.includes('"title":"Vorige"'));
    ok(!second.card.includes('"title":"Volgende"'));
  });

  it('shows who came last first', async () => {
    const register: ExpertCommand = {
      type: 'RegisterExpert',
      data: { at: later, expert: { ...expert, id: hanna, ownWords: 'slaap' } },
    };
    await tell(register, hanna);
    equal(namesIn((await list()).card)[0], 'Hanna Bosman');
    equal(namesIn((await list({ question: 'slaapt slecht' })).card)[0], 'Hanna Bosman');
  });

  it('puts who fits best first, says what it looked for, and leaves out who shares nothing', async () => {
    const shown = await list({ question: 'eetstoornis en autisme' });
    const names = namesIn(shown.card);
    equal(names[0], 'Femke Wiersma');
    ok(!names.includes('Sjoerd Kuipers'));
    ok(shown.card.includes('Experts voor: eetstoornis en autisme'));
    ok(shown.card.includes('Ik zoek op: Eetstoornissen, Autisme (ASS).'), shown.card);
  });

  it('filters on a region', async () => {
    const shown = await list({ question: 'autisme', region: 'west-friesland' });
    ok(namesIn(shown.card).includes('Femke Wiersma') && !namesIn(shown.card).includes('Joost van Dalen'));
    ok(shown.card.includes('"value":"west-friesland"'));
    ok((await list({ region: 'groningen' })).card.includes('Ik vind niemand die hierbij past.'));
  });

  it('takes a filter that makes no sense for none', async () => {
    equal(namesIn((await list({ region: 'all', from: -3, question: '  ' })).card).length, 8);
  });

  it('hints at partners, of the area when that is known', async () => {
    const everywhere = await list({ question: 'anorexia' });
    ok(everywhere.card.includes('K-EET Noord-Holland') && everywhere.card.includes('K-EET Zuid'));
    const near = await list({ question: 'anorexia', region: 'west-friesland' });
    ok(near.card.includes('Denk ook aan: K-EET Noord-Holland.'), near.card);
    const ofCentre = await bench.click(jan, 'action experts/list', { question: 'anorexia' });
    ok(ofCentre.card.includes('Denk ook aan: K-EET Zuid.'));
    ok(!(await list({ question: 'dakloos' })).card.includes('Denk ook aan'));
  });

  it('says so when it recognises nothing', async () => {
    ok((await list({ question: 'qwertyuiop' })).card.includes('Ik herken hier geen onderwerp in.'));
  });

  it('shows free hours, and who is away for now', async () => {
    await tell({ type: 'ReserveHours', data: { at, consultation: 'c-1', hours: 5, today } });
    await tell({ type: 'PauseExpert', data: { at } });
    const shown = await list({ question: 'meisjes met autisme' });
    ok(shown.card.includes('"text":"Even niet","wrap":true,"spacing":"None","color":"Attention"'), shown.card);
    await tell({ type: 'ResumeExpert', data: { at } });
    bench.deps.experts.forget();
    ok((await list({ question: 'meisjes met autisme' })).card.includes('7 uur vrij'));
  });

  it('refuses a question with personal data, and neither repeats nor logs it', async () => {
    const shown = await list({ question: 'bsn 111222333 met autisme' });
    deepEqual([shown.type, shown.outcome], ['text', 'personal-data']);
    ok(!shown.text.includes('111222333') && !bench.logged().includes('111222333'));
  });

  it('is closed to who has no role for it', async () => {
    for (const person of [hanna, femke, stranger]) {
      const shown = await bench.click(person, 'action experts/list');
      deepEqual([shown.type, shown.outcome], ['text', 'not-allowed']);
    }
  });

  describe('opens a profile', () => {
    const open = (who = chair) => bench.click(who, 'dialog experts/profile', { expert: femke });

    it('with the load and how often they were asked, without which case, and logs the look', async () => {
      await tell({ type: 'ReserveHours', data: { at, consultation: 'consultation-of-LI-2026-0001', hours: 5, today } });
      await tell({ type: 'AcceptEngagement', data: { at, consultation: 'consultation-of-LI-2026-0001' } });
      const { card, name } = await open();
      equal(name, 'experts/profile');
      ok(card.includes('Expert: Femke Wiersma') && card.includes('7 van 12 uur per maand vrij'));
      ok(card.includes('bij 1 vraag') && card.includes('1 keer gevraagd: 1 ja, 0 nee, 0 geen antwoord'));
      ok(!card.includes('LI-2026-0001') && !card.includes('experts/pause'));
      const [line] = await bench.store.access.read(expertStream(femke));
      deepEqual(
        [line?.eventType, line?.outcome, line?.userId, line?.dataCategory],
        ['expert.profile', 'allowed', chair, 'expert'],
      );
    });

    it('not to who has no role for it, and logs that', async () => {
      equal((await open(hanna)).outcome, 'not-allowed');
      const [line] = await bench.store.access.read(expertStream(femke));
      deepEqual([line?.outcome, line?.authorisationRule], ['refused', 'no rule']);
    });

    it('of nobody', async () => {
      equal((await bench.click(chair, 'dialog experts/profile', { expert: hanna })).outcome, 'unknown-expert');
      equal((await bench.click(hanna, 'dialog experts/profile', { expert: hanna })).outcome, 'not-allowed');
    });

    it('of who left as one that left', async () => {
      await tell({ type: 'LeaveExperts', data: { at } });
      const { card } = await open();
      ok(card.includes('Gestopt als expert') && !card.includes('12 uur'));
    });
  });

  it('opens the partners, with where to go when nobody solves it', async () => {
    const shown = await bench.click(chair, 'dialog experts/partners', { partners: ['k-eet-zuid', 'gone'] });
    ok(shown.card.includes('K-EET Zuid') && shown.card.includes('Het gebied van dit netwerk is nog niet zeker.'));
    const order = ['OZJ', 'Het Juiste Loket', 'Team complexe zorgvragen'].map((name) => shown.card.indexOf(`"${name}`));
    ok(order.every((place, index) => place > (order[index - 1] ?? 0)));
  });
});

describe('what people type about experts', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench.store.close());

  const table: readonly (readonly [string, string | undefined])[] = [
    ['word expert', 'experts/profile'],
    ['Ik wil expert worden!', 'experts/profile'],
    ['ik wil een expert worden', 'experts/profile'],
    ['become an expert', 'experts/profile'],
    ['mijn expertprofiel', 'experts/profile'],
    ['experts', 'experts/list'],
    ['Expertlijst.', 'experts/list'],
    ['list of experts', 'experts/list'],
    ['wie kan helpen met anorexia en autisme?', 'experts/list'],
    ['Wie weet iets van trauma?', 'experts/list'],
    ['who can help with eating disorders', 'experts/list'],
    ['woorden', 'experts/words'],
    ['word', undefined],
    ['ik wil word', undefined],
    ['wie kan helpen', undefined],
    ['wie is de voorzitter', undefined],
    ['mijn casussen', undefined],
    [`wie kan helpen met ${'x'.repeat(400)}`, undefined],
  ];
  for (const [sentence, name] of table) {
    it(`answers “${sentence.slice(0, 60)}” with ${name ?? 'nothing, for another feature to take'}`, async () => {
      equal((await bench.say(jan, sentence))?.name, name);
    });
  }

  it('ranks for what was asked', async () => {
    const shown = await bench.say(jan, 'Wie kan helpen met een meisje dat niet eet en autisme heeft?');
    equal(namesIn(shown?.card ?? '')[0], 'Femke Wiersma');
  });

  it('shows an expert their own profile, and others how to begin', async () => {
    const own = await bench.say(anouk, 'mijn expertprofiel');
    ok(own?.card.includes('Ervaringsdeskundige') === true && own.card.includes('Even niet'));
    const none = await bench.say(hanna, 'word expert');
    ok(none?.card.includes('Als expert denk je mee') === true && !none.card.includes('Even niet'));
  });

  it('says nothing of anybody in a channel, and does not repeat the question', async () => {
    for (const sentence of ['experts', 'mijn expertprofiel', 'woorden', 'wie kan helpen met anorexia']) {
      const shown = await bench.say(jan, sentence, 'channel');
      deepEqual([shown?.type, shown?.outcome], ['text', 'only-in-chat']);
      ok(shown?.text.includes('anorexia') === false);
    }
  });

  it('refuses a person nobody knows, and who has no role for it', async () => {
    equal((await bench.say(stranger, 'word expert'))?.outcome, 'not-allowed');
    equal((await bench.say(hanna, 'wie kan helpen met anorexia'))?.outcome, 'not-allowed');
    equal((await bench.say(hanna, 'woorden'))?.outcome, 'not-keeper');
  });
});
