import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, guardFields } from '../cases/index.ts';
import type { ErasureCards } from './cards-erasure.ts';
import { erasureGrounds } from './erasure.ts';
import {
  agreeToErasure,
  askErasure,
  enterErasure,
  type ErasureDeps,
  reviewErasure,
  stopErasure,
} from './erasure-desk.ts';
import { type AboutFile, aboutFile, ended, numberField, refused, say } from './teams-kit.ts';
import { refusalText } from './texts.ts';

type Kit = Readonly<{ deps: ErasureDeps & Readonly<{ log: Pick<Logger, 'info'> }>; cards: ErasureCards }>;

const sent = z.looseObject({ number: numberField, ground: z.enum(erasureGrounds) });
const answered = z.object({ number: numberField, request: z.string().max(80) });
type Answered = Inbound<z.output<typeof answered>>;

/** Deleting a case before its term is over: one person asks, and another agrees. */
export function erasureRoutes(kit: Kit): readonly Route[] {
  const answers = (verb: string, run: typeof agreeToErasure, line: Text): Route =>
    route({ on: 'submit', verb, data: answered, run: (inbound) => answer(kit, inbound, { run, line }) });
  return [
    route({ on: 'dialog', verb: 'privacy/erase-form', data: aboutFile, run: (inbound) => openForm(kit, inbound) }),
    route({ on: 'submit', verb: 'privacy/erase-ask', data: sent, run: (inbound) => ask(kit, inbound) }),
    route({ on: 'dialog', verb: 'privacy/erasure-review', data: aboutFile, run: (inbound) => review(kit, inbound) }),
    answers(
      'privacy/erasure-agree',
      agreeToErasure,
      say(({ agreed }) => agreed),
    ),
    answers(
      'privacy/erasure-stop',
      stopErasure,
      say(({ stopped }) => stopped),
    ),
  ];
}

async function openForm({ deps, cards }: Kit, inbound: AboutFile): Promise<Ran> {
  const { number } = inbound.data;
  const ready = await enterErasure(deps, askedBy(inbound), { number, action: 'privacy.erase' });
  return ready.ok ? showForm(cards, { number: ready.opened.number, typed: {}, problems: [] }) : refused(ready.refused);
}

function showForm({ form }: ErasureCards, state: Parameters<ErasureCards['form']['show']>[0]): Ran {
  const outcome = state.problems.length > 0 ? 'faults' : 'opened';
  return inDialog({ title: say(({ dialogErase }) => dialogErase), card: form.show(state), outcome });
}

async function ask({ deps, cards }: Kit, inbound: Inbound<z.output<typeof sent>>): Promise<Ran> {
  const { number, ground } = inbound.data;
  const { typed, problems } = await guardFields({ log: deps.log, deps }, inbound, {
    reason: { name: say(({ why }) => why) },
  });
  const again = (wrong: readonly Text[]) => showForm(cards, { number, typed, problems: wrong });
  if (problems.length > 0) return again(problems);
  const told = await askErasure(deps, askedBy(inbound), { number, ground, reason: typed['reason'] ?? '' });
  if (!told.ok && told.refused === 'reason-missing') return again([refusalText(told.refused)]);
  return ended(
    told,
    say(({ erasureSent }) => erasureSent),
  );
}

async function review({ deps, cards }: Kit, inbound: AboutFile): Promise<Ran> {
  const told = await reviewErasure(deps, askedBy(inbound), inbound.data.number);
  if (!told.ok) return refused(told.refused);
  const { state } = told;
  if (state.status === 'none') return refused('not-asked');
  const card = cards.review.show({ state, isAsker: state.request.by === inbound.actor.id });
  return inDialog({ title: say(({ dialogReview }) => dialogReview), card, outcome: 'looked' });
}

type Answering = Readonly<{ run: typeof agreeToErasure; line: Text }>;

async function answer({ deps }: Kit, inbound: Answered, { run, line }: Answering): Promise<Ran> {
  return ended(await run(deps, askedBy(inbound), inbound.data), line);
}
