import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { pino } from 'pino';
import { type Locale, locales } from '../../../src/core/locale.ts';
import { personId, type PersonId } from '../../../src/core/ids.ts';
import type { Role } from '../../../src/features/directory/index.ts';
import { troubleCard } from '../../../src/features/operations/cards.ts';
import { operatorCardKind } from '../../../src/features/operations/reactions.ts';
import { lookForTrouble, operatorCards, retry } from '../../../src/features/operations/trouble-desk.ts';
import { type Trouble, troubleStream } from '../../../src/features/operations/trouble.ts';
import type { Outcome, StoredEffect } from '../../../src/store/effect-queue.ts';
import { renderCard } from '../../../src/teams/render.ts';
import { checkCard } from '../../support/card-check.ts';
import { openedStore } from '../../support/store-opened.ts';
import { ask, caseStream, claimOf, effect, enqueue, moment, settled } from '../../support/store-samples.ts';
import { openTemporary } from '../../support/store-sqlite.ts';

const stream = caseStream(1);
const lane = { stream, lane: 'channel' };
const [nora, tom] = [personId('nora'), personId('tom')];
const log = pino({ level: 'silent' });
const signal = new AbortController().signal;

describe('work that was given up', () => {
  const opened = openedStore(openTemporary);
  const roles: Readonly<Record<string, readonly Role[]>> = { nora: ['operator'], tom: ['process-director'] };
  const someone = (id: PersonId) => ({ id, name: id, organisation: '', roles: roles[id] ?? [] });
  const deps = (atMs = 0) => ({
    ...{ store: opened(), log, clock: { now: () => moment(atMs) } },
    directory: { person: async (id: PersonId) => someone(id), people: async () => [someone(nora)] },
  });
  const facts = (state: Trouble) => {
    ok(state.status !== 'none');
    return {
      status: state.status,
      parked: state.parked.map(({ key }) => key),
      again: state.again.map(({ key }) => key),
    };
  };

  async function parkSome(...keys: string[]) {
    await enqueue(opened(), { stream, effects: keys.map((key) => effect(key, { lane: 'channel' })) });
    let claim = await claimOf(opened(), lane, ask(0));
    for (const each of claim.effects) {
      claim = settled(await opened().begin(claim, each, ask(0)));
      claim = settled(await opened().park(claim, each, 'no such channel'));
    }
    await opened().release(claim);
  }

  async function doAll() {
    let claim = await claimOf(opened(), lane, ask(1_000));
    for (const each of claim.effects) {
      claim = settled(await opened().begin(claim, each, ask(1_000)));
      claim = settled(await opened().complete(claim, each));
    }
    await opened().release(claim);
  }

  it('is told to the operators once, by however many instances look', async () => {
    await parkSome('a', 'b');
    await Promise.all([lookForTrouble(deps()), lookForTrouble(deps())]);
    await lookForTrouble(deps(60_000));
    equal((await opened().history(troubleStream)).length, 1);
    deepStrictEqual(await opened().dueLanesOf(troubleStream, moment(0)), [
      { stream: troubleStream, lane: 'card-trouble-1-nora' },
    ]);
  });

  it('costs two questions and no write when there is none', async () => {
    deepStrictEqual(await lookForTrouble(deps()), { status: 'none' });
    deepStrictEqual(await opened().history(troubleStream), []);
  });

  it('is put back by an operator, and solved once it is done', async () => {
    await parkSome('a', 'b');
    await lookForTrouble(deps());
    const retried = await retry(deps(500), nora, 'tell');
    ok(retried.ok);
    deepStrictEqual([retried.count, facts(retried.state)], [2, { status: 'open', parked: [], again: ['a', 'b'] }]);
    await doAll();
    deepStrictEqual(facts(await lookForTrouble(deps(60_000))), { status: 'solved', parked: [], again: [] });
  });

  it('is put back by nobody else, and not when there is none of that kind', async () => {
    await parkSome('a');
    deepStrictEqual(await retry(deps(), tom, 'tell'), { ok: false, refused: 'not-operator' });
    deepStrictEqual(await retry(deps(), nora, 'link'), { ok: false, refused: 'nothing-given-up' });
    equal((await opened().parked(10)).length, 1);
  });

  describe('the card', () => {
    const file = (changes: object = {}): Trouble => ({
      ...{ status: 'open', episode: 1, since: '2026-11-23T08:00:00.000Z', operators: [nora], again: [] },
      parked: ['show-card', 'show-card', 'case-channel'].map((kind, n) => ({
        ...{ stream, key: `k${n}`, kind, due: `2026-11-23T0${n + 7}:00:00.000Z` },
      })),
      ...changes,
    });
    const draw = async (state: Trouble, locale: Locale = 'nl') => {
      const reader = { locale, person: nora, now: new Date() };
      const json = await renderCard(troubleCard.definition, { state: troubleCard.show(state).state, reader });
      ok(json);
      checkCard(json);
      return JSON.stringify(json);
    };

    it('says what, how much and since when, with a button for each kind, and names no stream', async () => {
      const text = await draw(file());
      match(text, /3 taken van de bot bleven liggen.*\*\*Kaarten\*\* \(show-card\): 2.*maandag 23 november, 08:00/);
      match(text, /Probeer opnieuw: Kaarten".*Probeer opnieuw: Casussen en hun kanalen"/);
      equal(text.includes('case-1'), false);
    });

    it('says what runs again, and when all of it was done', async () => {
      match(await draw(file({ parked: [], again: [{}] })), /loopt weer.*1 taak is teruggezet en nog niet klaar/);
      const solved = file({ status: 'solved', parked: [], endedAt: '2026-11-23T09:30:00.000Z' });
      match(await draw(solved), /Opgelost.*Van maandag 23 november, 09:00 tot maandag 23 november, 10:30/);
    });

    it('reads in both languages, also when there is more than it names', async () => {
      const many = { parked: Array.from({ length: 100 }, (_, n) => ({ stream, key: '', kind: `k${n}-x`, due: 'x' })) };
      const due = '2026-11-23T08:00:00.000Z';
      for (const locale of locales) await draw(file({ parked: many.parked.map((each) => ({ ...each, due })) }), locale);
    });
  });

  describe('a card to an operator', () => {
    const sent = { ...effect('card', {}), kind: operatorCardKind, stream: troubleStream, lane: 'l', due: '' };
    const stored = (attempts: number): StoredEffect => ({ ...sent, attempts, ambiguous: false });
    const failed: Outcome = { done: false, error: '403', ambiguous: false };
    const showing = (outcome: () => Outcome, attempts = 0) =>
      operatorCards({ log }, { kind: 'show-card', run: async () => outcome() }).run(stored(attempts), signal);

    it('is sent like any other, and again while that may help', async () => {
      deepStrictEqual(await showing(() => ({ done: true })), { done: true });
      deepStrictEqual(await showing(() => failed), failed);
      const later: Outcome = { done: false, again: true, afterMs: 5 };
      deepStrictEqual(await showing(() => later, 50), later);
    });

    it('is let go and never given up, however the chat refuses it', async () => {
      deepStrictEqual(await showing(() => failed, 7), { done: true });
      deepStrictEqual(await showing(() => ({ done: false, park: true, error: 'too large' })), { done: true });
      const thrown = () => {
        throw new Error('no line');
      };
      deepStrictEqual(await showing(thrown, 7), { done: true });
    });
  });
});
