import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Observer } from '../core/observer.ts';
import { type Tracing, untraced } from '../core/tracing.ts';
import { inLocale, type EdgeTexts } from './edge-texts.ts';
import type { Rendered } from './answers.ts';
import { type CardRegistry, renderAnswer } from './card-registry.ts';
import type { Actor, Answer, Conversation, Ran } from './routes.ts';

/** What became of one thing a person did. `settled` is false when trying again may end otherwise. */
export type Performed = Readonly<{ answer: Rendered | undefined; settled: boolean }>;

/** What a turn is about, for its line in the log: ids only, never what was said or shown. */
type Subject = Readonly<{ door: string; verb: string; actor: Actor; conversation: Conversation }>;

export type Performing = Readonly<{
  registry: CardRegistry;
  texts: EdgeTexts;
  clock: Clock;
  log: Logger;
  observer?: Pick<Observer, 'turnEnded' | 'feedbackGiven'>;
  tracing?: Tracing;
}>;

/** What a route came to: an answer, silence, or a reason of ours why there is none. */
export type Ending = (Omit<Ran, 'answer'> & Readonly<{ answer: Answer | undefined }>) | keyof EdgeTexts;

/**
 * Runs a route, renders its answer, and writes the turn's line in the log. A fault ends here: the person hears what to do
 * and Teams gets its 200, because a 5xx would only make Teams send again what the person, who now knows, decides to repeat.
 * That holds for a store that is down too: a repeated click has the same command id, so nothing happens twice.
 */
export function perform(run: () => Promise<Ending>, subject: Subject, performing: Performing): Promise<Performed> {
  const { tracing = untraced } = performing;
  const turn = { name: 'turn', facts: { door: subject.door } } as const;
  return tracing.follow(turn, () => performTurn(run, subject, performing));
}

async function performTurn(run: () => Promise<Ending>, subject: Subject, performing: Performing): Promise<Performed> {
  const { log } = performing;
  const line = lineOf(subject, performing);
  try {
    const ending = await run();
    const performed = await show(ending, subject, performing);
    log.info(typeof ending === 'string' ? line(ending) : line(ending.outcome, ending.stream), 'turn');
    return performed;
  } catch (err) {
    log.error({ ...line('failed'), err }, 'turn');
    return { answer: sayingIn(subject, performing)('failed'), settled: false };
  }
}

/** The line of a turn that begins now; whoever counts hears of it when it is made. */
function lineOf({ door, verb, actor }: Subject, { clock, observer, tracing }: Performing) {
  const [began, steady] = [clock.now().getTime(), performance.now()];
  return (outcome: string, stream?: string) => {
    observer?.turnEnded({ door, outcome, ms: performance.now() - steady });
    // A verb that no route knows is what somebody sent, and no word of ours.
    tracing?.note(outcome === 'stale' ? { outcome } : { verb, outcome });
    const about = stream === undefined ? {} : { stream };
    return { door, verb, actor: actor.id, ...about, outcome, ms: clock.now().getTime() - began };
  };
}

async function show(ending: Ending, subject: Subject, performing: Performing): Promise<Performed> {
  if (typeof ending === 'string') return { answer: sayingIn(subject, performing)(ending), settled: false };
  const { actor } = subject;
  const { answer, locale = actor.locale, assisted = false, note } = ending;
  if (answer === undefined) return { answer, settled: true };
  const shown = await rendered(answer, { ...subject, actor: { ...actor, locale } }, performing);
  const more = { ...(assisted ? { assisted } : {}), ...(note === undefined ? {} : { note: note[locale] }) };
  return { answer: { ...shown, ...more }, settled: true };
}

function sayingIn({ actor }: Subject, { texts }: Performing): (key: keyof EdgeTexts) => Rendered {
  return (key) => ({ type: 'text', text: inLocale(texts[key], actor.locale) });
}

/** What is posted in a channel, or put into a message, is read by all; what answers a click only by who clicked. */
function rendered(answer: Answer, { door, actor, conversation }: Subject, performing: Performing): Promise<Rendered> {
  const posted = (door === 'message' || door === 'event') && conversation.kind !== 'personal';
  const forMany = posted || answer.type === 'results';
  const reader = {
    locale: actor.locale,
    person: forMany ? undefined : actor.id,
    now: performing.clock.now(),
  };
  return renderAnswer(answer, { registry: performing.registry, texts: performing.texts, reader });
}
