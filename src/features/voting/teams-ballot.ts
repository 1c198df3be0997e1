import { inDialog, ran } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, guardFields, type Typed } from '../cases/index.ts';
import type { Text } from '../../core/locale.ts';
import { castBallot, recuse, seatFor, seatsIn } from './ballots-desk.ts';
import type { SeatRefusal } from './seat-messages.ts';
import type { SeatFile } from './seat-state.ts';
import {
  aboutSeat,
  type AboutSeat,
  aboutVote,
  type AboutVote,
  doneInDialog,
  guardedReason,
  type Kit,
  onBallot,
  refusedInDialog,
  refusedInText,
  type SentForSeat,
  sentForSeat,
} from './teams-kit.ts';
import { refusalText, say } from './texts.ts';
import { voteStream } from './vote-state.ts';

export function ballotRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'voting/mine', looks: true, data: aboutVote },
      run: (inbound) => showMine(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'voting/show', looks: true, data: aboutSeat },
      run: (inbound) => showSeat(kit, inbound),
    }),
    route({ on: 'action', verb: 'voting/cast', data: sentForSeat, run: (inbound) => cast(kit, inbound) }),
    route({ on: 'dialog', verb: 'voting/recuse', data: aboutSeat, run: (inbound) => askToRecuse(kit, inbound) }),
    route({ on: 'submit', verb: 'voting/recuse-send', data: sentForSeat, run: (inbound) => sendRecusal(kit, inbound) }),
  ];
}

/** From the card for all: this person's own ballot, or a list when they also stand in for others. */
async function showMine(kit: Kit, inbound: AboutVote): Promise<Ran> {
  const { vote } = inbound.data;
  const seats = await seatsIn(kit.deps, askedBy(inbound), vote);
  const [seat, ...more] = seats;
  if (!seat) return refusedInText('not-on-list', vote);
  if (more.length === 0) return onBallot(kit, { seat, outcome: 'shown' });
  return ran('listed', { type: 'card', card: kit.cards.owed.show({ seats, inVote: true }) }, voteStream(vote));
}

async function showSeat(kit: Kit, { actor, data }: AboutSeat): Promise<Ran> {
  const seat = await seatFor(kit.deps, actor.id, { vote: data.vote, n: data.seat });
  return seat ? onBallot(kit, { seat, outcome: 'shown' }) : refusedInText('not-on-list', data.vote);
}

/** On somebody else's card nothing of the seat is shown, whatever the data of the click says. */
const unseen: readonly string[] = ['unknown-seat', 'not-on-list'] satisfies readonly SeatRefusal[];

async function cast(kit: Kit, inbound: SentForSeat): Promise<Ran> {
  const { vote, seat: n } = inbound.data;
  const { typed, problems } = await guardFields(kit, inbound, guardedReason);
  const [problem] = problems;
  if (problem) return faulty(kit, inbound, { problem, typed });
  const { choice = '', reason = '' } = typed;
  const told = await castBallot(kit.deps, askedBy(inbound), { vote, n, choice, reason });
  if (told.ok) return onBallot(kit, { seat: told.seat, ...(isOther(told.seat, choice) ? stands : voted) });
  if (!told.seat || unseen.includes(told.refused)) return refusedInText(told.refused, vote);
  const shown = { seat: told.seat, outcome: told.refused, notice: refusalText(told.refused) };
  return onBallot(kit, { ...shown, typed: { choice, reason } });
}

const voted = { outcome: 'voted', notice: say((texts) => texts.voted) };
const stands = { outcome: 'other-stands', notice: say(({ otherStands }) => otherStands) };

/** The same button again, on a card on which another was pressed since, is the first click once more: nothing changed. */
function isOther({ ballot }: SeatFile, choice: string): boolean {
  return ballot?.choice !== undefined && ballot.choice !== choice;
}

type Faulty = Readonly<{ problem: Text; typed: Typed }>;

async function faulty(kit: Kit, { actor, data }: SentForSeat, { problem, typed }: Faulty): Promise<Ran> {
  const seat = await seatFor(kit.deps, actor.id, { vote: data.vote, n: data.seat });
  if (!seat) return refusedInText('not-on-list', data.vote);
  const { choice = '', reason = '' } = typed;
  return onBallot(kit, { seat, outcome: 'faults', notice: problem, typed: { choice, reason } });
}

async function askToRecuse(kit: Kit, { actor, data }: AboutSeat): Promise<Ran> {
  const seat = await seatFor(kit.deps, actor.id, { vote: data.vote, n: data.seat });
  return seat ? recuseForm(kit, data, { typed: {}, problems: [] }) : refusedInDialog('not-on-list', data.vote);
}

type Form = Readonly<{ typed: Typed; problems: readonly Text[] }>;

function recuseForm({ cards }: Kit, { vote, seat }: AboutSeat['data'], form: Form): Ran {
  const shown = cards.reason.show({
    ...form,
    ...{ vote, n: seat, verb: 'voting/recuse-send' },
    question: say(({ recuseAsk }) => recuseAsk),
    explanation: say(({ recuseExplain }) => recuseExplain),
  });
  const title = say(({ dialogRecuse }) => dialogRecuse);
  const outcome = form.problems.length > 0 ? 'faults' : 'opened';
  return inDialog({ title, card: shown, outcome, stream: voteStream(vote) });
}

async function sendRecusal(kit: Kit, inbound: SentForSeat): Promise<Ran> {
  const { vote, seat: n } = inbound.data;
  const seat = await seatFor(kit.deps, inbound.actor.id, { vote, n });
  if (!seat) return refusedInDialog('not-on-list', vote);
  const { typed, problems } = await guardFields(kit, inbound, guardedReason);
  if (problems.length > 0) return recuseForm(kit, inbound.data, { typed, problems });
  const told = await recuse(kit.deps, askedBy(inbound), { vote, n, reason: typed['reason'] ?? '' });
  if (told.ok)
    return doneInDialog(
      say(({ recusedNow }) => recusedNow),
      'recused',
      vote,
    );
  if (told.refused !== 'reason-missing') return refusedInDialog(told.refused, vote);
  return recuseForm(kit, inbound.data, { typed, problems: [refusalText(told.refused)] });
}
