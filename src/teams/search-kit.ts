import { z } from 'zod/v4';
import type { Text } from '../core/locale.ts';
import { findPersonalData } from '../core/personal-data.ts';
import { plainSentence } from '../core/sentence.ts';
import { ran, sayText } from './answer-kit.ts';
import { type Inbound, type Ran, route, type Route, type SearchResult } from './routes.ts';

/** Teams asks for this many at a time, and never for more. */
const mostAtOnce = 25;
const longestQuery = 200;

const query = z.object({
  query: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, longestQuery)),
  skip: z.number().int().min(0).max(10_000).catch(0),
  count: z.number().int().min(1).max(mostAtOnce).catch(mostAtOnce),
});

/** What somebody looks for while writing a message, as `plainSentence`; empty before they typed: what is theirs. */
export type Looking = Readonly<{ text: string; skip: number; count: number }>;

type Searching = Readonly<{
  verb: string;
  /** Said when nothing is found: the same for what is not there as for what is not theirs. */
  none: Text;
  /** A refusal, or this page of what is theirs and fits. */
  find(inbound: Inbound, looking: Looking): Promise<Ran | readonly SearchResult[]>;
}>;

const guarded: Text = {
  nl: 'Hierin staan persoonsgegevens, dus er is niet gezocht en niets bewaard. Zoek op een nummer of een onderwerp.',
  en: 'This holds personal data, so nothing was searched or kept. Search for a number or a subject.',
};

/** A search of the message extension. What was typed is looked through for personal data first, and is never logged. */
export function searchRoute({ verb, none, find }: Searching): Route {
  return route({
    ...{ on: 'search', verb, data: query },
    async run(inbound) {
      const { query: typed, ...page } = inbound.data;
      if (findPersonalData(typed).length > 0) return sayText('personal-data', guarded);
      const found = await find(inbound, { text: plainSentence(typed), ...page });
      if ('outcome' in found) return found;
      const isNothing = found.length === 0 && page.skip === 0;
      return isNothing ? sayText('nothing-found', none) : ran('found', { type: 'results', results: found });
    },
  });
}

/** The page that is asked for, of all that fits. */
export function pageOf<Found>(all: readonly Found[], { skip, count }: Looking): readonly Found[] {
  return all.slice(skip, skip + count);
}
