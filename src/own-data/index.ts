import { z } from 'zod/v4';
import { sentenceLike } from '../core/sentence.ts';
import { inDialog, privately, ran } from '../teams/answer-kit.ts';
import type { CardDefinition } from '../teams/cards.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../teams/routes.ts';
import { ownCard } from './cards.ts';
import { forget } from './forget.ts';
import { knownOf, type OwnDataDeps } from './known.ts';
import { texts } from './texts.ts';

export type { OwnDataDeps } from './known.ts';

type OwnData = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

const ours = {
  known:
    /^(?:wat weet (?:je|jij) (?:(?:allemaal|eigenlijk|nu) )*(?:van|over) (?:mij|me)|(?:toon |laat )?mijn gegevens(?: zien)?|what do you know (?:of|about) me|(?:show )?my data)$/,
  forget: /^(?:vergeet (?:mij|me)|(?:wis|verwijder) mijn gegevens|forget me|(?:delete|erase) my data)$/,
};

/** What is kept of whoever asks, and what of it goes when they want: for nobody else, and in their own chat only. */
export function ownData(deps: OwnDataDeps): OwnData {
  const nothing = z.object({});
  const known = (inbound: Inbound): Promise<Ran> => showKnown(deps, inbound);
  const asking = (): Promise<Ran> => askFirst(deps);
  return {
    routes: [
      route({ on: 'action', verb: 'own-data/known', looks: true, data: nothing, run: known }),
      route({ on: 'submit', verb: 'own-data/known', data: z.looseObject({}), run: (inbound) => inForm(deps, inbound) }),
      route({ on: 'action', verb: 'own-data/ask', looks: true, data: nothing, run: asking }),
      route({ on: 'action', verb: 'own-data/forget', data: nothing, run: (inbound) => doForget(deps, inbound) }),
    ],
    messages: [message('own-data/known', ours.known, known), message('own-data/forget', ours.forget, asking)],
    cards: [ownCard.definition],
  };
}

function message(name: string, pattern: RegExp, run: (inbound: Inbound) => Promise<Ran>): MessageRoute {
  const otherwise = texts.inBoth(({ say }) => say.onlyInChat);
  return {
    ...{ name, match: sentenceLike(pattern) },
    run: (inbound) => privately(inbound, { run: () => run(inbound), otherwise }),
  };
}

async function showKnown(deps: OwnDataDeps, inbound: Inbound): Promise<Ran> {
  const card = ownCard.show({ show: 'known', known: await knownOf(deps, inbound), isForm: false });
  return ran('shown', { type: 'card', card });
}

async function inForm(deps: OwnDataDeps, inbound: Inbound): Promise<Ran> {
  const card = ownCard.show({ show: 'known', known: await knownOf(deps, inbound), isForm: true });
  return inDialog({ title: texts.inBoth(({ say }) => say.title.known), card, outcome: 'shown' });
}

async function askFirst({ retention: { accessMonths } }: OwnDataDeps): Promise<Ran> {
  return ran('asked', { type: 'card', card: ownCard.show({ show: 'asking', accessMonths }) });
}

async function doForget(deps: OwnDataDeps, inbound: Inbound): Promise<Ran> {
  const forgotten = await forget(deps, inbound);
  return ran('done', { type: 'card', card: ownCard.show({ show: 'forgotten', ...forgotten }) });
}
