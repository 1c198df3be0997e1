import { accept, type Decider, type Decision, refuse, unchanged } from '../../core/decider.ts';
import type { Centre, MunicipalityName } from './directory.ts';
import { sameFacts } from './same-facts.ts';

export type CentreCommand = {
  type: 'ConfigureCentre';
  /** `area`: the municipalities of this centre on that day. */
  data: Readonly<{ centre: Centre; area: readonly MunicipalityName[] }>;
};

type Details = Readonly<{ centre: Centre }>;
export type CentreEvent = { type: 'CentreConfigured'; data: Details } | { type: 'CentreChanged'; data: Details };

export type CentreRefusal = 'another-centre' | 'no-label' | 'outside-area';

/** Until it is configured, a centre is what the product brings along. */
export type CentreState = Readonly<{ status: 'as-shipped' }> | Readonly<{ status: 'configured'; centre: Centre }>;

function decide({ data: { centre, area } }: CentreCommand, state: CentreState): Decision<CentreEvent, CentreRefusal> {
  const configured = state.status === 'configured';
  if (configured && state.centre.code !== centre.code) return refuse('another-centre');
  if (configured && sameFacts(state.centre, centre)) return accept();
  if (centre.label.trim() === '') return refuse('no-label');
  // One coordinating municipality for the area, from the area (domain.md A10).
  if (!area.includes(centre.coordinatingMunicipality)) return refuse('outside-area');
  return accept({ type: configured ? 'CentreChanged' : 'CentreConfigured', data: { centre } });
}

function evolve(state: CentreState, event: CentreEvent): CentreState {
  switch (event.type) {
    case 'CentreConfigured':
    case 'CentreChanged':
      return { status: 'configured', centre: event.data.centre };
    default:
      return unchanged(state, event);
  }
}

export const centre: Decider<CentreState, CentreCommand, CentreEvent, CentreRefusal> = {
  initial: { status: 'as-shipped' },
  decide,
  evolve,
};
