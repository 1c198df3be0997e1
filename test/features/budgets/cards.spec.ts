import { equal, match, ok } from 'node:assert/strict';
import { locales } from '../../../src/core/locale.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import { budgetLines, type BudgetFile } from '../../../src/features/budgets/budget-state.ts';
import { budgetRefusals } from '../../../src/features/budgets/budget-messages.ts';
import { type BudgetCards, createCards } from '../../../src/features/budgets/cards.ts';
import { mustCriteria } from '../../../src/features/budgets/criteria.ts';
import type { RequestEvent } from '../../../src/features/budgets/request-messages.ts';
import { requestRefusals } from '../../../src/features/budgets/request-messages.ts';
import type { RequestFile } from '../../../src/features/budgets/request-state.ts';
import { blockedText, refusalText } from '../../../src/features/budgets/texts.ts';
import { dialogs } from '../../../src/features/budgets/view-forms.ts';
import { cardBytes, renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { openSources, type Sources } from '../../support/feature-bench.ts';
import * as story from './samples.ts';

const { at, jan, fatima, euros, requested, adopted, rejected, withdrawn, endReached, ended, adoption } = story;
const noted = (money: object, trouble?: 'not-enough'): RequestEvent => ({
  type: 'MoneyNoted',
  data: {
    ...{ at, year: 2026, money: { status: 'reserved', reserved: 0, committed: 0, spent: 0, settled: 0, ...money } },
    ...(trouble === undefined ? {} : { trouble }),
  },
});
const askedFor = (ask: typeof story.ask): RequestEvent =>
  ({
    ...requested,
    data: { ...(requested as Extract<RequestEvent, { type: 'MoneyRequested' }>).data, ask },
  }) as RequestEvent;
const amended: RequestEvent = {
  type: 'RequestDecided',
  data: { ...adoption, outcome: 'adopted-amended', amountCents: euros(20_000) },
};

const files: Readonly<Record<string, RequestFile>> = {
  asked: story.requestAfter(requested, noted({ reserved: euros(24_000) })),
  postponed: story.requestAfter(requested, { type: 'RequestPostponed', data: { ...adoption, outcome: 'postponed' } }),
  adopted: story.requestAfter(requested, adopted, noted({ committed: euros(24_000), spent: 50 })),
  'adopted for less': story.requestAfter(requested, amended),
  'adopted, with too little': story.requestAfter(requested, amended, noted({ reserved: 1 }, 'not-enough')),
  'adopted as a guarantee': story.requestAfter(
    askedFor(story.guaranteed),
    adopted,
    noted({ spent: 900, settled: 100 }),
  ),
  rejected: story.requestAfter(requested, rejected),
  withdrawn: story.requestAfter(requested, withdrawn),
  expired: story.requestAfter(requested, {
    type: 'RequestDecided',
    data: { ...adoption, outcome: 'expired', motivation: '' },
  }),
  'at its end': story.requestAfter(requested, adopted, endReached),
  ended: story.requestAfter(requested, adopted, endReached, ended),
  'ended as a guarantee': story.requestAfter(askedFor(story.guaranteed), adopted, ended, noted({ spent: 900 })),
};

describe('cards of budgets', () => {
  let sources: Sources;
  let cards: BudgetCards;
  before(async () => {
    sources = await openSources();
    cards = createCards({ directory: sources.deps.directory, leads: async (person) => person === jan });
  });
  after(() => sources.deps.store.close());

  async function check({ name, state, extra = {} }: Card, person: PersonId = jan): Promise<string> {
    const definition = Object.values(cards).find((card) => card.definition.name === name)?.definition;
    ok(definition);
    const shown: string[] = [];
    for (const locale of locales) {
      const now = new Date('2026-12-20T09:00:00.000Z');
      const json = await renderCard(definition, { state, extra, reader: { locale, person, now } });
      if (!json) continue;
      checkCard(json);
      ok(cardBytes(json) < 60 * 1024, `${name} is ${cardBytes(json)} bytes`);
      shown.push(JSON.stringify(json));
    }
    return shown[0] ?? '';
  }

  for (const [stage, file] of Object.entries(files))
    it(`are right when a request is ${stage}`, async () => {
      for (const person of [jan, fatima]) {
        const status = await check(cards.status.show(file, { notice: refusalText({ refused: 'not-enough' }) }), person);
        ok((status.match(/task\/fetch/g) ?? []).length <= 2, 'at most two buttons');
        await check(cards.decision.show(file), person);
        await check(cards.ending.show(file), person);
      }
    });

  it('show nothing of a request that is not there', async () => {
    for (const name of ['status', 'decision', 'ending'] as const)
      equal(await check(cards[name].show({ stage: 'none' })), '');
    equal(await check(cards.warning.show({ status: 'none' }, { line: 'consult', level: 80 })), '');
    equal(await check(cards.decision.show(story.requestAfter(requested))), '');
  });

  it('are right for every step of asking, also with the longest texts', async () => {
    const typed = {
      purpose: 'é"'.repeat(500),
      settlement: 'x'.repeat(400),
      ...Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`reason${index + 1}`, 'é"'.repeat(150)])),
    };
    for (const each of [{}, typed])
      for (const step of ['request', 'criteria'] as const)
        for (const lines of [budgetLines, ['learning'] as const])
          await check(
            cards[step].show({
              ...({ case: '', request: story.one, typed: each, lines } as const),
              problems: mustCriteria.map(blockedText),
            }),
          );
  });

  it('are right for every short dialog', async () => {
    for (const dialog of dialogs)
      for (const problems of [[], [refusalText({ refused: 'amount-wrong' })]])
        await check(cards.form.show({ dialog, request: story.one, typed: {}, problems }));
    const close = await check(
      cards.form.show({ dialog: 'close', request: '', place: { centre: 'LI', year: 2026 }, typed: {}, problems: [] }),
    );
    match(close, /gaat mee naar 2027/);
    for (const which of ['allocate', 'shift'] as const)
      await check(cards[which].show({ centre: 'LI', year: 2026, typed: {}, problems: [] }));
    for (const mayAsk of [true, false]) await check(cards.how.show({ mayAsk }));
  });

  it('are right for budgets of every kind', async () => {
    const full = story.budgetAfter(
      ...[story.allocated, story.reserved, story.committed, story.reservedGuarantee, story.committedGuarantee],
      ...[story.spentGuarantee],
      {
        type: 'MoneyShifted',
        data: {
          ...({ at, by: jan, from: 'consult', to: 'learning', cents: euros(20_000), reason: 'Nodig.' } as const),
          override: { reason: 'Het bestuur vult aan.' },
        },
      },
      { type: 'MoneySettled', data: { at, by: jan, request: story.two, cents: 50, day: '2026-12-01', what: '' } },
      { type: 'LineWarned', data: { at, line: 'guarantee', level: 80 } },
    );
    const closed: BudgetFile = story.budgetAfter(story.allocated, { type: 'YearClosed', data: { at, by: jan } });
    const running = Object.values(files).slice(0, 8);
    for (const budget of [full, closed, story.budgetAfter(story.allocated)])
      for (const manages of [true, false]) {
        await check(cards.overview.show({ centre: 'LI', year: 2026, budget, manages, running }));
        await check(cards.overview.show({ centre: 'LI', year: 2026, budget, manages, running: [] }));
      }
    await check(cards.overview.show({ centre: 'LI', year: 2018, manages: true, running: [] }));
    for (const level of [80, 95] as const) await check(cards.warning.show(full, { line: 'guarantee', level }));
  });
});

describe('texts of budgets', () => {
  it('say in both languages what to do next after every refusal', () => {
    for (const code of [...budgetRefusals, ...requestRefusals])
      for (const locale of locales) {
        const text = refusalText({ refused: code })[locale];
        ok(text.length > 25 && /[.!?]$/.test(text), `${code}: ${text}`);
      }
  });
  it('say when no other line could shift', () => {
    const room = { line: 'consult', free: 0, others: [] } as const;
    const { nl, en } = refusalText({ refused: 'not-enough', room });
    match(nl, /niets meer vrij\. Geen andere post heeft nog ruimte\./);
    match(en, /Nothing is free on consultation any more\. No other line has room\./);
  });
});
