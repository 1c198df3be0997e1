import { commandId } from '../../core/ids.ts';
import { handle } from '../../store/handle.ts';
import type { DownloadLinks } from '../../teams/downloads.ts';
import { type Asked, isSubmitted, type SubmittedCase } from '../cases/index.ts';
import { inspectionAggregate } from './aggregates.ts';
import { inspectionStream } from './inspection.ts';
import { logOn, type NotOpened, type OfficerDeps, type Opened, openCase } from './officer-desk.ts';

export const inspectionName = 'inspection';

export type InspectionDeps = OfficerDeps & Readonly<{ links?: DownloadLinks; newId(): string }>;
/** `url` is undefined where the bot has no address that people can open. */
type Offered = Readonly<{ ok: true; number: string; url: string | undefined }>;

/**
 * A link to everything that is kept of a case: for ten minutes, for one fetch, and void once another is made. Whoever has it
 * can use it, so that it is shown in a dialog only.
 */
export async function offerInspection(
  deps: InspectionDeps,
  asked: Asked,
  number: string,
): Promise<Offered | NotOpened | Readonly<{ ok: false; refused: 'purged' }>> {
  const opened = await openCase(deps, asked, { number, action: 'privacy.inspect' });
  if (!opened.ok) return opened;
  if (!isSubmitted(opened.state)) return { ok: false, refused: 'purged' };
  await log(deps, asked, { opened, action: 'create' });
  const link = deps.newId();
  const data = { at: asked.at.toISOString(), case: opened.id, by: asked.actor, link };
  await handle(deps.store, inspectionAggregate, {
    ...{ stream: inspectionStream(opened.id), command: { type: 'OfferInspection', data } as const },
    ...{ by: asked.actor, at: asked.at, commandId: commandId(`offer-${link}`) },
  });
  const url = await deps.links?.linkTo(inspectionName, { number: opened.number, by: asked.actor, link });
  return { ok: true, number: opened.number, url };
}

/** Undefined when the link is used or void, or whom it was made for may do this no longer. It is logged before anything is given. */
export async function fetchInspection(
  deps: OfficerDeps,
  asked: Pick<Asked, 'actor' | 'at'>,
  { number, link }: Readonly<{ number: string; link: string }>,
): Promise<SubmittedCase | undefined> {
  const fetching = { ...asked, commandId: commandId(`fetch-${link}`) };
  const opened = await openCase(deps, fetching, { number, action: 'privacy.inspect' });
  if (!opened.ok || !isSubmitted(opened.state)) return undefined;
  const data = { at: asked.at.toISOString(), case: opened.id, by: asked.actor, link };
  const { decision, repeated } = await handle(deps.store, inspectionAggregate, {
    ...{ stream: inspectionStream(opened.id), command: { type: 'FetchInspection', data } as const },
    ...{ by: asked.actor, at: asked.at, commandId: fetching.commandId },
  });
  if (decision.outcome === 'refused' || repeated) return undefined;
  await log(deps, fetching, { opened, action: 'export' });
  return opened.state;
}

type Did = Readonly<{ opened: Opened; action: 'create' | 'export' }>;

function log(deps: OfficerDeps, asked: Asked, { opened, action }: Did): Promise<void> {
  return logOn(deps, asked, { opened, eventType: 'privacy.inspect', action, dataCategory: 'case' });
}
