import type { Clock } from '../../core/clock.ts';
import type { PersonId } from '../../core/ids.ts';
import { createMatcher, type Matcher, type Profile, type Ranker } from '../../matching/index.ts';
import type { EventStore } from '../../store/event-store.ts';
import { stateOf } from '../../store/handle.ts';
import { cached, type Directory } from '../directory/index.ts';
import { expertAggregate, expertStream, thesaurusAggregate, thesaurusStream } from './aggregate.ts';
import { type EngagedExpert, type ExpertState, isPresent } from './expert-state.ts';

/** What other features may ask of the experts. */
export type ExpertRegister = Readonly<{
  /** Everybody registered or paused who is still in the directory; at most a minute old. */
  all(): Promise<readonly EngagedExpert[]>;
  /** As it is now: before hours are set apart. */
  load(id: PersonId): Promise<ExpertState>;
  /** Knows the words that the keeper of the thesaurus kept; at most a minute old. */
  matcher(): Promise<Matcher>;
  /** Ranks all of `all()` for a question. */
  ranker(): Promise<Ranker<PersonId>>;
  /** After a change: the next question is read anew. */
  forget(): void;
}>;

type Sources = Readonly<{ store: EventStore; directory: Pick<Directory, 'people'>; clock: Clock }>;

/** Reading all experts and indexing what they wrote is work for once a minute, however many ask. */
export function createExpertRegister({ store, directory, clock }: Sources): ExpertRegister {
  const experts = cached(clock, () => readPresent({ store, directory }));
  const words = cached(clock, matcherOf(store));
  let last: Index | undefined;
  return {
    all: experts.get,
    load: async (id) => stateOf(expertAggregate, await store.load(expertStream(id))),
    matcher: words.get,
    async ranker() {
      const [all, matcher] = await Promise.all([experts.get(), words.get()]);
      if (last?.all !== all || last.matcher !== matcher) {
        last = { all, matcher, ranker: matcher.index(profilesOf(all)) };
      }
      return last.ranker;
    },
    forget() {
      experts.forget();
      words.forget();
    },
  };
}

/** What the ranker was made of: it is made again only when one of these is another than before. */
type Index = Readonly<{ all: readonly EngagedExpert[]; matcher: Matcher; ranker: Ranker<PersonId> }>;

function profilesOf(experts: readonly EngagedExpert[]): readonly Profile<PersonId>[] {
  return experts.map(({ expert: { id, ownWords, specialisms } }) => ({ id, text: ownWords, concepts: specialisms }));
}

/** The same matcher for as long as the keeper keeps no word. */
function matcherOf(store: EventStore): () => Promise<Matcher> {
  let last: Readonly<{ version: number; matcher: Matcher }> | undefined;
  return async () => {
    const read = await store.load(thesaurusStream);
    if (last?.version !== read.version) {
      const { kept } = stateOf(thesaurusAggregate, read);
      last = { version: read.version, matcher: createMatcher(kept) };
    }
    return last.matcher;
  };
}

async function readPresent({ store, directory }: Omit<Sources, 'clock'>): Promise<readonly EngagedExpert[]> {
  const [all, people] = await Promise.all([readAll(store), directory.people()]);
  const known = new Set(people.map(({ id }) => id));
  return all.filter(({ expert }) => known.has(expert.id));
}

const pageSize = 100;

async function readAll(store: EventStore): Promise<readonly EngagedExpert[]> {
  const found: EngagedExpert[] = [];
  let after: string | undefined;
  do {
    const page = await store.find({
      type: expertAggregate.type,
      where: [{ field: 'status', in: ['registered', 'paused'] }],
      order: { field: 'organisation', direction: 'asc' },
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items.map((item) => stateOf(expertAggregate, item)).filter(isPresent));
    after = page.next;
  } while (after !== undefined);
  return found;
}
