import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { inDialog, ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import {
  askedBy,
  caseStream,
  guardFields,
  isDay,
  isSubmitted,
  parseCaseNumber,
  type SubmittedCase,
} from '../cases/index.ts';
import { fileCard, holdCard, inspectCard } from './cards.ts';
import { holdCase, openHold, releaseCase } from './hold-desk.ts';
import { type InspectionDeps, offerInspection } from './inspection-desk.ts';
import { logOn, type OfficerDeps, openCase } from './officer-desk.ts';
import { askCase } from './teams-access-log.ts';
import { type AboutFile, aboutFile, ended, fileMessage, inChat, numberField, refused, say } from './teams-kit.ts';
import { refusalText, texts } from './texts.ts';

export type FileDeps = InspectionDeps & Readonly<{ log: Pick<Logger, 'info'> }>;

const sentHold = z.looseObject({ number: numberField });
type SentHold = Inbound<z.output<typeof sentHold>>;

export function fileRoutes(deps: FileDeps): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'privacy/file', looks: true, data: aboutFile },
      run: (inbound) => inChat(inbound, () => showFile(deps, inbound)),
    }),
    route({ on: 'dialog', verb: 'privacy/hold-form', data: aboutFile, run: (inbound) => openForm(deps, inbound) }),
    route({ on: 'dialog', verb: 'privacy/inspect', data: aboutFile, run: (inbound) => inspect(deps, inbound) }),
    route({ on: 'submit', verb: 'privacy/hold', data: sentHold, run: (inbound) => hold(deps, inbound) }),
    route({ on: 'submit', verb: 'privacy/release', data: aboutFile, run: (inbound) => release(deps, inbound) }),
  ];
}

async function showFile(deps: OfficerDeps, inbound: AboutFile): Promise<Ran> {
  const { number } = inbound.data;
  if (parseCaseNumber(number) === undefined) return askCase(deps, inbound, number.trim() !== '');
  const asked = askedBy(inbound);
  const opened = await openCase(deps, asked, { number, action: 'privacy.access-log' });
  if (!opened.ok) return sayText(opened.refused, refusalText(opened.refused));
  const { state } = opened;
  if (isSubmitted(state))
    await logOn(deps, asked, { opened, eventType: 'privacy.file', action: 'read', dataCategory: 'case' });
  const by = isSubmitted(state) ? state.hold?.by : undefined;
  const heldBy = by === undefined ? '' : await deps.directory.nameOf(by);
  const shown = { number: opened.number, state, heldBy, now: inbound.at.toISOString() };
  return ran('shown', { type: 'card', card: fileCard.show(shown) }, caseStream(opened.id));
}

async function openForm(deps: FileDeps, inbound: AboutFile): Promise<Ran> {
  const opened = await openHold(deps, askedBy(inbound), inbound.data.number);
  if (!opened.ok) return refused(opened.refused);
  return isSubmitted(opened.state) ? showForm(inbound, { file: opened.state }) : refused('purged');
}

type Form = Readonly<{ file: SubmittedCase; typed?: Readonly<Record<string, string>>; problems?: readonly Text[] }>;

function showForm({ at }: Inbound, { file, typed = {}, problems = [] }: Form): Ran {
  const card = holdCard.show({ file, typed, problems, now: at.toISOString() });
  const outcome = problems.length > 0 ? 'faults' : 'opened';
  return inDialog({ title: say((words) => words.dialogHold), card, outcome, stream: caseStream(file.id) });
}

const mendable: readonly string[] = ['reason-missing', 'until-past'];

async function hold(deps: FileDeps, inbound: SentHold): Promise<Ran> {
  const { number } = inbound.data;
  const { typed, problems } = await guardFields({ log: deps.log, deps }, inbound, {
    reason: { name: say(({ why }) => why) },
  });
  const { reason = '', until = '' } = typed;
  const missing = isDay(until) ? [] : [say(({ untilMissing }) => untilMissing)];
  if (problems.length + missing.length > 0)
    return formAgain(deps, inbound, { typed, problems: [...problems, ...missing] });
  const told = await holdCase(deps, askedBy(inbound), { number, reason, until });
  if (!told.ok && mendable.includes(told.refused))
    return formAgain(deps, inbound, { typed, problems: [refusalText(told.refused)] });
  return ended(
    told,
    say(({ held }) => held),
  );
}

async function formAgain(deps: FileDeps, inbound: AboutFile, form: Omit<Form, 'file'>): Promise<Ran> {
  const opened = await openCase(deps, askedBy(inbound), { number: inbound.data.number, action: 'privacy.hold' });
  if (!opened.ok) return refused(opened.refused);
  return isSubmitted(opened.state) ? showForm(inbound, { file: opened.state, ...form }) : refused('purged');
}

async function release(deps: FileDeps, inbound: AboutFile): Promise<Ran> {
  return ended(
    await releaseCase(deps, askedBy(inbound), inbound.data.number),
    say(({ released }) => released),
  );
}

async function inspect(deps: FileDeps, inbound: AboutFile): Promise<Ran> {
  const offered = await offerInspection(deps, askedBy(inbound), inbound.data.number);
  if (!offered.ok) return refused(offered.refused);
  const { number, url } = offered;
  const title = texts.inBoth((all) => all.say.dialogInspect(number));
  return inDialog({
    title,
    card: inspectCard.show({ number, url }),
    outcome: url === undefined ? 'no-link' : 'offered',
  });
}

const keeping = '(?:privacy|bewaren|bewaar|bewaartermijn|inzage(?:verzoek)?|retention|keep|inspect(?:ion)?)';
const askedFile = [
  /^(?:privacy|bewaartermijn(?:en)?|inzage(?:verzoek)?|retention|inspection)$/,
  new RegExp(`^${keeping}(?: van| of| voor| for)?(?: casus| case| zaak)? (?<number>[a-z]{2}[- ]20\\d\\d[- ]\\d+)$`),
];

export function fileMessages(deps: FileDeps): readonly MessageRoute[] {
  return [fileMessage({ name: 'privacy/file', patterns: askedFile }, (inbound) => showFile(deps, inbound))];
}
