import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { formatEuros, parseEuros } from '../../core/money.ts';
import { localDate } from '../../core/working-time.ts';
import { inDialog, ran, sayText } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { manageRequest, refused, seeRequest, type Told } from './budget-desk.ts';
import { allowBelowZero, pay, tryAgain } from './desk-budget.ts';
import { endRequest, withdrawRequest } from './desk-request.ts';
import { amountOf, type RequestFile, requestStream, yields } from './request-state.ts';
import {
  aboutRequest,
  type AboutRequest,
  doneInDialog,
  guarded,
  type Kit,
  oneOf,
  refusedInDialog,
  say,
  type SentRequest,
  sentRequest,
} from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';
import { type Dialog, textName } from './view-forms.ts';

type Sent = Readonly<{ inbound: SentRequest; typed: Typed; before: RequestFile }>;

/** A short dialog about one request: who may open it, what it does, and what is said after it. */
type Short = Readonly<{
  dialog: Exclude<Dialog, 'close'>;
  opensFor: typeof seeRequest;
  /** Faults of the inputs, in words. */
  faults?: (typed: Typed) => readonly Text[];
  carryOut: (kit: Kit, sent: Sent) => Promise<Told>;
  done: (state: RequestFile, sent: Sent) => Text;
}>;

const ownRequest: typeof seeRequest = async (deps, asked, id) => {
  const told = await seeRequest(deps, asked, id);
  return told.ok && told.state.requester !== asked.actor ? refused('not-allowed') : told;
};

const day = z.iso.date();
const centsIn = (typed: Typed): number => parseEuros(typed['amount'] ?? '') ?? 0;

function payFaults(typed: Typed): readonly Text[] {
  const checks = [
    { isRight: centsIn(typed) > 0, text: say(({ cards }) => cards.form.amountRequired) },
    { isRight: day.safeParse(typed['day']).success, text: say(({ cards }) => cards.form.dayRequired) },
    ...textChecks(typed),
  ];
  return checks.flatMap(({ isRight, text }) => (isRight ? [] : [text]));
}

function textChecks(typed: Typed) {
  return [{ isRight: (typed['text'] ?? '') !== '', text: say(({ cards }) => cards.form.textRequired) }];
}

const textFaults = (typed: Typed): readonly Text[] =>
  textChecks(typed).flatMap(({ isRight, text }) => (isRight ? [] : [text]));

function endFaults(typed: Typed): readonly Text[] {
  const hasYield = oneOf(yields, typed['yield']) !== undefined;
  return [...textFaults(typed), ...(hasYield ? [] : [say(({ cards }) => cards.form.required)])];
}

const paying =
  (type: 'SpendMoney' | 'SettleMoney') =>
  ({ deps }: Kit, { inbound, typed }: Sent): Promise<Told> =>
    pay(deps, askedBy(inbound), {
      ...{ type, id: inbound.data.request, cents: centsIn(typed) },
      ...{ day: typed['day'] ?? '', what: typed['text'] ?? '' },
    });

const shorts: readonly Short[] = [
  {
    ...{ dialog: 'withdraw', opensFor: ownRequest, faults: textFaults },
    carryOut: ({ deps }, { inbound, typed }) =>
      withdrawRequest(deps, askedBy(inbound), { id: inbound.data.request, reason: typed['text'] ?? '' }),
    done: () => say((texts) => texts.say.withdrawn),
  },
  {
    ...{ dialog: 'spend', opensFor: manageRequest, faults: payFaults, carryOut: paying('SpendMoney') },
    done: ({ money }, { typed }) =>
      inBoth((texts, locale) =>
        texts.say.spent(formatEuros(centsIn(typed), locale), formatEuros(money.committed, locale)),
      ),
  },
  {
    ...{ dialog: 'settle', opensFor: manageRequest, faults: payFaults, carryOut: paying('SettleMoney') },
    done: (_state, { typed }) => inBoth((texts, locale) => texts.say.settled(formatEuros(centsIn(typed), locale))),
  },
  {
    ...{ dialog: 'end', opensFor: manageRequest, faults: endFaults },
    carryOut: ({ deps }, { inbound, typed }) =>
      endRequest(deps, askedBy(inbound), {
        ...{ id: inbound.data.request, remains: typed['text'] ?? '' },
        yield: oneOf(yields, typed['yield']) ?? 'not',
      }),
    done: (_state, { before }) =>
      inBoth((texts, locale) => texts.say.ended(formatEuros(before.money.committed, locale))),
  },
  {
    ...{ dialog: 'retry', opensFor: manageRequest },
    carryOut: ({ deps }, { inbound }) => tryAgain(deps, askedBy(inbound), inbound.data.request),
    done: ({ trouble }) => say((texts) => (trouble === undefined ? texts.say.retried : texts.say.stillShort)),
  },
  {
    ...{ dialog: 'override', opensFor: manageRequest, faults: textFaults },
    carryOut: ({ deps }, { inbound, typed, before }) =>
      allowBelowZero(deps, askedBy(inbound), {
        ...{ id: inbound.data.request, cents: amountOf(before), reason: typed['text'] ?? '' },
      }),
    done: () => say((texts) => texts.say.overridden),
  },
];

export function requestRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'budgets/show', looks: true, data: aboutRequest },
      run: (inbound) => showRequest(kit, inbound),
    }),
    ...shorts.flatMap((short) => [
      route({
        ...{ on: 'dialog', verb: `budgets/${short.dialog}`, data: aboutRequest },
        run: (inbound) => open(kit, inbound, short),
      }),
      route({
        ...{ on: 'submit', verb: `budgets/${short.dialog}-send`, data: sentRequest },
        run: (inbound) => send(kit, inbound, short),
      }),
    ]),
  ];
}

async function showRequest({ deps, cards }: Kit, inbound: AboutRequest): Promise<Ran> {
  const told = await seeRequest(deps, askedBy(inbound), inbound.data.request);
  if (!told.ok) return sayText(told.refused, refusalText(told));
  return ran('shown', { type: 'card', card: cards.status.show(told.state) }, requestStream(told.state.id));
}

async function open(kit: Kit, inbound: AboutRequest, short: Short): Promise<Ran> {
  const told = await short.opensFor(kit.deps, askedBy(inbound), inbound.data.request);
  if (!told.ok) return refusedInDialog(told, inbound.data.request);
  const typed = { day: localDate(inbound.at.toISOString()) };
  return ask(kit, short, { file: told.state, typed, problems: [] });
}

type Form = Readonly<{ file: RequestFile; typed: Typed; problems: readonly Text[] }>;

function ask({ cards }: Kit, { dialog }: Short, { file, typed, problems }: Form): Ran {
  return inDialog({
    title: say((texts) => texts.say.statusTitle(file.number)),
    card: cards.form.show({ dialog, request: file.id, typed, problems }),
    outcome: problems.length > 0 ? 'faults' : 'opened',
    stream: requestStream(file.id),
  });
}

/** Whoever may do it, with inputs that hold nothing they should not. */
async function send(kit: Kit, inbound: SentRequest, short: Short): Promise<Ran> {
  const { request } = inbound.data;
  const entered = await short.opensFor(kit.deps, askedBy(inbound), request);
  if (!entered.ok) return refusedInDialog(entered, request);
  const { state: file } = entered;
  const { typed, problems } = await guarded(kit, inbound, {
    text: { name: textName(short.dialog), longest: 400 },
  });
  const faults = problems.length > 0 ? problems : (short.faults?.(typed) ?? []);
  if (faults.length > 0) return ask(kit, short, { file, typed, problems: faults });
  const sent = { inbound, typed, before: file };
  const told = await short.carryOut(kit, sent);
  if (told.ok) return doneInDialog([short.done(told.state, sent)], request);
  return ask(kit, short, { file, typed, problems: [refusalText(told)] });
}
