import type { Locale } from '../../core/locale.ts';
import { type Fact, lineOf } from '../../core/view-parts.ts';
import { amountOf, isGranted, type RequestFile } from './request-state.ts';
import { textsIn } from './texts.ts';
import { type Button, dayWithYear, eurosIn, type Seen, type Sight } from './view-format.ts';

/** How a request stands, and what whoever reads it can do. Outside the dialogs nothing typed for a case is shown. */
export async function statusView(sight: Sight, file: RequestFile, { locale, person, now }: Seen): Promise<object> {
  const { names, say } = textsIn[locale];
  const leads = person !== undefined && (await sight.leads(person, file.centre, now));
  const requester = await sight.directory.nameOf(file.requester);
  const own = person === file.requester ? requesterButtons(file, locale) : [];
  return {
    title: say.statusTitle(file.number),
    facts: [...factsOf(file, locale), { title: say.requester, value: requester }, ...moneyFacts(file, locale)],
    trouble: file.trouble === undefined ? '' : names.trouble[file.trouble],
    hasTrouble: file.trouble !== undefined && leads,
    next: say.next[file.postponed ? 'postponed' : file.stage],
    buttons: [...(leads ? leaderButtons(file, locale) : []), ...own].slice(0, mostButtons),
  };
}

const mostButtons = 2;

export function factsOf(file: RequestFile, locale: Locale): readonly Fact[] {
  const { names, say } = textsIn[locale];
  const euros = eurosIn(locale);
  const { ask } = file;
  const amounts =
    isGranted(file) && amountOf(file) !== ask.cents
      ? [
          { title: say.asked, value: euros(ask.cents) },
          { title: say.decided, value: euros(amountOf(file)) },
        ]
      : [{ title: say.amount, value: euros(ask.cents) }];
  const period = say.periodValue(dayWithYear(ask.period.from, locale), dayWithYear(ask.period.until, locale));
  return [
    ...(file.case === undefined ? [] : [{ title: say.case, value: file.case.number }]),
    { title: say.line, value: names.line[ask.line] },
    ...amounts,
    { title: say.period, value: period },
    { title: say.stage, value: names.stage[file.stage] },
  ];
}

function moneyFacts({ money }: RequestFile, locale: Locale): readonly Fact[] {
  const { say } = textsIn[locale];
  const euros = eurosIn(locale);
  const amounts = [
    [say.reserved, money.reserved],
    [say.committed, money.committed],
    [say.spentSoFar, money.spent],
    [say.settledSoFar, money.settled],
  ] as const;
  return amounts.filter(([, cents]) => cents > 0).map(([title, cents]) => ({ title, value: euros(cents) }));
}

function requesterButtons({ stage, id: request }: RequestFile, locale: Locale): readonly Button[] {
  const { say } = textsIn[locale];
  return stage === 'asked' ? [{ title: say.withdraw, verb: 'budgets/withdraw', request }] : [];
}

function leaderButtons(file: RequestFile, locale: Locale): readonly Button[] {
  const { say } = textsIn[locale];
  const request = file.id;
  const spend = { title: say.spend, verb: 'budgets/spend', request };
  const end = { title: say.end, verb: 'budgets/end', request };
  const settle = { title: say.settle, verb: 'budgets/settle', request };
  const owesBack = file.ask.line === 'guarantee' && file.money.spent > file.money.settled;
  if (file.trouble !== undefined) return troubleButtons(file, locale);
  if (file.stage === 'adopted') return [spend, owesBack ? settle : end];
  if (file.stage === 'ending') return [end, owesBack ? settle : spend];
  return file.stage === 'ended' && owesBack ? [settle] : [];
}

function troubleButtons({ id: request, money }: RequestFile, locale: Locale): readonly Button[] {
  const { say } = textsIn[locale];
  const retry = { title: say.retry, verb: 'budgets/retry', request };
  return money.status === 'reserved' ? [retry, { title: say.override, verb: 'budgets/override', request }] : [retry];
}

/** What was decided, why, and after a "no" what can be done and who helps. */
export async function decisionView(
  { directory }: Pick<Sight, 'directory'>,
  file: RequestFile,
  { locale }: Seen,
): Promise<object | undefined> {
  const { names, say } = textsIn[locale];
  const { decision } = file;
  if (!decision) return undefined;
  const { outcome, motivation, alternative, contact } = decision;
  return {
    title: say.decisionTitle(names.outcome[outcome], file.number),
    facts: [...factsOf(file, locale), { title: say.decisionNumber, value: decision.number }],
    lines: [
      ...(motivation === '' ? [] : [say.motivation(motivation)]),
      ...(alternative === undefined || alternative === '' ? [] : [say.alternative(alternative)]),
      ...(contact === undefined ? [] : [say.contact(await directory.nameOf(contact))]),
    ].map(lineOf),
    request: file.id,
  };
}

/** The end comes near, has passed, or was dealt with. */
export async function endingView(sight: Sight, file: RequestFile, { locale, person, now }: Seen): Promise<object> {
  const leads = person !== undefined && (await sight.leads(person, file.centre, now));
  const isOpen = file.stage === 'adopted' || file.stage === 'ending';
  return { ...endingText(file, locale), mayEnd: leads && isOpen, request: file.id };
}

function endingText(file: RequestFile, locale: Locale): object {
  const { names, say } = textsIn[locale];
  const left = eurosIn(locale)(file.money.committed);
  if (file.ending) {
    const lines = [say.endingDoneLine(names.yield[file.ending.yield])];
    return { title: say.endingDone(file.number), lines: lines.map(lineOf) };
  }
  if (file.stage === 'ending') {
    return { title: say.endingNow(file.number), lines: [lineOf(say.endingNowLine(left))] };
  }
  const until = dayWithYear(file.ask.period.until, locale);
  return { title: say.endingSoon(file.number, until), lines: [lineOf(say.endingSoonLine)] };
}
