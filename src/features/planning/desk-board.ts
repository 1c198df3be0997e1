import type { Asked } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { type DeskDeps, enterPlanning, type Refused, rowsOf } from './planning-desk.ts';
import type { BoardState, FileLinks } from './view-board.ts';

/** By which the files of a planning are fetched. */
export const downloadName = 'planning';

/** The planning of a centre, for everybody who works for it or governs it. */
export async function boardFor(
  deps: DeskDeps,
  asked: Asked,
  wanted: CentreCode | undefined,
): Promise<(Readonly<{ ok: true }> & BoardState) | Refused> {
  const entered = await enterPlanning(deps, asked, { action: 'plan.see', centre: wanted });
  if (!entered.ok) return entered;
  const { centre, centres } = entered;
  const [rows, managing, links] = await Promise.all([
    rowsOf(deps, centre),
    enterPlanning(deps, asked, { action: 'plan.manage', centre }),
    linksFor(deps, centre),
  ]);
  return { ok: true, centre, centres, rows, mayManage: managing.ok, ...(links === undefined ? {} : { links }) };
}

async function linksFor({ links }: DeskDeps, centre: CentreCode): Promise<FileLinks | undefined> {
  if (links === undefined) return undefined;
  const [calendar, csv] = await Promise.all(
    (['ics', 'csv'] as const).map((format) => links.linkTo(downloadName, { centre, format })),
  );
  return calendar === undefined || csv === undefined ? undefined : { calendar, csv };
}
