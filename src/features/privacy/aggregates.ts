import type { Aggregate } from '../../store/handle.ts';
import { type Keeping, type KeepingCommand, keepingDecider, type KeepingEvent } from './keeping.ts';
import { react } from './reactions.ts';

export const keepingAggregate: Aggregate<Keeping, KeepingCommand, KeepingEvent, never> = {
  type: 'keeping',
  decider: keepingDecider,
  react,
  fields: () => ({}),
};
