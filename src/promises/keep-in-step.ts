import type { Clock } from '../core/clock.ts';
import { commandId } from '../core/ids.ts';
import {
  completeDeadline,
  datesFor,
  type DeadlineFile,
  dropDeadline,
  findDeadlines,
  keepDeadline,
  type KeepingDeps,
  type Order,
} from '../features/deadlines/index.ts';
import { cameBack, factsOf, isInHand, planFor, promiseId, type Promised, type Promises } from './promise.ts';
import { reasons } from './texts.ts';

export type StepDeps = KeepingDeps & Readonly<{ clock: Clock; newId(): string }>;

/** Opens, moves, hands over and ends what is promised, so that it is as it should be; the same again changes nothing. */
export async function keepInStep(deps: StepDeps, promises: Promises): Promise<void> {
  const known = await knownOf(deps, promises);
  const wished = new Map(promises.wished.map((promised) => [promiseId(promises.about, promised.key), promised]));
  for (const [id, promised] of wished) {
    const file = known.find((each) => each.id === id);
    await keepOne(deps, promises, { promised, file });
  }
  for (const file of known) {
    if (file.stage === 'open' && !wished.has(file.id)) await endOne(deps, promises, file);
  }
}

/** Those that were made here: people may have deadlines of their own about the same thing. */
async function knownOf(deps: StepDeps, { about }: Promises): Promise<readonly DeadlineFile[]> {
  const found = await findDeadlines(deps, [{ field: 'about', equals: about.id ?? '' }]);
  return found.filter(({ id }) => id.startsWith(promiseId(about, '')));
}

type One = Readonly<{ promised: Promised; file: DeadlineFile | undefined }>;

async function keepOne(deps: StepDeps, promises: Promises, { promised, file }: One): Promise<void> {
  if (file && isInHand(file, promised)) return;
  const { plan, due } = promised;
  const id = promiseId(promises.about, promised.key);
  const order = orderNow(deps);
  if (file && cameBack(file, promised)) {
    const next = datesFor(file, { due, at: order.at.toISOString() }, deps.isHoliday);
    await completeDeadline(deps, order, { id, note: '', next });
  }
  const nudgePlans = { ...deps.nudgePlans, [plan]: planFor(promises, deps.nudgePlans[plan]) };
  const wish = { id, facts: factsOf(promises, promised), plan, reason: reasons.changed };
  await keepDeadline({ ...deps, nudgePlans }, orderNow(deps), wish);
}

async function endOne(deps: StepDeps, { about, dropped }: Promises, { id }: DeadlineFile): Promise<void> {
  const reason = dropped(id.slice(promiseId(about, '').length));
  await (reason === undefined
    ? completeDeadline(deps, orderNow(deps), { id, note: '' })
    : dropDeadline(deps, orderNow(deps), { id, reason }));
}

/** Whether anything changes is for the decider to say, so that the id of the order need not be known twice. */
function orderNow({ clock, newId }: StepDeps): Order {
  return { at: clock.now(), by: 'system', commandId: commandId(newId()) };
}
