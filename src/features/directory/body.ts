import { accept, type Decider, type Decision, refuse, unchanged, unreachable } from '../../core/decider.ts';
import { addDays } from '../../core/working-time.ts';
import type { BodyIdentity, BodyOnDay, BodyVersion } from './directory.ts';
import { sameFacts } from './same-facts.ts';
import { isWithin } from './validity.ts';

export type BodyCommand =
  | { type: 'RegisterBody'; data: BodyIdentity & Readonly<{ version: BodyVersion }> }
  | { type: 'ChangeBody'; data: Readonly<{ version: BodyVersion }> }
  | { type: 'DissolveBody'; data: Readonly<{ lastDay: string }> };

export type BodyEvent =
  | { type: 'BodyRegistered'; data: BodyIdentity & Readonly<{ version: BodyVersion }> }
  | { type: 'BodyChanged'; data: Readonly<{ version: BodyVersion }> }
  | { type: 'BodyDissolved'; data: Readonly<{ lastDay: string }> };

export type BodyRefusal =
  'already-registered' | 'not-registered' | 'dissolved' | 'no-name' | 'before-current' | 'ends-before-it-starts';

/** `versions` oldest first; the last one is open until the body is dissolved. */
export type BodyState =
  | Readonly<{ status: 'none' }>
  | (BodyIdentity & Readonly<{ status: 'active' | 'dissolved'; versions: readonly BodyVersion[] }>);
type Registered = Exclude<BodyState, { status: 'none' }>;

type Answer = Decision<BodyEvent, BodyRefusal>;

function decide(command: BodyCommand, state: BodyState): Answer {
  switch (command.type) {
    case 'RegisterBody':
      if (state.status !== 'none') return refuse('already-registered');
      if (command.data.version.name.trim() === '') return refuse('no-name');
      return accept({ type: 'BodyRegistered', data: command.data });
    case 'ChangeBody':
      return state.status === 'none' ? refuse('not-registered') : change(command.data.version, state);
    case 'DissolveBody':
      return state.status === 'none' ? refuse('not-registered') : dissolve(command.data.lastDay, state);
    default:
      return unreachable(command);
  }
}

function change(version: BodyVersion, state: Registered): Answer {
  if (state.status === 'dissolved') return refuse('dissolved');
  if (version.name.trim() === '') return refuse('no-name');
  const current = state.versions.at(-1);
  if (current === undefined) return accept({ type: 'BodyChanged', data: { version } });
  if (version.validFrom < current.validFrom) return refuse('before-current');
  if (sameFacts(factsOf(current), factsOf(version))) return accept();
  return accept({ type: 'BodyChanged', data: { version } });
}

/** What it says, whatever the days. */
function factsOf({ name, members, channel }: BodyVersion): object {
  return { name, members, channel };
}

function dissolve(lastDay: string, state: Registered): Answer {
  if (state.status === 'dissolved') return state.versions.at(-1)?.validTo === lastDay ? accept() : refuse('dissolved');
  if (lastDay < (state.versions.at(-1)?.validFrom ?? lastDay)) return refuse('ends-before-it-starts');
  return accept({ type: 'BodyDissolved', data: { lastDay } });
}

function evolve(state: BodyState, event: BodyEvent): BodyState {
  switch (event.type) {
    case 'BodyRegistered': {
      const { version, ...identity } = event.data;
      return { ...identity, status: 'active', versions: [version] };
    }
    case 'BodyChanged': {
      if (state.status === 'none') return state;
      const { version } = event.data;
      return { ...state, versions: [...endBefore(state.versions, version.validFrom), version] };
    }
    case 'BodyDissolved':
      if (state.status === 'none') return state;
      return { ...state, status: 'dissolved', versions: endOn(state.versions, event.data.lastDay) };
    default:
      return unchanged(state, event);
  }
}

/** A version that began on that very day was a mistake and goes. */
function endBefore(versions: readonly BodyVersion[], day: string): readonly BodyVersion[] {
  return endOn(
    versions.filter(({ validFrom }) => validFrom < day),
    addDays(day, -1),
  );
}

function endOn(versions: readonly BodyVersion[], validTo: string): readonly BodyVersion[] {
  return versions.map((version, index) => (index === versions.length - 1 ? { ...version, validTo } : version));
}

export function bodyOn(state: BodyState, day: string): BodyOnDay | undefined {
  if (state.status === 'none') return undefined;
  const { id, kind, centre, versions } = state;
  const version = versions.find((candidate) => isWithin(day, candidate));
  return version && { id, kind, centre, ...version };
}

export const body: Decider<BodyState, BodyCommand, BodyEvent, BodyRefusal> = {
  initial: { status: 'none' },
  decide,
  evolve,
};
