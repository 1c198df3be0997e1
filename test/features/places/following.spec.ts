import { requestDecider } from '../../../src/features/places/request.ts';
import type { RequestCommand, RequestEvent } from '../../../src/features/places/request-messages.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  asking,
  at,
  contact,
  director,
  hold,
  inAcceptance,
  inOffer,
  inPlace,
  later,
  movedIn,
  otherHold,
  placeHeld,
  placeOffered,
  requested,
  standing,
} from './samples.ts';

const given = specify(requestDecider);
const follow = (...changes: Parameters<typeof standing>): RequestCommand => ({
  type: 'FollowPlace',
  data: { at: later, standing: standing(...changes) },
});
const offered = { by: contact, at: later };
const longer = '2026-12-07T16:00:00.000Z';
const heldLater: RequestEvent = { ...placeHeld(), data: { at: later, chosen: chosenNow() } } as RequestEvent;

function chosenNow() {
  const event = placeHeld();
  return event.type === 'PlaceHeld' ? event.data.chosen : undefined;
}

describe('places: a request follows how its places stand', () => {
  it('is held', () => given(requested()).when(follow()).thenEvents(heldLater));
  it('is held once', () => given(requested(), placeHeld()).when(follow()).thenNothing());

  it('is prolonged', () =>
    given(requested(), placeHeld())
      .when(follow({ until: longer, extension: 'Vakantie.' }))
      .thenEvents({ type: 'HoldProlonged', data: { at: later, hold, until: longer, reason: 'Vakantie.' } }));

  it('is offered', () =>
    given(requested(), placeHeld())
      .when(follow({ status: 'offered', offered }))
      .thenEvents(placeOffered));

  it('is offered at once when it hears of both late', () =>
    given(requested())
      .when(follow({ status: 'offered', offered }))
      .thenEvents(heldLater, placeOffered));

  it('is moved into', () =>
    given(...inAcceptance)
      .when(follow({ status: 'occupied', offered, movedIn: '2026-11-24' }))
      .thenEvents(movedIn));

  for (const [what, history] of [
    ['an offer', inOffer],
    ['who agreed', inAcceptance],
    ['moving in', inPlace],
  ] as const)
    it(`takes back nothing of ${what} for a look from before`, () =>
      given(...history)
        .when(follow())
        .thenNothing());

  it('refuses another place beside the one it has', () =>
    given(requested(), placeHeld())
      .when(follow({ hold: otherHold }))
      .thenRefused('already-chosen'));

  it('refuses what was given back', () =>
    given(...inOffer, { type: 'PlaceDeclined', data: { at: later, by: director, hold, who: 'family', reason: 'Ver.' } })
      .when(follow())
      .thenRefused('hold-given-back'));

  it('takes another place after that', () =>
    given(...inOffer, { type: 'PlaceDeclined', data: { at: later, by: director, hold, who: 'family', reason: 'Ver.' } })
      .when(follow({ hold: otherHold }))
      .thenEvents({
        type: 'PlaceHeld',
        data: { at: later, chosen: { ...chosenNow(), hold: otherHold } },
      } as RequestEvent));

  it('refuses when it was withdrawn', () =>
    given(requested(), { type: 'RequestWithdrawn', data: { at: later, by: director, reason: 'Thuis.' } })
      .when(follow())
      .thenRefused('not-searching'));

  it('refuses when the help comes to the youth', () =>
    given({ type: 'HelpComesToYouth', data: asking() }).when(follow()).thenRefused('not-searching'));

  it('refuses when nobody asked', () => given().when(follow()).thenRefused('not-asked'));
});

describe('places: a place that went back', () => {
  const data = { at: later, hold, because: 'expired', note: '' } as const;
  it('leaves the request waiting', () =>
    given(requested(), placeHeld()).when({ type: 'RecordRelease', data }).thenEvents({ type: 'PlaceWentBack', data }));
  it('is heard of once', () => given(requested()).when({ type: 'RecordRelease', data }).thenNothing());
  it('is not another one', () =>
    given(requested(), placeHeld({ hold: otherHold }))
      .when({ type: 'RecordRelease', data })
      .thenNothing());
  it('needs a request', () =>
    given()
      .when({ type: 'RecordRelease', data: { ...data, at } })
      .thenRefused('not-asked'));
});
