import { deepEqual } from 'node:assert/strict';
import { requestDecider } from '../../../src/features/places/request.ts';
import type { RequestCommand } from '../../../src/features/places/request-messages.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  accepted,
  agreed,
  asking,
  at,
  chosen,
  director,
  hold,
  inAcceptance,
  inOffer,
  inPlace,
  later,
  needs,
  placeHeld,
  placeOffered,
  requestAfter,
  requested,
} from './samples.ts';

const given = specify(requestDecider);
const by = { at: later, by: director };

describe('places: asking for one', () => {
  const ask = (changes = {}): RequestCommand => ({ type: 'RequestPlace', data: asking(changes) });
  const comes = { atPresent: { comes: true, reason: '' } };

  it('waits from then on', () => given().when(ask()).thenEvents(requested()));

  it('looks for nothing when the help can come to the youth', () =>
    given()
      .when(ask({ ...comes, needs: needs({ ages: [], words: '' }) }))
      .thenEvents({ type: 'HelpComesToYouth', data: asking({ ...comes, needs: needs({ ages: [], words: '' }) }) }));

  it('is recorded as help that comes', () => {
    const file = requestAfter({ type: 'HelpComesToYouth', data: asking(comes) });
    deepEqual([file.stage, file.atPresent, file.moves], ['stays', comes.atPresent, 5]);
  });

  it('needs a reason why it cannot', () =>
    given()
      .when(ask({ atPresent: { comes: false, reason: ' ' } }))
      .thenRefused('why-not-here'));

  it('needs an age', () =>
    given()
      .when(ask({ needs: needs({ ages: [] }) }))
      .thenRefused('ages-missing'));

  it('needs words', () =>
    given()
      .when(ask({ needs: needs({ words: ' ' }) }))
      .thenRefused('words-missing'));

  it('happens once', () => given(requested()).when(ask()).thenRefused('already-asked'));
});

describe('places: who agrees', () => {
  const consent = (party: 'family' | 'municipality' | 'regions', how = 'In het overleg van maandag.') =>
    ({ type: 'RecordConsent', data: { ...by, party, how } }) as const;
  const crossing = [requested(), placeHeld({ centre: 'BZ' }), placeOffered] as const;

  it('is recorded one by one', () =>
    given(...inOffer)
      .when(consent('family'))
      .thenEvents(agreed('family')));

  it('is complete with the second', () =>
    given(...inOffer, agreed('family'))
      .when(consent('municipality'))
      .thenEvents(agreed('municipality'), accepted));

  it('does not matter in which order', () =>
    given(...inOffer, agreed('municipality'))
      .when(consent('family'))
      .thenEvents(agreed('family'), accepted));

  it('needs both regions too when the place is in another centre', () =>
    given(...crossing, agreed('family'))
      .when(consent('municipality'))
      .thenEvents(agreed('municipality')));

  it('is complete with both regions', () =>
    given(...crossing, agreed('family'), agreed('municipality'))
      .when(consent('regions'))
      .thenEvents(agreed('regions'), accepted));

  it('is not asked of regions within one centre', () =>
    given(...inOffer)
      .when(consent('regions'))
      .thenRefused('consent-known'));

  it('is recorded once', () =>
    given(...inOffer, agreed('family'))
      .when(consent('family'))
      .thenRefused('consent-known'));

  it('is not recorded again after all', () =>
    given(...inAcceptance)
      .when(consent('family'))
      .thenRefused('consent-known'));

  it('says how', () =>
    given(...inOffer)
      .when(consent('family', ' '))
      .thenRefused('how-missing'));

  it('waits for an offer', () =>
    given(requested(), placeHeld()).when(consent('family')).thenRefused('nothing-offered'));

  it('needs a request', () => given().when(consent('family')).thenRefused('not-asked'));
});

describe('places: saying no to one', () => {
  const decline = (reason = 'Te ver van opa.'): RequestCommand => ({
    type: 'DeclinePlace',
    data: { ...by, who: 'family', reason },
  });

  it('gives it back and waits again, where it waited', () => {
    const data = { ...by, who: 'family', reason: 'Te ver van opa.', hold } as const;
    given(...inOffer)
      .when(decline())
      .thenEvents({ type: 'PlaceDeclined', data });
    const file = requestAfter(...inOffer, { type: 'PlaceDeclined', data });
    deepEqual([file.stage, file.chosen, file.requestedAt, file.moves], ['searching', undefined, at, 5]);
    deepEqual(file.past, [
      {
        ...chosen({
          offered: { by: placeOffered.type === 'PlaceOffered' ? placeOffered.data.offered.by : director, at: later },
        }),
        ending: { because: 'declined', note: 'Te ver van opa.', at: later, who: 'family' },
      },
    ]);
  });

  it('is possible after everybody agreed', () =>
    given(...inAcceptance)
      .when(decline())
      .thenEvents({ type: 'PlaceDeclined', data: { ...by, who: 'family', reason: 'Te ver van opa.', hold } }));

  it('needs a reason', () =>
    given(...inOffer)
      .when(decline(' '))
      .thenRefused('decline-reason-missing'));
  it('needs a place', () => given(requested()).when(decline()).thenRefused('nothing-to-decline'));
  it('is too late when the youth lives there', () =>
    given(...inPlace)
      .when(decline())
      .thenRefused('lives-there'));
  it('needs a request', () => given().when(decline()).thenRefused('not-asked'));
});
