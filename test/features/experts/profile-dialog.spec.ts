import { deepEqual, equal, ok } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import { thesaurusAggregate, thesaurusStream } from '../../../src/features/experts/aggregate.ts';
import { stateOf } from '../../../src/store/handle.ts';
import { type Bench, openBench } from './bench.ts';
import { femke, hanna } from './samples.ts';

const bsn = '111222333';
const stranger = personId('00000000-0000-4000-8000-00000000ffff');
const filled = {
  specialisms: 'autism,eating-disorder',
  ownWords: 'Meisjes met anorexia en ASS, en knuffeltherapie.',
  domains: 'jeugd-ggz,education',
  regions: 'noord-limburg,zuid-limburg',
  hoursPerMonth: 12,
  mandates: 'treatment',
  mandateUntil: '2027-06-30',
  livedExperience: 'false',
  unavailableFrom: '2026-12-21',
  unavailableTo: '2027-01-04',
};

describe('the dialog in which somebody becomes an expert', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  const send = (data: object) => bench.click(hanna, 'submit experts/register-send', { ...filled, ...data });
  const profile = async () => {
    const state = await bench.state(hanna);
    return state.status === 'none' ? undefined : state.expert;
  };

  it('opens empty, with the organisation that the directory has', async () => {
    const shown = await bench.click(hanna, 'dialog experts/register');
    deepEqual([shown.name, shown.outcome], ['experts/register', 'opened']);
    ok(shown.card.includes('Ziekenhuis De Meren') && shown.card.includes('"Autisme (ASS)"'));
    ok(!shown.card.includes('removePeriods'));
  });

  it('registers, and reads back what was understood and what was not', async () => {
    const shown = await send({});
    deepEqual([shown.name, shown.outcome], ['experts/result', 'done']);
    ok(shown.card.includes('Herkend: Eetstoornissen (anorexia), Autisme (ASS) (ass).'), shown.card);
    ok(shown.card.includes('Niet herkend: knuffeltherapie.'), shown.card);
    deepEqual(await profile(), {
      id: hanna,
      organisation: 'Ziekenhuis De Meren',
      specialisms: ['autism', 'eating-disorder'],
      ownWords: filled.ownWords,
      domains: ['jeugd-ggz', 'education'],
      regions: ['noord-limburg', 'zuid-limburg'],
      mandates: ['treatment'],
      mandateUntil: '2027-06-30',
      hoursPerMonth: 12,
      unavailable: [{ from: '2026-12-21', to: '2027-01-04' }],
      livedExperience: false,
    });
  });

  it('puts words that nobody knows before the keeper', async () => {
    await send({});
    const { waiting } = stateOf(thesaurusAggregate, await bench.store.load(thesaurusStream));
    deepEqual(waiting, ['knuffeltherapie']);
  });

  it('is found at once by who looks for somebody', async () => {
    await bench.deps.experts.all();
    await send({});
    const found = (await bench.deps.experts.ranker()).rank({ text: 'knuffeltherapie' });
    deepEqual(
      found.map(({ id }) => id),
      [hanna],
    );
  });

  it('refuses own words with a BSN, keeps the rest of the form, and stores and logs nothing of it', async () => {
    const shown = await send({ ownWords: `Ik behandelde ${bsn}` });
    deepEqual([shown.name, shown.outcome], ['experts/register', 'faults']);
    ok(shown.card.includes('Bij “In je eigen woorden” lijkt een burgerservicenummer te staan'));
    ok(shown.card.includes('"value":"noord-limburg,zuid-limburg"') && !shown.card.includes(bsn));
    equal(await profile(), undefined);
    ok(!bench.logged().includes(bsn) && bench.logged().includes('ownWords: bsn'));
  });

  it('takes 600 characters and no more', async () => {
    equal((await send({ ownWords: 'autisme '.repeat(75).trim() })).outcome, 'done');
    const shown = await send({ ownWords: 'x'.repeat(601) });
    ok(shown.card.includes('dit is te lang'));
  });

  const empty: readonly (readonly [string, object, string])[] = [
    ['regions', { regions: '' }, 'Kies ten minste één regio waar je werkt.'],
    ['specialisms and own words', { specialisms: '', ownWords: '' }, 'Kies ten minste één specialisme'],
    ['hours', { hoursPerMonth: '' }, 'Uren per maand: vul een heel getal in'],
    ['the first day of a period', { unavailableFrom: '' }, 'Afwezig: vul ook de eerste dag in.'],
  ];
  for (const [what, change, text] of empty) {
    it(`says what to do when ${what} is empty, and stores nothing`, async () => {
      const shown = await send(change);
      equal(shown.name, 'experts/register');
      ok(shown.card.includes(text), shown.card);
      ok(shown.card.includes('"value":"jeugd-ggz,education"'));
      equal(await profile(), undefined);
    });
  }

  const wrong: readonly (readonly [string, object, string])[] = [
    ['a specialism nobody knows', { specialisms: 'magic' }, 'Specialismen (hooguit 12): kies uit de lijst.'],
    ['a region nobody knows', { regions: 'noord-limburg,atlantis' }, 'Jeugdregio’s waar je werkt: kies uit de lijst.'],
    ['a domain nobody knows', { domains: 'x' }, 'Domeinen en wetten: kies uit de lijst.'],
    ['a mandate nobody knows', { mandates: 'x' }, 'Waarover mag je zelf beslissen?: kies uit de lijst.'],
    ['a day that is none', { mandateUntil: '2027-02-30' }, 'Dat mag tot en met: kies een datum die bestaat.'],
    ['a period that ends on no day', { unavailableTo: 'soon' }, 'Afwezig tot en met: kies een datum die bestaat.'],
    ['more hours than allowed', { hoursPerMonth: 161 }, 'Vul 1 tot en met 160 uren per maand in.'],
    ['half hours', { hoursPerMonth: 1.5 }, 'Uren per maand: vul een heel getal in'],
    ['a period backwards', { unavailableTo: '2026-12-20' }, 'De laatste dag van je afwezigheid ligt voor de eerste.'],
  ];
  for (const [what, change, text] of wrong) {
    it(`refuses ${what}`, async () => {
      ok((await send(change)).card.includes(text));
      equal(await profile(), undefined);
    });
  }

  it('takes one day away when no last day is given', async () => {
    await send({ unavailableTo: '' });
    deepEqual((await profile())?.unavailable, [{ from: '2026-12-21', to: '2026-12-21' }]);
  });

  it('gives the same answer to the very same click, and registers once', async () => {
    const [first, second] = await bench.clickTwice(hanna, 'submit experts/register-send', filled);
    deepEqual([first.outcome, second.outcome], ['done', 'done']);
  });

  it('changes what is there: filled in, with the periods to come, which can be taken away', async () => {
    await send({});
    const opened = await bench.click(hanna, 'dialog experts/register');
    ok(opened.card.includes('"value":"autism,eating-disorder"'));
    ok(opened.card.includes('"value":"2026-12-21/2027-01-04"'));
    await send({ hoursPerMonth: 4, unavailableFrom: '2026-12-01', unavailableTo: '2026-12-02' });
    deepEqual((await profile())?.unavailable, [
      { from: '2026-12-01', to: '2026-12-02' },
      { from: '2026-12-21', to: '2027-01-04' },
    ]);
    await send({ unavailableFrom: '', unavailableTo: '', removePeriods: '2026-12-21/2027-01-04' });
    deepEqual((await profile())?.unavailable, [{ from: '2026-12-01', to: '2026-12-02' }]);
  });

  it('is closed to who is not in the directory', async () => {
    equal((await bench.click(stranger, 'dialog experts/register')).outcome, 'not-allowed');
    equal((await bench.click(stranger, 'submit experts/register-send', filled)).outcome, 'not-allowed');
    deepEqual(await bench.state(stranger), { status: 'none' });
  });

  it('closes', async () => equal((await bench.click(hanna, 'submit experts/done')).type, 'close'));
});

describe('the card of an expert', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const status = async () => (await bench.state(femke)).status;

  it('pauses, and says so', async () => {
    const shown = await bench.click(femke, 'action experts/pause', { until: '2026-12-24' });
    deepEqual([shown.name, shown.outcome], ['experts/profile', 'done']);
    ok(shown.card.includes('Even niet, tot en met donderdag 24 december 2026'));
    ok(shown.card.includes('Weer beschikbaar') && !shown.card.includes('Zet op pauze'));
    equal(await status(), 'paused');
  });

  it('pauses without a day when none is chosen', async () => {
    await bench.click(femke, 'action experts/pause', { until: '' });
    const state = await bench.state(femke);
    deepEqual(state.status === 'none' ? undefined : [state.status, state.pausedUntil], ['paused', undefined]);
  });

  it('refuses to pause until a day that is over, and shows how it stands', async () => {
    const shown = await bench.click(femke, 'action experts/pause', { until: '2026-11-01' });
    deepEqual([shown.name, shown.outcome], ['experts/profile', 'until-passed']);
    ok(shown.card.includes('Die dag is al voorbij.') && shown.card.includes('Zet op pauze'));
    equal(await status(), 'registered');
  });

  it('resumes', async () => {
    await bench.click(femke, 'action experts/pause');
    equal((await bench.click(femke, 'action experts/resume')).outcome, 'done');
    equal(await status(), 'registered');
  });

  it('leaves, and a click on an old card then shows that they left', async () => {
    equal((await bench.click(femke, 'action experts/leave')).outcome, 'done');
    equal(await status(), 'left');
    const shown = await bench.click(femke, 'action experts/resume');
    deepEqual([shown.name, shown.outcome], ['experts/profile', 'not-registered']);
    ok(shown.card.includes('Gestopt als expert') && shown.card.includes('"Word expert"'));
  });

  it('says what to do to who is no expert, and to who is nobody', async () => {
    const shown = await bench.click(hanna, 'action experts/pause');
    deepEqual([shown.type, shown.outcome], ['text', 'not-registered']);
    ok(shown.text.includes('Stuur “word expert”'));
    equal((await bench.click(stranger, 'action experts/leave')).outcome, 'not-allowed');
  });

  it('forgets what was read before, so that the list is right at once', async () => {
    await bench.deps.experts.all();
    await bench.click(femke, 'action experts/leave');
    ok(!(await bench.deps.experts.all()).some(({ expert }) => expert.id === femke));
  });
});
