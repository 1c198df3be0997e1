import type { Logger } from 'pino';
import type { PersonId } from '../../core/ids.ts';
import { handle } from '../../store/handle.ts';
import type { Store } from '../../store/store.ts';
import type { Asked } from '../cases/index.ts';
import {
  accessEntry,
  type Action,
  type CachedDirectory,
  type Directory,
  mayDo,
  type Person,
} from '../directory/index.ts';
import { expertAggregate, expertStream } from './aggregate.ts';
import type { ExpertCommand, ExpertRefusal } from './expert-messages.ts';
import { type Expert, type ExpertState, isPresent } from './expert-state.ts';
import type { ExpertRegister } from './register.ts';
import { noteWords, type WordsRefusal } from './words-desk.ts';

export type ExpertsDirectory = Directory & Pick<CachedDirectory, 'regions'>;
export type DeskDeps = Readonly<{ store: Store; directory: ExpertsDirectory; experts: ExpertRegister; log: Logger }>;

export type Refusal = ExpertRefusal | WordsRefusal | 'not-allowed' | 'unknown-expert';

/** `state` with a refusal: how it stands. */
export type Told =
  Readonly<{ ok: true; state: ExpertState }> | Readonly<{ ok: false; refused: Refusal; state: ExpertState }>;

/** What somebody says about themselves; who they are and where they work comes from the directory. */
export type Profile = Omit<Expert, 'id' | 'organisation'>;

type Admitted = Readonly<{ ok: true; who: Person }> | Readonly<{ ok: false; refused: 'not-allowed' }>;

export async function admit({ directory }: DeskDeps, { actor }: Asked, action: Action): Promise<Admitted> {
  const who = await directory.person(actor);
  return who && mayDo(action, who).allowed ? { ok: true, who } : { ok: false, refused: 'not-allowed' };
}

/** Registers or changes; words of their own that nobody knows go to the keeper of the thesaurus. */
export async function saveProfile(deps: DeskDeps, asked: Asked, profile: Profile): Promise<Told> {
  const admitted = await admit(deps, asked, 'expert.register');
  const state = await deps.experts.load(asked.actor);
  if (!admitted.ok) return { ...admitted, state };
  const { id, organisation } = admitted.who;
  const data = { at: asked.at.toISOString(), expert: { ...profile, id, organisation } };
  const told = await send(deps, asked, { type: isPresent(state) ? 'ChangeExpert' : 'RegisterExpert', data });
  if (!told.ok) return told;
  const { unknown } = (await deps.experts.matcher()).read(profile.ownWords);
  await noteWords(deps, unknown, asked.at);
  return told;
}

export function pause(deps: DeskDeps, asked: Asked, until: string | undefined): Promise<Told> {
  const at = asked.at.toISOString();
  return ofOneself(deps, asked, { type: 'PauseExpert', data: { at, ...(until === undefined ? {} : { until }) } });
}

export function resume(deps: DeskDeps, asked: Asked): Promise<Told> {
  return ofOneself(deps, asked, { type: 'ResumeExpert', data: { at: asked.at.toISOString() } });
}

export function leave(deps: DeskDeps, asked: Asked): Promise<Told> {
  return ofOneself(deps, asked, { type: 'LeaveExperts', data: { at: asked.at.toISOString() } });
}

async function ofOneself(deps: DeskDeps, asked: Asked, command: ExpertCommand): Promise<Told> {
  const admitted = await admit(deps, asked, 'expert.register');
  return admitted.ok ? send(deps, asked, command) : { ...admitted, state: { status: 'none' } };
}

async function send({ store, experts }: DeskDeps, asked: Asked, command: ExpertCommand): Promise<Told> {
  const { decision, state } = await handle(store, expertAggregate, {
    stream: expertStream(asked.actor),
    command,
    by: asked.actor,
    at: asked.at,
    commandId: asked.commandId,
  });
  experts.forget();
  return decision.outcome === 'refused' ? { ok: false, refused: decision.code, state } : { ok: true, state };
}

/** One's own profile, also when there is none yet: then the answer says how to begin. */
export async function ownProfile(deps: DeskDeps, asked: Asked): Promise<Told> {
  const admitted = await admit(deps, asked, 'expert.register');
  if (!admitted.ok) return { ...admitted, state: { status: 'none' } };
  return { ok: true, state: await deps.experts.load(asked.actor) };
}

/** Somebody else's profile: every look, allowed or not, is logged. */
export async function lookAtProfile(deps: DeskDeps, asked: Asked, id: PersonId): Promise<Told> {
  const [who, state] = await Promise.all([deps.directory.person(asked.actor), deps.experts.load(id)]);
  const verdict = mayDo('expert.profile', who);
  const stream = expertStream(id);
  if (state.status === 'none') {
    return { ok: false, refused: verdict.allowed ? 'unknown-expert' : 'not-allowed', state };
  }
  const what = { eventType: 'expert.profile', action: 'read', caseKey: stream, dataCategory: 'expert' } as const;
  await deps.store.access.append(stream, accessEntry({ ...asked, who, verdict }, what));
  return verdict.allowed ? { ok: true, state } : { ok: false, refused: 'not-allowed', state: { status: 'none' } };
}
