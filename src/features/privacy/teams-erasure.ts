import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { endDialog, inDialog } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, guardFields } from '../cases/index.ts';
import type { ErasureCards } from './cards-erasure.ts';
import { erasureGrounds } from './erasure.ts';
import {
  agreeToErasure,
  askErasure,
  enterErasure,
  type ErasureDeps,
  type EraseTold,
  reviewErasure,
  stopErasure,
} from './erasure-desk.ts';
import { refusalText, type Texts, texts } from './texts.ts';

type Kit = Readonly<{ deps: ErasureDeps & Readonly<{ log: Pick<Logger, 'info'> }>; cards: ErasureCards }>;

const numberField = z.string().max(40);
const about = z.object({ number: numberField });
const sent = z.looseObject({ number: numberField, ground: z.enum(erasureGrounds) });
const answered = z.object({ number: numberField, request: z.string().max(80) });
type About = Inbound<z.output<typeof about>>;
type Answered = Inbound<z.output<typeof answered>>;

/** Deleting a case before its term is over: one person asks, and another agrees. */
export function erasureRoutes(kit: Kit): readonly Route[] {
  const answers = (verb: string, run: typeof agreeToErasure, line: Text): Route =>
    route({ on: 'submit', verb, data: answered, run: (inbound) => answer(kit, inbound, { run, line }) });
  return [
    route({ on: 'dialog', verb: 'privacy/erase-form', data: about, run: (inbound) => openForm(kit, inbound) }),
    route({ on: 'submit', verb: 'privacy/erase-ask', data: sent, run: (inbound) => ask(kit, inbound) }),
    route({ on: 'dialog', verb: 'privacy/erasure-review', data: about, run: (inbound) => review(kit, inbound) }),
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

function say(pick: (words: Texts['say']) => string): Text {
  return texts.inBoth((all) => pick(all.say));
}

async function openForm({ deps, cards }: Kit, inbound: About): Promise<Ran> {
  const { number } = inbound.data;
  const ready = await enterErasure(deps, askedBy(inbound), { number, action: 'privacy.erase' });
  return ready.ok ? showForm(cards, { number: ready.opened.number, typed: {}, problems: [] }) : refused(ready);
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

async function review({ deps, cards }: Kit, inbound: About): Promise<Ran> {
  const told = await reviewErasure(deps, askedBy(inbound), inbound.data.number);
  if (!told.ok) return refused(told);
  const { state } = told;
  if (state.status === 'none') return refused({ refused: 'not-asked' });
  const card = cards.review.show({ state, isAsker: state.request.by === inbound.actor.id });
  return inDialog({ title: say(({ dialogReview }) => dialogReview), card, outcome: 'looked' });
}

type Answering = Readonly<{ run: typeof agreeToErasure; line: Text }>;

async function answer({ deps }: Kit, inbound: Answered, { run, line }: Answering): Promise<Ran> {
  return ended(await run(deps, askedBy(inbound), inbound.data), line);
}

function ended(told: EraseTold, line: Text): Ran {
  return told.ok
    ? endDialog({ title: say(({ dialogDone }) => dialogDone), lines: [line], outcome: 'done' })
    : refused(told);
}

type Refused = Readonly<{ refused: Extract<EraseTold, { ok: false }>['refused'] }>;

function refused({ refused: code }: Refused): Ran {
  return endDialog({ title: say(({ dialogRefused }) => dialogRefused), lines: [refusalText(code)], outcome: code });
}
