import { z } from 'zod/v4';
import { type PersonId, personId } from '../../core/ids.ts';
import { privately, ran, sayText } from '../../teams/answer-kit.ts';
import type { Inbound, MessageRoute, Ran } from '../../teams/routes.ts';
import { caseId, standingFor } from '../cases/index.ts';
import type { DeadlineFile } from './deadline-state.ts';
import { standingOf } from './standing.ts';
import { isKnown, type Kit, ownOpen, say } from './teams-kit.ts';
import { showList } from './teams-own.ts';
import { refusalText } from './texts.ts';

const asksColleague = z.object({ person: z.string().transform(personId) });

/** What a colleague still has to do: asked by name only, by whoever knows which person is meant. */
export function colleagueMessage(kit: Kit): MessageRoute {
  return {
    name: 'deadlines/colleague',
    match: () => undefined,
    run: (inbound) =>
      privately(inbound, {
        run: () => showColleague(kit, inbound, asksColleague.parse(inbound.data).person),
        otherwise: say((texts) => texts.say.onlyInChat),
      }),
  };
}

async function showColleague(kit: Kit, inbound: Inbound, owner: PersonId): Promise<Ran> {
  if (owner === inbound.actor.id) return showList(kit, inbound, 0);
  if (!(await isKnown(kit, inbound))) return sayText('not-yours', refusalText('not-yours'));
  if ((await kit.deps.directory.person(owner)) === undefined)
    return sayText('unknown-person', refusalText('unknown-person'));
  const files = await seenBy(kit, inbound.actor.id, await ownOpen(kit.deps, owner));
  const ids = files.filter((file) => mayOpen(file, inbound.actor.id)).map(({ id }) => id);
  return {
    ...ran('listed', { type: 'card', card: kit.cards.list.show({ files, page: 0, owner }) }),
    // "The second" is the second that is seen, or none.
    shown: { list: { of: 'deadline', ids: ids.length === files.length ? ids : [] } },
  };
}

const mayOpen = (file: DeadlineFile, person: PersonId): boolean =>
  standingOf(file, { person, ownerAway: false }) !== undefined;

/** What they answer for or follow, and what has to be done in a case of which they may know how it stands. */
async function seenBy(
  { deps }: Kit,
  person: PersonId,
  files: readonly DeadlineFile[],
): Promise<readonly DeadlineFile[]> {
  const cases = new Set(files.flatMap(({ about }) => (about.kind === 'case' && about.id ? [about.id] : [])));
  const known = await Promise.all(
    [...cases].map(async (id) => ((await standingFor(deps, person, caseId(id))) === undefined ? [] : [id])),
  );
  const shared = new Set(known.flat());
  return files.filter(
    (file) => mayOpen(file, person) || (file.about.kind === 'case' && shared.has(file.about.id ?? '')),
  );
}
