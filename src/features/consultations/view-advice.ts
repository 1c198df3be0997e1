import type { JsonObject } from '../../core/json.ts';
import { choicesOf, day } from '../../core/view-parts.ts';
import {
  type ConsultationFile,
  effectMonths,
  effects,
  type EffectMonths,
  type Invitation,
  invitationOf,
  verdicts,
} from './consultation-state.ts';
import { type Texts, textsIn } from './texts.ts';
import { type AnswerForm, formBase } from './view-invitation.ts';
import { requestFacts, type Seen, type Sight } from './view-format.ts';

type WithExtra = Readonly<{ seen: Seen; extra: JsonObject }>;

/** There is advice: what it says is behind the dialog, which logs who looks. */
export async function adviceView(
  sight: Sight,
  file: ConsultationFile,
  { seen, extra }: WithExtra,
): Promise<object | undefined> {
  const { index } = extra;
  const invitation = typeof index === 'number' ? file.invitations[index] : undefined;
  if (!invitation?.advice) return undefined;
  const texts = textsIn[seen.locale];
  const judged = judgedText(invitation, texts);
  return {
    ...{ consultation: file.id, person: invitation.person },
    title: texts.say.adviceTitle(await sight.directory.nameOf(invitation.person), file.about.number),
    facts: await requestFacts(sight, file, seen),
    isWaiting: judged === '',
    isJudged: judged !== '',
    judged,
    readTitle: judged === '' ? texts.cards.advice.read : texts.cards.advice.readAgain,
  };
}

function judgedText({ advice }: Invitation, { say, names }: Texts): string {
  return advice?.judgement ? say.judged(names.verdict[advice.judgement.verdict]) : '';
}

export type JudgeForm = AnswerForm & Readonly<{ person: Invitation['person'] }>;

export async function judgeView({ directory }: Sight, form: JudgeForm, { locale }: Seen): Promise<object | undefined> {
  const { file, person } = form;
  const invitation = invitationOf(file, person);
  if (!invitation?.advice) return undefined;
  const texts = textsIn[locale];
  const { say, names } = texts;
  const { advice, basis, otherwise, judgement } = invitation.advice;
  const why = judgement && judgement.why !== '' ? ` ${say.why(judgement.why)}` : '';
  return {
    ...formBase(form, { verdict: '', why: '' }, locale),
    ...{ person, advice, basis, otherwise },
    title: say.adviceTitle(await directory.nameOf(person), file.about.number),
    isWaiting: judgement === undefined,
    isJudged: judgement !== undefined,
    judged: `${judgedText(invitation, texts)}${why}`,
    verdicts: choicesOf(verdicts, names.verdict),
  };
}

export function monthsIn({ months }: JsonObject): EffectMonths | undefined {
  return effectMonths.find((known) => known === months);
}

/** Asked after three and six months (domain.md E1: effect follow-up). */
const typedIn = (extra: WithExtra['extra'], name: string): string => {
  const typed = extra[name];
  return typeof typed === 'string' ? typed : '';
};

export async function effectView(
  sight: Sight,
  file: ConsultationFile,
  { seen, extra }: WithExtra,
): Promise<object | undefined> {
  const months = monthsIn(extra);
  if (months === undefined) return undefined;
  const { say, names } = textsIn[seen.locale];
  const recorded = file.effects.find((effect) => effect.months === months);
  const isOpen = recorded === undefined && file.effectAsked === months;
  const advisedAt =
    file.advisedAt === undefined ? [] : [{ title: names.stage.advised, value: day(file.advisedAt, seen.locale) }];
  return {
    ...{ consultation: file.id, months, isOpen, isRecorded: recorded !== undefined },
    title: say.effectTitle(months, file.about.number),
    facts: [...advisedAt, ...(await requestFacts(sight, file, seen))],
    recorded: recorded === undefined ? '' : say.effectRecorded(names.effect[recorded.effect]),
    effects: choicesOf(effects, names.effect),
    value: { effect: typedIn(extra, 'effect'), note: typedIn(extra, 'note') },
  };
}
