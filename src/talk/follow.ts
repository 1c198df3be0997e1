import { actions, type CaseMention } from '../assistant/index.ts';
import { plainSentence } from '../core/sentence.ts';
import { askedBy } from '../features/cases/index.ts';
import { sayText } from '../teams/answer-kit.ts';
import type { Inbound } from '../teams/routes.ts';
import { act } from './act.ts';
import { type Acted, askBack } from './meant.ts';
import type { Dialog } from './cards.ts';
import type { FollowUp } from './follow-up.ts';
import type { Turning } from './house.ts';
import { atPlace, type Memory } from './memory.ts';
import { texts, type Wish } from './texts.ts';
import { ownCasesIn, type Which, whichCase } from './which-case.ts';

/** What only has a meaning after what was said before; undefined when there is nothing before it that it can follow. */
export async function followed(house: Turning, inbound: Inbound, follow: FollowUp): Promise<Acted | undefined> {
  if (follow.about === 'municipality') return inMunicipality(house, inbound, follow);
  const memory = await house.memory.recall();
  const mention = mentionOf(follow, memory);
  if (mention.by === 'place') {
    if (memory.list === undefined) return undefined;
    const id = atPlace(memory.list.ids, mention.place);
    if (id === undefined) return sayText('no-more', noMore);
    if (memory.list.of !== 'case') return item(memory.list.of, id);
  }
  return aboutMentioned(house, inbound, { mention, intent: intentOf(follow, memory) });
}

const noMore = texts.inBoth(({ say }) => say.noMore);

function mentionOf(follow: Exclude<FollowUp, { about: 'municipality' }>, { place = 0 }: Memory): CaseMention {
  return follow.about === 'case' ? follow.mention : { by: 'place', place: place + 1 };
}

/** The same as was asked of the case before it, when that can be asked of a case. */
function intentOf(follow: FollowUp, { intent }: Memory): Wish {
  if (follow.about === 'case' && follow.intent !== undefined) return follow.intent;
  return intent !== undefined && actions[intent]?.needs.includes('case') === true ? intent : 'casus_status';
}

const item = (of: 'deadline' | 'expert', id: string): Acted => ({
  ...askBack({ ask: 'item', dialogs: [opening(of, id)] }),
  shown: { item: id },
});

function opening(of: 'deadline' | 'expert', id: string): Dialog {
  const title = texts.inBoth(({ say }) => say.openIt[of]);
  return of === 'deadline'
    ? { intent: 'taken_tonen', verb: 'deadlines/open', data: { deadline: id }, title }
    : { intent: 'expert_zoeken', verb: 'experts/profile', data: { expert: id }, title };
}

type Mentioned = Readonly<{ mention: CaseMention; intent: Wish }>;

async function aboutMentioned(house: Turning, inbound: Inbound, { mention, intent }: Mentioned): Promise<Acted> {
  const which = (): Promise<Which> =>
    whichCase(house.deps, askedBy(inbound), { mentions: [mention], recall: house.memory.recall });
  if (intent !== 'budget_tonen') return act(house, inbound, { intent, which });
  // What there is belongs to the centre of the case.
  const found = await which();
  const centre = found.found === 'one' ? { centre: found.number.slice(0, 2) } : {};
  return act(house, inbound, { intent, which, entities: centre });
}

type Somewhere = Extract<FollowUp, { about: 'municipality' }>;

/** "En in Venlo?": what was asked before, when that can be asked of a place; otherwise a case there, or which of it is meant. */
async function inMunicipality(house: Turning, inbound: Inbound, follow: Somewhere): Promise<Acted | undefined> {
  const { deps, memory } = house;
  const places = await deps.directory.municipalities(inbound.at);
  const municipality = house.understanding().municipalityIn(follow.text, places);
  if (municipality === undefined) return undefined;
  // What is said behind it is more than which one: "die van Venlo sluiten".
  if (follow.one === true && !plainSentence(follow.text).endsWith(municipality.toLowerCase())) return undefined;
  const recalled = await memory.recall();
  const { intent } = recalled;
  if (intent === 'gemeente_zoeken' || intent === 'plek_zoeken')
    return ofMunicipality(house, inbound, { intent, municipality });
  if (follow.one === true) {
    const which = (): Promise<Which> => ownCasesIn(deps, askedBy(inbound), municipality);
    return act(house, inbound, { intent: intentOf(follow, recalled), which });
  }
  const wishes = ['gemeente_zoeken', 'plek_zoeken'] as const;
  return askBack({ ask: 'offer', choices: wishes.map((one) => ({ intent: one, municipality })) });
}

type There = Readonly<{ intent: Wish; municipality: string }>;

export async function ofMunicipality(
  house: Turning,
  inbound: Inbound,
  { intent, municipality }: There,
): Promise<Acted> {
  const which = (): Promise<Which> => Promise.resolve({ found: 'none' });
  if (intent !== 'plek_zoeken') return act(house, inbound, { intent, which, entities: { municipality } });
  const landing = await house.deps.directory.landing(municipality, inbound.at);
  const centre = landing === undefined ? {} : { centre: landing.centre.code };
  return act(house, inbound, { intent, which, entities: centre });
}
