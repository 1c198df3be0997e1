import type { TextsLike } from '../../core/texts-shape.ts';
import type { names as dutch } from './texts-names.nl.ts';

export const names: TextsLike<typeof dutch> = {
  kind: {
    'family-home': 'Family home',
    foster: 'Foster family',
    'small-group': 'Small group home',
    clinic: 'Clinic',
    crisis: 'Crisis place',
    'supported-living': 'Supported living',
    closed: 'Closed place',
    custom: 'Custom place',
  },
  near: { school: 'school', transport: 'bus or train' },
  status: {
    free: 'free',
    held: 'held',
    offered: 'offered',
    occupied: 'occupied',
    'to-create': 'to be created',
  },
  stage: {
    stays: 'The help comes to the youth',
    searching: 'Waits for a place',
    held: 'Place held',
    offered: 'Place offered',
    accepted: 'Everybody agrees',
    occupied: 'Lives there',
    left: 'Left',
    withdrawn: 'Withdrawn',
  },
  distance: {
    preferred: 'In a preferred region',
    'own-centre': 'In another region of the own centre',
    'other-centre': 'With another centre',
  },
  waiting: {
    'court-measure': 'there is a court measure',
    'ends-soon': 'the present place ends within two weeks',
    date: 'the date of the request',
  },
  party: {
    family: 'Youth and parents',
    municipality: 'Municipality',
    regions: 'Both regions',
  },
  decliner: {
    family: 'Youth or parents',
    municipality: 'Municipality',
    director: 'We do not need the place any more',
  },
  destination: {
    home: 'Home',
    'follow-on': 'To a follow-on place',
    independent: 'Living independently',
    other: 'Somewhere else',
  },
  ending: {
    expired: 'the time was up',
    cannot: 'the provider cannot give the place',
    'not-wanted': 'the place is not needed any more',
    left: 'the youth has left',
    declined: 'the place was not accepted',
    withdrawn: 'the request was withdrawn',
  },
};
