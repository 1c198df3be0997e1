import { deepEqual, match, throws } from 'node:assert/strict';
import { ConfigProblem, readConfig } from '../src/config.ts';

const guid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const azure = {
  BOT_APP_ID: guid(1),
  BOT_HOME_TENANT: guid(2),
  BOT_MANAGED_IDENTITY: guid(3),
  TENANTS: `${guid(2)}, ${guid(4)}`,
  CATALOG_APP_ID: guid(5),
  STORE: 'cosmos',
  COSMOS_ENDPOINT: 'https://account.example/',
};

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
    throw error;
  }
  throw new Error('expected a ConfigProblem');
}

describe('configuration', () => {
  it('is local, on loopback, when nothing is set', () => {
    deepEqual(readConfig({}), {
      mode: 'local',
      clocks: {},
      consultationClocks: {},
      decisionClocks: {},
      placeClocks: {},
      nudgePlans: {},
      retention: {},
      dataFolder: '.data',
      botPort: 3978,
      tenantPort: 4100,
      monitoring: { maxLagSeconds: 900, metrics: 'open' },
      logLevel: 'info',
    });
  });

  it('reads Azure settings, with an allow-list of tenants and of hosts to send to', () => {
    deepEqual(readConfig(azure), {
      mode: 'azure',
      clocks: {},
      consultationClocks: {},
      decisionClocks: {},
      placeClocks: {},
      nudgePlans: {},
      retention: {},
      port: 3978,
      host: '0.0.0.0',
      bot: {
        appId: guid(1),
        homeTenant: guid(2),
        credential: { kind: 'federated', managedIdentityClientId: guid(3) },
      },
      tenants: [guid(2), guid(4)],
      serviceUrlHosts: ['smba.trafficmanager.net'],
      catalogAppId: guid(5),
      store: { kind: 'cosmos', endpoint: 'https://account.example/', database: 'doorbraak', container: 'streams' },
      monitoring: { maxLagSeconds: 900, metrics: 'shut' },
      logLevel: 'info',
    });
  });

  it('refuses production without app id, tenants and store, and names them all at once', () => {
    const message = problemsOf({ NODE_ENV: 'production' });
    for (const name of [
      'BOT_APP_ID',
      'BOT_HOME_TENANT',
      'TENANTS',
      'STORE',
      'CATALOG_APP_ID',
      'BOT_MANAGED_IDENTITY',
    ]) {
      match(message, new RegExp(`${name} is missing: set it to`));
    }
  });

  it('never falls back to the local tenant when one Azure setting is there', () => {
    throws(() => readConfig({ BOT_APP_ID: guid(1) }), ConfigProblem);
  });

  it('names a wrong value and how to mend it, without repeating the value', () => {
    const message = problemsOf({ ...azure, BOT_APP_ID: 'geheim', COSMOS_ENDPOINT: 'http://account.example/' });
    match(message, /BOT_APP_ID is not right: set it to the application/);
    match(message, /COSMOS_ENDPOINT is not right: set it to the https address/);
    deepEqual(message.includes('geheim'), false);
  });

  it('asks for what the chosen store needs, and for nothing of the other', () => {
    const { COSMOS_ENDPOINT: _, ...rest } = azure;
    match(problemsOf({ ...rest, STORE: 'sqlite' }), /SQLITE_FILE is missing/);
    match(problemsOf(rest), /COSMOS_ENDPOINT is missing/);
    const config = readConfig({ ...rest, STORE: 'sqlite', SQLITE_FILE: '/data/doorbraak.db' });
    deepEqual(config.mode === 'azure' && config.store, { kind: 'sqlite', file: '/data/doorbraak.db' });
  });

  it('takes the address at which people reach it, without the slash, and only over https', () => {
    const config = readConfig({ ...azure, PUBLIC_URL: 'https://doorbraak.example/' });
    deepEqual(config.mode === 'azure' && config.publicUrl, 'https://doorbraak.example');
    match(
      problemsOf({ ...azure, PUBLIC_URL: 'http://doorbraak.example' }),
      /PUBLIC_URL is not right: set it to the https/,
    );
  });

  it('takes how late work may be, and a token for the metrics that is no short word', () => {
    const token = 'a-token-that-nobody-guesses';
    const { monitoring } = readConfig({ ...azure, READY_MAX_LAG_SECONDS: '60', METRICS_TOKEN: token });
    deepEqual(monitoring, { maxLagSeconds: 60, metrics: { token } });
    const message = problemsOf({ ...azure, READY_MAX_LAG_SECONDS: '0', METRICS_TOKEN: 'geheim' });
    match(message, /READY_MAX_LAG_SECONDS is not right: set it to the whole seconds/);
    match(message, /METRICS_TOKEN is not right: set it to a secret of 20 characters/);
    deepEqual(message.includes('geheim'), false);
  });

  it('takes other terms for the clocks of a case, and refuses what is no clock or no number of days', () => {
    deepEqual(readConfig({ CONSULTATION_CLOCKS: '{"answer": 6}' }).consultationClocks, { answer: 6 });
    deepEqual(readConfig({ CASE_CLOCKS: '{"triage": 3}' }).clocks, { triage: 3 });
    deepEqual(readConfig({ DECISION_CLOCKS: '{"advice": 15}' }).decisionClocks, { advice: 15 });
    deepEqual(readConfig({ PLACE_CLOCKS: '{"hold": 3}' }).placeClocks, { hold: 3 });
    for (const wrong of ['{"triage": -1}', '{"triagge": 3}', '{"triage": "3"}', 'triage=3']) {
      match(problemsOf({ CASE_CLOCKS: wrong }), /CASE_CLOCKS is not right.*: set it to JSON such as/);
    }
  });

  it('takes other plans for bringing deadlines to mind, and says which step of which plan is none', () => {
    const plans = { long: ['-3d', '0d', '+10wd official', 'every 14d'] };
    const { nudgePlans } = readConfig({ NUDGE_PLANS: JSON.stringify(plans) });
    const steps = [
      { by: -3, unit: 'day', to: 'owner' },
      { by: 0, unit: 'day', to: 'owner' },
      { by: 10, unit: 'working-day', to: 'official' },
    ];
    deepEqual(nudgePlans, { long: { steps, repeatDays: 14 } });
    deepEqual(readConfig({}).nudgePlans, {});
    const wrong = [
      ['{"long": ["-3d", "soon"]}', /NUDGE_PLANS is not right \(long: "soon" is no step\): set it to JSON such as/],
      ['{"light": ["+7d official"]}', /light: a plan has a step for the owner/],
      ['{"long": ["0d", "every 0d"]}', /long: "every 0d" would never end/],
      ['{"longer": ["0d"]}', /NUDGE_PLANS is not right: set it/],
      ['long=-3d', /NUDGE_PLANS is not right \(it is no JSON\)/],
    ] as const;
    for (const [text, problem] of wrong) match(problemsOf({ NUDGE_PLANS: text }), problem);
  });

  describe('of a language model', () => {
    const model = {
      ...{ LANGUAGE_MODEL: 'azure', LANGUAGE_MODEL_ENDPOINT: 'https://naam.openai.azure.com/' },
      LANGUAGE_MODEL_DEPLOYMENT: 'parser',
    };
    const modelIn = (environment: Record<string, string>) => readConfig(environment).languageModel;

    it('is none when it is not switched on, whatever else is set', () => {
      deepEqual(modelIn({ ...model, LANGUAGE_MODEL: 'off', LANGUAGE_MODEL_KEY: 'k' }), undefined);
      deepEqual(modelIn({ ...azure, LANGUAGE_MODEL_KEY: 'k' }), undefined);
    });

    it('takes a key, or an identity in Azure', () => {
      const shared = {
        kind: 'azure',
        endpoint: 'https://naam.openai.azure.com/',
        deployment: 'parser',
        timeoutMs: 2_500,
      };
      deepEqual(modelIn({ ...azure, ...model, LANGUAGE_MODEL_KEY: 'k' }), { ...shared, access: { key: 'k' } });
      const identity = guid(7);
      deepEqual(modelIn({ ...model, LANGUAGE_MODEL_IDENTITY: identity }), { ...shared, access: { identity } });
    });

    it('says what is missing, on one machine and in Azure', () => {
      for (const environment of [{}, azure]) {
        const problems = problemsOf({ ...environment, LANGUAGE_MODEL: 'openai', LANGUAGE_MODEL_IDENTITY: guid(7) });
        for (const name of ['ENDPOINT', 'DEPLOYMENT', 'KEY'])
          match(problems, new RegExp(`LANGUAGE_MODEL_${name} is missing`));
      }
    });

    it('is reached so that nobody reads along, and in the time of a turn', () => {
      const wrong = { LANGUAGE_MODEL_ENDPOINT: 'http://model.example/', LANGUAGE_MODEL_TIMEOUT_MS: '3000' };
      match(
        problemsOf({ ...model, LANGUAGE_MODEL_KEY: 'k', ...wrong }),
        /ENDPOINT is not right.*\n.*TIMEOUT_MS is not right/,
      );
    });
  });
});
