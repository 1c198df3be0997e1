import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import { locales } from '../../../src/core/locale.ts';
import { lackingCard } from '../../../src/features/watch/cards.ts';
import { digestDecider } from '../../../src/features/watch/digest.ts';
import { type Digest, type DigestEvent, type Lacking, watchedKinds } from '../../../src/features/watch/gaps-state.ts';
import { reactToDigest } from '../../../src/features/watch/reactions.ts';
import { renderCard } from '../../../src/teams/render.ts';
import { checkCard } from '../../support/card-check.ts';
import { specify } from '../../support/decider-spec.ts';

const given = specify(digestDecider);
const chair = personId('kees');
const [monday, tuesday] = ['2026-11-23', '2026-11-24'];
const item = (changes: Partial<Lacking> = {}): Lacking => ({
  ...{ kind: 'case', id: 'c1', number: 'LI-2026-0002', case: 'c1', gaps: ['owner'] },
  ...changes,
});
const found = (items: readonly Lacking[], day = monday) => ({ at: `${day}T07:30:00.000Z`, day, chair, items });
const tell = (...args: Parameters<typeof found>) => ({ type: 'TellLacking', data: found(...args) }) as const;
const first: DigestEvent = { type: 'LackingFound', data: found([item()]) };
const mended: DigestEvent = { type: 'AllMended', data: { at: `${tuesday}T07:30:00.000Z`, day: tuesday } };

describe('what a chair hears in the morning', () => {
  it('is what lacks something', () => {
    given()
      .when(tell([item()]))
      .thenEvents(first);
  });

  it('is nothing when nothing lacks, and nothing new on the same day', () => {
    given().when(tell([])).thenNothing();
    given(first)
      .when(tell([item()]))
      .thenNothing();
    given(first, mended).when(tell([], tuesday)).thenNothing();
  });

  it('is brought up to date the next day, and says when all of it was mended', () => {
    const next: DigestEvent = { type: 'LackingFound', data: found([item()], tuesday) };
    given(first)
      .when(tell([item()], tuesday))
      .thenEvents(next);
    given(first).when(tell([], tuesday)).thenEvents(mended);
  });

  it('is one card until all is mended, and another card for what comes later', () => {
    const slots = [[first], [first, mended], [first, mended, first]].map((events) =>
      reactToDigest(events.at(-1)!, fold(digestDecider, events)).map(({ key }) => key),
    );
    deepStrictEqual(slots, [['card-lacking-1'], ['card-lacking-1'], ['card-lacking-2']]);
  });

  describe('its card', () => {
    const digest = (items: readonly Lacking[]): Digest =>
      fold(digestDecider, [{ type: 'LackingFound', data: found(items) }]);
    const draw = async (state: Digest, locale: 'nl' | 'en' = 'nl') => {
      const reader = { locale, person: chair, now: new Date() };
      const json = await renderCard(lackingCard.definition, { state: lackingCard.show(state).state, reader });
      ok(json);
      checkCard(json);
      return JSON.stringify(json);
    };

    it('says of each what it lacks, with the button that mends it', async () => {
      const text = await draw(digest([item(), item({ number: 'LI-2026-0003', gaps: ['step', 'date'] })]));
      match(text, /Van 2 zaken.*Stand van maandag 23 november/);
      match(
        text,
        /Casus LI-2026-0002.*Niemand is nu aan zet.*Wijs iemand aan","associatedInputs":"none".*cases\/people/,
      );
      match(text, /Casus LI-2026-0003.*niets afgesproken.*geen datum.*Bekijk".*cases\/details/);
    });

    it('reads in both languages for every kind and gap', async () => {
      const gaps = ['owner', 'step', 'date'] as const;
      const { case: _, ...proposal } = item({ kind: 'decision', gaps });
      const items = [...watchedKinds.map((kind) => item({ kind, gaps: ['step', 'date'] })), proposal, item({ gaps })];
      for (const locale of locales) await draw(digest(items), locale);
      match(await draw(digest([proposal])), /decisions\/show/);
    });

    it('shows ten, and says how many there are more', async () => {
      const many = Array.from({ length: 12 }, (_, n) => item({ number: `LI-2026-00${n + 10}` }));
      const text = await draw(digest(many));
      match(text, /Van 12 zaken.*En nog 2\./);
      equal(text.includes('LI-2026-0020'), false);
    });

    it('says that all was mended', async () => {
      const text = await draw(fold(digestDecider, [first, mended]));
      match(text, /Alles heeft weer een eigenaar.*dinsdag 24 november/);
      equal(/LI-2026|Niemand/.test(text), false);
    });
  });
});
