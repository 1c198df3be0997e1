import type { Asked } from '../cases/index.ts';
import { bestFirst, newestFirst } from './desk-list.ts';
import type { EngagedExpert } from './expert-state.ts';
import { admit, type DeskDeps, type Refusal } from './experts-desk.ts';

export type Sought =
  Readonly<{ ok: true; experts: readonly EngagedExpert[] }> | Readonly<{ ok: false; refused: Refusal }>;

/** By name or organisation first, and then by how well they fit; the newest when nothing is asked. */
export async function searchExperts(deps: DeskDeps, asked: Asked, text: string): Promise<Sought> {
  const admitted = await admit(deps, asked, 'expert.list');
  if (!admitted.ok) return admitted;
  const all = await newestFirst(deps);
  if (text === '') return { ok: true, experts: all };
  const named = await Promise.all(
    all.map(async (each) => {
      const { id, organisation } = each.expert;
      return `${await deps.directory.nameOf(id)} ${organisation}`.toLowerCase().includes(text) ? [each] : [];
    }),
  );
  const ranked = await bestFirst(deps, text);
  return {
    ok: true,
    experts: [...new Map([...named.flat(), ...ranked].map((each) => [each.expert.id, each])).values()],
  };
}
