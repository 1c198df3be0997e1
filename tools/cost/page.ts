import { deployed, prices, workload } from './assumptions.ts';
import { type Measured, type Month, monthOf, tips, totals, yearly } from './estimate.ts';

export const [begin, end] = ['<!-- npm run cost -->', '<!-- until here -->'];

/** The page with what stands between both marks worked out anew. */
export function withCosts(page: string, measured: Measured): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} … ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${section(measured)}\n\n${page.slice(to)}`;
}

function section(measured: Measured): string {
  return [perMonth(measured), best(measured), perThing(measured), paid()].join('\n\n');
}

function perMonth(measured: Measured): string {
  const all = workload.sizes.map((centres) => monthOf(centres, measured));
  const row = (name: string, of: (month: Month) => string): string => `| ${[name, ...all.map(of)].join(' | ')} |`;
  const money = (name: string, of: (month: Month) => number): string => row(name, (month) => euros(of(month)));
  return [
    `| a month | ${workload.sizes.map((size) => (size === 1 ? 'one centre' : `${size} centres`)).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(all.length)}`,
    row('request units for what people do', ({ work }) => millions(work)),
    row('request units of a bot that nobody asks anything', ({ idle }) => millions(idle)),
    row('RU/s, mean of the busiest hour', ({ busiest }) => busiest.toFixed(0)),
    row(`GB of data after ${workload.years} years, when nothing is purged`, ({ data }) => data.toFixed(1)),
    row('GB of log and traces', ({ logs }) => logs.toFixed(1)),
    money('Cosmos DB serverless', ({ cosmos }) => cosmos.serverless),
    money(`Cosmos DB autoscale to ${figure(deployed.maxThroughput)} RU/s`, ({ cosmos }) => cosmos.autoscale),
    money(`Cosmos DB, ${deployed.manualThroughput} RU/s always`, ({ cosmos }) => cosmos.manual),
    money('Container Apps, two instances', ({ containers }) => containers),
    money('log, traces and their keeping', ({ logging }) => logging),
    money('alerts, of which most looks at `/readyz`', ({ alerts }) => alerts),
    money('registry', ({ registry }) => registry),
    money('private network', ({ network }) => network),
    money('**all, as in `parameters/test.json`**', (month) => totals(month).test),
    money('**all, as in `parameters/prod.json`**', (month) => totals(month).prod),
  ].join('\n');
}

function best(measured: Measured): string {
  const { autoscale, manual, floor, ceiling } = tips(measured);
  const to = (centres: number): string => figure(Math.floor(centres));
  const most = Math.max(...workload.sizes);
  const { work, idle, cosmos } = monthOf(most, measured);
  const twice = cosmos.serverless + ((work + idle) / 1e6) * prices.million.dollars;
  return `By price serverless is best up to ${to(Math.min(manual, autoscale))} centres: there ${deployed.manualThroughput} RU/s cost as much, and hold the busiest hour of
${to(floor)} only. Autoscale costs as much at ${to(autoscale)}, and holds the busiest hour of ${to(ceiling)}. Were every figure of the model twice as high,
serverless would be ${euros(twice)} for ${most} centres.`;
}

function perThing({ things, idle, logKb, tracesKb }: Measured): string {
  const rows = Object.entries(yearly()).map(([name, times]) => {
    const { ru, kb } = things[name] ?? { ru: NaN, kb: NaN };
    return `| ${names[name] ?? name} | ${figure(ru)} | ${kb} | ${figure(times)} |`;
  });
  return `| measured | RU | kB kept | a year in a centre |\n| --- | ---: | ---: | ---: |\n${rows.join('\n')}

An instance takes ${idle.look} RU for each look for work (each second) and ${idle.minute} a minute to tell that it lives and to ask what was given
up; a call of \`/readyz\` or \`/metrics\` takes ${idle.readyz}. Log (level \`info\`) and traces are ${logKb} and ${tracesKb} kB for each 1,000 RU of work.`;
}

const names: Readonly<Record<string, string>> = {
  case: 'a case, from its form to its channel and cards',
  people: 'one person in, one out',
  consultation: 'a consultation: match, invitation, advice, judgement',
  money: 'money within the mandate, from question to commitment',
  place: 'a place: search, hold, offer, two agreements, moving in',
  closing: 'closing, with the approval and the lock',
  morning: 'a morning of an open case: what is due, reminders, the daily round',
  list: 'a list asked for by a sentence',
  details: 'a look at the details, with its line in the access log',
  proposal: 'a proposal: advice of seven, decision of four, its recording',
};

function paid(): string {
  const rows = Object.values(prices).map(({ what, dollars, source }) => `| ${what} | ${dollars} | ${source} |`);
  return `| price, **check before use** | $ | from |\n| --- | ---: | --- |\n${rows.join('\n')}`;
}

const figure = (value: number): string => value.toLocaleString('en');
const euros = (dollars: number): string => `€ ${dollars < 10 ? dollars.toFixed(1) : dollars.toFixed(0)}`;
const millions = (units: number): string => `${(units / 1e6).toFixed(1)} million`;
