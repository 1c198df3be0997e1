import { deployed, prices, workload } from './assumptions.ts';

/** Of one of a thing: request units of the double's model, and kB that stay in the container. */
export type Charge = Readonly<{ ru: number; kb: number }>;
/** Request units of one look for work, of what an instance tells and asks each minute, and of one call of /readyz. */
export type Idle = Readonly<{ look: number; minute: number; readyz: number }>;
export type Measured = Readonly<{
  things: Readonly<Record<string, Charge>>;
  idle: Idle;
  /** kB of log (level info) and of traces for each 1,000 request units of work. */
  logKb: number;
  tracesKb: number;
}>;

/** A month; money in dollars, unrounded. */
export type Month = Readonly<{
  /** Request units for what people do, and for what the bot does by itself. */
  work: number;
  idle: number;
  /** The mean of the busiest hour, in RU/s. */
  busiest: number;
  /** GB in the container in the end, and GB of log and traces. */
  data: number;
  logs: number;
  cosmos: Readonly<Record<'serverless' | 'autoscale' | 'manual', number>>;
  backup: number;
  containers: number;
  logging: number;
  alerts: number;
  registry: number;
  network: number;
}>;

const [hours, months, minute] = [730, 12, 60];
const gb = 1024 * 1024;
const free = { cpu: 180_000, memory: 360_000 };

/** How often a year everything that was measured happens in one centre. */
export function yearly(): Readonly<Record<string, number>> {
  const ofCases = Object.entries(workload.eachCase).map(([name, times]) => [name, times * workload.cases] as const);
  return Object.fromEntries([...ofCases, ...Object.entries(workload.eachCentre)]);
}

export function monthOf(centres: number, measured: Measured): Month {
  const year = (part: 'ru' | 'kb'): number =>
    Object.entries(yearly()).reduce((all, [name, times]) => all + times * (measured.things[name]?.[part] ?? NaN), 0) *
    centres *
    workload.rest;
  const work = year('ru') / months;
  const idle = idleOf(measured);
  const [data, logs] = [
    (year('kb') * workload.years) / gb,
    ((work / 1_000) * (measured.logKb + measured.tracesKb)) / gb,
  ];
  const held = data * prices.storage.dollars;
  return {
    ...{ work, idle, data, logs },
    busiest: (work * months * workload.busiest) / workload.hours / 3_600 + idle / hours / 3_600,
    cosmos: {
      serverless: ((work + idle) / 1e6) * prices.million.dollars + held,
      autoscale: autoscale() + held,
      manual: (deployed.manualThroughput / 100) * hours * prices.manual.dollars + held,
    },
    backup: data * prices.backup.dollars,
    ...{ containers: containers(), logging: logging(logs), alerts: alerts() },
    registry: prices.registry.dollars,
    network: prices.endpoint.dollars + prices.zone.dollars,
  };
}

const looksAtReady = (hours * 3_600 * deployed.readyzPlaces) / deployed.readyzEverySeconds;

function idleOf({ idle: { look, minute: told, readyz } }: Measured): number {
  return deployed.instances * hours * minute * (minute * look + told) + looksAtReady * readyz;
}

/** Each hour of work somebody presses a button, and that second is the one that is paid: so the ceiling then, the floor by night. */
function autoscale(): number {
  const working = workload.hours / months;
  const paid = working + (hours - working) / 10;
  return (deployed.maxThroughput / 100) * paid * prices.autoscale.dollars;
}

/** An instance looks for work each second: it never counts as idle. */
function containers(): number {
  const seconds = hours * 3_600 * deployed.instances;
  const cpu = Math.max(0, seconds * deployed.cpu - free.cpu) * prices.cpu.dollars;
  return cpu + Math.max(0, seconds * deployed.gib - free.memory) * prices.memory.dollars;
}

function logging(taken: number): number {
  return taken * (prices.logs.dollars + (prices.keptLogs.dollars * (deployed.logDays - 31)) / 30);
}

function alerts(): number {
  const { metricAlerts, logAlerts } = deployed;
  const rules = metricAlerts * prices.metricAlert.dollars + logAlerts * prices.logAlert.dollars;
  return looksAtReady * prices.webTest.dollars + rules;
}

/** As the parameter files ask: `test` serverless on the public network, `prod` autoscale, private, with 30 days of backup. */
export function totals({ cosmos, ...month }: Month): Readonly<Record<'test' | 'prod', number>> {
  const both = month.containers + month.logging + month.alerts + month.registry;
  return { test: both + cosmos.serverless, prod: both + cosmos.autoscale + month.backup + month.network };
}

/** From how many centres on serverless costs more than another way, and the mean of the busiest hour is more than it gives. */
export function tips(measured: Measured): Readonly<Record<'autoscale' | 'manual' | 'ceiling' | 'floor', number>> {
  const [none, one] = [monthOf(0, measured), monthOf(1, measured)];
  const spent = (one.work / 1e6) * prices.million.dollars;
  const [load, calm] = [one.busiest - none.busiest, none.busiest];
  const dearer = (way: 'autoscale' | 'manual'): number => (none.cosmos[way] - none.cosmos.serverless) / spent;
  return {
    autoscale: dearer('autoscale'),
    manual: dearer('manual'),
    floor: (deployed.manualThroughput - calm) / load,
    ceiling: (deployed.maxThroughput - calm) / load,
  };
}
