import type { PersonId } from '../core/ids.ts';
import { atLocalTime } from '../core/working-time.ts';
import { type ConsultationFile, invitationOf } from '../features/consultations/index.ts';
import type { Promised, Promises } from './promise.ts';
import { deedTitles, reasons, titles } from './texts.ts';

/**
 * What experts who think along still owe: their advice, by the day for which it was asked. An official has no say over them,
 * so that it is escalated to nobody. Answering an invitation, and what it brought, the request itself asks for.
 */
export function consultationPromises(file: ConsultationFile): Promises {
  const { id, about } = file;
  return {
    about: { kind: 'consultation', id, number: about.number, centre: about.centre },
    wished:
      file.stage === 'inviting' || file.stage === 'advising' ? owing(file).map((person) => advice(file, person)) : [],
    dropped: (key) => droppedBecause(file, key),
  };
}

const keyOf = (person: PersonId): string => `advice-${person}`;

function owing(file: ConsultationFile): readonly PersonId[] {
  const people = [...new Set(file.invitations.map(({ person }) => person))];
  return people.filter((person) => {
    const invitation = invitationOf(file, person);
    return invitation?.status === 'accepted' && invitation.advice === undefined;
  });
}

function advice({ id, director, request }: ConsultationFile, person: PersonId): Promised {
  return {
    ...{ key: keyOf(person), title: titles.advice, owner: person, steward: director },
    ...{ due: atLocalTime(request.by, '17:00'), plan: 'long' },
    deed: { title: deedTitles.advise, verb: 'consultations/advise', data: { consultation: id }, on: 'dialog' },
  };
}

function droppedBecause({ stage, invitations }: ConsultationFile, key: string): string | undefined {
  if (stage === 'withdrawn') return reasons.withdrawn;
  const last = invitations.findLast(({ person }) => keyOf(person) === key);
  return last?.advice === undefined ? reasons.noLonger : undefined;
}
