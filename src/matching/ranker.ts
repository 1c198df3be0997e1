import type { ConceptId, Question, Ranked, Ranker, Reason } from './concepts.ts';
import { type Need, needsOf } from './needs.ts';
import type { Answer } from './offers.ts';
import type { ProfileIndex, Thesaurus } from './profile-index.ts';

export function createRanker<Id extends string>(index: ProfileIndex<Id>, thesaurus: Thesaurus): Ranker<Id> {
  return { rank: (question) => rank(question, index, thesaurus) };
}

/** One need, as one profile answers it. */
type Answered = Readonly<{ need: Need; answer: Pick<Answer, 'worth' | 'own' | 'offered'> }>;

function rank<Id extends string>(
  question: Question,
  index: ProfileIndex<Id>,
  thesaurus: Thesaurus,
): readonly Ranked<Id>[] {
  const needs = needsOf(question, thesaurus, index);
  const whole = Math.max(1, totalOf(needs.map((need) => ({ need, answer: whollyAnswered }))));
  return Array.from(answersByProfile(needs), ([profile, answered]) => {
    return { profile, answered, score: totalOf(answered) / whole };
  })
    .sort((one, other) => other.score - one.score || one.profile - other.profile)
    .map(({ profile, score, answered }) => ({ id: index.ids[profile] as Id, score, ...explained(answered) }));
}

/** What only breaks ties comes last, so that it is kept for those who answer something that counts. */
function answersByProfile(needs: readonly Need[]): ReadonlyMap<number, readonly Answered[]> {
  const byProfile = new Map<number, Answered[]>();
  for (const need of needs.toSorted((one, other) => Number(other.counts) - Number(one.counts))) {
    for (const answer of need.answers) {
      const known = byProfile.get(answer.profile);
      if (known) known.push({ need, answer });
      else if (need.counts) byProfile.set(answer.profile, [{ need, answer }]);
    }
  }
  return byProfile;
}

const whollyAnswered = { worth: 1, own: true, offered: '' };
/** Who covers two of the concepts comes before who covers one, be that one ever so rare: the second counts half as much again. */
const forEachMore = 0.5;

/** Loops, not `reduce`: this runs for every profile that shares anything with the question. */
function totalOf(answered: readonly Answered[]): number {
  let [sum, covered, heaviest] = [0, 0, 0];
  for (const { need, answer } of answered) {
    sum += need.weight * answer.worth;
    if (need.concept === undefined || !answer.own) continue;
    covered += need.weight;
    heaviest = Math.max(heaviest, need.weight);
  }
  return sum + forEachMore * (covered - heaviest);
}

function explained(answered: readonly Answered[]): Pick<Ranked, 'covers' | 'reasons'> {
  const covers: ConceptId[] = [];
  const reasons: Reason[] = [];
  for (const one of answered) {
    if (one.need.counts) reasons.push(reasonOf(one));
    if (one.need.concept !== undefined && one.answer.own) covers.push(one.need.concept);
  }
  return { covers, reasons };
}

function reasonOf({ need: { concept, asked }, answer: { own, offered } }: Answered): Reason {
  if (concept === undefined) return { by: 'words', asked, offered };
  return { by: own ? 'concept' : 'related-concept', concept, asked, offered };
}
