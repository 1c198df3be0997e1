import { deepEqual, equal, ok } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import { locales } from '../../../src/core/locale.ts';
import { domains } from '../../../src/features/cases/index.ts';
import { createExpertCards, definitionsOf, type ExpertCards } from '../../../src/features/experts/cards.ts';
import { expertDecider } from '../../../src/features/experts/expert.ts';
import type { ExpertEvent } from '../../../src/features/experts/expert-messages.ts';
import { type EngagedExpert, type Expert, limits, mandates } from '../../../src/features/experts/expert-state.ts';
import { partners } from '../../../src/features/experts/import-partners.ts';
import { typedOf } from '../../../src/features/experts/profile-form.ts';
import { refusalText } from '../../../src/features/experts/teams-answers.ts';
import type { ListState } from '../../../src/features/experts/view-list.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { type Bench, monday, openBench } from './bench.ts';
import { accepted, at, chair, expert, femke, hanna, left, paused, registered, reserved } from './samples.ts';

const periods = Array.from({ length: limits.periods }, (_, n) => ({
  from: `2027-0${n + 1}-01`,
  to: `2027-0${n + 1}-28`,
}));
const changed = (to: Partial<Expert>): ExpertEvent => ({
  type: 'ExpertChanged',
  data: { at, expert: { ...expert, ...to } },
});
const pausedUntil: ExpertEvent = { type: 'ExpertPaused', data: { at, until: '2026-12-24' } };
const away = changed({ unavailable: [{ from: '2026-11-20', to: '2026-11-27' }, ...periods.slice(0, 2)] });
const lapsed = changed({ mandateUntil: '2026-11-22' });
const busy = [reserved('c-1', 4), accepted('c-1'), reserved('c-2', 2), accepted('c-2')];
const notice = refusalText('still-advising');

describe('cards of experts', () => {
  let bench: Bench;
  let cards: ExpertCards;
  before(async () => {
    bench = await openBench();
    cards = createExpertCards(bench.deps);
  });
  after(() => bench.store.close());

  /** In Dutch and in English. */
  async function checked({ name, state, extra = {} }: Card, person: PersonId = femke): Promise<readonly string[]> {
    const definition = definitionsOf(cards).find((known) => known.name === name);
    if (!definition) throw new Error(`no card ${name}`);
    return Promise.all(
      locales.map(async (locale) => {
        const json = await renderCard(definition, { state, extra, reader: { locale, person, now: monday } });
        ok(json);
        checkCard(json);
        return JSON.stringify(json);
      }),
    );
  }

  const states: Readonly<Record<string, readonly ExpertEvent[]>> = {
    'nobody yet': [],
    registered: [registered],
    'busy, with more running than offered': [registered, ...busy, changed({ hoursPerMonth: 2 })],
    paused: [registered, paused],
    'paused until a day': [registered, pausedUntil],
    away: [registered, away],
    'with mandates that ended': [registered, lapsed],
    'with lived experience and nothing picked': [
      registered,
      changed({ specialisms: [], mandates: [], domains: [], livedExperience: true }),
    ],
    left: [registered, left],
  };
  for (const [name, events] of Object.entries(states)) {
    it(`shows the profile of somebody ${name}, to themselves, to others, and in a dialog`, async () => {
      const state = fold(expertDecider, events);
      await checked(cards.profile.show(state, { notice }));
      await checked(cards.profile.show(state), chair);
      const inDialog = await checked(cards.profile.show(state, { dialog: true }), chair);
      ok(inDialog.every((json) => !json.includes('experts/pause') && !json.includes('experts/register')));
    });
  }

  const said: readonly (readonly [string, readonly ExpertEvent[], string, string])[] = [
    ['available', [registered], 'Beschikbaar', 'Available'],
    ['a pause', [registered, pausedUntil], 'tot en met donderdag 24 december 2026', 'Thursday 24 December 2026'],
    [
      'absence',
      [registered, away],
      'Afwezig tot en met vrijdag 27 november 2026',
      'Away up to and including Friday 27',
    ],
    ['mandates that ended', [registered, lapsed], 'behandeling (verlopen op', 'treatment (ended on'],
    ['how much runs', [registered, ...busy], 'bij 2 vragen', 'with 2 questions'],
    ['hours', [registered, ...busy], '4 van 10 uur per maand vrij', '4 of 10 hours a month free'],
  ];
  for (const [what, events, dutch, english] of said) {
    it(`says ${what} in both languages`, async () => {
      const [nl = '', en = ''] = await checked(cards.profile.show(fold(expertDecider, events)));
      ok(nl.includes(dutch) && en.includes(english), nl + en);
    });
  }

  it('puts the buttons of the profile before its owner only', async () => {
    const state = fold(expertDecider, [registered]);
    ok((await checked(cards.profile.show(state)))[0]?.includes('experts/pause'));
    ok(!(await checked(cards.profile.show(state), hanna))[0]?.includes('experts/pause'));
  });

  it('shows the form empty, and with as much as it takes', async () => {
    const organisation = 'Ziekenhuis De Meren';
    await checked(cards.register.show({ typed: {}, problems: [], organisation, periods: [] }));
    const { concepts } = await bench.deps.experts.matcher();
    const fullest: Expert = {
      ...expert,
      specialisms: concepts.slice(0, limits.specialisms).map(({ id }) => id),
      ownWords: '"é\n'.repeat(limits.ownWords / 3),
      domains,
      mandates,
      mandateUntil: '2027-06-30',
      livedExperience: true,
    };
    const problems = [refusalText('period-reversed'), refusalText('no-regions')];
    await checked(cards.register.show({ typed: typedOf(fullest), problems, organisation, periods }));
    await checked(cards.register.show({ typed: { hoursPerMonth: 'x' }, problems, organisation, periods }));
  });

  const page = async (state: Partial<ListState>): Promise<ListState> => ({
    experts: [],
    ...{ from: 0, all: 0, steps: 8, concepts: [], partners: [], filter: {} },
    regions: await bench.deps.directory.regions(monday),
    ...state,
  });

  it('shows the list empty, found nothing, and full', async () => {
    ok((await checked(cards.list.show(await page({}))))[0]?.includes('Wie wil meedenken, stuurt mij'));
    const nobody = await page({ filter: { region: 'groningen', question: 'slaap' } });
    ok((await checked(cards.list.show(nobody)))[0]?.includes('Ik vind niemand'));
    const long = { ownWords: 'x'.repeat(limits.ownWords), organisation: 'Organisatie '.repeat(16) };
    const one = fold(expertDecider, [registered, changed(long), ...busy]) as EngagedExpert;
    const full = await page({
      experts: Array.from({ length: 8 }, () => one),
      ...{ from: 8, all: 24, filter: { question: 'Wie? '.repeat(60) } },
      concepts: (await bench.deps.experts.matcher()).concepts.slice(0, 30).map(({ id }) => id),
      partners: partners.map(({ id }) => id),
    });
    const [nl = ''] = await checked(cards.list.show(full));
    ok(nl.includes('9 tot en met 16 van 24') && nl.includes('Vorige') && nl.includes('Volgende'));
  });

  it('shows partners: all there are, and only where to go at last', async () => {
    await checked(cards.partners.show({ partners: partners.map(({ id }) => id) }));
    const [nl = ''] = await checked(cards.partners.show({ partners: [] }));
    ok(!nl.includes('Deze organisaties denken mee') && nl.includes('Het Juiste Loket'));
  });

  it('shows words, however long, and none', async () => {
    await checked(cards.words.show({ waiting: [], notice }));
    const waiting = Array.from({ length: 200 }, (_, n) => String.fromCharCode(97 + (n % 26)).repeat(40));
    const [nl = ''] = await checked(cards.words.show({ waiting, notice: refusalText('not-waiting') }));
    equal(nl.split('"title":"').filter((part) => /^[a-z]{40}"/.test(part)).length, 10);
  });

  it('shows an outcome, and one that stands out', async () => {
    await checked(cards.result.show({ lines: [notice] }));
    const [nl = ''] = await checked(cards.result.show({ lines: [], alert: notice }));
    ok(nl.includes('"style":"attention"'));
  });

  it('names each card once', () => {
    const names = definitionsOf(cards).map(({ name }) => name);
    deepEqual(names, [...new Set(names)]);
  });
});
