import type { Locale } from '../../core/locale.ts';
import { type Choice, choicesOf, listed, timeOfDay } from '../../core/view-parts.ts';
import { formatDay } from '../../core/working-time.ts';
import type { AccessLine } from '../../store/access-log.ts';
import { logOrders, type LogPage, logPageSize } from './access-log-desk.ts';
import { type Texts, texts } from './texts.ts';

/** A choice must have a value (Adaptive Cards: Input.Choice); this one stands for no filter. */
export const everything = 'all';

export function accessLogView(log: LogPage, locale: Locale): object {
  const { say, names } = texts.in[locale];
  const { number, filter, lines, found, all, page } = log;
  const first = page * logPageSize + 1;
  return {
    title: say.logOf(number),
    number,
    chain: log.brokenAt === undefined ? say.chainHolds : say.chainBroken(log.brokenAt),
    chainColor: log.brokenAt === undefined ? 'Good' : 'Attention',
    count: found === 0 ? emptiness(log, say) : say.logCount({ first, last: first + lines.length - 1, found, all }),
    rows: lines.map((line) => rowOf(line, log, locale)),
    ...choices(log, locale),
    orders: choicesOf(logOrders, names.order),
    value: { ...withoutFilter, ...filter },
    ...paging(log),
  };
}

const withoutFilter = { from: '', until: '', person: everything, action: everything, outcome: everything };

function emptiness({ all }: LogPage, say: Texts['say']): string {
  return all === 0 ? say.logEmpty : say.logNoneFit;
}

function choices({ names: people }: LogPage, locale: Locale): object {
  const { names, cards } = texts.in[locale];
  const any: Choice = { title: cards.accessLog.all, value: everything };
  const named = Object.entries(people).map(([id, name]) => ({ title: whoOf(id, name, locale), value: id }));
  return {
    people: [any, ...named.toSorted((one, other) => one.title.localeCompare(other.title, locale))],
    actions: [any, ...choicesIn(names.action)],
    outcomes: [any, ...choicesIn(names.outcome)],
  };
}

const choicesIn = (named: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(named).map(([value, title]) => ({ title, value }));

function rowOf(line: AccessLine, { names: people, brokenAt }: LogPage, locale: Locale): object {
  const { say, names } = texts.in[locale];
  const { seq, occurredAt, userId, onBehalfOfUserId: behalf, outcome, organisation, action, dataCategory } = line;
  const person = (id: string) => whoOf(id, people[id] ?? id, locale);
  const isRefused = outcome === 'refused';
  const did = {
    what: nameIn(names.event, line.eventType),
    how: nameIn(names.action, action),
    data: nameIn(names.data, dataCategory),
  };
  return {
    title: say.logLine(seq, formatDay(occurredAt, locale), timeOfDay(occurredAt)),
    who: `${person(userId)} (${rolesOf(line.userRole, locale)}), ${nameIn(names.organisation, organisation)}`,
    what: say.did(did),
    why: say.because(nameIn(names.outcome, outcome), ruleOf(line.authorisationRule, locale)),
    isRefused,
    isBroken: seq === brokenAt,
    more: [
      ...(behalf === undefined ? [] : [{ text: say.onBehalf(person(behalf)) }]),
      ...(line.consentId === undefined ? [] : [{ text: say.onConsent(line.consentId) }]),
      ...(line.breakGlass ? [{ text: say.breakGlass(line.breakGlassReason ?? '') }] : []),
    ],
  };
}

function whoOf(id: string, name: string, locale: Locale): string {
  const known: Readonly<Record<string, string>> = texts.in[locale].names.actor;
  return known[id] ?? name;
}

function rolesOf(codes: string, locale: Locale): string {
  const { role } = texts.in[locale].names;
  return listed(
    codes.split(',').map((code) => nameIn(role, code)),
    locale,
  );
}

/** `role:chair`, `case:chair`, or a rule with a name of its own. */
function ruleOf(rule: string, locale: Locale): string {
  const { names } = texts.in[locale];
  const [kind, name] = rule.split(':');
  if (name === undefined) return nameIn(names.rule, rule);
  return nameIn(kind === 'role' ? names.role : names.relation, name);
}

/** What an older or newer deployment wrote is shown as it stands. */
function nameIn(named: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(named, code) ? (named[code] ?? code) : code;
}

/** The data of the buttons, whole: they repeat the filter. */
function paging({ number, filter, asOf, page, found }: LogPage): object {
  const to = (at: number) => ({ ...filter, verb: 'privacy/log', number, asOf, page: at });
  return {
    hasPrevious: page > 0,
    previousData: to(page - 1),
    hasNext: (page + 1) * logPageSize < found,
    nextData: to(page + 1),
  };
}
