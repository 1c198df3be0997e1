import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import { ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, isDay, parseCaseNumber } from '../cases/index.ts';
import { mayDo } from '../directory/index.ts';
import { type LogFilter, logOrders, lookAtLog } from './access-log-desk.ts';
import { accessLogCard, askCaseCard } from './cards.ts';
import type { OfficerDeps } from './officer-desk.ts';
import { fileMessage, inChat, numberField } from './teams-kit.ts';
import { refusalText } from './texts.ts';
import { everything } from './view-access-log.ts';

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const day = z.string().refine(isDay);
const asksLog = z.object({
  number: numberField,
  from: maybe(day),
  until: maybe(day),
  person: maybe(
    z
      .string()
      .min(1)
      .max(80)
      .refine((id) => id !== everything)
      .transform(personId),
  ),
  action: maybe(z.enum(['create', 'read', 'update', 'delete', 'export', 'print', 'search'])),
  outcome: maybe(z.enum(['allowed', 'refused'])),
  order: z.enum(logOrders).catch('newest'),
  page: z.int().min(0).max(100_000).catch(0),
  asOf: maybe(z.int().min(0)),
});
type AsksLog = z.output<typeof asksLog>;

export function accessLogRoutes(deps: OfficerDeps): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'privacy/log', looks: true, data: asksLog },
      run: (inbound) => inChat(inbound, () => showLog(deps, inbound)),
    }),
  ];
}

/** Of nothing that can be a number: which case is meant is asked. */
async function showLog(deps: OfficerDeps, inbound: Inbound<AsksLog>): Promise<Ran> {
  const { number, page, asOf, ...chosen } = inbound.data;
  if (parseCaseNumber(number) === undefined) return askCase(deps, inbound, number.trim() !== '');
  const wish = { number, page, filter: withoutGaps(chosen), ...(asOf === undefined ? {} : { asOf }) };
  const log = await lookAtLog(deps, askedBy(inbound), wish);
  if (!log.ok) return sayText(log.refused, refusalText(log.refused));
  const { ok: _ok, ...shown } = log;
  return ran('looked', { type: 'card', card: accessLogCard.show(shown) });
}

/** What is not chosen is absent, so that the buttons of the card carry nothing for it. */
function withoutGaps({ order, ...chosen }: Omit<AsksLog, 'number' | 'page' | 'asOf'>): LogFilter {
  return {
    ...Object.fromEntries(Object.entries<string | undefined>(chosen).filter(([, value]) => value !== undefined)),
    order,
  };
}

/** Only whoever may see something of it is asked. */
export async function askCase({ directory }: OfficerDeps, { actor }: Inbound, isWrong: boolean): Promise<Ran> {
  if (!mayDo('privacy.access-log', await directory.person(actor.id)).allowed)
    return sayText('not-allowed', refusalText('not-allowed'));
  return ran('asked', { type: 'card', card: askCaseCard.show({ isWrong }) });
}

const log = '(?:toegangslog|toegangslogboek|inzagelog|access ?log)';
const patterns = [
  new RegExp(
    `^(?:toon |laat |show )?(?:het |the )?${log}(?:(?: van| of| voor| for)?(?: casus| case| zaak)? (?<number>.+))?$`,
  ),
  /^wie (?:heeft|hebben) (?:casus |zaak )?(?<number>[a-z]{2}[- ]20\d\d[- ]\d+) (?:bekeken|gezien|ingezien|geopend)$/,
  /^who (?:has )?(?:looked at|saw|seen|opened) (?:case )?(?<number>[a-z]{2}[- ]20\d\d[- ]\d+)$/,
];

export function accessLogMessages(deps: OfficerDeps): readonly MessageRoute[] {
  const show = (inbound: Inbound<object>): Promise<Ran> =>
    showLog(deps, { ...inbound, data: asksLog.parse(inbound.data) });
  return [fileMessage({ name: 'privacy/log', patterns }, show)];
}
