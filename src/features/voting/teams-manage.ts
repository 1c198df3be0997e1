import type { Text } from '../../core/locale.ts';
import { inDialog, ran } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { type Asked, askedBy, guardFields, isDay, type Typed } from '../cases/index.ts';
import { closingOn, remindAtFor } from './dates.ts';
import {
  aboutVote,
  type AboutVote,
  doneInDialog,
  guardedReason,
  type Kit,
  refusedInDialog,
  refusedInText,
  sentForVote,
  type SentForVote,
} from './teams-kit.ts';
import { refusalText, say, texts } from './texts.ts';
import { moment } from './view-outcome.ts';
import { isVote, type VoteFile, type VoteId, voteStream } from './vote-state.ts';
import { cancelVote, extendVote, loadBoard, loadVote, type Refusal, type Told } from './voting-desk.ts';

type Form = Readonly<{ typed: Typed; problems: readonly Text[] }>;

/** A dialog of the chair. */
type ChairDialog = Readonly<{
  verb: 'extend' | 'cancel';
  show(file: VoteFile, form: Form): Ran;
  wish(asked: Asked, file: VoteFile, typed: Typed): Promise<Told>;
  said(file: VoteFile): Text;
  done: string;
  mendable: readonly Refusal[];
}>;

export function manageRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'voting/manage', looks: true, data: aboutVote },
      run: (inbound) => showBoard(kit, inbound),
    }),
    ...[extendDialog(kit), cancelDialog(kit)].flatMap((form) => [
      route({ on: 'dialog', verb: `voting/${form.verb}`, data: aboutVote, run: (inbound) => open(kit, inbound, form) }),
      route({
        ...{ on: 'submit', verb: `voting/${form.verb}-send`, data: sentForVote },
        run: (inbound) => send(kit, inbound, form),
      }),
    ]),
  ];
}

/** Undefined for everybody but the chair of this vote, as when there is none. */
async function chaired({ deps }: Kit, { actor }: AboutVote, id: VoteId): Promise<VoteFile | undefined> {
  const vote = await loadVote(deps, voteStream(id));
  return isVote(vote) && vote.chair === actor.id ? vote : undefined;
}

async function showBoard(kit: Kit, inbound: AboutVote): Promise<Ran> {
  const { vote } = inbound.data;
  if (!(await chaired(kit, inbound, vote))) return refusedInText('not-chair', vote);
  const board = await loadBoard(kit.deps, vote);
  return ran('shown', { type: 'card', card: kit.cards.manage.show(board) }, voteStream(vote));
}

async function open(kit: Kit, inbound: AboutVote, form: ChairDialog): Promise<Ran> {
  const { vote } = inbound.data;
  const file = await chaired(kit, inbound, vote);
  if (!file) return refusedInDialog('not-chair', vote);
  const isRunning = file.stage === 'open' || file.stage === 'opening';
  if (!isRunning) return refusedInDialog('vote-over', vote);
  if (form.verb === 'extend' && file.extended) return refusedInDialog('already-extended', vote);
  return form.show(file, { typed: {}, problems: [] });
}

async function send(kit: Kit, inbound: SentForVote, form: ChairDialog): Promise<Ran> {
  const { vote } = inbound.data;
  const file = await chaired(kit, inbound, vote);
  if (!file) return refusedInDialog('not-chair', vote);
  const { typed, problems } = await guardFields(kit, inbound, guardedReason);
  if (problems.length > 0) return form.show(file, { typed, problems });
  const told = await form.wish(askedBy(inbound), file, typed);
  if (told.ok) return doneInDialog(form.said(told.state), form.done, vote);
  if (!form.mendable.includes(told.refused)) return refusedInDialog(told.refused, vote);
  return form.show(file, { typed, problems: [refusalText(told.refused)] });
}

function extendDialog({ deps, cards }: Kit): ChairDialog {
  return {
    verb: 'extend',
    show: (file, form) =>
      inDialog({
        title: say(({ dialogExtend }) => dialogExtend),
        card: cards.extend.show({ file, ...form }),
        ...{ outcome: outcomeOf(form), stream: voteStream(file.id) },
      }),
    async wish(asked, file, { day = '', reason = '' }) {
      if (!isDay(day)) return { ok: false, refused: 'not-later' };
      const closesAt = closingOn(day);
      const remindAt = remindAtFor(closesAt, file.settings.remindDaysBefore, deps.isHoliday);
      return extendVote(deps, asked, { id: file.id, closesAt, remindAt, reason });
    },
    said: ({ closesAt }) => texts.inBoth(({ say: words }, locale) => words.extendedNow(moment(closesAt, locale))),
    done: 'extended',
    mendable: ['reason-missing', 'not-later'],
  };
}

function cancelDialog({ deps, cards }: Kit): ChairDialog {
  return {
    verb: 'cancel',
    show: (file, form) =>
      inDialog({
        title: say(({ dialogCancel }) => dialogCancel),
        card: cards.reason.show({
          ...form,
          ...{ vote: file.id, n: -1, verb: 'voting/cancel-send' },
          question: say(({ cancelAsk }) => cancelAsk),
          explanation: say(({ cancelExplain }) => cancelExplain),
        }),
        ...{ outcome: outcomeOf(form), stream: voteStream(file.id) },
      }),
    wish: (asked, { id }, { reason = '' }) => cancelVote(deps, asked, { id, reason }),
    said: () => say(({ cancelledNow }) => cancelledNow),
    done: 'cancelled',
    mendable: ['reason-missing'],
  };
}

function outcomeOf({ problems }: Form): string {
  return problems.length > 0 ? 'faults' : 'opened';
}
