import { commandId } from '../core/ids.ts';
import { forgetSettings } from '../features/deadlines/index.ts';
import { leaveExperts, pauseExpert } from '../features/experts/index.ts';
import { askedBy } from '../features/cases/index.ts';
import { forgetConversation } from '../talk/index.ts';
import type { Inbound } from '../teams/routes.ts';
import type { OwnDataDeps } from './known.ts';

/** What became of an expert profile; `paused`: they still advise somewhere. */
export type Forgotten = Readonly<{ expert: 'left' | 'paused' | 'none' }>;

/**
 * What somebody can have forgotten at once. Each part is a command of its own that changes nothing the second time, so that
 * another click, or the same one after a crash, finishes what was begun. Where they are reached goes last: until then the click
 * can be answered there.
 */
export async function forget(deps: OwnDataDeps, inbound: Inbound): Promise<Forgotten> {
  const asked = askedBy(inbound);
  await forgetConversation(deps, inbound);
  await forgetSettings(deps, asked);
  const expert = await leave(deps, inbound);
  await deps.contacts.forget(inbound.actor.id);
  return { expert };
}

async function leave(deps: OwnDataDeps, inbound: Inbound): Promise<Forgotten['expert']> {
  const asked = askedBy(inbound);
  const left = await leaveExperts(deps, asked);
  if (left.ok) return 'left';
  if (left.refused !== 'still-advising') return 'none';
  await pauseExpert(deps, { ...asked, commandId: commandId(`${asked.commandId}-pause`) }, undefined);
  return 'paused';
}
