import type { Aggregate } from '../../store/handle.ts';
import {
  type Erasure,
  type ErasureCommand,
  erasureDecider,
  type ErasureEvent,
  type ErasureRefusal,
} from './erasure.ts';
import { reactToErasure } from './erasure-reactions.ts';
import {
  type Inspection,
  type InspectionCommand,
  inspectionDecider,
  type InspectionEvent,
  type InspectionRefusal,
} from './inspection.ts';
import { type Keeping, type KeepingCommand, keepingDecider, type KeepingEvent } from './keeping.ts';
import { react } from './reactions.ts';

export const keepingAggregate: Aggregate<Keeping, KeepingCommand, KeepingEvent, never> = {
  type: 'keeping',
  decider: keepingDecider,
  react,
  fields: () => ({}),
};

/** It tells nobody anything: whoever asked gets the link as the answer. */
export const inspectionAggregate: Aggregate<Inspection, InspectionCommand, InspectionEvent, InspectionRefusal> = {
  type: 'inspection',
  decider: inspectionDecider,
  react: () => [],
  fields: ({ case: about, at }) => (about === undefined || at === undefined ? {} : { case: about, updatedAt: at }),
};

export const erasureAggregate: Aggregate<Erasure, ErasureCommand, ErasureEvent, ErasureRefusal> = {
  type: 'erasure',
  decider: erasureDecider,
  react: reactToErasure,
  fields: (state) => (state.status === 'none' ? {} : { case: state.case, updatedAt: state.updatedAt }),
};
