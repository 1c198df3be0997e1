import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readInfra } from '../infra/check-infra.ts';
import { deployed, workload } from './assumptions.ts';
import { type Measured, monthOf, tips, totals, yearly } from './estimate.ts';
import { withCosts } from './page.ts';

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const measured = JSON.parse(read('measured.json')) as Measured;
const near = (one: number, other: number): void => ok(Math.abs(one - other) < 0.01, `${one} is not ${other}`);

/** Everything takes 1,000 RU and leaves a kB; what a bot does by itself takes 1 RU. */
const plain: Measured = {
  things: Object.fromEntries(Object.keys(yearly()).map((name) => [name, { ru: 1_000, kb: 1 }])),
  idle: { look: 1, minute: 1, readyz: 1 },
  logKb: 1,
  tracesKb: 1,
};

describe('what Azure costs', () => {
  it('stands in docs/operating.md as it is worked out; otherwise: npm run cost', () => {
    const page = read('../../docs/operating.md');
    equal(withCosts(page, measured), page);
  });

  it('is the sum of what happens, by what it takes', () => {
    // 598.1 for each of fifty cases and 20 proposals: 29,925 things a year, and half as much again.
    const things = Object.values(yearly()).reduce((all, times) => all + times, 0);
    equal(things, 29_925 + 15);
    const month = monthOf(1, plain);
    near(month.work, (things * 1_500) / 12);
    near(month.idle, 2 * 730 * 60 * 61 + 730 * 12 * 3);
    near(month.data, (things * 1.5 * 3) / 1024 ** 2);
    near(month.logs, (things * 1.5 * 2) / 12 / 1024 ** 2);
    near(month.busiest, (things * 1_500 * 5) / 1_760 / 3_600 + month.idle / 730 / 3_600);
  });

  it('is paid by what is used, by the ceiling in hours of work, or by what is reserved', () => {
    const { work, idle, data, cosmos, containers } = monthOf(8, plain);
    near(cosmos.serverless, ((work + idle) / 1e6) * 0.25 + data * 0.25);
    near(cosmos.manual, 4 * 730 * 0.008 + data * 0.25);
    near(cosmos.autoscale, 10 * (146.667 + (730 - 146.667) / 10) * 0.012 + data * 0.25);
    near(containers, (2_628_000 - 180_000) * 0.000024 + (5_256_000 - 360_000) * 0.000003);
  });

  it('grows with what people do, and not with the bot that waits', () => {
    const [one, fifty] = [monthOf(1, measured), monthOf(50, measured)];
    near(fifty.work / one.work, 50);
    equal(fifty.idle, one.idle);
    equal(fifty.containers, one.containers);
  });

  it('tips where two ways cost the same, and where the busiest hour is what they give', () => {
    const { autoscale, manual, floor, ceiling } = tips(measured);
    const [first, second] = [monthOf(autoscale, measured), monthOf(manual, measured)];
    near(first.cosmos.serverless, first.cosmos.autoscale);
    near(second.cosmos.serverless, second.cosmos.manual);
    near(monthOf(floor, measured).busiest, deployed.manualThroughput);
    near(monthOf(ceiling, measured).busiest, deployed.maxThroughput);
  });

  it('knows what each thing takes that it counts, and counts each thing that was measured', () => {
    const walkOn = 'case of which the rest is told';
    deepEqual(
      Object.keys(yearly()).sort(),
      Object.keys(measured.things)
        .filter((name) => name !== walkOn)
        .sort(),
    );
  });
});

describe('what is paid for', () => {
  const infra = readInfra();
  const text = (file: string): string => infra[file] ?? '';
  const count = (file: string, part: RegExp): number => text(file).match(part)?.length ?? 0;

  it('is what infra/ asks for', () => {
    const alerts = 'modules/alerts.bicep';
    const given = (file: string, pattern: RegExp): number => Number(pattern.exec(text(file))?.[1]);
    deepEqual(deployed, {
      instances: given('main.bicep', /param minInstances int = (\d+)/),
      cpu: given('modules/app.bicep', /cpu: json\('([\d.]+)'\)/),
      gib: given('modules/app.bicep', /memory: '(\d+)Gi'/),
      maxThroughput: given('parameters/prod.json', /"maxThroughput": \{ "value": (\d+) \}/),
      manualThroughput: 400,
      readyzPlaces: count(alerts, /\{ Id: /g),
      readyzEverySeconds: given(alerts, /Frequency: (\d+)/),
      metricAlerts: count(alerts, /Insights\/metricAlerts@/g),
      logAlerts: count(alerts, /Insights\/scheduledQueryRules@/g),
      logDays: given('main.bicep', /param logDays int = (\d+)/),
    });
    ok(!text('modules/store.bicep').includes('isZoneRedundant: true'));
  });

  it('is warned of before it is half as much again as expected', () => {
    const most = totals(monthOf(Math.max(...workload.sizes), measured));
    for (const name of ['test', 'prod'] as const) {
      const { parameters } = JSON.parse(text(`parameters/${name}.json`)) as {
        parameters: { monthlyBudget: { value: number } };
      };
      const budget = parameters.monthlyBudget.value;
      ok(budget > most[name] && budget < most[name] * 1.5, `${name}: ${budget} for ${most[name]}`);
    }
  });
});
