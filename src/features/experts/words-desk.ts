import { createHash } from 'node:crypto';
import { commandId } from '../../core/ids.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { EventStore } from '../../store/event-store.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { Asked } from '../cases/index.ts';
import { type Directory, mayDo } from '../directory/index.ts';
import { thesaurusAggregate, thesaurusStream } from './aggregate.ts';
import type { ExpertRegister } from './register.ts';
import type { ThesaurusCommand, ThesaurusRefusal } from './thesaurus.ts';

type Deps = Readonly<{ store: EventStore; directory: Directory; experts: ExpertRegister }>;

/**
 * Puts words that nobody knew before the keeper of the thesaurus; a word that is somebody's name is left out. The same
 * words at the same moment are noted once.
 */
export async function noteWords(
  { store, directory }: Pick<Deps, 'store' | 'directory'>,
  words: readonly string[],
  at: Date,
): Promise<void> {
  const names = new Set((await directory.people()).flatMap(({ name }) => partsOf(name)));
  const nameless = words.filter((word) => !partsOf(word).some((part) => names.has(part)));
  if (nameless.length === 0) return;
  const instant = at.toISOString();
  const id = createHash('sha256')
    .update(JSON.stringify([instant, nameless]))
    .digest('hex');
  await handle(store, thesaurusAggregate, {
    ...({ stream: thesaurusStream, by: 'system', at } as const),
    command: { type: 'NoteWords', data: { words: nameless, at: instant } },
    commandId: commandId(`words-${id.slice(0, 32)}`),
  });
}

/** Parts of a name that are ordinary words as well, and too short to tell anything. */
const shortestName = 3;

function partsOf(name: string): readonly string[] {
  return (name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((part) => part.length >= shortestName);
}

export type WordsRefusal = ThesaurusRefusal | 'not-keeper' | 'unknown-concept' | 'no-words';
type Refused = Readonly<{ ok: false; refused: WordsRefusal; waiting: readonly string[] }>;
/** `waiting`: the words that wait after it; none for who is no keeper. */
export type WordsTold = Readonly<{ ok: true; waiting: readonly string[] }> | Refused;

/** Without a concept: the words do not belong. */
export type KeeperWish = Readonly<{ words: readonly string[]; concept?: ConceptId }>;

export async function waitingWords(deps: Deps, { actor }: Asked): Promise<WordsTold> {
  const who = await deps.directory.person(actor);
  if (!mayDo('expert.keep-words', who).allowed) return { ok: false, refused: 'not-keeper', waiting: [] };
  const { waiting } = stateOf(thesaurusAggregate, await deps.store.load(thesaurusStream));
  return { ok: true, waiting };
}

export async function decideWords(deps: Deps, asked: Asked, wish: KeeperWish): Promise<WordsTold> {
  const waiting = await waitingWords(deps, asked);
  if (!waiting.ok) return waiting;
  const { words, concept } = wish;
  if (words.length === 0) return { ...waiting, ok: false, refused: 'no-words' };
  if (concept !== undefined && !(await isConcept(deps, concept))) {
    return { ...waiting, ok: false, refused: 'unknown-concept' };
  }
  const told: WordsTold[] = [];
  for (const word of words) told.push(await decideWord(deps, asked, { word, concept }));
  deps.experts.forget();
  const last = told.at(-1) ?? waiting;
  return { ...(told.find(({ ok }) => !ok) ?? last), waiting: last.waiting };
}

async function isConcept({ experts }: Deps, concept: ConceptId): Promise<boolean> {
  return (await experts.matcher()).concepts.some(({ id }) => id === concept);
}

type Decided = Readonly<{ word: string; concept: ConceptId | undefined }>;

async function decideWord({ store }: Deps, asked: Asked, { word, concept }: Decided): Promise<WordsTold> {
  const at = asked.at.toISOString();
  const command: ThesaurusCommand =
    concept === undefined
      ? { type: 'DismissWord', data: { word, at } }
      : { type: 'KeepWord', data: { word, concept, at } };
  const { decision, state } = await handle(store, thesaurusAggregate, {
    stream: thesaurusStream,
    command,
    by: asked.actor,
    at: asked.at,
    commandId: commandId(`${asked.commandId}-${word}`),
  });
  const { waiting } = state;
  return decision.outcome === 'refused' ? { ok: false, refused: decision.code, waiting } : { ok: true, waiting };
}
