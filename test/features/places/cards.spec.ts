import { deepEqual, match, ok } from 'node:assert/strict';
import { type Locale, locales } from '../../../src/core/locale.ts';
import { caseId } from '../../../src/features/cases/index.ts';
import { type PlaceCards, createCards } from '../../../src/features/places/cards.ts';
import { facilityRefusals } from '../../../src/features/places/facility-messages.ts';
import { findFits } from '../../../src/features/places/fit.ts';
import { facilityId, requestId } from '../../../src/features/places/place-ids.ts';
import { requestRefusals } from '../../../src/features/places/request-messages.ts';
import type { RequestEvent } from '../../../src/features/places/request-messages.ts';
import type { PlaceRequestFile } from '../../../src/features/places/request-state.ts';
import { refusalText, textsFor } from '../../../src/features/places/texts.ts';
import { formKinds } from '../../../src/features/places/view-forms.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { monday } from '../../support/feature-bench.ts';
import { openBench, people, type PlacesBench } from './bench.ts';
import {
  asking,
  director,
  facilityAfter,
  held,
  hold,
  hoeve,
  inAcceptance,
  inOffer,
  inPlace,
  later,
  needs,
  placeHeld,
  placeOffered,
  registered,
  requestAfter,
  requested,
  today,
} from './samples.ts';

const back = (because: 'expired' | 'cannot' | 'not-wanted'): RequestEvent => ({
  type: 'PlaceWentBack',
  data: { at: later, hold, because, note: because === 'cannot' ? 'Er is brand geweest.' : '' },
});
const withdrawn: RequestEvent = { type: 'RequestWithdrawn', data: { at: later, by: director, reason: 'Thuis.' } };
const declined: RequestEvent = {
  type: 'PlaceDeclined',
  data: { at: later, by: director, hold, who: 'family', reason: 'Te ver van opa.' },
};
const left: RequestEvent = {
  type: 'YouthLeft',
  data: { at: later, by: director, hold, day: '2026-12-30', to: 'follow-on' },
};

const files: Readonly<Record<string, PlaceRequestFile>> = {
  'help that comes': requestAfter({ type: 'HelpComesToYouth', data: asking() }),
  searching: requestAfter(requested()),
  'searching for two with everything filled in': requestAfter(
    requested({
      needs: needs({ ages: [12, 10], kinds: ['family-home', 'foster'], tenableUntil: '2026-12-20', money: 'G-7' }),
    }),
  ),
  held: requestAfter(requested(), placeHeld()),
  'held for longer': requestAfter(requested(), placeHeld(), {
    type: 'HoldProlonged',
    data: { at: later, hold, until: '2026-12-07T16:00:00.000Z', reason: 'Vakantie.' },
  }),
  offered: requestAfter(...inOffer),
  'offered in another centre': requestAfter(requested(), placeHeld({ centre: 'BZ', places: 2 }), placeOffered),
  accepted: requestAfter(...inAcceptance),
  occupied: requestAfter(...inPlace),
  left: requestAfter(...inPlace, left),
  expired: requestAfter(requested(), placeHeld(), back('expired')),
  'refused by the provider': requestAfter(...inOffer, back('cannot')),
  'gone back': requestAfter(requested(), placeHeld(), back('not-wanted')),
  declined: requestAfter(...inOffer, declined),
  withdrawn: requestAfter(...inOffer, withdrawn),
};

describe('places: cards', () => {
  let bench: PlacesBench;
  let cards: PlaceCards;
  before(async () => {
    bench = await openBench();
    cards = createCards({ ...bench.deps, waiting: async () => Object.values(files) });
  });
  after(() => bench.close());

  const render = async (card: Card, locale: Locale): Promise<string> => {
    const definition = Object.values(cards).find((each) => each.definition.name === card.name)?.definition;
    if (!definition) throw new Error(`no card ${card.name}`);
    const reader = { locale, person: people.fatima, now: monday };
    const json = await renderCard(definition, { state: card.state, reader, extra: { ...card.extra } });
    if (!json) return '';
    checkCard(json);
    return JSON.stringify(json);
  };

  for (const locale of locales) {
    for (const [what, file] of Object.entries(files)) {
      it(`are right in ${locale} for a request that is ${what}`, async () => {
        const shown = await render(cards.request.show(file, { notice: { nl: 'Let op.', en: 'Mind.' } }), locale);
        ok(shown.includes('LI-2026-0002') && /Let op|Mind/.test(shown));
        const offers = await Promise.all([0, 1].map((index) => render(cards.offer.show(file, { index }), locale)));
        for (const text of ['opa', 'Limburg', 'Vakantie', 'overleg']) ok(!offers.join().includes(text), text);
        for (const event of ['PlaceOffered', 'PlaceAccepted', 'PlaceWentBack', 'PlaceDeclined', 'PlaceToldFree'])
          for (const reader of ['director', 'provider', 'staff'])
            await render(cards.news.show(file, { what: event, index: 0, reader, name: 'De Hoeve' }), locale);
      });
    }

    for (const kind of formKinds)
      it(`have a right dialog in ${locale} for ${kind}`, async () => {
        const card =
          kind === 'accept' ? cards.accept : kind === 'leave' || kind === 'move-in' ? cards.moving : cards.reason;
        for (const file of [files['offered'], files[kind === 'accept' ? 'offered in another centre' : 'occupied']]) {
          ok(file);
          const problems = [refusalText('reason-missing')];
          const shown = await render(card.show({ kind, file, typed: {}, problems }), locale);
          ok(shown.includes(`places/${kind}-send`));
        }
      });

    it(`are right in ${locale} for asking, results, lists, the board and a facility`, async () => {
      const ids = { case: caseId('case-2'), request: requestId('request-1') };
      const known = facilityAfter(registered({ concerns: 'Brandstichting.', near: ['school'] }), held());
      const facility = facilityAfter(registered());
      const file = files['searching'];
      ok(file);
      const fits = findFits({ needs: file.needs, centre: 'BZ', today }, [known, facility]);
      const problems = [refusalText('ages-missing')];
      for (const card of [
        cards.ask.show({ ...ids, typed: {}, problems }),
        cards.needs.show({ ...ids, typed: {}, problems }),
        cards.results.show({ file, fits, more: 3 }),
        cards.results.show({ file, fits: [], more: 0 }),
        cards.list.show({ files: Object.values(files) }),
        cards.list.show({ files: [] }),
        cards.free.show({ facilities: [known, facility], count: 1, from: today }),
        cards.facility.show({ facility: facilityId('new'), typed: {}, problems }),
        cards.facility.show({ facility: hoeve, seen: 1, typed: {}, problems: [] }),
        cards.board.show({
          ...{ centre: 'LI', centres: ['LI', 'BZ'], facilities: [known, facility] },
          ...{ waiting: Object.values(files), mayManage: true },
        }),
        cards.board.show({ centre: 'LI', centres: ['LI'], facilities: [], waiting: [], mayManage: false }),
      ])
        ok((await render(card, locale)) !== '');
    });
  }

  it('say nothing about what is not there', async () => {
    const file = files['searching'];
    ok(file);
    for (const extra of [{}, { index: 7 }, { index: 'een' }])
      deepEqual(
        [await render(cards.offer.show(file, extra), 'nl'), await render(cards.news.show(file, extra), 'nl')],
        ['', ''],
      );
  });

  it('have two buttons at most for the next step', async () => {
    for (const file of Object.values(files)) {
      const shown = await render(cards.request.show(file), 'nl');
      const buttons = shown.match(/"verb":"places\/[\w-]+"/g) ?? [];
      ok(new Set(buttons).size <= 2, buttons.join());
    }
  });

  it('show only to the director what the provider wrote', async () => {
    const file = files['refused by the provider'];
    ok(file);
    const extra = { what: 'PlaceWentBack', index: 0 };
    match(await render(cards.news.show(file, { ...extra, reader: 'director' }), 'nl'), /Er is brand geweest/);
    ok(!(await render(cards.news.show(file, { ...extra, reader: 'provider' }), 'nl')).includes('brand'));
  });
});

describe('places: texts', () => {
  const codes = [...facilityRefusals, ...requestRefusals, 'unknown-request', 'not-running', 'not-accepted'] as const;

  for (const code of codes)
    it(`say in both languages what to do after ${code}`, () => {
      const { nl, en } = refusalText(code);
      ok(nl.length > 10 && en.length > 10 && nl !== en);
    });

  it('take a refusal of the case from the case', () => {
    ok(refusalText('unknown-case').nl.length > 10);
  });

  it('know one and many', () => {
    deepEqual(
      locales.flatMap((locale) => {
        const { say } = textsFor[locale];
        return [say.places(1), say.places(2), say.free(1), say.toCreate(1), say.freed(1, 'De Hoeve', '1 december')];
      }),
      [
        ...['1 plek', '2 plekken', '1 plek vrij', '1 plek nog te maken'],
        'Eén plek bij De Hoeve vrij vanaf 1 december. Dank je wel.',
        ...['1 place', '2 places', '1 place free', '1 place to be created'],
        'One place at De Hoeve free from 1 december. Thank you.',
      ],
    );
  });
});
