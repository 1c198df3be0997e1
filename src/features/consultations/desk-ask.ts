import { localDate } from '../../core/working-time.ts';
import type { Concept, ConceptId, Reading } from '../../matching/index.ts';
import {
  type Asked,
  type CaseId,
  type Domain,
  identifyingWord,
  isRunning,
  lines,
  type SubmittedCase,
} from '../cases/index.ts';
import { noteWords } from '../experts/index.ts';
import { type DeskDeps, enterSubmitted, refused, type Refused, send, type Told } from './consultation-desk.ts';
import { type ConsultationId, type Request } from './consultation-state.ts';

export type Opened = Readonly<{ ok: true; file: SubmittedCase }> | Refused;

/** Opening the form shows words of the case: a look that is logged. */
export async function openRequest(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Opened> {
  const entered = await enterSubmitted(deps, asked, { id, action: 'consultation.ask', look: true });
  if (!entered.ok) return entered;
  return isRunning(entered.file) ? entered : refused('not-running');
}

/** What the question and the case are about: their words, and the domains that were ticked. A wider concept adds nothing. */
export async function readCase(deps: DeskDeps, { intake }: SubmittedCase, question: string): Promise<Reading> {
  const matcher = await deps.experts.matcher();
  const ticked = (intake.domains ?? []).map((domain) => domainWords[domain]);
  const { concepts, unknown } = matcher.read([question, intake.careQuestion, ...ticked].join('. '));
  const wider = new Set(concepts.flatMap(({ id }) => widerThan(matcher.concepts, id)));
  return { concepts: concepts.filter(({ id }) => !wider.has(id)), unknown };
}

function widerThan(all: readonly Concept[], id: ConceptId): readonly ConceptId[] {
  const { parents = [] } = all.find((concept) => concept.id === id) ?? {};
  return parents.flatMap((parent) => [parent, ...widerThan(all, parent)]);
}

/** A domain in the words of the thesaurus; a law or a funder says nothing about who can help. */
const domainWords: Readonly<Record<Domain, string>> = {
  'jeugd-ggz': '',
  'youth-care': '',
  lvb: 'licht verstandelijke beperking',
  'jeugdzorg-plus': 'gesloten jeugdhulp',
  'youth-protection': 'jeugdbescherming',
  'youth-probation': 'jeugdreclassering',
  wlz: '',
  zvw: '',
  wmo: '',
  education: '',
  somatic: '',
  addiction: 'verslaving',
  debt: 'schulden',
};

export type Wish = Readonly<{ id: ConsultationId; caseId: CaseId; request: Request; unknown: readonly string[] }>;

/** Asks; the proposal follows by itself. Words that nobody knew go to the keeper of the thesaurus. */
export async function requestConsultation(deps: DeskDeps, asked: Asked, wish: Wish): Promise<Told> {
  const opened = await openRequest(deps, asked, wish.caseId);
  if (!opened.ok) return opened;
  const { file } = opened;
  const { request, id } = wish;
  if ((await identifyingWord(deps, file, [request.question])) !== undefined) return refused('identifying-words');
  const { number, region, centre } = file;
  const data = {
    ...{ at: asked.at.toISOString(), by: asked.actor, id, request },
    about: { id: file.id, number, region, centre },
    director: file.processDirector ?? asked.actor,
  };
  const told = await send(deps, asked, { id, command: { type: 'RequestConsultation', data } });
  if (told.ok) await noteWords(deps, wish.unknown, asked.at);
  return told;
}

/** The first working guess: two weeks from now. */
export function defaultBy({ at }: Asked): string {
  return localDate(new Date(at.getTime() + 14 * 86_400_000).toISOString());
}

/** The parties of a case by the names of their organisations, in small letters: theirs is a conflict of interest. */
export async function partiesOf({ directory }: Pick<DeskDeps, 'directory'>, file: SubmittedCase): Promise<Set<string>> {
  const people = await Promise.all(file.participants.map(({ person }) => directory.person(person)));
  const named = [...people.map((person) => person?.organisation), ...lines(file.intake.parties)];
  return new Set(named.flatMap((name) => (name === undefined ? [] : [name.trim().toLowerCase()])));
}
