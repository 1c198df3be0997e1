import type { Text } from '../../core/locale.ts';
import { sayText } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { type Asked, askedBy, type Typed } from '../cases/index.ts';
import { type DeskDeps, openOwn, type Told } from './decision-desk.ts';
import { answerReview, openReview, voteAgain } from './desk-decide.ts';
import { openProposal } from './desk-lists.ts';
import { putForward, takeToDecision, withdrawOwn } from './desk-write.ts';
import { type ProposalFile, type ProposalId, proposalStream } from './proposal-state.ts';
import {
  about,
  type About,
  doneInDialog,
  formInDialog,
  guarded,
  type Kit,
  onCard,
  refusedInDialog,
  say,
  type Sent,
  sent,
  toldOnCard,
} from './teams-answers.ts';
import { refusalText, type Texts } from './texts.ts';

export function proposalRoutes(kit: Kit): readonly Route[] {
  const { deps, cards } = kit;
  const step = (verb: string, run: (inbound: About) => Promise<Ran>): Route =>
    route({ on: 'action', verb: `decisions/${verb}`, data: about, run });
  const clicked =
    (wish: Wish, card: typeof cards.proposal, notice: (texts: Texts) => string) => async (inbound: About) =>
      toldOnCard(card, await wish(deps, askedBy(inbound), inbound.data.proposal), {
        id: inbound.data.proposal,
        notice,
      });
  return [
    step(
      'put-forward',
      clicked(putForward, cards.proposal, (texts) => texts.say.putForward),
    ),
    step(
      'to-decision',
      clicked(takeToDecision, cards.proposal, (texts) => texts.say.takenOn),
    ),
    step(
      'vote-again',
      clicked(voteAgain, cards.record, (texts) => texts.say.votingAgain),
    ),
    route({ on: 'action', verb: 'decisions/show', looks: true, data: about, run: (inbound) => show(kit, inbound) }),
    ...[withdrawing, reviewing].flatMap((question) => questionRoutes(kit, question)),
  ];
}

type Wish = (deps: DeskDeps, asked: Asked, id: ProposalId) => Promise<Told>;

async function show(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.proposal;
  const opened = await openProposal(kit.deps, askedBy(inbound), id);
  if (!opened.ok) return sayText(opened.refused, refusalText(opened.refused), proposalStream(id));
  return onCard(kit.cards.proposal, { file: opened.state, outcome: 'shown' });
}

/** A dialog with one text box. */
type Question = Readonly<{
  kind: 'withdraw' | 'review';
  open: Wish;
  wish(deps: DeskDeps, asked: Asked, wish: Readonly<{ id: ProposalId; text: string }>): Promise<Told>;
  title(texts: Texts, number: string): string;
  label(texts: Texts): string;
  said: Text;
}>;

const withdrawing: Question = {
  kind: 'withdraw',
  open: openOwn,
  wish: (deps, asked, { id, text }) => withdrawOwn(deps, asked, { id, reason: text }),
  title: (texts, number) => texts.say.dialogWithdraw(number),
  label: (texts) => texts.say.withdrawAsk,
  said: say((texts) => texts.say.withdrawn),
};

const reviewing: Question = {
  kind: 'review',
  open: openReview,
  wish: (deps, asked, { id, text }) => answerReview(deps, asked, { id, answer: text }),
  title: (texts, number) => texts.say.dialogReview(number),
  label: (texts) => texts.say.reviewAsk,
  said: say((texts) => texts.say.answered),
};

function questionRoutes(kit: Kit, question: Question): readonly Route[] {
  const verb = `decisions/${question.kind}`;
  return [
    route({ on: 'dialog', verb, data: about, run: (inbound) => ask(kit, inbound, question) }),
    route({ on: 'submit', verb: `${verb}-send`, data: sent, run: (inbound) => answer(kit, inbound, question) }),
  ];
}

async function ask(kit: Kit, inbound: About, question: Question): Promise<Ran> {
  const id = inbound.data.proposal;
  const opened = await question.open(kit.deps, askedBy(inbound), id);
  if (!opened.ok) return refusedInDialog(opened.refused, id);
  return showForm(kit, question, { file: opened.state, typed: {}, problems: [] });
}

type Form = Readonly<{ file: ProposalFile; typed: Typed; problems: readonly Text[] }>;

function showForm({ cards }: Kit, { kind, title }: Question, form: Form): Ran {
  return formInDialog({
    title: (texts) => title(texts, form.file.number),
    card: cards.reason.show({ ...form, kind }),
    problems: form.problems,
    id: form.file.id,
  });
}

async function answer(kit: Kit, inbound: Sent, question: Question): Promise<Ran> {
  const id = inbound.data.proposal;
  const asked = askedBy(inbound);
  const opened = await question.open(kit.deps, asked, id);
  if (!opened.ok) return refusedInDialog(opened.refused, id);
  const { state: file } = opened;
  const fields = { reason: { name: (texts: Texts) => question.label(texts), longest: 1_000 } };
  const { typed, problems } = await guarded(kit, inbound, fields);
  if (problems.length > 0) return showForm(kit, question, { file, typed, problems });
  const told = await question.wish(kit.deps, asked, { id, text: typed['reason'] ?? '' });
  if (told.ok) return doneInDialog([question.said], id);
  const again = ['reason-missing', 'answer-missing', 'identifying-words'].includes(told.refused);
  if (!again) return refusedInDialog(told.refused, id);
  return showForm(kit, question, { file, typed, problems: [refusalText(told.refused)] });
}
