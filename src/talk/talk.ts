import { actions, languageOf, type Parsed, readCases, type Recognised } from '../assistant/index.ts';
import type { JsonObject } from '../core/json.ts';
import { askedBy } from '../features/cases/index.ts';
import { mayDo } from '../features/directory/index.ts';
import { ran, sayText } from '../teams/answer-kit.ts';
import type { Inbound, MessageRoute, Ran } from '../teams/routes.ts';
import { act } from './act.ts';
import type { Acted, Meant } from './meant.ts';
import { askCard } from './cards.ts';
import { followed } from './follow.ts';
import { forCaseHere, forCaseNamed } from './for-case.ts';
import { readFollowUp } from './follow-up.ts';
import type { Turning } from './house.ts';
import { aboutColleague, spokenOf } from './of-colleague.ts';
import { nothingSaid, type Said, saidIn } from './said.ts';
import { texts, type Wish, wishOf } from './texts.ts';
import { type Which, whichCase } from './which-case.ts';

type Remembering = (inbound: Inbound, answer: (turning: Turning) => Promise<Acted>) => Promise<Ran>;

/** For every sentence that no feature knows; those with personal data never get here. */
export function talkRoute(remembering: Remembering): MessageRoute {
  return {
    name: 'talk',
    match: (text) => ({ text }),
    async run(inbound) {
      const text = typeof inbound.data['text'] === 'string' ? inbound.data['text'] : '';
      const answered = await remembering(inbound, (turning) => respond(turning, inbound, text));
      return { locale: languageOf(text), ...answered };
    },
  };
}

/** Longer than anything that is asked: not worth reading for a wish. */
const longest = 500;

async function respond(house: Turning, inbound: Inbound, text: string): Promise<Acted> {
  if (text.length > longest) return notUnderstood(house, inbound);
  const follow = readFollowUp(text);
  const following = follow && (await followed(house, inbound, follow));
  return following ?? (await aboutColleague(house, inbound, text)) ?? byItself(house, inbound, text);
}

async function byItself(house: Turning, inbound: Inbound, text: string): Promise<Acted> {
  const recognised = house.understanding().recognise(text);
  switch (recognised.kind) {
    case 'talk':
      return talk(house, inbound, recognised.about);
    case 'act':
      return act(house, inbound, await meant(house, inbound, { intent: recognised.intent, text }));
    case 'offer':
      return (await assisted(house, inbound, text)) ?? offer(house, inbound, { recognised, text });
    case 'unclear':
      return (await assisted(house, inbound, text)) ?? notUnderstood(house, inbound);
  }
}

/** With the help of a language model, when there is one; undefined when that does not know either. */
async function assisted(house: Turning, inbound: Inbound, text: string): Promise<Acted | undefined> {
  const parsed = await house.parse?.(inbound, text);
  if (parsed === undefined) return undefined;
  const { intent, entities: named } = parsed;
  const ran = await act(house, inbound, await meant(house, inbound, { intent, text, named }));
  return { ...ran, assisted: true };
}

const notUnderstood = (house: Turning, inbound: Inbound): Promise<Ran> => house.as('cases/not-understood', inbound);

async function talk(house: Turning, inbound: Inbound, about: string): Promise<Ran> {
  if (about === 'groet') return house.as('cases/help', inbound);
  if (!isSmall(about)) return notUnderstood(house, inbound);
  return sayText(
    about,
    texts.inBoth((all) => all.small[about]),
  );
}

const isSmall = (about: string): about is keyof typeof texts.in.nl.small => Object.hasOwn(texts.in.nl.small, about);

/** `named`: parts of the text in which to look for what they are, and not in all of it. */
type Sentence = Readonly<{ intent: string; text: string; named?: Parsed['entities'] }>;

async function meant(house: Turning, inbound: Inbound, { intent: guessed, text, named }: Sentence): Promise<Meant> {
  const intent = await forCaseHere(house, inbound, forCaseNamed(guessed, text));
  const said = saidBy(house, inbound, text);
  const mention = spokenOf(text);
  return {
    intent: wishOf(intent),
    which: () => caseIn(house, inbound, named?.case ?? text),
    entities: await entitiesIn(house, inbound, { intent, text, named, cents: said.cents }),
    said,
    ...(mention === undefined ? {} : { mention }),
  };
}

/** What the route that answers this wish can use of the sentence. */
async function entitiesIn(
  house: Turning,
  inbound: Inbound,
  { intent, text, named, cents }: Sentence & Pick<Said, 'cents'>,
): Promise<JsonObject> {
  switch (intent) {
    case 'expert_zoeken':
      return { question: text };
    case 'casus_lijst':
      return scopeIn(house, inbound, text);
    case 'wie_beslist':
      return cents.length === 1 ? { cents: cents[0] ?? 0 } : {};
    default: {
      const municipality = await municipalityIn(house, inbound, { intent, text: named?.municipality ?? text });
      return municipality === undefined ? {} : { municipality };
    }
  }
}

function saidBy({ deps: { isHoliday } }: Turning, { at }: Inbound, text: string): Said {
  return { ...nothingSaid, ...saidIn(text, { now: at.toISOString(), isHoliday, locale: languageOf(text) }) };
}

const ofTeam = /(?<!\p{L})(?:(?:expert)?teams?|ons|onze|wij|our|us)(?!\p{L})/iu;

/** "Bij ons" is the list of the team, for whoever may see that one. */
async function scopeIn({ deps }: Turning, { actor }: Inbound, text: string): Promise<JsonObject> {
  if (!ofTeam.test(text)) return {};
  return mayDo('case.list-team', await deps.directory.person(actor.id)).allowed ? { scope: 'team' } : {};
}

async function municipalityIn({ deps, understanding }: Turning, { at }: Inbound, { intent, text }: Sentence) {
  if (actions[intent]?.needs.includes('municipality') !== true) return undefined;
  return understanding().municipalityIn(text, await deps.directory.municipalities(at));
}

function caseIn({ deps, memory }: Turning, inbound: Inbound, text: string): Promise<Which> {
  return whichCase(deps, askedBy(inbound), { mentions: readCases(text), recall: memory.recall });
}

type Offering = Readonly<{ recognised: Recognised; text: string }>;

/** Three buttons, with the case, the days and the amounts that were named; never with words of the sentence. */
async function offer(house: Turning, inbound: Inbound, { recognised, text }: Offering): Promise<Ran> {
  const isPersonal = inbound.conversation.kind === 'personal';
  const which = isPersonal ? await caseIn(house, inbound, text) : undefined;
  const about = which?.found === 'one' ? { case: which.number } : {};
  const municipality = await municipalityIn(house, inbound, { intent: 'gemeente_zoeken', text });
  const where = municipality === undefined ? {} : { municipality };
  const wishes = recognised.guesses
    .map(({ intent }) => wishOf(intent))
    .filter((wish): wish is Wish => wish !== undefined);
  const said = saidBy(house, inbound, text);
  const choices = wishes.map((intent) => ({ intent, ...about, said, ...(intent === 'gemeente_zoeken' ? where : {}) }));
  return ran('offered', { type: 'card', card: askCard.show({ ask: 'offer', choices }) });
}
