import { deepEqual } from 'node:assert/strict';
import { casesFeature } from '../../src/features/cases/index.ts';
import { deadlinesFeature, defaultPlans } from '../../src/features/deadlines/index.ts';
import { defaultDecisionClocks } from '../../src/features/decisions/clocks.ts';
import { decisionsFeature } from '../../src/features/decisions/index.ts';
import { createExpertRegister, expertsFeature } from '../../src/features/experts/index.ts';
import { messageCommands, searchCommands } from '../../src/local-tenant/page/commands.ts';
import type { Route } from '../../src/teams/routes.ts';
import { fill, valuesOf } from '../../tools/app-package/fill.ts';
import { votesDouble } from '../features/decisions/votes-double.ts';
import { openSources } from '../support/feature-bench.ts';

type Command = Readonly<{
  id: string;
  type: 'query' | 'action';
  title: string;
  context: readonly string[];
  parameters?: readonly Readonly<{ name: string; title: string }>[];
}>;

function commands(): readonly Command[] {
  const { composeExtensions } = fill(valuesOf('prod', {})).manifest as unknown as {
    composeExtensions: readonly { commands: readonly Command[] }[];
  };
  return composeExtensions.flatMap((extension) => extension.commands);
}

async function routes(): Promise<readonly Route[]> {
  const { deps: shared } = await openSources();
  const deps = {
    ...{ ...shared, experts: createExpertRegister(shared), nudgePlans: defaultPlans },
    ...{ votes: votesDouble().votes, decisionClocks: defaultDecisionClocks },
  };
  const features = [casesFeature(deps), expertsFeature(deps), decisionsFeature(deps), deadlinesFeature(deps)];
  return features.flatMap((feature) => feature.routes);
}

describe('the message extension in the Teams app package', () => {
  const queries = commands().filter(({ type }) => type === 'query');
  const actions = commands().filter(({ type }) => type === 'action');

  it('has the searches that the bot answers, no more and no fewer', async () => {
    const answered = (await routes()).filter(({ on }) => on === 'search').map(({ verb }) => verb);
    deepEqual(queries.map(({ id }) => id).sort(), answered.sort());
  });

  it('has commands for a message that the bot opens a dialog for', async () => {
    const dialogs = (await routes()).filter(({ on }) => on === 'dialog').map(({ verb }) => verb);
    deepEqual(
      actions.map(({ id, context }) => [dialogs.includes(id), context]),
      [[true, ['message']]],
    );
  });

  it('asks for one thing, by the name that the bot reads', () => {
    deepEqual(
      queries.map(({ parameters }) => parameters?.map(({ name }) => name)),
      queries.map(() => ['query']),
    );
  });

  it('is what the page of the local tenant offers, in the same words', () => {
    deepEqual(
      queries.map(({ id, title, parameters }) => ({ id, title, hint: parameters?.[0]?.title })),
      searchCommands,
    );
    deepEqual(
      actions.map(({ id, title }) => ({ id, title })),
      messageCommands,
    );
  });
});
