import { deepStrictEqual } from 'node:assert/strict';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { caseAggregate, overdueFrom } from '../../../src/features/cases/aggregate.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { type CaseCommand, type CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type CaseId } from '../../../src/features/cases/case-state.ts';
import { findByNumber } from '../../../src/features/cases/find-case.ts';
import { handle } from '../../../src/store/handle.ts';
import { type Store } from '../../../src/store/store.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { commands, histories, sample, stateAfter, straightOn } from './samples.ts';
import {
  applicant,
  at,
  chair,
  conferenceBy,
  director,
  helper,
  id,
  later,
  number,
  submission,
  team,
} from './stories.ts';

async function carryOut(store: Store, command: CaseCommand, name: string) {
  const order = {
    stream: caseStream(id),
    command,
    by: 'system',
    at: new Date(at),
    commandId: commandId(name),
  } as const;
  return handle(store, caseAggregate, order);
}

describe('what a case can be found by', () => {
  const fieldsAfter = (...history: readonly CaseEvent[]) => caseAggregate.fields(stateAfter(...history));
  const known = {
    ...{ applicant, number, centre: 'LI', region: submission.region, municipality: 'Weert', team: team.id },
  };

  it('is nothing before there is one', () => deepStrictEqual(fieldsAfter(), {}));
  it('is its applicant while it is a draft', () =>
    deepStrictEqual(fieldsAfter(...histories.draft), {
      stage: 'draft',
      applicant,
      people: [applicant],
      updatedAt: at,
    }));
  it('is its number, place and people once it came in', () =>
    deepStrictEqual(fieldsAfter(...histories.submitted), {
      ...{ ...known, stage: 'submitted', people: [applicant, chair], updatedAt: at, due: submission.triageBy },
    }));
  it('is nothing that is due when nothing is', () =>
    deepStrictEqual(fieldsAfter(...histories.supplement), {
      ...{ ...known, stage: 'supplement', people: [applicant, chair], updatedAt: later },
    }));
  it('is everybody in it, once', () => {
    const joined: CaseEvent = { type: 'ParticipantAdded', data: commands.AddParticipant };
    const people: readonly PersonId[] = [applicant, chair, director, helper];
    deepStrictEqual(fieldsAfter(...histories.conference, joined)['people'], people);
  });
  it('is the applicant and the chair also when they left the channel', () => {
    const left: CaseEvent = { type: 'ParticipantRemoved', data: commands.RemoveParticipant };
    deepStrictEqual(fieldsAfter(...histories.conference, left)['people'], [applicant, chair, director]);
  });
});

describe('from when a case is late', () => {
  const dueAfter = (...history: readonly CaseEvent[]) => caseAggregate.fields(stateAfter(...history))['due'];
  it('is when its next step was due', () => deepStrictEqual(dueAfter(...histories.conference), conferenceBy));
  it('is after the whole day, on a Dutch clock, of what is due on a day', () =>
    deepStrictEqual(dueAfter(...histories.returned), '2026-12-01T23:00:00.000Z'));
  it('is never while nothing is due', () => {
    deepStrictEqual(dueAfter(...histories.closed), undefined);
    deepStrictEqual(overdueFrom(undefined), undefined);
  });
  it('is not when the receipt was to be confirmed: the confirmation was shown on submitting', () =>
    deepStrictEqual(dueAfter(...histories.submitted), submission.triageBy));
});

describe('a case that is asked the same again', () => {
  const opened = openedStore(openTemporary);

  it('does everything once: a redelivered command changes nothing and is told what it did', async () => {
    const told: boolean[] = [];
    for (const [index, command] of straightOn.entries()) {
      const first = await carryOut(opened(), command, `command-${index}`);
      const again = await carryOut(opened(), command, `command-${index}`);
      told.push(again.repeated);
      deepStrictEqual([again.decision, again.state, again.version], [first.decision, first.state, first.version]);
    }
    deepStrictEqual(
      told,
      straightOn.map(() => true),
    );
  });
});

describe('a case by its number', () => {
  const opened = openedStore(openTemporary);
  const submit = async (): Promise<void> => {
    for (const [index, command] of straightOn.slice(0, 3).entries()) await carryOut(opened(), command, `c-${index}`);
  };

  it('is found as people type it', async () => {
    await submit();
    deepStrictEqual((await findByNumber(opened(), ' li 2026 1 '))?.id, id satisfies CaseId);
  });
  it('is found in the state of that moment', async () => {
    await submit();
    await carryOut(opened(), sample('DecideTriage'), 'triage');
    deepStrictEqual((await findByNumber(opened(), number))?.stage, 'admitted');
  });
  it('is not there when no case has it', async () => {
    await submit();
    deepStrictEqual(await findByNumber(opened(), 'LI-2026-0099'), undefined);
  });
  it('is not there when it is no number', async () => {
    await submit();
    deepStrictEqual(await findByNumber(opened(), 'Weert'), undefined);
  });
});
