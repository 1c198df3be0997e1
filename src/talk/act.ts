import { actions, type Way } from '../assistant/index.ts';
import type { JsonObject } from '../core/json.ts';
import type { Text } from '../core/locale.ts';
import { askCaseStatus, askedBy, caseOfChannel, caseRefusalText, isSubmitted } from '../features/cases/index.ts';
import { privately, sayText } from '../teams/answer-kit.ts';
import type { Inbound, Ran } from '../teams/routes.ts';
import { type Acted, askBack, type Meant } from './meant.ts';
import { aboutDeadline, tasksOf } from './deadlines.ts';
import type { Turning } from './house.ts';
import { elsewhere, instead, isElsewhere } from './instead.ts';
import { nothingSaid, prefillsOf } from './said.ts';
import { texts, type Wish } from './texts.ts';
import { ownCases } from './which-case.ts';
import { whoMayInstead } from './who-may.ts';

type Wished = Meant & Readonly<{ intent: Wish; way: Way }>;
/** What is wanted is shown; what binds is only brought nearer, by a button that is bound to what was understood. */
export async function act(house: Turning, inbound: Inbound, meant: Meant): Promise<Acted> {
  const { intent } = meant;
  const action = intent === undefined ? undefined : actions[intent];
  if (intent === undefined || action === undefined) return house.as('cases/not-understood', inbound);
  if (intent === 'annuleren') await house.memory.forget();
  const { way } = action;
  if (way === undefined) return instead(house, inbound, { ...meant, intent });
  const ran = await byItsWay(house, inbound, { ...meant, intent, way });
  return { ...(action.standsIn === true ? saying(ran, intent) : ran), intent };
}

/** That the card is not quite what was asked. */
function saying(ran: Ran, intent: Wish): Ran {
  const { answer } = ran;
  if (answer.type !== 'card' || !isElsewhere(intent)) return ran;
  const { card } = answer;
  return { ...ran, answer: { ...answer, card: { ...card, extra: { ...card.extra, notice: elsewhere(intent) } } } };
}

async function byItsWay(house: Turning, inbound: Inbound, wished: Wished): Promise<Ran> {
  const { intent, way, entities } = wished;
  if (actions[intent]?.needs.includes('case')) return aboutCase(house, inbound, wished);
  if (intent === 'deadline_verplaatsen')
    return privately(inbound, { run: () => aboutDeadline(house, inbound, wished), otherwise: onlyInChat });
  if (intent === 'taken_tonen' && wished.said !== undefined && wished.said.people.length > 0)
    return tasksOf(house, inbound, wished.said);
  return way.by === 'dialog' ? bound(wished) : house.as(way.route, inbound, entities);
}

const onlyInChat = texts.inBoth(({ say }) => say.onlyInChat);

/**
 * Which cases there are, and how they stand, is for nobody but who asks; in the channel of a case its own is meant, and no
 * other is spoken of there.
 */
async function aboutCase(house: Turning, inbound: Inbound, wished: Wished): Promise<Ran> {
  const own = await caseOfChannel(house.deps.store, inbound.conversation.channelId);
  if (own === undefined)
    return privately(inbound, { run: () => aboutCaseInChat(house, inbound, wished), otherwise: onlyInChat });
  const which = await wished.which();
  const isOwn = which.found === 'none' || (which.found === 'one' && which.number === own.number);
  return isOwn ? withCase(house, inbound, { ...wished, number: own.number }) : sayText('only-in-chat', onlyInChat);
}

async function aboutCaseInChat(house: Turning, inbound: Inbound, wished: Wished): Promise<Ran> {
  const which = await wished.which();
  switch (which.found) {
    case 'one':
      return withCase(house, inbound, { ...wished, number: which.number });
    case 'several':
      return askWhich(wished, which.numbers);
    case 'none':
      return amongTheirs(house, inbound, wished);
    case 'unknown':
      return sayText('unknown-case', caseRefusalText('unknown-case'));
  }
}

/** Nobody is asked which when there is but one. */
async function amongTheirs(house: Turning, inbound: Inbound, wished: Wished): Promise<Ran> {
  const numbers = await casesToAsk(house, inbound);
  const [number, ...others] = numbers;
  return number === undefined || others.length > 0
    ? askWhich(wished, numbers)
    : withCase(house, inbound, { ...wished, number });
}

/** Their own, and first of all the one that was spoken of last. */
async function casesToAsk({ deps, memory }: Turning, inbound: Inbound): Promise<readonly string[]> {
  const [own, { case: last }] = await Promise.all([ownCases(deps, askedBy(inbound)), memory.recall()]);
  return last === undefined ? own : [last, ...own.filter((number) => number !== last)];
}

function askWhich({ intent, said = nothingSaid }: Wished, numbers: readonly string[]): Ran {
  if (numbers.length === 0)
    return sayText(
      'which-case',
      texts.inBoth(({ say }) => say.whichCaseTyped),
    );
  const choices = numbers.map((number) => ({ intent, case: number, said }));
  const asked = askBack({ ask: 'whichCase', choices });
  return { ...asked, shown: { list: { of: 'case', ids: numbers } } };
}

/** The same question, and the same line in the access log, as when its status is asked. */
async function withCase(house: Turning, inbound: Inbound, wished: Wished & Readonly<{ number: string }>): Promise<Ran> {
  const { intent, way, number } = wished;
  if (way.by === 'sentence' && intent !== 'casus_archiveren') return house.as(way.route, inbound, { number });
  const asked = await askCaseStatus(house.deps, askedBy(inbound), number);
  const refused = asked.ok ? 'unknown-case' : asked.refused;
  if (!asked.ok || !isSubmitted(asked.state)) return sayText(refused, caseRefusalText(refused));
  const { id, number: about, stage } = asked.state;
  // What is left to do before it can be closed, or was done, is on its card.
  if (way.by === 'sentence' && stage !== 'conference') return house.as(way.route, inbound, { number });
  const others = await whoMayInstead(house, inbound, { intent, file: asked.state });
  if (others !== undefined) return { ...others, shown: { case: about } };
  const dialog: Way = way.by === 'sentence' ? { by: 'dialog', route: 'cases/closing' } : way;
  return { ...bound({ ...wished, way: dialog }, { about, data: { case: id } }), shown: { case: about } };
}

/** The dialog, filled in with the day or the amount that was understood; when several can be meant, a button for each. */
function bound(
  { intent, way, said = nothingSaid }: Wished,
  on: Readonly<{ about?: string; data?: JsonObject }> = {},
): Ran {
  const { about, data = {} } = on;
  const head = about === undefined ? {} : { about };
  const [filled, ...others] = prefillsOf(intent, said);
  const dialog = { intent, verb: way.route, data };
  if (filled === undefined) return askBack({ ...head, ask: 'bound', dialogs: [dialog] });
  if (intent === 'plek_reserveren' && said.ends)
    return askBack({ ...head, ask: 'bound', echo: holdText(filled.label), dialogs: [dialog] });
  if (others.length === 0) {
    const echo = texts.inBoth(({ say }, locale) => say.understood(filled.label[locale]));
    return askBack({ ...head, ask: 'bound', echo, dialogs: [{ ...dialog, data: { ...data, ...filled.data } }] });
  }
  const dialogs = [filled, ...others].map(({ label, data: more }) => ({
    ...dialog,
    data: { ...data, ...more },
    title: label,
  }));
  return askBack({ ...head, ask: 'which', dialogs });
}

/** How long a place is held has a rule of its own. */
const holdText = (label: Text): Text => texts.inBoth(({ say }, locale) => say.holdUntil(label[locale]));
