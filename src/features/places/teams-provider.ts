import { z } from 'zod/v4';
import type { JsonObject } from '../../core/json.ts';
import { plainSentence } from '../../core/sentence.ts';
import { day as dayText } from '../../core/view-parts.ts';
import { localDate } from '../../core/working-time.ts';
import { privately, ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { dayIn } from './day-in.ts';
import { facilitiesOf, freePlaces, offerPlace } from './desk-provider.ts';
import { facilityStream } from './place-ids.ts';
import { about, type About, facilityField, isDay, type Kit, say, toldOnCard } from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';

const freeing = z.object({
  facility: facilityField,
  count: z.coerce.number().int().catch(0),
  from: z.string().max(40).default(''),
});
type Freeing = Inbound<z.output<typeof freeing>>;

/** What a provider's contact does from a card: offer, and say that a place is free. */
export function providerRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'action', verb: 'places/offer', data: about, run: (inbound) => offer(kit, inbound) }),
    route({ on: 'action', verb: 'places/free', data: freeing, run: (inbound) => free(kit, inbound) }),
  ];
}

async function offer({ deps, cards }: Kit, inbound: About): Promise<Ran> {
  const told = await offerPlace(deps, askedBy(inbound), inbound.data.request);
  const { chosen, past } = told.state ?? { chosen: undefined, past: [] };
  const index = chosen ? past.length : past.length - 1;
  return toldOnCard(cards.offer, told, { notice: say((texts) => texts.say.offered), extra: { index } });
}

async function free({ deps, cards }: Kit, inbound: Freeing): Promise<Ran> {
  const { facility: id, count, from } = inbound.data;
  const asked = askedBy(inbound);
  const again = async (outcome: string, notice: ReturnType<typeof say>): Promise<Ran> => {
    const facilities = await facilitiesOf(deps, asked.actor);
    const today = localDate(inbound.at.toISOString());
    if (facilities.length === 0) return sayText(outcome, notice);
    return ran(outcome, { type: 'card', card: cards.free.show({ facilities, count: 1, from: today }, { notice }) });
  };
  if (!isDay(from))
    return again(
      'faults',
      say((texts) => texts.say.unclearDay(from)),
    );
  const told = await freePlaces(deps, asked, { id, count, from });
  if (!told.ok) return again(told.refused, refusalText(told.refused));
  const { name } = told.known.facility;
  const text = inBoth((texts, locale) => texts.say.freed(count, name, dayText(from, locale)));
  return sayText('freed', text, facilityStream(id));
}

const sentence =
  /^(?:er (?:is|zijn) )?(?:een |(?<count>\d{1,2}) )?(?:plek(?:ken)?|places?) (?:vrij|free)(?: (?:per|vanaf|from|op|as of) (?<day>.{1,40}))?$/;

/** "plek vrij", "2 plekken vrij per 1 december", "place free from 1 december". */
export function freeSentence(text: string): JsonObject | undefined {
  const { groups } = sentence.exec(plainSentence(text)) ?? {};
  if (!groups) return undefined;
  return { count: Number(groups['count'] ?? 1), day: groups['day'] ?? '' };
}

export function providerMessages(kit: Kit): readonly MessageRoute[] {
  const otherwise = say((texts) => texts.say.onlyInChat);
  return [
    {
      name: 'places/free',
      match: freeSentence,
      run: (inbound) => privately(inbound, { run: () => askFree(kit, inbound), otherwise }),
    },
  ];
}

/** Only asks: nothing is set free before the button. */
async function askFree({ deps, cards }: Kit, { actor, at, data }: Inbound<JsonObject>): Promise<Ran> {
  const facilities = await facilitiesOf(deps, actor.id);
  if (facilities.length === 0)
    return sayText(
      'no-facility',
      say((texts) => texts.say.noFacility),
    );
  const today = localDate(at.toISOString());
  const said = typeof data['day'] === 'string' ? data['day'] : '';
  const count = typeof data['count'] === 'number' ? data['count'] : 1;
  const from = said === '' ? today : dayIn(said, today);
  const notice = from === undefined ? { notice: say((texts) => texts.say.unclearDay(said)) } : {};
  return ran('asked', { type: 'card', card: cards.free.show({ facilities, count, from: from ?? today }, notice) });
}
