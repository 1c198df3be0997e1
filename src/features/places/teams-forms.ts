import type { Text } from '../../core/locale.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { type Asked, askedBy, type Typed } from '../cases/index.ts';
import { cannotOffer, enterOffer } from './desk-provider.ts';
import { declinePlace, extendHold, moveIn, recordConsent, recordLeft, withdrawRequest } from './desk-request.ts';
import { type RequestId, requestStream } from './place-ids.ts';
import { type DeskDeps, enter, type Refusal, type Refused, type Told } from './places-desk.ts';
import { consentParties, decliners, destinations, type PlaceRequestFile, type RequestStage } from './request-state.ts';
import {
  about,
  type About,
  doneInDialog,
  guarded,
  type Guards,
  isDay,
  type Kit,
  oneOf,
  refusedInDialog,
  say,
  type Sent,
  sent,
} from './teams-answers.ts';
import { refusalText, type Texts } from './texts.ts';
import type { FormKind } from './view-forms.ts';

/** A dialog about one request; what can be mended in it is said above it. */
type Form = Readonly<{
  kind: FormKind;
  card: 'reason' | 'accept' | 'moving';
  /** Whose dialog it is: the process director's, or the provider's. */
  enter(
    deps: DeskDeps,
    asked: Asked,
    id: RequestId,
  ): Promise<Readonly<{ ok: true; state: PlaceRequestFile }> | Refused>;
  /** In which stages it makes sense, and what is said otherwise: before them, or when somebody lives there already. */
  stages: readonly RequestStage[];
  otherwise: Partial<Readonly<Record<RequestStage, Refusal>>> & Readonly<{ else: Refusal }>;
  guards: Guards;
  wish(deps: DeskDeps, asked: Asked, about: Readonly<{ id: RequestId; typed: Typed }>): Promise<Told>;
  said: (texts: Texts) => string;
  mendable: readonly Refusal[];
}>;

const reasonGuard: Guards = { reason: { name: ({ say: words }) => words.why, longest: 400 } };
const director = { enter, guards: reasonGuard } as const;
const atHome = { occupied: 'lives-there' } as const;
const whenHeld = { else: 'hold-over', offered: 'already-offered', accepted: 'already-offered', ...atHome } as const;
const whenOffered = { else: 'nothing-offered', accepted: 'consent-known', occupied: 'consent-known' } as const;
const withHold: readonly RequestStage[] = ['held', 'offered', 'accepted'];

const forms: readonly Form[] = [
  {
    ...{ ...director, kind: 'extend', card: 'reason', stages: ['held'], otherwise: whenHeld },
    wish: (deps, asked, { id, typed }) => extendHold(deps, asked, { id, reason: typed['reason'] ?? '' }),
    said: (texts) => texts.say.extended,
    mendable: ['reason-missing'],
  },
  {
    ...{
      ...director,
      kind: 'decline',
      card: 'reason',
      stages: withHold,
      otherwise: { else: 'nothing-to-decline', ...atHome },
    },
    wish: (deps, asked, { id, typed }) =>
      declinePlace(deps, asked, {
        id,
        who: oneOf(decliners, typed['who']) ?? 'director',
        reason: typed['reason'] ?? '',
      }),
    said: (texts) => texts.say.declined,
    mendable: ['decline-reason-missing'],
  },
  {
    ...{
      ...director,
      kind: 'withdraw',
      card: 'reason',
      stages: ['searching', ...withHold],
      otherwise: { else: 'ended-already', ...atHome },
    },
    wish: (deps, asked, { id, typed }) => withdrawRequest(deps, asked, { id, reason: typed['reason'] ?? '' }),
    said: (texts) => texts.say.withdrawn,
    mendable: ['withdraw-reason-missing'],
  },
  {
    ...{ ...director, kind: 'accept', card: 'accept', stages: ['offered'], otherwise: whenOffered },
    guards: { how: { name: ({ cards }) => cards.accept.how, longest: 400 } },
    wish: (deps, asked, { id, typed }) =>
      recordConsent(deps, asked, {
        id,
        party: oneOf(consentParties, typed['party']) ?? 'family',
        how: typed['how'] ?? '',
      }),
    said: (texts) => texts.say.consented,
    mendable: ['how-missing', 'consent-known'],
  },
  {
    ...{
      ...director,
      kind: 'move-in',
      card: 'moving',
      stages: ['accepted'],
      otherwise: { else: 'not-accepted', ...atHome },
      guards: {},
    },
    wish: (deps, asked, { id, typed }) => moveIn(deps, asked, { id, day: typed['day'] ?? '' }),
    said: (texts) => texts.say.movedIn,
    mendable: ['in-the-future'],
  },
  {
    ...{
      ...director,
      kind: 'leave',
      card: 'moving',
      stages: ['occupied'],
      otherwise: { else: 'not-moved-in' },
      guards: {},
    },
    wish: (deps, asked, { id, typed }) =>
      recordLeft(deps, asked, { id, day: typed['day'] ?? '', to: oneOf(destinations, typed['to']) ?? 'other' }),
    said: (texts) => texts.say.left,
    mendable: ['in-the-future', 'left-before-moving-in'],
  },
  {
    ...{ kind: 'cannot', card: 'reason', enter: enterOffer, guards: reasonGuard },
    ...{ stages: withHold, otherwise: { else: 'hold-over', ...atHome } },
    wish: (deps, asked, { id, typed }) => cannotOffer(deps, asked, { id, reason: typed['reason'] ?? '' }),
    said: (texts) => texts.say.cannot,
    mendable: ['reason-missing'],
  },
];

export function formRoutes(kit: Kit): readonly Route[] {
  return forms.flatMap((form) => [
    route({ on: 'dialog', verb: `places/${form.kind}`, data: about, run: (inbound) => open(kit, inbound, form) }),
    route({ on: 'submit', verb: `places/${form.kind}-send`, data: sent, run: (inbound) => send(kit, inbound, form) }),
  ]);
}

async function open(kit: Kit, inbound: About, form: Form): Promise<Ran> {
  const { request: id } = inbound.data;
  const entered = await form.enter(kit.deps, askedBy(inbound), id);
  if (!entered.ok) return refusedInDialog(entered.refused, requestStream(id));
  return showWhile(kit, form, { file: entered.state, typed: {}, problems: [] });
}

type Filled = Readonly<{ file: PlaceRequestFile; typed: Typed; problems: readonly Text[] }>;

function show({ cards }: Kit, { kind, card }: Form, filled: Filled): Ran {
  return inDialog({
    title: say((texts) => texts.say.requestTitle(filled.file.about.number)),
    card: cards[card].show({ ...filled, kind }),
    outcome: filled.problems.length > 0 ? 'faults' : 'opened',
    stream: requestStream(filled.file.id),
  });
}

async function send(kit: Kit, inbound: Sent, form: Form): Promise<Ran> {
  const { request: id } = inbound.data;
  const asked = askedBy(inbound);
  const entered = await form.enter(kit.deps, asked, id);
  if (!entered.ok) return refusedInDialog(entered.refused, requestStream(id));
  const { typed, problems } = await guarded(kit, inbound, form.guards);
  const all = [...problems, ...unanswered(form, typed)];
  if (all.length > 0) return showWhile(kit, form, { file: entered.state, typed, problems: all });
  const told = await form.wish(kit.deps, asked, { id, typed });
  if (told.ok) return doneInDialog([say(form.said)], requestStream(id));
  if (!form.mendable.includes(told.refused)) return refusedInDialog(told.refused, requestStream(id));
  return showWhile(kit, form, { file: told.state ?? entered.state, typed, problems: [refusalText(told.refused)] });
}

/** A form that makes no sense yet, or any more, is not shown. */
function showWhile(kit: Kit, form: Form, filled: Filled): Ran {
  const { id, stage } = filled.file;
  if (form.stages.includes(stage)) return show(kit, form, filled);
  return refusedInDialog(form.otherwise[stage] ?? form.otherwise.else, requestStream(id));
}

/** Choices and days that must be there; texts are for the decider. */
function unanswered({ kind, card }: Form, typed: Typed): readonly Text[] {
  const missing = (name: (texts: Texts) => string): readonly Text[] => [
    say((texts) => `${name(texts)} ${texts.cards.moving.required}`),
  ];
  if (card === 'moving' && !isDay(typed['day'])) return missing(({ cards }) => `${cards.moving.day}:`);
  if (kind === 'leave' && !oneOf(destinations, typed['to'])) return missing(({ cards }) => cards.moving.to);
  if (kind === 'accept' && !oneOf(consentParties, typed['party'])) return missing(({ cards }) => cards.accept.who);
  if (kind === 'decline' && !oneOf(decliners, typed['who'])) return missing(({ cards }) => cards.reason.who);
  return [];
}
