import type { JsonObject } from '../../core/json.ts';
import type { Locale } from '../../core/locale.ts';
import { formatDay, localDate } from '../../core/working-time.ts';
import type { Concept, ConceptId } from '../../matching/index.ts';
import type { Reader } from '../../teams/cards.ts';
import { domainName, noticeOf } from '../cases/index.ts';
import type { ExpertsDirectory } from './experts-desk.ts';
import {
  type EngagedExpert,
  type Expert,
  type ExpertState,
  freeHours,
  isAwayOn,
  isPausedOn,
  isPresent,
  mandatesOn,
} from './expert-state.ts';
import { upcoming } from './profile-form.ts';
import type { ExpertRegister } from './register.ts';
import { textsIn } from './texts.ts';

/** What views may ask. */
export type Sight = Readonly<{ directory: ExpertsDirectory; experts: Pick<ExpertRegister, 'matcher'> }>;
export type Fact = Readonly<{ title: string; value: string }>;

/** One's own profile with its buttons in the chat; in a dialog only what there is to read. */
export async function profileView(
  sight: Sight,
  state: ExpertState,
  { reader, extra }: Readonly<{ reader: Reader; extra: JsonObject }>,
): Promise<object> {
  const inDialog = extra['dialog'] === true;
  const isOwn = !inDialog && (state.status === 'none' || state.expert.id === reader.person);
  const notice = noticeOf(extra, reader.locale);
  return {
    title: await titleOf(sight, state, { isOwn, locale: reader.locale }),
    ...{ notice, hasNotice: notice !== '', inDialog },
    status: statusOf(state, reader),
    ...(await offerOf(sight, state, reader)),
    mayJoin: isOwn && !isPresent(state),
    mayPause: isOwn && state.status === 'registered',
    mayResume: isOwn && state.status === 'paused',
  };
}

async function titleOf(
  { directory }: Sight,
  state: ExpertState,
  { isOwn, locale }: Readonly<{ isOwn: boolean; locale: Locale }>,
): Promise<string> {
  const { say } = textsIn[locale];
  if (isOwn || state.status === 'none') return say.ownProfile;
  return say.profileOf(await directory.nameOf(state.expert.id));
}

/** Who is not in the register offers nothing. */
async function offerOf(sight: Sight, state: ExpertState, reader: Reader): Promise<object> {
  if (!isPresent(state)) return { facts: [], ownWords: '', hasOwnWords: false, isPresent: false };
  const { ownWords } = state.expert;
  return { facts: await factsOf(sight, state, reader), ownWords, hasOwnWords: ownWords !== '', isPresent: true };
}

/** Whether they can be asked today, in words. */
export function statusOf(state: ExpertState, { locale, now }: Pick<Reader, 'locale' | 'now'>): string {
  const { say, names } = textsIn[locale];
  if (!isPresent(state)) return names.status[state.status];
  const today = localDate(now.toISOString());
  const { pausedUntil } = state;
  if (isPausedOn(state, today)) {
    return pausedUntil === undefined ? names.status.paused : say.pausedUntil(formatDay(pausedUntil, locale));
  }
  if (!isAwayOn(state, today)) return names.status.registered;
  const { to } = state.expert.unavailable.find((period) => period.from <= today && today <= period.to) ?? { to: today };
  return say.awayUntil(formatDay(to, locale));
}

async function factsOf(
  { directory, experts }: Sight,
  state: EngagedExpert,
  { locale, now }: Reader,
): Promise<readonly Fact[]> {
  const { expert } = state;
  const { say } = textsIn[locale];
  const { concepts } = await experts.matcher();
  const regions = (await directory.regions(now)).filter(({ code }) => expert.regions.includes(code));
  const facts = [
    [say.organisation, expert.organisation],
    [say.specialisms, expert.specialisms.map((id) => labelOf(concepts, id, locale)).join(', ')],
    [say.livedExperience, expert.livedExperience ? say.yes : ''],
    [say.domains, expert.domains.map((domain) => domainName(domain, locale)).join(', ')],
    [say.regions, regions.map(({ label }) => label).join(', ')],
    [say.mandates, mandatesIn(expert, locale, localDate(now.toISOString()))],
    [say.hours, say.hoursOf(freeHours(state), expert.hoursPerMonth)],
    [say.away, awayIn(expert, locale, localDate(now.toISOString()))],
    [say.running, runningIn(state, locale)],
    [say.counts, say.countsOf(state.counts)],
  ] as const;
  return facts.filter(([, value]) => value !== '').map(([title, value]) => ({ title, value }));
}

/** The name of a concept; its id for one that is no longer in the thesaurus. */
export function labelOf(concepts: readonly Concept[], id: ConceptId, locale: Locale): string {
  return concepts.find((concept) => concept.id === id)?.label[locale] ?? id;
}

function mandatesIn(expert: Expert, locale: Locale, today: string): string {
  const { say, names } = textsIn[locale];
  const { mandates, mandateUntil } = expert;
  const listed = mandates.map((mandate) => names.mandates[mandate]).join(', ');
  if (mandates.length === 0 || mandateUntil === undefined) return listed;
  const day = formatDay(mandateUntil, locale);
  return mandatesOn(expert, today).length > 0 ? say.mandatesUntil(listed, day) : say.mandatesEnded(listed, day);
}

function awayIn({ unavailable }: Expert, locale: Locale, today: string): string {
  const { say } = textsIn[locale];
  return upcoming(unavailable, today)
    .map(({ from, to }) => say.period(formatDay(from, locale), formatDay(to, locale)))
    .join('; ');
}

/** How many, never which: a consultation is about a case. */
function runningIn({ engagements }: EngagedExpert, locale: Locale): string {
  const count = engagements.filter(({ accepted }) => accepted).length;
  return count === 0 ? '' : textsIn[locale].say.runningOf(count);
}
