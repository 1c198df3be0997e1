import { type Action, actions } from '../assistant/index.ts';
import {
  askedBy,
  caseRefusalText,
  enterCase,
  findByNumber,
  isSubmitted,
  type SubmittedCase,
} from '../features/cases/index.ts';
import { privately, ran, sayText } from '../teams/answer-kit.ts';
import type { Inbound, Ran } from '../teams/routes.ts';
import { type Asking, askCard } from './cards.ts';
import type { House } from './house.ts';
import { texts, type Wish } from './texts.ts';
import { ownCases, type Which } from './which-case.ts';

/** What is wanted, of which case, and what else was named. */
export type Meant = Readonly<{ intent: Wish | undefined; which: Which; municipality?: string; question?: string }>;
type Wished = Meant & Readonly<{ intent: Wish; action: Action }>;

/** What is wanted is shown; what binds is only brought nearer, by a button that is bound to what was understood. */
export async function act(house: House, inbound: Inbound, meant: Meant): Promise<Ran> {
  const { intent } = meant;
  const action = intent === undefined ? undefined : actions[intent];
  if (intent === undefined || action === undefined) return house.as('cases/not-understood', inbound);
  const wished = { ...meant, intent, action };
  if (action.way === undefined) return cannot(house, inbound, intent);
  if (action.needs.includes('case')) return aboutCase(house, inbound, wished);
  if (action.way.by === 'dialog') return button({ ask: 'bound', dialog: { intent, verb: action.way.route } });
  return house.as(action.way.route, inbound, entitiesOf(meant));
}

function entitiesOf({ municipality, question }: Meant) {
  return { ...(municipality === undefined ? {} : { municipality }), ...(question === undefined ? {} : { question }) };
}

function cannot(house: House, inbound: Inbound, intent: Wish): Promise<Ran> {
  if (!isElsewhere(intent)) return house.as('cases/not-understood', inbound);
  return Promise.resolve(
    sayText(
      'not-by-chat',
      texts.inBoth(({ elsewhere }) => elsewhere[intent]),
    ),
  );
}

const isElsewhere = (intent: Wish): intent is keyof typeof texts.in.nl.elsewhere & Wish =>
  intent in texts.in.nl.elsewhere;

const onlyInChat = texts.inBoth(({ say }) => say.onlyInChat);

/** Which cases there are, and how they stand, is for nobody but who asks. */
function aboutCase(house: House, inbound: Inbound, wished: Wished): Promise<Ran> {
  return privately(inbound, { run: () => aboutCaseInChat(house, inbound, wished), otherwise: onlyInChat });
}

async function aboutCaseInChat(house: House, inbound: Inbound, wished: Wished): Promise<Ran> {
  const { which, intent } = wished;
  switch (which.found) {
    case 'one':
      return withCase(house, inbound, { ...wished, number: which.number });
    case 'several':
      return askWhich(intent, which.numbers);
    case 'none':
      return askWhich(intent, await ownCases(house.deps, askedBy(inbound)));
    case 'unknown':
      return sayText('unknown-case', caseRefusalText('unknown-case'));
  }
}

function askWhich(intent: Wish, numbers: readonly string[]): Ran {
  if (numbers.length === 0)
    return sayText(
      'which-case',
      texts.inBoth(({ say }) => say.whichCaseTyped),
    );
  return button({ ask: 'whichCase', choices: numbers.map((number) => ({ intent, case: number, named: 'case' })) });
}

function button(asking: Asking): Ran {
  return ran('asked', { type: 'card', card: askCard.show(asking) });
}

async function withCase(house: House, inbound: Inbound, wished: Wished & Readonly<{ number: string }>): Promise<Ran> {
  const { action, number, intent } = wished;
  const { by, route } = action.way ?? { by: 'sentence', route: 'cases/status' };
  if (by === 'sentence') return house.as(route, inbound, { number });
  const file = await mayKnowOf(house, inbound, number);
  if (typeof file === 'string') return sayText(file, caseRefusalText(file));
  return button({ ask: 'boundTo', about: file.number, dialog: { intent, verb: route, case: file.id } });
}

/** The same question, and the same line in the access log, as when its status is asked. */
async function mayKnowOf(
  { deps }: House,
  inbound: Inbound,
  number: string,
): Promise<SubmittedCase | 'unknown-case' | 'not-allowed'> {
  const found = await findByNumber(deps.store, number);
  if (found === undefined) return 'unknown-case';
  const entered = await enterCase(deps, askedBy(inbound), { id: found.id, action: 'case.status' });
  if (!entered.ok) return 'not-allowed';
  return isSubmitted(entered.state) ? entered.state : 'unknown-case';
}
