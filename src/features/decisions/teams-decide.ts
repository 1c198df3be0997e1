import type { Text } from '../../core/locale.ts';
import { personId, type PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import { sayText } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { reviewDate } from './clocks.ts';
import { calendarOf, type Refusal } from './decision-desk.ts';
import { decideProposal, type Deciding, openDecision } from './desk-decide.ts';
import { contentOf, over, proposalStream, verdictOfVote } from './proposal-state.ts';
import { readRuling } from './ruling-form.ts';
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
} from './teams-answers.ts';
import { refusalText } from './texts.ts';
import { amountIn } from './write-form.ts';

/** Deciding by who holds the mandate, and recording by the chair what a body decided. */
export function decideRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'dialog', verb: 'decisions/decide', data: about, run: (inbound) => open(kit, inbound) }),
    route({ on: 'submit', verb: 'decisions/decide-send', data: sent, run: (inbound) => send(kit, inbound) }),
    route({
      ...{ on: 'action', verb: 'decisions/show-decide', looks: true, data: about },
      run: (inbound) => show(kit, inbound),
    }),
  ];
}

/** As the card of the message, for who has to decide: it shows anybody else where the proposal is. */
async function show(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.proposal;
  const opened = await openDecision(kit.deps, askedBy(inbound), id);
  if (!opened.ok) return sayText(opened.refused, refusalText(opened.refused), proposalStream(id));
  const { decide, record } = kit.cards;
  return onCard(opened.route.decide.by === 'person' ? decide : record, { file: opened.state, outcome: 'shown' });
}

async function open(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.proposal;
  const asked = askedBy(inbound);
  const opened = await openDecision(kit.deps, asked, id);
  if (!opened.ok) return refusedInDialog(opened.refused, id);
  const early = notReady(opened);
  if (early) return refusedInDialog(early, id);
  return showForm(kit, opened, {
    people: await peopleOf(kit, opened),
    typed: proposed(kit, opened, asked.at),
    problems: [],
  });
}

function notReady({ state: { stage }, route: { decide } }: Deciding): Refusal | undefined {
  if (over.includes(stage)) return stage === 'decided' ? 'already-decided' : 'is-over';
  return stage === (decide.by === 'person' ? 'deciding' : 'to-record') ? undefined : 'not-deciding';
}

/** What most will fill in. The verdict is left to who decides. */
function proposed({ deps }: Kit, { state: file }: Deciding, at: Date): Typed {
  const { amountCents } = contentOf(file);
  const verdict = verdictOfVote(file);
  return {
    owner: file.author,
    reviewOn: localDate(reviewDate(at.toISOString(), calendarOf(deps))),
    ...(amountCents === undefined ? {} : { amount: amountIn(amountCents) }),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

type Form = Readonly<{ people: readonly PersonId[]; typed: Typed; problems: readonly Text[] }>;

function showForm({ cards }: Kit, { state: file }: Deciding, form: Form): Ran {
  return formInDialog({
    title: (texts) => texts.say.dialogDecide(file.number),
    card: cards.decideForm.show({ file, ...form }),
    problems: form.problems,
    id: file.id,
  });
}

/** Who may carry it out, or be asked: the author, who decides, and whoever works for the centre or governs it. */
async function peopleOf({ deps }: Kit, { state: file, route: course, known }: Deciding): Promise<readonly PersonId[]> {
  const { staff, projectLeader } = await deps.directory.centre(file.centre);
  const own = known.bodies.filter(({ centre, kind }) => centre === file.centre && kind !== 'sounding-board');
  const members = own.flatMap(({ members: seats }) => seats.map(({ person }) => person));
  const holder = course.decide.by === 'person' ? [course.decide.person] : [];
  return [
    ...new Set([file.author, ...holder, ...(projectLeader === undefined ? [] : [projectLeader]), ...staff, ...members]),
  ];
}

/** Those that come to mind first, and who was picked among everybody the bot knows. */
async function choosable(kit: Kit, opened: Deciding, typed: Typed): Promise<readonly PersonId[]> {
  const picked = [typed['owner'], typed['contact']].flatMap((id) => (id ? [personId(id)] : []));
  const known = await Promise.all(picked.map((id) => kit.deps.directory.person(id)));
  return [...new Set([...(await peopleOf(kit, opened)), ...known.flatMap((person) => person?.id ?? [])])];
}

/** Of the text that was read when the form was opened: the card carries it along. */
function versionRead({ version = '' }: Typed): Readonly<{ version?: number }> {
  return /^\d{1,6}$/.test(version) ? { version: Number(version) } : {};
}

const fields = {
  motivation: { name: ({ cards }) => cards.decideForm.motivation },
  whyNot: { name: ({ cards }) => cards.decideForm.whyNot, longest: 1_000 },
  amount: { name: ({ cards }) => cards.decideForm.amount, longest: 20 },
  amendment: { name: ({ cards }) => cards.decideForm.amendment, longest: 1_000 },
  conditions: { name: ({ cards }) => cards.decideForm.conditions, longest: 1_000 },
  alternative: { name: ({ cards }) => cards.decideForm.alternative, longest: 1_000 },
  summary: { name: ({ cards }) => cards.decideForm.summary, longest: 1_000 },
} satisfies Parameters<typeof guarded>[2];

async function send(kit: Kit, inbound: Sent): Promise<Ran> {
  const id = inbound.data.proposal;
  const asked = askedBy(inbound);
  const opened = await openDecision(kit.deps, asked, id);
  if (!opened.ok) return refusedInDialog(opened.refused, id);
  const { typed, problems } = await guarded(kit, inbound, fields);
  const people = await choosable(kit, opened, typed);
  const again = (wrong: readonly Text[]): Ran => showForm(kit, opened, { people, typed, problems: wrong });
  if (problems.length > 0) return again(problems);
  const read = readRuling(typed, { file: opened.state, people, at: asked.at.toISOString() });
  if (!read.ok) {
    const early = notReady(opened);
    return early ? refusedInDialog(early, id) : again(read.problems);
  }
  const told = await decideProposal(kit.deps, asked, { id, ruling: read.ruling, ...versionRead(typed) });
  if (told.ok) {
    const isPostponed = told.state.stage === 'postponed';
    return doneInDialog([say((texts) => (isPostponed ? texts.say.postponed : texts.say.decided))], id);
  }
  return told.refused === 'identifying-words' ? again([refusalText(told.refused)]) : refusedInDialog(told.refused, id);
}
