import { ok, strictEqual } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { caseAggregate } from '../../../src/features/cases/aggregate.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { loadCase } from '../../../src/features/cases/case-desk.ts';
import type { CaseCommand, CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { isSubmitted, type SubmittedCase } from '../../../src/features/cases/case-state.ts';
import { handle } from '../../../src/store/handle.ts';
import type { Store } from '../../../src/store/store.ts';
import { monday } from './bench.ts';
import { applicant, conferenceBy, director, id, today } from './stories.ts';

/** Brings the case where these events say it is, by the commands that cause them. */
export async function bringTo(store: Store, history: readonly CaseEvent[]): Promise<void> {
  for (const [index, event] of history.entries()) {
    const command = commandFor(event);
    if (!command) continue;
    const order = {
      stream: caseStream(id),
      command,
      by: applicant,
      at: monday,
      commandId: commandId(`story-${index}`),
    };
    const { decision } = await handle(store, caseAggregate, order);
    strictEqual(decision.outcome, 'accepted', event.type);
  }
}

export async function caseIn(store: Store): Promise<SubmittedCase> {
  const state = await loadCase(store, id);
  ok(isSubmitted(state));
  return state;
}

function commandFor(event: CaseEvent): CaseCommand | undefined {
  const { type, data } = event;
  switch (type) {
    case 'DraftStarted':
      return { type: 'StartDraft', data };
    case 'IntakeSaved':
      return { type: 'SaveIntake', data };
    case 'CaseSubmitted':
      return { type: 'SubmitCase', data };
    case 'SupplementAsked':
    case 'AdviceGiven':
    case 'CaseReturned':
    case 'CaseAdmitted':
      return { type: 'DecideTriage', data: { ...data, processDirector: director, conferenceBy, today } };
    default:
      return laterCommandFor(event);
  }
}

function laterCommandFor({ type, data }: CaseEvent): CaseCommand | undefined {
  switch (type) {
    case 'ChannelStepDone':
      return { type: 'RecordChannelStep', data: { ...data, monitorBy: '2026-12-22T09:00:00.000Z' } };
    case 'ClosingStarted':
      return { type: 'StartClosing', data };
    case 'CaseClosed':
      return { type: 'SignOff', data };
    default:
      return undefined;
  }
}
