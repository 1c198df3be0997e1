import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { centre, type CentreEvent } from '../../../src/features/directory/centre.ts';
import { type Centre, municipalityName } from '../../../src/features/directory/index.ts';
import { specify } from '../../support/decider-spec.ts';
import { centreOf, someone } from './samples.ts';

const given = specify(centre);
const area = [municipalityName('LI-stad'), municipalityName('LI-dorp')];
const configure = (settings: Centre) => ({ type: 'ConfigureCentre', data: { centre: settings, area } }) as const;
const limburg = centreOf('LI');
const configured: CentreEvent = { type: 'CentreConfigured', data: { centre: limburg } };
const staffed = centreOf('LI', { staff: [someone(9)], projectLeader: someone(9), label: 'BEN Limburg' });

describe('directory: the settings of a centre', () => {
  it('are kept', () => given().when(configure(limburg)).thenEvents(configured));
  it('change', () =>
    given(configured)
      .when(configure(staffed))
      .thenEvents({ type: 'CentreChanged', data: { centre: staffed } }));
  it('are what they were changed to', () =>
    deepEqual(fold(centre, [configured, { type: 'CentreChanged', data: { centre: staffed } }]), {
      status: 'configured',
      centre: staffed,
    }));
  it('refuse to be those of another centre', () =>
    given(configured)
      .when(configure(centreOf('NO')))
      .thenRefused('another-centre'));
  it('refuse an empty label', () =>
    given()
      .when(configure(centreOf('LI', { label: ' ' })))
      .thenRefused('no-label'));
  it('refuse a coordinating municipality from outside the area', () =>
    given()
      .when(configure(centreOf('LI', { coordinatingMunicipality: municipalityName('NO-stad') })))
      .thenRefused('outside-area'));
  it('do not change when they are so already', () =>
    given(configured)
      .when(configure({ ...limburg }))
      .thenNothing());
});
