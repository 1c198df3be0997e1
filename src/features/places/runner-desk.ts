import { z } from 'zod/v4';
import type { Clock } from '../../core/clock.ts';
import { commandId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { facilityAggregate } from './aggregates.ts';
import { expireKind, matchKind, settleKind } from './facility-reactions.ts';
import { isKnown, type KnownFacility } from './facility-state.ts';
import { fitOf } from './fit.ts';
import { facilityId, holdId, requestId } from './place-ids.ts';
import { type DeskDeps, findRequests, sendFacility, sendRequest } from './places-desk.ts';
import type { PlaceRequestFile } from './request-state.ts';
import { settle } from './settle-desk.ts';
import { waitingOrder } from './waiting.ts';

export type RunnerDeps = Pick<DeskDeps, 'store' | 'directory'> & Readonly<{ clock: Clock }>;

const done: Outcome = { done: true };
const request = z.string().transform(requestId);
const pairData = z.object({ request, facility: z.string().transform(facilityId) });
const expireData = z.object({ request, hold: z.string().transform(holdId) });
const matchData = z.object({ freed: z.string() });

/** What runs by itself; each looks at how things stand when it runs. */
export function placeRunners(deps: RunnerDeps): readonly EffectRunner[] {
  return [
    { kind: settleKind, run: (effect) => runSettle(deps, effect) },
    { kind: expireKind, run: (effect) => runExpire(deps, effect) },
    { kind: matchKind, run: (effect) => runMatch(deps, effect) },
  ];
}

async function runSettle(deps: RunnerDeps, { data }: StoredEffect): Promise<Outcome> {
  await settle(deps, pairData.parse(data), deps.clock.now());
  return done;
}

async function runExpire(deps: RunnerDeps, { stream, key, due, data }: StoredEffect): Promise<Outcome> {
  const known = stateOf(facilityAggregate, await deps.store.load(stream));
  if (!isKnown(known)) return done;
  const at = deps.clock.now();
  const command = { type: 'ExpireHold', data: { at: at.toISOString(), ...expireData.parse(data) } } as const;
  const ordering = { at, by: 'system', commandId: commandId(`${stream}-${key}-${due}`) } as const;
  await sendFacility(deps, ordering, { id: known.facility.id, command });
  return done;
}

/** How many who wait are told at once; who says no makes it free again. */
const toldAtOnce = 3;

async function runMatch(deps: RunnerDeps, { stream, data }: StoredEffect): Promise<Outcome> {
  const known = stateOf(facilityAggregate, await deps.store.load(stream));
  if (!isKnown(known)) return done;
  const { freed } = matchData.parse(data);
  const { id, name, centre } = known.facility;
  const at = deps.clock.now();
  const { staff } = await deps.directory.centre(centre);
  for (const { id: waiting } of await whoFits(deps, known, freed)) {
    const command = { at: at.toISOString(), facility: id, name, freed, staff };
    const ordering = { at, by: 'system', commandId: commandId(`${waiting}-${id}-${freed}-told`) } as const;
    await sendRequest(deps, ordering, { id: waiting, command: { type: 'TellPlaceFree', data: command } });
  }
  return done;
}

async function whoFits(deps: RunnerDeps, known: KnownFacility, freed: string): Promise<readonly PlaceRequestFile[]> {
  const { centre } = known.facility;
  const today = localDate(deps.clock.now().toISOString());
  const waiting = await findRequests(deps, [
    { field: 'centre', equals: centre },
    { field: 'stage', equals: 'searching' },
  ]);
  return waitingOrder(waiting, today)
    .map(({ file }) => file)
    .filter((file) => !wasThere(file, known, freed))
    .filter(({ needs }) => fitOf({ needs, centre, today }, known)?.places === 'free')
    .slice(0, toldAtOnce);
}

/** Who said no, was told no, or has just let it go, is not told of the same place again. */
function wasThere({ past }: PlaceRequestFile, { facility }: KnownFacility, freed: string): boolean {
  return past.some(
    ({ facility: id, ending }) =>
      id === facility.id && (ending.because === 'declined' || ending.because === 'cannot' || ending.at >= freed),
  );
}
