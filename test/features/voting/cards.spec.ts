import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { personId, type PersonId } from '../../../src/core/ids.ts';
import { type Locale, locales } from '../../../src/core/locale.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { BoardFile } from '../../../src/features/voting/board.ts';
import { createCards } from '../../../src/features/voting/cards.ts';
import { closingOn, remindAtFor } from '../../../src/features/voting/dates.ts';
import { boardOf } from '../../../src/features/voting/opening-desk.ts';
import type { SeatFile } from '../../../src/features/voting/seat-state.ts';
import { refusalText, say } from '../../../src/features/voting/texts.ts';
import { dutch } from '../../../src/features/voting/texts.nl.ts';
import { voteDecider } from '../../../src/features/voting/vote.ts';
import type { Outcome, VoteFile } from '../../../src/features/voting/vote-state.ts';
import type { Refusal } from '../../../src/features/voting/voting-desk.ts';
import { cardBytes, maxCardBytes, renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { closesAt, els, jan, judith, later, opensAt, rob, seatFor, toOpen, vote } from './samples.ts';

const voteFile = (changes: Parameters<typeof toOpen>[0] = {}): VoteFile =>
  fold(voteDecider, [{ type: 'VoteOpening', data: { at: opensAt, by: jan, vote: toOpen(changes) } }]) as VoteFile;

const long = 'Een lange toelichting met woorden. '.repeat(11).slice(0, 400);
const outcome = (secrecy: Outcome['secrecy'], ballots: number): Outcome => ({
  ...{ vote, kind: 'decision', secrecy, counts: { adopt: ballots }, ballots, seats: ballots, recused: 1 },
  ...{ turnoutPercent: 100, quorumMet: true, result: 'adopt', closedAt: closesAt },
  reasons: Array.from({ length: ballots }, (_, n) => ({ choice: 'reject', text: `${long}${n}`, by: els })),
  ballotsBy: Array.from({ length: ballots }, (_, n) => ({ person: personId(`p${n}`), choice: 'adopt', castBy: els })),
});
const seat = (changes: Partial<SeatFile> = {}): SeatFile => ({
  ...({ vote, n: 3, holder: rob, weight: 1, kind: 'decision', secrecy: 'hidden', closesAt, status: 'open' } as const),
  ...{ casts: 0, reminders: [], isReminded: false, isPublished: false },
  deputies: [{ person: judith, validFrom: '2026-11-01', validTo: '2026-11-25' }],
  ...changes,
});
const board = (changes: Partial<BoardFile> = {}): BoardFile => ({
  ...boardOf(voteFile()),
  ...({ stage: 'open', voted: 2, recused: 1, countedAt: later, showAt: later, notices: 0 } as const),
  ...changes,
});

describe('the cards of votes', () => {
  let stored = voteFile();
  const cards = createCards({
    names: { nameOf: async (id: PersonId) => `Naam van ${id.slice(-2)}` },
    vote: async () => stored,
  });
  beforeEach(() => {
    stored = voteFile();
  });

  type Reading = Readonly<{ person?: PersonId; now?: string; locale?: Locale }>;
  const draw = async ({ name, state, extra }: Card, reading: Reading = {}): Promise<JsonObject | undefined> => {
    const definition = Object.values(cards).find((each) => each.definition.name === name)!.definition;
    const { person, now = later, locale = 'nl' } = reading;
    const reader = { locale, person, now: new Date(now) };
    const teamsIdOf = async (of: PersonId) => of;
    const json = await renderCard(definition, { state, reader, teamsIdOf, ...(extra ? { extra } : {}) });
    if (json) checkCard(json);
    return json;
  };
  const text = async (card: Card, reading?: Reading) => JSON.stringify((await draw(card, reading)) ?? '');
  const typed = { reason: '', day: '' };
  const problems = [refusalText('reason-missing')];
  const ask = { vote, n: 3, verb: 'voting/recuse-send', question: say(({ recuseAsk }) => recuseAsk) };
  const every = (): readonly Readonly<{ card: Card; person: PersonId }>[] => [
    { card: cards.ballot.show(seat()), person: rob },
    { card: cards.ballot.show(seat(), { isReminder: true, notice: refusalText('choice-missing') }), person: judith },
    { card: cards.ballot.show(seat({ kind: 'advice' })), person: rob },
    { card: cards.ballot.show(seat({ status: 'recused', recusal: { at: later, reason: 'x' } })), person: judith },
    {
      card: cards.ballot.show(seat({ status: 'voted', ballot: { at: later, by: rob, choice: 'adopt' } })),
      person: judith,
    },
    {
      card: cards.ballot.show(seat({ status: 'voted', ballot: { at: later, by: judith, choice: 'adopt' } })),
      person: rob,
    },
    { card: cards.ballot.show(seat({ secrecy: 'secret', ballot: { at: later, by: rob } })), person: rob },
    { card: cards.ballot.show(seat({ status: 'sealed' })), person: rob },
    { card: cards.board.show(board()), person: rob },
    { card: cards.board.show(board({ stage: 'closed', outcome: outcome('open', 3) })), person: rob },
    { card: cards.board.show(board({ stage: 'cancelled', cancelledBecause: 'Niet nodig.' })), person: rob },
    { card: cards.manage.show(board({ extendedBecause: 'Vakantie.' })), person: jan },
    { card: cards.manage.show(board({ stage: 'closed', outcome: outcome('hidden', 3) })), person: jan },
    { card: cards.owed.show({ seats: [seat(), seat({ n: 4, holder: els })], inVote: false }), person: rob },
    { card: cards.owed.show({ seats: [], inVote: true }), person: rob },
    { card: cards.reason.show({ ...ask, explanation: { nl: '', en: '' }, typed, problems }), person: rob },
    { card: cards.extend.show({ file: voteFile(), typed, problems }), person: jan },
  ];

  it('are right in both languages, and one differs from the other', async () => {
    for (const { card, person } of every()) {
      const [nl, en] = await Promise.all(locales.map(async (locale) => draw(card, { person, locale })));
      ok(nl && en, card.name);
      ok(nl['fallbackText'] !== en['fallbackText'], card.name);
    }
  });

  it('have no words of a case and no name of a channel', async () => {
    for (const { card, person } of every()) ok(!(await text(card, { person })).includes('19:bestuur'));
  });

  it('show a ballot to its holder and deputies only', async () => {
    for (const person of [els, jan, undefined])
      equal(await draw(cards.ballot.show(seat()), { person: person! }), undefined);
    equal(await draw(cards.manage.show(board()), { person: els }), undefined);
    equal(await draw(cards.board.show({ stage: 'none' })), undefined);
  });

  it('tell a chair which of the two cards is for the chair', async () => {
    const forChair = 'Alleen jij ziet deze kaart: je bent voorzitter van deze stemming.';
    ok((await text(cards.manage.show(board()), { person: jan })).includes(forChair));
    for (const card of [cards.board.show(board()), cards.ballot.show(seat())])
      ok(!(await text(card, { person: rob })).includes(forChair));
  });

  it('do not show a deputy what the holder chose, or why', async () => {
    const ballot = { at: later, by: rob, choice: 'reject', reason: 'Mijn eigen reden.' } as const;
    const shown = await text(cards.ballot.show(seat({ status: 'voted', casts: 1, ballot })), { person: judith });
    ok(!/Mijn eigen reden|Je stem:/.test(shown));
    ok(!shown.includes('Input.ChoiceSet'));
  });

  it('take no votes from the hour of closing on', async () => {
    for (const card of [cards.ballot.show(seat()), cards.board.show(board())]) {
      ok(/voting\/(cast|mine)","data/.test((await text(card, { person: rob })).replace(/"refresh".*?\]\}/, '')));
      const late = (await text(card, { person: rob, now: closesAt })).replace(/"refresh".*?\]\}/, '');
      ok(!/voting\/(cast|mine)/.test(late), late);
      ok(late.includes('De stemmen worden geteld'));
    }
  });

  it('renew themselves for sixty people at most', async () => {
    const userIds = async (count: number) => {
      const seats = Array.from({ length: count }, (_, n) => seatFor(personId(`p${n}`)));
      const file = { ...voteFile({ seats }), waiting: seats };
      const card = await draw(cards.board.show({ ...board(), people: boardOf(file).people }));
      return (card?.['refresh'] as { userIds: readonly string[] }).userIds;
    };
    equal((await userIds(60)).length, 60);
    deepStrictEqual(await userIds(61), []);
  });

  it('stay within what Teams takes, with all who voted and all they wrote', async () => {
    const whole = outcome('open', 500);
    stored = { ...voteFile({ text: 'Tekst. '.repeat(280) }), stage: 'closed', outcome: whole };
    const shown = [
      await draw(cards.ballot.show(seat({ status: 'sealed' })), { person: rob }),
      await draw(cards.board.show(board({ stage: 'closed', outcome: whole }))),
      await draw(cards.manage.show(board({ stage: 'closed', outcome: whole })), { person: jan }),
      await draw(cards.owed.show({ seats: Array.from({ length: 100 }, () => seat()), inVote: false }), { person: rob }),
    ];
    for (const card of shown) ok(card && cardBytes(card) < maxCardBytes, String(card && cardBytes(card)));
  });

  it('have a text for every refusal that says what to do next', () => {
    for (const code of Object.keys(dutch.refusals) as Refusal[]) {
      const { nl, en } = refusalText(code);
      ok(nl.endsWith('.') && en.endsWith('.') && nl !== en, code);
    }
  });
});

describe('the days of a vote', () => {
  const isHoliday = (day: string) => day === '2026-12-25';

  it('closes at the end of a day, by the Dutch clock', () => {
    equal(closingOn('2026-11-27'), '2026-11-27T16:00:00.000Z');
    equal(closingOn('2026-07-03'), '2026-07-03T15:00:00.000Z');
  });

  it('reminds working days before, in the morning', () => {
    equal(remindAtFor(closesAt, 1, isHoliday), '2026-11-26T08:00:00.000Z');
    equal(remindAtFor('2026-11-30T16:00:00.000Z', 1, isHoliday), '2026-11-27T08:00:00.000Z');
    equal(remindAtFor('2026-12-28T16:00:00.000Z', 1, isHoliday), '2026-12-24T08:00:00.000Z');
    equal(remindAtFor(closesAt, 0, isHoliday), '2026-11-27T08:00:00.000Z');
  });
});
