import { deepStrictEqual, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { commandId, streamId } from '../../../src/core/ids.ts';
import { type JsonObject } from '../../../src/core/json.ts';
import { caseAggregate } from '../../../src/features/cases/aggregate.ts';
import { caseDecider } from '../../../src/features/cases/case.ts';
import { type CaseCommand, type CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type Case, isSubmitted, stages, transitions } from '../../../src/features/cases/case-state.ts';
import { triageOutcomes } from '../../../src/features/cases/triage.ts';
import { handle } from '../../../src/store/handle.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { anyCourse, closedAdvice, commands, histories, sample, stateAfter, triage } from './samples.ts';
import { steps } from './stories.ts';

type Step = Readonly<{ before: Case; command: CaseCommand; events: readonly CaseEvent[]; after: Case }>;

function play(course: readonly CaseCommand[]): readonly Step[] {
  let before = caseDecider.initial;
  return course.map((command) => {
    const decision = caseDecider.decide(command, before);
    const events = decision.outcome === 'accepted' ? decision.events : [];
    const step = { before, command, events, after: events.reduce(caseDecider.evolve, before) };
    before = step.after;
    return step;
  });
}

/** Every state on the way, also between two events of one command. */
function statesOf(course: readonly CaseCommand[]): readonly Case[] {
  const events = play(course).flatMap((step) => step.events);
  return events.map((_, index) => fold(caseDecider, events.slice(0, index + 1)));
}

function stageAfter(before: Case, command: CaseCommand): string {
  const decision = caseDecider.decide(command, before);
  return (decision.outcome === 'accepted' ? decision.events : []).reduce(caseDecider.evolve, before).stage;
}

const almostOpen: readonly CaseEvent[] = [...histories.admitted, ...steps()];

const forEvery = (check: (course: readonly CaseCommand[]) => void): void =>
  fc.assert(fc.property(anyCourse, check), { numRuns: 400 });

describe('the stages of a case', () => {
  it('never moves along a way that is not named', () =>
    forEvery((course) => {
      for (const { before, after } of play(course)) {
        if (before.stage === after.stage) continue;
        const ways: readonly string[] = before.stage === 'none' ? ['draft'] : transitions[before.stage];
        ok(ways.includes(after.stage), `${before.stage} → ${after.stage}`);
      }
    }));

  it('moves along every way that is named', () => {
    const tries = [
      ...Object.keys(commands).map((type) => sample(type as CaseCommand['type'])),
      ...triageOutcomes.map((outcome) => sample('DecideTriage', triage(outcome))),
      sample('RecordChannelStep', { step: 'summary' }),
    ];
    const situations = [...Object.values(histories), closedAdvice, almostOpen].map((history) => stateAfter(...history));
    const ways = situations.flatMap((before) =>
      tries.map((command) => `${before.stage} → ${stageAfter(before, command)}`),
    );
    const named = stages.flatMap((from) => transitions[from].map((to) => `${from} → ${to}`));
    deepStrictEqual(
      named.filter((way) => !ways.includes(way)),
      [],
    );
  });

  it('meets every stage in these courses, so that the properties say something', () => {
    const met = fc.sample(anyCourse, { numRuns: 400, seed: 1 }).flatMap((course) => statesOf(course));
    deepStrictEqual([...new Set(met.map(({ stage }) => stage))].sort(), [...stages].sort());
  });
});

describe('whatever happens to a case', () => {
  const everyFile = (check: (file: Extract<Case, { number: unknown }>) => void): void =>
    forEvery((course) => statesOf(course).filter(isSubmitted).forEach(check));

  it('keeps the municipality, the region and the team it came in with (domain.md A1, A6)', () =>
    everyFile(({ municipality, region, centre, team }) =>
      deepStrictEqual({ municipality, region, centre, team }, pick(commands.SubmitCase)),
    ));

  it('has nobody twice among its people', () =>
    everyFile(({ participants }) => {
      const people = participants.map(({ person }) => person);
      deepStrictEqual(people, [...new Set(people)]);
    }));

  it('has at most one chair and one process director', () =>
    everyFile(({ participants }) => {
      const parts = participants
        .map(({ part }) => part)
        .filter((part) => part === 'chair' || part === 'process-director');
      deepStrictEqual(parts, [...new Set(parts)]);
    }));

  it('has its process director among its people from admission on', () =>
    everyFile(({ stage, processDirector, participants }) => {
      if (!['admitted', 'conference', 'closing'].includes(stage)) return;
      const directors = participants.filter(({ part }) => part === 'process-director');
      deepStrictEqual(directors, [{ person: processDirector, part: 'process-director' }]);
    }));

  it('has a channel that is ready exactly while or after there is a conference', () =>
    everyFile(({ stage, channel }) => {
      const expected = { admitted: ['making'], conference: ['ready', 'archived'], closing: ['ready', 'archived'] };
      if (Object.hasOwn(expected, stage)) ok(expected[stage as 'admitted'].includes(channel.status));
      else notStrictEqual(channel.status, 'making');
    }));

  it('has no people of another tenant in a private channel (Microsoft: Shared channels)', () =>
    everyFile(({ channel, participants }) => {
      const away = participants.filter(({ tenantId }) => tenantId !== undefined);
      if (channel.status !== 'none' && channel.kind === 'private') deepStrictEqual(away, []);
    }));

  it('was last changed when its last event happened', () =>
    forEvery((course) => {
      const steps = play(course).filter(({ events }) => events.length > 0);
      for (const { after, command } of steps) strictEqual('updatedAt' in after && after.updatedAt, command.data.at);
    }));

  function pick({ municipality, region, centre, team }: typeof commands.SubmitCase) {
    return { municipality, region, centre, team };
  }
});

describe('a case in the store', () => {
  const opened = openedStore(openTemporary);

  it('is stored as the fold of its events, whatever was asked of it', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyCourse, async (course) => {
        const stream = streamId('case', String(++count));
        let number = 0;
        for (const command of course) {
          const id = commandId(`${count}-${++number}`);
          await handle(opened(), caseAggregate, { stream, command, by: 'system', at: new Date(0), commandId: id });
        }
        const history = await opened().history(stream);
        const folded = fold(
          caseDecider,
          history.map(({ event }) => event as CaseEvent),
        );
        const { state } = await opened().load(stream);
        deepStrictEqual(state ?? caseDecider.initial, folded as unknown as JsonObject);
      }),
      { numRuns: 40 },
    );
  });
});
