import { answered, askable, asking } from '../assistant/index.ts';
import type { Inbound } from '../teams/routes.ts';
import { mightDo } from './allowed.ts';
import type { AskModel, Parse, TalkDeps } from './house.ts';
import { texts, wishOf } from './texts.ts';
import type { Understanding } from './understanding.ts';

/** Undefined for what is not asked or not understood, whatever the reason: then the recogniser's own answer stands. */
export function createParser(parsing: Parsing): Parse {
  return async (inbound, text) => {
    try {
      return await parse(parsing, inbound, text);
    } catch (err) {
      parsing.deps.log.error({ err }, 'language model not asked');
      return undefined;
    }
  };
}

type Parsing = Readonly<{ deps: TalkDeps; ask: AskModel; understanding(): Understanding }>;

async function parse({ deps: { directory }, ask, understanding }: Parsing, { actor, at }: Inbound, text: string) {
  const who = await directory.person(actor.id);
  if (who === undefined) return undefined;
  const places = await directory.municipalities(at);
  const masked = understanding().mask(
    text,
    places.map(({ name }) => name),
  );
  if (masked === undefined) return undefined;
  const intents = askable((intent) => {
    const wish = wishOf(intent);
    return wish !== undefined && mightDo(wish, who);
  });
  return ask(asking(masked, intents, texts.in.nl.wishes), (content) => answered(content, masked, intents));
}
