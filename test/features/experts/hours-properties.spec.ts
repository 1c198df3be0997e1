import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { commandId } from '../../../src/core/ids.ts';
import { expertAggregate, expertStream } from '../../../src/features/experts/aggregate.ts';
import { expertDecider } from '../../../src/features/experts/expert.ts';
import { type ExpertCommand, releases } from '../../../src/features/experts/expert-messages.ts';
import { type ExpertState, freeHours, hoursTaken } from '../../../src/features/experts/expert-state.ts';
import { handle, stateOf } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { at, expert, femke, today } from './samples.ts';

const consultation = fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4', 'c-5');
const offered = fc.integer({ min: 1, max: 20 }).map((hoursPerMonth) => ({ ...expert, hoursPerMonth }));
const command: fc.Arbitrary<ExpertCommand> = fc
  .oneof(
    { arbitrary: fc.record({ consultation, hours: fc.integer({ min: -2, max: 12 }) }), weight: 5 },
    { arbitrary: fc.record({ consultation, because: fc.constantFrom(...releases) }), weight: 2 },
    { arbitrary: fc.record({ consultation }), weight: 2 },
    { arbitrary: fc.record({ expert: offered }), weight: 2 },
    { arbitrary: fc.constantFrom('PauseExpert', 'ResumeExpert', 'LeaveExperts', 'RegisterExpert'), weight: 1 },
  )
  .map((wish): ExpertCommand => {
    if (typeof wish === 'string') {
      return wish === 'RegisterExpert'
        ? { type: wish, data: { at, expert } }
        : { type: wish as 'PauseExpert', data: { at } };
    }
    if ('hours' in wish) return { type: 'ReserveHours', data: { at, today, ...wish } };
    if ('because' in wish) return { type: 'ReleaseHours', data: { at, ...wish } };
    if ('consultation' in wish) return { type: 'AcceptEngagement', data: { at, ...wish } };
    return { type: 'ChangeExpert', data: { at, ...wish } };
  });

/** The states one after another, each with the command that led to it. */
function walk(commands: readonly ExpertCommand[]): readonly (readonly [ExpertState, ExpertCommand, ExpertState])[] {
  let state: ExpertState = { status: 'none' };
  return commands.map((each) => {
    const before = state;
    const decision = expertDecider.decide(each, before);
    state = decision.outcome === 'refused' ? before : decision.events.reduce(expertDecider.evolve, before);
    return [before, each, state];
  });
}

const history = fc
  .array(command, { maxLength: 40 })
  .map((commands): readonly ExpertCommand[] => [{ type: 'RegisterExpert', data: { at, expert } }, ...commands]);

describe('experts: hours, whatever happens', () => {
  it('are never set apart beyond what somebody offers', () => {
    fc.assert(
      fc.property(history, (commands) => {
        for (const [before, { type }, after] of walk(commands)) {
          if (type !== 'ReserveHours' || after.status === 'none' || before === after) continue;
          ok(hoursTaken(after) <= after.expert.hoursPerMonth);
          ok(freeHours(after) >= 0);
        }
      }),
    );
  });

  it('are held once by each consultation', () => {
    fc.assert(
      fc.property(history, (commands) => {
        for (const [, , after] of walk(commands)) {
          const held = after.status === 'none' ? [] : after.engagements.map((each) => each.consultation);
          deepEqual(held, [...new Set(held)]);
        }
      }),
    );
  });

  it('are counted: whoever was asked said yes, no, nothing, or did not have to', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const last = walk(commands).at(-1)?.[2];
        if (!last || last.status === 'none') return;
        const { asked, accepted, declined, expired } = last.counts;
        ok(Math.min(asked, accepted, declined, expired) >= 0);
        ok(asked >= last.engagements.length);
      }),
    );
  });

  it('survive being kept as JSON', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const last = walk(commands).at(-1)?.[2];
        deepEqual(JSON.parse(JSON.stringify(last)), last);
      }),
    );
  });
});

describe('experts: two who want the last hours at the same moment', () => {
  let opened: Awaited<ReturnType<typeof openTemporary>>;
  let other: Store;
  beforeEach(async () => {
    opened = await openTemporary();
    // Another instance of the bot: within one, commands on one stream wait for each other.
    other = sqliteStore({ file: opened.file });
    await send(opened.store, { type: 'RegisterExpert', data: { at, expert } }, 'register');
  });
  afterEach(async () => {
    await other.close();
    await opened.close();
  });
  const send = (store: Store, command: ExpertCommand, id: string) =>
    handle(store, expertAggregate, {
      ...({ stream: expertStream(femke), by: 'system', at: new Date(at) } as const),
      command,
      commandId: commandId(id),
    });
  const reserve = (consultation: string): ExpertCommand => ({
    type: 'ReserveHours',
    data: { at, consultation, hours: 6, today },
  });
  const left = async () => {
    const state = stateOf(expertAggregate, await opened.store.load(expertStream(femke)));
    return [freeHours(state), state.status === 'none' ? 0 : state.counts.asked];
  };

  for (const where of ['one instance', 'two instances']) {
    it(`do not both get them, of ${where}`, async () => {
      const wanted = [1, 2, 3, 4, 5].map((n) => {
        const store = where === 'two instances' && n % 2 === 0 ? other : opened.store;
        return send(store, reserve(`c-${n}`), `reserve-${n}`);
      });
      const outcomes = (await Promise.all(wanted)).map(({ decision }) =>
        decision.outcome === 'refused' ? decision.code : decision.outcome,
      );
      deepEqual(outcomes.toSorted(), ['accepted', 'no-room', 'no-room', 'no-room', 'no-room']);
      deepEqual(await left(), [4, 1]);
    });
  }

  it('are asked once when the very same click comes twice', async () => {
    await Promise.all([opened.store, other].map((store) => send(store, reserve('c-1'), 'once')));
    deepEqual(await left(), [4, 1]);
  });
});
