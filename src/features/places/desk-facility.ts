import type { Asked } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import type { Counted } from './facility-messages.ts';
import type { Facility } from './facility-state.ts';
import { enterFacility, type FacilityTold, managedCentres } from './desk-provider.ts';
import type { FacilityId } from './place-ids.ts';
import { type DeskDeps, orderingOf, refused, sendFacility } from './places-desk.ts';

/** What is filled in; the centre follows from the region, the concepts from the words. */
export type FacilityWish = Readonly<{
  id: FacilityId;
  facility: Omit<Facility, 'id' | 'centre' | 'profile'>;
  counted: Counted;
  /** How many places requests had when the form was opened; absent: it is a new one. */
  seen?: number;
}>;

/** Registers or changes, by who manages places in the centre of that region. */
export async function saveFacility(deps: DeskDeps, asked: Asked, wish: FacilityWish): Promise<FacilityTold> {
  const { id, facility: said, counted, seen } = wish;
  const centre = await centreOf(deps, asked, said.region);
  const mine = await managedCentres(deps, asked);
  if (centre === undefined || !mine.includes(centre)) return refused('not-allowed');
  if (seen !== undefined) {
    const entered = await enterFacility(deps, asked, id);
    if (!entered.ok) return entered;
    if (!mine.includes(entered.known.facility.centre)) return refused('not-allowed');
  }
  const profile = (await deps.experts.matcher()).read(said.words).concepts.map((concept) => concept.id);
  const data = { at: asked.at.toISOString(), by: asked.actor, facility: { ...said, id, centre, profile }, counted };
  const told = await sendFacility(deps, orderingOf(asked), {
    id,
    command:
      seen === undefined ? { type: 'RegisterFacility', data } : { type: 'ChangeFacility', data: { ...data, seen } },
  });
  return told.ok ? { ok: true, known: told.state } : refused(told.refused);
}

async function centreOf({ directory }: DeskDeps, { at }: Asked, region: string): Promise<CentreCode | undefined> {
  return (await directory.regions(at)).find(({ code }) => code === region)?.centre;
}
