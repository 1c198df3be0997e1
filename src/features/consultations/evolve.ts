import { dispatch, type Handlers } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ConsultationEvent } from './consultation-messages.ts';
import {
  type Consultation,
  type ConsultationFile,
  effectMonths,
  type Invitation,
  isAsked,
  type Proposal,
  type Proposed,
} from './consultation-state.ts';

type EventData<Type extends ConsultationEvent['type']> = Extract<ConsultationEvent, { type: Type }>['data'];
type Later = Exclude<ConsultationEvent, { type: 'ConsultationRequested' }>;

/** The state after an event. One from a newer deployment, or that does not fit the state, leaves it as it was. */
export function evolve(state: Consultation, event: ConsultationEvent): Consultation {
  if (event.type === 'ConsultationRequested') return isAsked(state) ? state : requested(event.data);
  if (!isAsked(state)) return state;
  const changed = dispatch<Later, ConsultationFile, ConsultationFile>(later, event, state);
  return changed ? { ...changed, updatedAt: event.data.at } : state;
}

function requested({ at, by, ...asked }: EventData<'ConsultationRequested'>): ConsultationFile {
  return {
    ...asked,
    ...{ stage: 'requested', askedBy: by, requestedAt: at, updatedAt: at },
    ...{ unlocked: [], invitations: [], effects: [], round: 1 },
  };
}

const later: Handlers<Later, ConsultationFile, ConsultationFile> = {
  TeamProposed: ({ proposal }, file) => staged({ ...unsuggested(file), proposal }),
  TeamChosen: ({ people }, file) => withTeam(file, people),
  ProposedReplaced: ({ out, into }, file) => withTeam(file, [...teamOf(file).filter((one) => one !== out), into]),
  ReplacementSuggested: ({ out, into }, file) => ({
    ...file,
    suggestion: { into, ...(out === undefined ? {} : { out }) },
  }),
  ConflictUnlocked: ({ at, by, person, reason }, file) => unlocked(file, { at, by, person, reason }),
  ExpertsInvited: (data, file) => invited(file, data),
  ExpertsPassedOver: ({ people }, file) => ({ ...file, ...inProposal(file, (team) => without(team, people)) }),
  ExpertReminded: ({ person }, file) => changed(file, person, () => ({ reminded: true })),
  InvitationExpired: ({ person }, file) => lost(file, person, { status: 'expired' }),
  InvitationAccepted: ({ person }, file) => staged(changed(file, person, () => ({ status: 'accepted' }))),
  InvitationDeclined: ({ person, reason, note, suggested }, file) =>
    lost(file, person, {
      status: 'declined',
      ...{ joined: false, reason, note },
      ...(suggested === undefined ? {} : { suggested }),
    }),
  ConflictReported: ({ person }, file) => lost(file, person, { status: 'conflict', joined: false }),
  ExpertJoined: ({ person }, file) =>
    changed(file, person, ({ trouble: _over, ...rest }) => ({ ...rest, joined: true })),
  ExpertNotJoined: ({ person, trouble }, file) => changed(file, person, () => ({ trouble })),
  AdviceGiven: ({ person, at, advice, basis, otherwise }, file) =>
    changed(file, person, () => ({ advice: { advice, basis, otherwise, at } })),
  AdviceJudged: ({ person, at, by, verdict, why }, file) =>
    changed(file, person, ({ advice }) =>
      advice ? { advice: { ...advice, judgement: { verdict, why, by, at } } } : {},
    ),
  ConsultationAdvised: ({ at }, file) => ({ ...file, stage: 'advised', advisedAt: at }),
  EffectAsked: ({ months }, file) => ({ ...file, effectAsked: months }),
  EffectRecorded: (data, file) => effectRecorded(file, data),
  ConsultationWithdrawn: ({ reason }, file) => withdrawn(file, reason),
  ConsultationReopened: (_, file) => reopened(file),
  ConsultationHandedOver: ({ director }, file) => ({ ...file, director }),
};

/** Where it stands follows from who was asked and what they said. */
function staged(file: ConsultationFile): ConsultationFile {
  const has = (status: Invitation['status']): boolean => file.invitations.some((each) => each.status === status);
  const asking = file.proposal === undefined ? 'requested' : 'proposed';
  return { ...file, stage: has('invited') ? 'inviting' : has('accepted') ? 'advising' : asking };
}

/** What was proposed before somebody fell out says nothing of who could come now: that is looked for again. */
function lost(file: ConsultationFile, person: PersonId, change: Partial<Invitation>): ConsultationFile {
  const { proposal: _before, ...rest } = changed(unsuggested(file), person, () => change);
  return staged(rest);
}

function teamOf({ proposal }: ConsultationFile): readonly PersonId[] {
  return (proposal?.team ?? []).map(({ person }) => person);
}

/** Who leaves the team stays in the list of others. */
function withTeam(file: ConsultationFile, people: readonly PersonId[]): ConsultationFile {
  const { proposal } = file;
  if (!proposal) return file;
  const all = [...proposal.team, ...proposal.others];
  const team = people.flatMap((person) => all.find((proposed) => proposed.person === person) ?? []);
  return { ...unsuggested(file), proposal: { ...proposal, team, others: without(all, people) } };
}

/** A suggestion was made for the proposal of then. */
function unsuggested({ suggestion: _made, ...file }: ConsultationFile): ConsultationFile {
  return file;
}

function without(proposed: readonly Proposed[], people: readonly PersonId[]): readonly Proposed[] {
  return proposed.filter(({ person }) => !people.includes(person));
}

function inProposal(
  { proposal }: ConsultationFile,
  change: (proposed: readonly Proposed[]) => readonly Proposed[],
): { proposal?: Proposal } {
  return proposal ? { proposal: { ...proposal, team: change(proposal.team), others: change(proposal.others) } } : {};
}

function unlocked(file: ConsultationFile, unlocking: ConsultationFile['unlocked'][number]): ConsultationFile {
  const free = (proposed: readonly Proposed[]): readonly Proposed[] =>
    proposed.map((each) =>
      each.person === unlocking.person
        ? { ...each, obstacles: each.obstacles.filter((obstacle) => obstacle !== 'conflict') }
        : each,
    );
  return { ...file, ...inProposal(file, free), unlocked: [...file.unlocked, unlocking] };
}

function invited(file: ConsultationFile, { at, people, answerBy }: EventData<'ExpertsInvited'>): ConsultationFile {
  const invitations = people.map(({ person, covers }): Invitation => ({
    ...{ person, covers, status: 'invited', invitedAt: at, answerBy, reminded: false, joined: false },
  }));
  const gone = people.map(({ person }) => person);
  const proposal = inProposal(file, (proposed) => without(proposed, gone));
  return staged({ ...unsuggested(file), ...proposal, invitations: [...file.invitations, ...invitations] });
}

/** Of somebody's invitations the last: earlier rounds are history. */
function changed(
  file: ConsultationFile,
  person: PersonId,
  change: (invitation: Invitation) => Partial<Invitation>,
): ConsultationFile {
  const last = file.invitations.findLastIndex((invitation) => invitation.person === person);
  const invitations = file.invitations.map((each, index) => (index === last ? replaced(each, change(each)) : each));
  return { ...file, invitations };
}

/** A whole invitation takes the place of the old one, so that a field can be taken out. */
function replaced(invitation: Invitation, change: Partial<Invitation>): Invitation {
  const isWhole = 'person' in change;
  return isWhole ? (change as Invitation) : { ...invitation, ...change };
}

function effectRecorded(file: ConsultationFile, { at, by, months, effect, note }: EventData<'EffectRecorded'>) {
  const { effectAsked: _answered, ...rest } = file;
  const effects = [...file.effects, { at, by, months, effect, note }];
  const isLast = months === effectMonths.at(-1);
  return { ...rest, effects, stage: isLast ? ('followed-up' as const) : file.stage };
}

function withdrawn(file: ConsultationFile, reason: string): ConsultationFile {
  const over = file.invitations.map((each): Invitation =>
    each.status === 'invited' || each.status === 'accepted' ? { ...each, status: 'withdrawn', joined: false } : each,
  );
  return { ...file, stage: 'withdrawn', withdrawnBecause: reason, invitations: over };
}

/** What was advised stays; what is asked for is looked for again. */
function reopened(file: ConsultationFile): ConsultationFile {
  const { withdrawnBecause: _, effectAsked: __, proposal: ___, ...rest } = file;
  return { ...rest, stage: 'requested', round: file.round + 1 };
}
