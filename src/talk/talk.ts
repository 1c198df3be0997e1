import { actions, languageOf, readCases, type Recognised } from '../assistant/index.ts';
import { askedBy } from '../features/cases/index.ts';
import { sayText } from '../teams/answer-kit.ts';
import type { Inbound, MessageRoute, Ran } from '../teams/routes.ts';
import { act, type Meant } from './act.ts';
import { askCard } from './cards.ts';
import type { House, TalkDeps } from './house.ts';
import { texts, type Wish, wishOf } from './texts.ts';
import { type Which, whichCase } from './which-case.ts';

/** For every sentence that no feature knows; those with personal data never get here. */
export function talkRoute(house: House): MessageRoute {
  return {
    name: 'talk',
    match: (text) => ({ text }),
    async run(inbound) {
      const text = typeof inbound.data['text'] === 'string' ? inbound.data['text'] : '';
      const ran = await respond(house, inbound, text);
      return { locale: languageOf(text), ...ran };
    },
  };
}

/** Longer than anything that is asked: not worth reading for a wish. */
const longest = 500;

async function respond(house: House, inbound: Inbound, text: string): Promise<Ran> {
  if (text.length > longest) return notUnderstood(house, inbound);
  const recognised = house.understanding().recognise(text);
  switch (recognised.kind) {
    case 'talk':
      return talk(house, inbound, recognised.about);
    case 'act':
      return act(house, inbound, await meant(house, inbound, { intent: recognised.intent, text }));
    case 'offer':
      return offer(house, inbound, { recognised, text });
    case 'unclear':
      return notUnderstood(house, inbound);
  }
}

const notUnderstood = (house: House, inbound: Inbound): Promise<Ran> => house.as('cases/not-understood', inbound);

async function talk(house: House, inbound: Inbound, about: string): Promise<Ran> {
  if (about === 'groet') return house.as('cases/help', inbound);
  if (!isSmall(about)) return notUnderstood(house, inbound);
  return sayText(
    about,
    texts.inBoth((all) => all.small[about]),
  );
}

const isSmall = (about: string): about is keyof typeof texts.in.nl.small => Object.hasOwn(texts.in.nl.small, about);

type Sentence = Readonly<{ intent: string; text: string }>;

async function meant(house: House, inbound: Inbound, { intent: guessed, text }: Sentence): Promise<Meant> {
  const intent = ofCase(guessed, text);
  const municipality = await municipalityIn(house, inbound, { intent, text });
  return {
    intent: wishOf(intent),
    which: () => caseIn(house.deps, inbound, text),
    ...(municipality === undefined ? {} : { municipality }),
    ...(intent === 'expert_zoeken' ? { question: text } : {}),
  };
}

/** Whoever looks for somebody to think along in a case asks a consultation; that is more than a list of experts. */
function ofCase(intent: string, text: string): string {
  const consults = /consult/iu.test(text) || readCases(text).length > 0;
  return intent === 'expert_zoeken' && consults ? 'expert_koppelen' : intent;
}

async function municipalityIn({ deps, understanding }: House, { at }: Inbound, { intent, text }: Sentence) {
  if (actions[intent]?.needs.includes('municipality') !== true) return undefined;
  return understanding().municipalityIn(text, await deps.directory.municipalities(at));
}

function caseIn(deps: TalkDeps, inbound: Inbound, text: string): Promise<Which> {
  return whichCase(deps, askedBy(inbound), readCases(text));
}

type Offering = Readonly<{ recognised: Recognised; text: string }>;

/** Three buttons, with the case that was named; never with words of the sentence. */
async function offer({ deps }: House, inbound: Inbound, { recognised, text }: Offering): Promise<Ran> {
  const isPersonal = inbound.conversation.kind === 'personal';
  const which = isPersonal ? await caseIn(deps, inbound, text) : undefined;
  const about = which?.found === 'one' ? { case: which.number } : {};
  const wishes = recognised.guesses
    .map(({ intent }) => wishOf(intent))
    .filter((wish): wish is Wish => wish !== undefined);
  const choices = wishes.map((intent) => ({ intent, ...about }));
  return { outcome: 'offered', answer: { type: 'card', card: askCard.show({ ask: 'offer', choices }) } };
}
