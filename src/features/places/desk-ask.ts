import { type Asked, type CaseId, identifyingWord, isRunning, type SubmittedCase } from '../cases/index.ts';
import { noteWords } from '../experts/index.ts';
import type { RequestId } from './place-ids.ts';
import {
  type DeskDeps,
  enterSubmitted,
  orderingOf,
  refused,
  type Refused,
  sendRequest,
  type Told,
} from './places-desk.ts';
import type { AtPresent, Needs } from './request-state.ts';

export type Opened = Readonly<{ ok: true; file: SubmittedCase }> | Refused;

/** Opening the form shows the age in the case: a look that is logged. */
export async function openRequest(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Opened> {
  const entered = await enterSubmitted(deps, asked, { id, look: true });
  if (!entered.ok) return entered;
  return isRunning(entered.file) ? entered : refused('not-running');
}

export type Wish = Readonly<{
  id: RequestId;
  caseId: CaseId;
  atPresent: AtPresent;
  needs: Omit<Needs, 'profile' | 'courtMeasure'>;
  movesBefore: number;
}>;

/** What is needed is read from the words; words that nobody knew go to the keeper of the thesaurus. */
export async function requestPlace(deps: DeskDeps, asked: Asked, wish: Wish): Promise<Told> {
  const opened = await openRequest(deps, asked, wish.caseId);
  if (!opened.ok) return opened;
  const { file } = opened;
  const { id, atPresent, needs, movesBefore } = wish;
  if ((await identifyingWord(deps, file, [needs.words])) !== undefined) return refused('identifying-words');
  const reading = (await deps.experts.matcher()).read(needs.words);
  const profile = reading.concepts.map((concept) => concept.id);
  const data = {
    ...{ at: asked.at.toISOString(), by: asked.actor, id, atPresent, movesBefore },
    about: { id: file.id, number: file.number, region: file.region, centre: file.centre },
    director: file.processDirector ?? asked.actor,
    needs: { ...needs, profile, courtMeasure: file.lane === 'priority' },
  };
  const told = await sendRequest(deps, orderingOf(asked), { id, command: { type: 'RequestPlace', data } });
  if (told.ok && !atPresent.comes) await noteWords(deps, reading.unknown, asked.at);
  return told;
}
