import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { commandId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { EventStore } from '../../store/event-store.ts';
import { handle } from '../../store/handle.ts';
import type { Directory } from '../directory/index.ts';
import { keepingAggregate } from './aggregates.ts';
import { keepingStream, type Sweep } from './keeping.ts';

type TellDeps = Readonly<{
  store: EventStore;
  directory: Pick<Directory, 'people'>;
  clock: Clock;
  log: Pick<Logger, 'error'>;
}>;

/** Tells the privacy officer and the operators what was deleted, or why something was not. */
export async function tellSweep(deps: TellDeps, swept: Sweep): Promise<void> {
  const at = deps.clock.now();
  const [officers, operators] = await Promise.all([
    deps.directory.people('privacy-officer'),
    deps.directory.people('operator'),
  ]);
  const people = [...new Set([...officers, ...operators].map(({ id }) => id))];
  if (people.length === 0) deps.log.error(swept, 'there is nobody to tell what was deleted');
  const data = { ...swept, day: localDate(at.toISOString()), people };
  await handle(deps.store, keepingAggregate, {
    ...{ stream: keepingStream, command: { type: 'TellSweep', data } as const, by: 'system', at },
    commandId: commandId(`sweep-${at.toISOString()}`),
  });
}
