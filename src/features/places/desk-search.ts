import { localDate } from '../../core/working-time.ts';
import type { Asked } from '../cases/index.ts';
import { type Fit, findFits } from './fit.ts';
import type { RequestId } from './place-ids.ts';
import { type DeskDeps, enter, findFacilities, followDirector, refused, type Refused } from './places-desk.ts';
import type { PlaceRequestFile } from './request-state.ts';

export type Results = Readonly<{ ok: true; state: PlaceRequestFile; fits: readonly Fit[]; more: number }> | Refused;

const shown = 8;

/** All regions are looked in (domain.md B4); the nearest come first, by their points. */
export async function searchPlaces(deps: DeskDeps, asked: Asked, id: RequestId): Promise<Results> {
  const entered = await enter(deps, asked, id);
  if (!entered.ok) return entered;
  await followDirector(deps, asked, entered);
  const { state } = entered;
  if (state.stage !== 'searching') return refused('not-searching', state);
  const { needs, about } = state;
  const today = localDate(asked.at.toISOString());
  const fits = findFits({ needs, centre: about.centre, today }, await findFacilities(deps, []));
  return { ok: true, state, fits: fits.slice(0, shown), more: Math.max(0, fits.length - shown) };
}
