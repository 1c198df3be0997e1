import type { Clock } from '../../core/clock.ts';
import { commandId, type PersonId, type StreamId } from '../../core/ids.ts';
import type { ChannelMember, ChannelRef, Channels } from '../../graph/channels.ts';
import { channelName } from '../../graph/channel-name.ts';
import { GraphError, missingPermission, outcomeOf } from '../../graph/graph-error.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { Store } from '../../store/store.ts';
import { caseAggregate } from './aggregate.ts';
import type { CaseCommand } from './case-messages.ts';
import { type Case, isSubmitted, type SubmittedCase } from './case-state.ts';
import type { Participant } from './intake.ts';
import { channelKind, type ChannelWork } from './reactions.ts';

export type ChannelDeps = Readonly<{
  store: Store;
  channels: Channels;
  clock: Clock;
  pause(ms: number): Promise<void>;
  /** When the first look back is due, counted from the moment the conference opens (UTC instant). */
  monitorBy(opened: Date): string;
  /** Shown under the channel's name in Teams: no personal data, because team owners see it. */
  description: string;
}>;

type Work = Readonly<{ deps: ChannelDeps; stream: StreamId; file: SubmittedCase; signal: AbortSignal }>;

const done: Outcome = { done: true };
const pollMs = 500;
const askAgainMs = 60_000;

/** Makes, fills, locks and unlocks a case's channel in Graph. Each step can be run again after a crash at any point. */
export function channelRunner(deps: ChannelDeps): EffectRunner {
  return {
    kind: channelKind,
    async run({ stream, data }: StoredEffect, signal): Promise<Outcome> {
      const file = await loadCase(deps.store, stream);
      if (!file) return { done: false, park: true, error: `${stream} is not a submitted case` };
      const step = steps[data['step'] as ChannelWork];
      try {
        return await step({ deps, stream, file, signal });
      } catch (error) {
        if (!(error instanceof GraphError) || error.code !== missingPermission) return outcomeOf(error);
        return forPermission({ deps, stream, file, signal }, data['step'] as ChannelWork);
      }
    },
  };
}

const steps: Readonly<Record<ChannelWork, (work: Work) => Promise<Outcome>>> = {
  create,
  members,
  app,
  summary,
  archive: (work) => (work.file.stage === 'closed' ? lock(work, true) : Promise.resolve(done)),
  unarchive: (work) => (work.file.stage === 'closed' ? Promise.resolve(done) : lock(work, false)),
};

async function loadCase(store: Store, stream: StreamId): Promise<SubmittedCase | undefined> {
  const state: Case = stateOf(caseAggregate, await store.load(stream));
  return isSubmitted(state) ? state : undefined;
}

/** Only an operator can mend that, who hears of it elsewhere; people of the case see why they wait, and it goes on by itself. */
async function forPermission(work: Work, step: ChannelWork): Promise<Outcome> {
  const data = { at: nowOf(work), trouble: 'no-permission' } as const;
  await send(work, `trouble-permission-${step}`, { type: 'RecordChannelTrouble', data });
  return { done: false, again: true, afterMs: askAgainMs };
}

/** Looks before it makes: the answer to an earlier try may have been lost. */
async function create(work: Work): Promise<Outcome> {
  const { deps, file } = work;
  if (file.channel.status !== 'making' || file.channel.done.includes('create')) return done;
  const { teamsGroupId: teamId } = file.team;
  const name = channelName(file.number);
  const made = (await deps.channels.find(teamId, name)) ?? (await makeChannel(work, teamId, name));
  if (!made) return { done: false, again: true, afterMs: pollMs };
  await record(work, { step: 'create', channelId: made.channelId });
  return done;
}

async function makeChannel(work: Work, teamId: string, name: string): Promise<ChannelRef | undefined> {
  const { channels, description } = work.deps;
  const { kind } = work.file.channel.status === 'making' ? work.file.channel : { kind: 'private' as const };
  await bringOwnerIntoTeam(work, teamId);
  const members = kind === 'shared' ? firstOwner(work.file) : await teamMembers(work, teamId);
  const created = await channels.create({ teamId, name, description, kind, members });
  if (created.state === 'created') return { teamId, channelId: created.channelId };
  await waitFor(work, created.operation);
  return channels.find(teamId, name);
}

/** No channel without an owner, and an owner is in the team. */
async function bringOwnerIntoTeam({ deps: { channels }, file }: Work, teamId: string): Promise<void> {
  const { chair } = file.team;
  if (!(await channels.isTeamMember(teamId, chair))) await channels.addTeamMember(teamId, chair);
}

/** A shared channel takes exactly one owner at creation (Graph: create channel); the others come with the members. */
function firstOwner({ team }: SubmittedCase): readonly ChannelMember[] {
  return [{ person: team.chair, owner: true }];
}

/** A private channel takes only people who are in the team already; the next step brings in the others. */
async function teamMembers({ deps, file }: Work, teamId: string): Promise<readonly ChannelMember[]> {
  const wanted = file.participants.map(memberOf);
  const known = await Promise.all(wanted.map(({ person }) => deps.channels.isTeamMember(teamId, person)));
  return wanted.filter((_, index) => known[index]);
}

async function waitFor({ deps, signal }: Work, operation: string): Promise<void> {
  while (!signal.aborted) {
    const { state, error } = await deps.channels.operation(operation);
    if (state === 'succeeded') return;
    if (state === 'failed')
      throw new GraphError(500, 'OperationFailed', { message: error ?? 'channel creation failed' });
    await deps.pause(pollMs);
  }
}

/** Makes the channel's people those of the case: adds who is missing, takes out who does not belong (design: the right people only). */
async function members(work: Work): Promise<Outcome> {
  const channel = channelOf(work.file);
  if (!channel) return done;
  const wanted = work.file.participants.map(memberOf);
  const present = await work.deps.channels.members(channel);
  const unknown: PersonId[] = [];
  const changed = wanted.filter((member) => changesRole(member, present));
  // A role changes by leaving and joining; the chair owns the channel all the while.
  for (const { person } of changed) await work.deps.channels.removeMember(channel, person);
  for (const member of [...changed, ...missingFrom(present, wanted)]) {
    if (!(await bringIn(work, channel, member))) unknown.push(member.person);
  }
  for (const { person } of missingFrom(wanted, present)) await work.deps.channels.removeMember(channel, person);
  return unknown.length === 0 ? stepDone(work, 'members') : reportUnknown(work, unknown);
}

function changesRole({ person, owner }: ChannelMember, present: readonly ChannelMember[]): boolean {
  return present.some((member) => member.person === person && member.owner !== owner);
}

function missingFrom(some: readonly ChannelMember[], all: readonly ChannelMember[]): readonly ChannelMember[] {
  return all.filter(({ person }) => !some.some((other) => other.person === person));
}

/** False when Graph does not know the person (any more); the others must not wait for that. */
async function bringIn({ deps }: Work, channel: ChannelRef, member: ChannelMember): Promise<boolean> {
  const { channels } = deps;
  try {
    const local = member.tenantId === undefined;
    if (local && !(await channels.isTeamMember(channel.teamId, member.person))) {
      await channels.addTeamMember(channel.teamId, member.person);
    }
    await channels.addMember(channel, member);
    return true;
  } catch (error) {
    if (error instanceof GraphError && error.status === 404) return false;
    throw error;
  }
}

async function reportUnknown(work: Work, unknown: readonly PersonId[]): Promise<Outcome> {
  if (work.file.channel.status === 'making') {
    await send(work, `trouble-member-${unknown.join('-')}`, {
      type: 'RecordChannelTrouble',
      data: { at: nowOf(work), trouble: 'member-unknown' },
    });
    return stepDone(work, 'members');
  }
  return { done: false, park: true, error: `not known in the tenant: ${unknown.join(', ')}` };
}

/** The bot may not post before this. Without the right to do it itself it asks the channel's owner, and looks again every minute. */
async function app(work: Work): Promise<Outcome> {
  const channel = channelOf(work.file);
  if (!channel) return done;
  try {
    await work.deps.channels.enableApp(channel);
  } catch (error) {
    if (!(error instanceof GraphError) || error.status !== 403) throw error;
    const data = { at: nowOf(work), trouble: 'app-not-enabled' } as const;
    await send(work, 'trouble-app', { type: 'RecordChannelTrouble', data });
    return { done: false, again: true, afterMs: askAgainMs };
  }
  return stepDone(work, 'app');
}

/** The last step: its lane has posted the summary card just before; if not, that card waits where an operator sees it. */
async function summary(work: Work): Promise<Outcome> {
  const posted = await work.deps.store.kept(work.stream, 'message-summary');
  if (!posted) return { done: false, error: 'the summary card is not in the channel yet', ambiguous: false };
  return stepDone(work, 'summary');
}

async function lock(work: Work, archived: boolean): Promise<Outcome> {
  const { deps, file } = work;
  const channel = channelOf(file);
  if (!channel) return done;
  await (archived ? deps.channels.archive(channel) : deps.channels.unarchive(channel));
  const data = { at: nowOf(work), archived };
  await send(work, `archived-${archived}-${file.reopened}`, { type: 'RecordChannelArchived', data });
  return done;
}

async function stepDone(work: Work, step: 'members' | 'app' | 'summary'): Promise<Outcome> {
  if (work.file.channel.status === 'making') await record(work, { step });
  return done;
}

type StepData = Omit<Extract<CaseCommand, { type: 'RecordChannelStep' }>['data'], 'at' | 'monitorBy'>;

function record(work: Work, step: StepData): Promise<void> {
  const monitorBy = work.deps.monitorBy(work.deps.clock.now());
  const data = { ...step, at: nowOf(work), monitorBy };
  return send(work, `channel-${step.step}`, { type: 'RecordChannelStep', data });
}

async function send({ deps, stream }: Work, name: string, command: CaseCommand): Promise<void> {
  const id = commandId(`${stream}-${name}`);
  await handle(deps.store, caseAggregate, { stream, command, by: 'system', at: deps.clock.now(), commandId: id });
}

function channelOf({ team, channel }: SubmittedCase): ChannelRef | undefined {
  const channelId = channel.status === 'none' ? undefined : channel.channelId;
  return channelId === undefined ? undefined : { teamId: team.teamsGroupId, channelId };
}

/** Two people own the channel, so that it is never without an owner (an ownerless channel cannot be archived). */
function memberOf({ person, part, tenantId }: Participant): ChannelMember {
  const owner = part === 'chair' || part === 'process-director';
  return tenantId === undefined ? { person, owner } : { person, owner: false, tenantId };
}

function nowOf({ deps }: Work): string {
  return deps.clock.now().toISOString();
}
