import type { PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import { brokenAt } from '../../store/access-chain.ts';
import type { AccessLine } from '../../store/access-log.ts';
import { type Asked, caseStream } from '../cases/index.ts';
import { logOn, type NotOpened, type OfficerDeps, openCase } from './officer-desk.ts';

export const logOrders = ['newest', 'oldest'] as const;

/** `from`, `until`: days in Amsterdam, both included. */
export type LogFilter = Readonly<{
  from?: string;
  until?: string;
  person?: PersonId;
  action?: AccessLine['action'];
  outcome?: AccessLine['outcome'];
  order: (typeof logOrders)[number];
}>;

/** `asOf`: the last line there was when it was opened, so that pages stay what they are while others look. */
export type LogWish = Readonly<{ number: string; filter: LogFilter; page: number; asOf?: number }>;

/** `brokenAt`: the first line that is not what was written. `names`: of everybody in the log, by id. */
export type LogPage = Readonly<{
  number: string;
  filter: LogFilter;
  page: number;
  asOf: number;
  lines: readonly AccessLine[];
  found: number;
  all: number;
  brokenAt?: number;
  names: Readonly<Record<string, string>>;
}>;

export const logPageSize = 8;

/** A page of the access log of one case. Looking is in the log itself, and shows the next time. */
export async function lookAtLog(
  deps: OfficerDeps,
  asked: Asked,
  { number, filter, page, asOf }: LogWish,
): Promise<(Readonly<{ ok: true }> & LogPage) | NotOpened> {
  const opened = await openCase(deps, asked, { number, action: 'privacy.access-log' });
  if (!opened.ok) return opened;
  const chain = await deps.store.access.read(caseStream(opened.id));
  await logOn(deps, asked, { opened, eventType: 'privacy.access-log', action: 'read', dataCategory: 'access-log' });
  const all = chain.slice(0, asOf ?? chain.length);
  const found = all.filter((line) => fits(line, filter));
  const inOrder = filter.order === 'newest' ? found.toReversed() : found;
  const last = Math.max(0, Math.ceil(found.length / logPageSize) - 1);
  const shown = Math.min(page, last);
  const broken = brokenAt(chain);
  return {
    ...{ ok: true, number: opened.number, filter, page: shown, asOf: all.length, all: all.length, found: found.length },
    lines: inOrder.slice(shown * logPageSize, (shown + 1) * logPageSize),
    ...(broken === undefined ? {} : { brokenAt: broken }),
    names: await namesIn(deps, all),
  };
}

function fits(line: AccessLine, { from, until, person, action, outcome }: LogFilter): boolean {
  const day = localDate(line.occurredAt);
  const isOf = person === undefined || line.userId === person || line.onBehalfOfUserId === person;
  return isOf && day >= (from ?? day) && day <= (until ?? day) && isThat(line, { action, outcome });
}

function isThat(line: AccessLine, { action, outcome }: Pick<LogFilter, 'action' | 'outcome'>): boolean {
  return line.action === (action ?? line.action) && line.outcome === (outcome ?? line.outcome);
}

async function namesIn({ directory }: OfficerDeps, lines: readonly AccessLine[]): Promise<LogPage['names']> {
  const ids = lines.flatMap(({ userId, onBehalfOfUserId: behalf }) =>
    behalf === undefined ? [userId] : [userId, behalf],
  );
  const unique = [...new Set(ids)];
  return Object.fromEntries(await Promise.all(unique.map(async (id) => [id, await directory.nameOf(id)] as const)));
}
