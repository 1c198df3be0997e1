/** How much there is to do. One expertise centre with its expert teams, in a year; by what was measured. */
export const workload = {
  sizes: [1, 8, 50],
  /** A centre sees some fifty young people a year; half of the cases in it need money, and so on: guesses, to be replaced by counts. */
  cases: 50,
  eachCase: {
    case: 1,
    people: 4,
    consultation: 1.5,
    money: 0.5,
    place: 0.4,
    closing: 1,
    /** Nine months of working days. */
    morning: 190,
    list: 250,
    details: 150,
  },
  eachCentre: { proposal: 20 },
  /** Over all of that: plannings, deadlines of one's own, imports, sentences, refusals, second tries. */
  rest: 1.5,
  /** Hours of work in a year, and how much busier the busiest of them is. */
  hours: 1_760,
  busiest: 5,
  /** Kept before anything is purged. */
  years: 3,
} as const;

/** What infra/ asks for. */
export const deployed = {
  instances: 2,
  cpu: 0.5,
  gib: 1,
  maxThroughput: 1_000,
  manualThroughput: 400,
  readyzPlaces: 3,
  readyzEverySeconds: 300,
  metricAlerts: 2,
  logAlerts: 1,
  logDays: 90,
} as const;

const c3x = 'c3x.dev, undated';
const blog = 'cloud-horizons.com, May 2026';
const memory = 'no source at hand';

type Price = Readonly<{ what: string; dollars: number; source: string }>;

/** List prices in dollars without tax; for want of better a euro is taken for a dollar, region included. */
export const prices = {
  million: { what: 'Cosmos DB serverless, a million RU', dollars: 0.25, source: c3x },
  manual: { what: 'Cosmos DB manual, 100 RU/s an hour', dollars: 0.008, source: blog },
  autoscale: { what: 'Cosmos DB autoscale, 100 RU/s an hour at the highest second', dollars: 0.012, source: blog },
  storage: { what: 'Cosmos DB data, a GB a month', dollars: 0.25, source: c3x },
  backup: { what: 'Cosmos DB continuous backup of 30 days, a GB a month (7 days: nothing)', dollars: 0.2, source: c3x },
  cpu: { what: 'Container Apps, a vCPU a second when active; 180,000 a month free', dollars: 0.000024, source: c3x },
  memory: { what: 'Container Apps, a GiB a second; 360,000 a month free', dollars: 0.000003, source: c3x },
  registry: { what: 'Container Registry Basic, a month', dollars: 5.08, source: c3x },
  endpoint: { what: 'private endpoint, a month', dollars: 7.3, source: c3x },
  zone: { what: 'private DNS zone, a month', dollars: 0.5, source: memory },
  logs: { what: 'Log Analytics, a GB taken in', dollars: 2.76, source: memory },
  keptLogs: { what: 'Log Analytics, a GB a month kept beyond 31 days', dollars: 0.12, source: memory },
  webTest: { what: 'availability test, one look from one place', dollars: 0.0006, source: memory },
  metricAlert: { what: 'alert on a measurement, a month', dollars: 0.1, source: memory },
  logAlert: { what: 'alert on the log every 5 minutes, a month', dollars: 1.5, source: memory },
} as const satisfies Readonly<Record<string, Price>>;
