import { askedBy, enterCase, type SubmittedCase } from '../features/cases/index.ts';
import { sayText } from '../teams/answer-kit.ts';
import type { Inbound, Ran } from '../teams/routes.ts';
import { actionOf } from './allowed.ts';
import type { Turning } from './house.ts';
import { texts, type Wish } from './texts.ts';

/** To whoever may not do it in this case: who may, instead of a button that refuses. Undefined when they may. */
export async function whoMayInstead(
  { deps }: Turning,
  inbound: Inbound,
  { intent, file }: Readonly<{ intent: Wish; file: SubmittedCase }>,
): Promise<Ran | undefined> {
  const action = actionOf(intent);
  if (action === undefined) return undefined;
  const entered = await enterCase(deps, askedBy(inbound), { id: file.id, action });
  if (entered.ok || entered.refused !== 'not-allowed') return undefined;
  const { number, processDirector, team } = file;
  const chair = await deps.directory.nameOf((await deps.directory.team(team.id))?.chair ?? team.chair);
  const director = processDirector && (await deps.directory.nameOf(processDirector));
  return sayText(
    'not-allowed',
    texts.inBoth(({ say }) => say.notTheirs(number, chair, director)),
  );
}
