import type { Text } from '../../core/locale.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { z } from 'zod/v4';
import { askedBy, type Typed } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { openOwn, type Refusal, type Told } from './decision-desk.ts';
import { amendProposal, openWriting, writeProposal } from './desk-write.ts';
import { contentOf, type ProposalFile, type ProposalId, proposalId } from './proposal-state.ts';
import {
  about,
  type About,
  doneInDialog,
  formInDialog,
  guarded,
  type Kit,
  refusedInDialog,
  say,
  type Sent,
  sent,
} from './teams-answers.ts';
import { refusalText } from './texts.ts';
import { readContent, typedOf } from './write-form.ts';

const nothing = z.object({});

export function writeRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'dialog', verb: 'decisions/write', data: nothing, run: (inbound) => openNew(kit, inbound) }),
    route({ on: 'submit', verb: 'decisions/write-send', data: sent, run: (inbound) => sendNew(kit, inbound) }),
    route({ on: 'dialog', verb: 'decisions/amend', data: about, run: (inbound) => openAmend(kit, inbound) }),
    route({ on: 'submit', verb: 'decisions/amend-send', data: sent, run: (inbound) => sendAmend(kit, inbound) }),
  ];
}

type Form = Readonly<{
  id: ProposalId;
  centres: readonly CentreCode[];
  typed: Typed;
  problems: readonly Text[];
  /** What is amended. */
  file?: ProposalFile;
}>;

function showForm({ cards }: Kit, { id, file, ...form }: Form): Ran {
  return formInDialog({
    title: ({ say: { dialogWrite, dialogAmend } }) => (file ? dialogAmend(file.number) : dialogWrite),
    card: cards.write.show({ ...form, proposal: id, isNew: file === undefined }),
    problems: form.problems,
    ...(file ? { id } : {}),
  });
}

async function openNew(kit: Kit, inbound: Inbound): Promise<Ran> {
  const opened = await openWriting(kit.deps, askedBy(inbound));
  if (!opened.ok) return refusedInDialog(opened.refused);
  return showForm(kit, { id: proposalId(kit.deps.newId()), centres: opened.centres, typed: {}, problems: [] });
}

/** Every field that takes typed text; the case number is looked up, and not kept as it was typed. */
const fields = {
  name: { name: ({ cards }) => cards.write.name, longest: 120 },
  text: { name: ({ cards }) => cards.write.text },
  links: { name: ({ cards }) => cards.write.links, longest: 1_000 },
  amount: { name: ({ cards }) => cards.write.amount, longest: 20 },
  caseNumber: { name: ({ cards }) => cards.write.caseNumber, longest: 20 },
} satisfies Parameters<typeof guarded>[2];

async function sendNew(kit: Kit, inbound: Sent): Promise<Ran> {
  const asked = askedBy(inbound);
  const opened = await openWriting(kit.deps, asked);
  if (!opened.ok) return refusedInDialog(opened.refused);
  const { centres } = opened;
  const id = inbound.data.proposal;
  const { typed, problems } = await guarded(kit, inbound, fields);
  const again = (wrong: readonly Text[]): Ran => showForm(kit, { id, centres, typed, problems: wrong });
  const read = readContent(typed);
  if (problems.length > 0) return again(problems);
  if (!read.ok) return again(read.problems);
  const centre = centres.find((one) => one === typed['centre']) ?? centres[0];
  if (centre === undefined) return refusedInDialog('not-allowed');
  const { content } = read;
  const told = await writeProposal(kit.deps, asked, { id, centre, content, caseNumber: typed['caseNumber'] ?? '' });
  return ended(told, { id, said: ({ number }) => say((texts) => texts.say.saved(number)), again });
}

const ofTheForm: readonly Refusal[] = [
  ...(['unknown-case', 'case-of-another-centre', 'identifying-words', 'personal-data', 'nothing-changed'] as const),
];

type Ending = Readonly<{
  id: ProposalId;
  said(file: ProposalFile): Text;
  again(problems: readonly Text[]): Ran;
}>;

/** What can be mended in the form is said there; the rest ends the dialog. */
function ended(told: Told, { id, said, again }: Ending): Ran {
  if (told.ok) return doneInDialog([said(told.state)], id);
  return ofTheForm.includes(told.refused) ? again([refusalText(told.refused)]) : refusedInDialog(told.refused, id);
}

async function openAmend(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.proposal;
  const own = await openOwn(kit.deps, askedBy(inbound), id);
  if (!own.ok) return refusedInDialog(own.refused, id);
  const { state: file } = own;
  return showForm(kit, { id, file, centres: [file.centre], typed: typedOf(contentOf(file)), problems: [] });
}

async function sendAmend(kit: Kit, inbound: Sent): Promise<Ran> {
  const asked = askedBy(inbound);
  const id = inbound.data.proposal;
  const own = await openOwn(kit.deps, asked, id);
  if (!own.ok) return refusedInDialog(own.refused, id);
  const { state: file } = own;
  const { typed, problems } = await guarded(kit, inbound, fields);
  const again = (wrong: readonly Text[]): Ran =>
    showForm(kit, { id, file, centres: [file.centre], typed, problems: wrong });
  const read = readContent(typed);
  if (problems.length > 0) return again(problems);
  if (!read.ok) return again(read.problems);
  const told = await amendProposal(kit.deps, asked, { id, content: read.content });
  return ended(told, { id, said: () => say((texts) => texts.say.amended), again });
}
