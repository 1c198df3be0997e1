import type { Aggregate } from '../../store/handle.ts';
import { react } from './reactions.ts';
import { type Trouble, type TroubleCommand, troubleDecider, type TroubleEvent } from './trouble.ts';

export const troubleAggregate: Aggregate<Trouble, TroubleCommand, TroubleEvent, never> = {
  type: 'trouble',
  decider: troubleDecider,
  react,
  fields: () => ({}),
};
