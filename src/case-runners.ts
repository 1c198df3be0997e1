import { setTimeout as pause } from 'node:timers/promises';
import { type CasesDeps, channelRunner, linkRunner, monitorDue } from './features/cases/index.ts';
import type { Channels } from './graph/channels.ts';
import type { EffectRunner } from './store/effect-queue.ts';

/** Makes the channel of a case, and keeps its people in step. */
export function caseRunners(
  { store, clock, isHoliday, settings }: CasesDeps,
  channels: Channels,
): readonly EffectRunner[] {
  const channel = channelRunner({
    ...{ store, clock, channels },
    pause: (ms: number) => pause(ms),
    monitorBy: (opened: Date) => monitorDue(opened.toISOString(), { clocks: settings.clocks, isHoliday }),
    description: 'Casusoverleg van het expertteam. Namen van jongeren horen hier niet.',
  });
  return [channel, linkRunner({ store, clock })];
}
