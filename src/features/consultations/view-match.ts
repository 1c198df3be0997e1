import type { Locale } from '../../core/locale.ts';
import { lineOf, listed } from '../../core/view-parts.ts';
import { partnerText } from '../experts/index.ts';
import {
  type ConsultationFile,
  type Invitation,
  openNeeds,
  type Proposal,
  type Proposed,
} from './consultation-state.ts';
import { isRunning } from './decide-request.ts';
import { textsIn } from './texts.ts';
import { type ConceptNames, conceptNames, namesOf, requestFacts, type Seen, type Sight } from './view-format.ts';

/** For who directs the case: the proposal with its reasons, who was asked, and what else could be done. */
export async function matchView(sight: Sight, file: ConsultationFile, seen: Seen): Promise<object> {
  const { locale } = seen;
  const { say, names } = textsIn[locale];
  const concepts = await conceptNames(sight, locale);
  const { proposal, stage } = file;
  const open = file.invitations.length === 0 ? [] : concepts(openNeeds(file));
  return {
    consultation: file.id,
    title: say.matchTitle(file.about.number),
    facts: [
      { title: say.stage, value: names.stage[stage] },
      { title: say.question, value: file.request.question },
      ...(await requestFacts(sight, file, seen)),
    ],
    isSearching: isRunning(file) && proposal === undefined,
    ...(await teamOf(sight, file, { concepts, locale })),
    ...(await impossible(sight, file, { concepts, locale })),
    ...(await suggestionOf(sight, file, locale)),
    ...(await alternativesOf(sight, proposal, locale)),
    ...(await invitationsOf(sight, file, { concepts, locale })),
    open: open.length === 0 ? '' : say.openNeeds(listed(open, locale)),
    hasOpen: open.length > 0 && isRunning(file),
    ...partnersOf(file, locale),
    ...unknownOf(proposal, locale),
    ...mayDo(file),
  };
}

type Words = Readonly<{ concepts: ConceptNames; locale: Locale }>;

async function teamOf(sight: Sight, file: ConsultationFile, words: Words): Promise<object> {
  const team = isRunning(file) ? (file.proposal?.team ?? []) : [];
  const members = await Promise.all(team.map((proposed) => memberOf(sight, proposed, words)));
  return { team: members, hasTeam: members.length > 0 };
}

async function memberOf({ directory }: Sight, proposed: Proposed, { concepts, locale }: Words): Promise<object> {
  const { say, cards, names } = textsIn[locale];
  const { person, organisation, covers, daysSinceAsked, livedExperience, distance } = proposed;
  const name = await directory.nameOf(person);
  const asked = daysSinceAsked === undefined ? say.never : say.daysAgo(daysSinceAsked);
  const parts = [organisation, ...(livedExperience ? [say.livedExperience] : []), names.distance[distance]];
  return {
    ...{ person, name, line: parts.join(' · '), tooltip: `${cards.match.replace}: ${name}` },
    lines: [
      ...(covers.length === 0 ? [] : [say.covers(listed(concepts(covers), locale))]),
      ...reasonsOf(proposed, { concepts, locale }),
      `${say.load(proposed.loadPercent, proposed.freeHours)}, ${asked}`,
    ].map(lineOf),
  };
}

const reasonsShown = 3;

function reasonsOf({ reasons }: Proposed, { concepts, locale }: Words): readonly string[] {
  const { say } = textsIn[locale];
  return reasons.slice(0, reasonsShown).map((reason) => {
    if (reason.by === 'words') return say.reasonWords(reason.asked, reason.offered);
    return say.reason(concepts([reason.concept])[0] ?? '', reason.asked, reason.offered);
  });
}

const mayBeChosen = ['area', 'mandate', 'at-most', 'lived-experience', 'one-per-organisation'];

async function impossible(sight: Sight, file: ConsultationFile, { concepts, locale }: Words): Promise<object> {
  const { say, names } = textsIn[locale];
  const { without = [], uncovered = [] } = file.proposal ?? {};
  const ways = await Promise.all(
    without.map(async ({ rule, team }) => ({
      text: say.withoutRule(names.rule[rule], listed(await namesOf(sight, team), locale)),
      people: team.join(','),
      mayChoose: mayBeChosen.includes(rule),
    })),
  );
  return {
    isImpossible: findsNobody(file),
    without: ways,
    hasWithout: ways.length > 0,
    uncovered: uncovered.length === 0 ? '' : say.uncovered(listed(concepts(uncovered), locale)),
    hasUncovered: uncovered.length > 0 && isRunning(file),
  };
}

function findsNobody(file: ConsultationFile): boolean {
  const isLooking = file.invitations.length === 0 || openNeeds(file).length > 0;
  return isRunning(file) && isLooking && file.proposal?.team.length === 0;
}

async function suggestionOf({ directory }: Sight, { suggestion }: ConsultationFile, locale: Locale): Promise<object> {
  if (!suggestion) return { suggestion: '', hasSuggestion: false };
  const { into, out } = suggestion;
  const [one, other] = [await directory.nameOf(into), out === undefined ? '' : await directory.nameOf(out)];
  return { suggestion: textsIn[locale].say.suggestion(one, other), hasSuggestion: true };
}

async function alternativesOf(sight: Sight, proposal: Proposal | undefined, locale: Locale): Promise<object> {
  const teams = proposal === undefined || proposal.team.length === 0 ? [] : proposal.alternatives;
  const suggested = await Promise.all(
    teams.map(async (team) => ({ text: listed(await namesOf(sight, team), locale), people: team.join(',') })),
  );
  return { alternatives: suggested, hasAlternatives: suggested.length > 0 };
}

async function invitationsOf(
  { directory }: Sight,
  { invitations }: ConsultationFile,
  { concepts, locale }: Words,
): Promise<object> {
  const line = async (invitation: Invitation) => {
    const { say, names } = textsIn[locale];
    const { person, status, covers, trouble, advice } = invitation;
    const judged = advice?.judgement ? names.verdict[advice.judgement.verdict] : undefined;
    const parts = [
      say.newsOf(await directory.nameOf(person), names.status[status]),
      ...(covers.length === 0 ? [] : [`${say.covers(listed(concepts(covers), locale))}.`]),
      ...(trouble === undefined || status !== 'accepted' ? [] : [names.trouble[trouble]]),
      ...(judged === undefined ? [] : [say.judged(judged)]),
    ];
    return lineOf(parts.join(' '));
  };
  return { invitations: await Promise.all(invitations.map(line)), hasInvitations: invitations.length > 0 };
}

function partnersOf({ proposal, stage }: ConsultationFile, locale: Locale): object {
  const partners = stage === 'proposed' || stage === 'inviting' ? (proposal?.partners ?? []) : [];
  const lines = partners.flatMap((id) => partnerText(id, locale) ?? []).map(lineOf);
  return { partners: lines, hasPartners: lines.length > 0 };
}

function unknownOf(proposal: Proposal | undefined, locale: Locale): object {
  const words = proposal?.unknown ?? [];
  return {
    unknown: words.length === 0 ? '' : textsIn[locale].say.unknownShort(words.join(', ')),
    hasUnknown: words.length > 0,
  };
}

function mayDo(file: ConsultationFile): object {
  const running = isRunning(file);
  const mayPick = running && (file.proposal?.others.length ?? 0) > 0;
  return { mayPick, mayWithdraw: running, mayReopen: !running };
}
