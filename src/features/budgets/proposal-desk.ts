import { commandId, type PersonId, type StreamId } from '../../core/ids.ts';
import { formatEuros } from '../../core/money.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { requestAggregate } from './aggregates.ts';
import { type DeskDeps, sendRequest, type Told, refused } from './budget-desk.ts';
import { countScores } from './criteria.ts';
import type { Proposal } from './decisions-port.ts';
import { proposeKind } from './reactions.ts';
import { type Decided, isAsked, type RequestFile, requestStream } from './request-state.ts';
import { textsIn } from './texts.ts';
import { dayWithYear } from './view-format.ts';
import { followLeader } from './tick-desk.ts';

/** Raises the proposal of a request, or takes it back after the requester withdrew. Looks at how it stands when it runs. */
export function proposeRunner(deps: DeskDeps): EffectRunner {
  return {
    kind: proposeKind,
    async run({ stream }: StoredEffect): Promise<Outcome> {
      const state = stateOf(requestAggregate, await deps.store.load(stream));
      if (!isAsked(state)) return { done: true };
      if (state.stage === 'withdrawn') return takeBack(deps, state);
      if (state.stage !== 'asked' || state.raised) return { done: true };
      return raise(deps, await followLeader(deps, state));
    },
  };
}

async function raise(deps: DeskDeps, file: RequestFile): Promise<Outcome> {
  const at = deps.clock.now();
  const asked = { actor: file.leader, at, commandId: commandId(`${file.id}-raise`) };
  const raised = await deps.decisions.raise(asked, proposalOf(file));
  // Whoever repairs it finds it among the effects that were given up.
  if (!raised.ok) return { done: false, error: `proposal of ${file.number}: ${raised.refused}`, ambiguous: false };
  const command = { type: 'RecordRaised', data: { at: at.toISOString() } } as const;
  await sendRequest(deps, { by: 'system', at, commandId: commandId(`${file.id}-raised`) }, { id: file.id, command });
  return { done: true };
}

/** Also when it is not known to be raised: the bot may have stopped just after raising it. */
async function takeBack(deps: DeskDeps, file: RequestFile): Promise<Outcome> {
  if (file.decision?.outcome === 'withdrawn') return { done: true };
  const asked = { actor: file.leader, at: deps.clock.now(), commandId: commandId(`${file.id}-take-back`) };
  await deps.decisions.withdraw(asked, takingBack(file));
  return { done: true };
}

/** What those who decide read. */
export function takingBack(file: RequestFile): Readonly<{ id: string; reason: string }> {
  return { id: proposalId(file), reason: textsIn.nl.say.proposalTakenBack };
}

const proposalId = ({ id }: RequestFile): string => `money-${id}`;

/** In general words, for a body that may see no more than the case number. */
export function proposalOf(file: RequestFile): Proposal {
  const { number, centre, ask, leader, id } = file;
  const { say, names } = textsIn.nl;
  return {
    id: proposalId(file),
    centre,
    subject: ask.line === 'subsidy' ? 'subsidy' : 'budget',
    title: say.proposalTitle(number, names.line[ask.line], formatEuros(ask.cents, 'nl')),
    text: proposalText(file),
    amountCents: ask.cents,
    ...(file.case === undefined ? {} : { case: file.case }),
    author: leader,
    raisedBy: requestStream(id),
  };
}

function proposalText({ ask }: RequestFile): string {
  const { say, names } = textsIn.nl;
  const { met, partly, not } = countScores(ask.criteria);
  const weak = ask.criteria.filter(({ score }) => score !== 'met');
  return [
    say.proposalAsks(names.line[ask.line], formatEuros(ask.cents, 'nl')),
    say.proposalPeriod(dayWithYear(ask.period.from, 'nl'), dayWithYear(ask.period.until, 'nl')),
    say.proposalFor(ask.purpose),
    ask.municipalityCents > 0
      ? say.proposalMunicipality(formatEuros(ask.municipalityCents, 'nl'))
      : say.proposalCareCosts,
    ...(ask.guarantee === undefined ? [] : [say.proposalGuarantee(dayWithYear(ask.guarantee.until, 'nl'))]),
    say.proposalCriteria(met, partly, not),
    ...weak.map(({ criterion, score, reason }) => `${names.criterion[criterion]}: ${names.score[score]}. ${reason}`),
  ].join('\n\n');
}

/** How a proposal ended, told by whoever keeps the decisions. `subject` is the stream of the request. */
export type ProposalResult = Decided &
  Readonly<{ subject: StreamId; at: Date | string; by: PersonId | 'system'; commandId: string }>;

/** Records the end of a proposal; told again, nothing changes. The budget follows by an effect. */
export async function settleRequest(deps: Pick<DeskDeps, 'store'>, result: ProposalResult): Promise<Told> {
  const { subject, commandId: id, at: moment, ...decided } = result;
  const state = stateOf(requestAggregate, await deps.store.load(subject));
  if (!isAsked(state)) return refused('unknown-request');
  const at = new Date(moment);
  return sendRequest(
    deps,
    { by: decided.by, at, commandId: commandId(`${id}-settle-request`) },
    { id: state.id, command: { type: 'DecideRequest', data: { ...decided, at: at.toISOString() } } },
  );
}
