import { deepEqual, equal } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { facilityAggregate, requestAggregate } from '../../../src/features/places/aggregates.ts';
import type { FacilityCommand } from '../../../src/features/places/facility-messages.ts';
import { isKnown } from '../../../src/features/places/facility-state.ts';
import { facilityStream, requestStream } from '../../../src/features/places/place-ids.ts';
import type { RequestCommand } from '../../../src/features/places/request-messages.ts';
import { isAsked } from '../../../src/features/places/request-state.ts';
import { settle } from '../../../src/features/places/settle-desk.ts';
import { handle, stateOf } from '../../../src/store/handle.ts';
import type { Store } from '../../../src/store/store.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import {
  asking,
  at,
  contact,
  counted,
  director,
  facility,
  hold,
  hoeve,
  later,
  one,
  otherHold,
  staff,
  today,
  until,
} from './samples.ts';

const of = { request: one, hold };
const holding: FacilityCommand = {
  type: 'HoldPlaces',
  data: { ...of, at, by: director, count: 1, ages: [17], today, until },
};
const offering: FacilityCommand = { type: 'OfferPlaces', data: { ...of, at: later, by: contact } };
const occupying: FacilityCommand = {
  type: 'OccupyPlaces',
  data: { ...of, at: later, by: director, day: '2026-11-24' },
};
const expiring: FacilityCommand = { type: 'ExpireHold', data: { ...of, at: until } };
const asks: RequestCommand = { type: 'RequestPlace', data: asking() };
const declines: RequestCommand = {
  type: 'DeclinePlace',
  data: { at: later, by: director, who: 'family', reason: 'Ver.' },
};
const withdraws: RequestCommand = { type: 'WithdrawRequest', data: { at: later, by: director, reason: 'Thuis.' } };

describe('places: bringing a request and its places in step', () => {
  const store = openedStore(openTemporary);
  let sent = 0;
  const there = async (...commands: readonly FacilityCommand[]) => {
    for (const command of commands)
      await handle(store(), facilityAggregate, {
        ...({ stream: facilityStream(hoeve), by: 'system', at: new Date(at) } as const),
        ...{ command, commandId: commandId(`there-${++sent}`) },
      });
  };
  const here = async (...commands: readonly RequestCommand[]) => {
    for (const command of commands)
      await handle(store(), requestAggregate, {
        ...({ stream: requestStream(one), by: 'system', at: new Date(at) } as const),
        ...{ command, commandId: commandId(`here-${++sent}`) },
      });
  };
  const directory = { centre: async () => ({ staff: [staff] }) as never };
  const step = (on: Store = store()) =>
    settle({ store: on, directory }, { request: one, facility: hoeve }, new Date(later));
  const request = async () => {
    const state = stateOf(requestAggregate, await store().load(requestStream(one)));
    return isAsked(state) ? [state.stage, state.chosen?.hold] : [];
  };
  const places = async () => {
    const state = stateOf(facilityAggregate, await store().load(facilityStream(hoeve)));
    return isKnown(state) ? state.bindings.map(({ status }) => status) : [];
  };
  const versions = async () => [
    (await store().load(requestStream(one))).version,
    (await store().load(facilityStream(hoeve))).version,
  ];

  beforeEach(() =>
    there({ type: 'RegisterFacility', data: { at, by: staff, facility: facility(), counted: counted() } }),
  );

  it('follows a hold', async () => {
    await here(asks);
    await there(holding);
    await step();
    deepEqual(await request(), ['held', hold]);
  });

  it('follows several steps at once', async () => {
    await here(asks);
    await there(holding, offering, occupying);
    await step();
    deepEqual(await request(), ['occupied', hold]);
  });

  it('follows a place that went back', async () => {
    await here(asks);
    await there(holding);
    await step();
    await there(expiring);
    await step();
    deepEqual(await request(), ['searching', undefined]);
  });

  it('changes nothing when run again, and again', async () => {
    await here(asks);
    await there(holding, offering);
    await step();
    const before = await versions();
    await step();
    await step();
    deepEqual(await versions(), before);
  });

  it('gives back what was declined', async () => {
    await here(asks);
    await there(holding);
    await step();
    await here(declines);
    await step();
    deepEqual([await request(), await places()], [['searching', undefined], []]);
  });

  it('gives back what was set apart for a request that was withdrawn', async () => {
    await here(asks, withdraws);
    await there(holding);
    await step();
    deepEqual([await request(), await places()], [['withdrawn', undefined], []]);
  });

  it('gives back what was set apart for nobody', async () => {
    await there(holding);
    await step();
    deepEqual([await request(), await places()], [[], []]);
  });

  it('gives back the second of two places', async () => {
    const other = { facility: facility(), staff: [staff] };
    const binding = {
      ...of,
      hold: otherHold,
      status: 'held' as const,
      places: ['p9'],
      by: director,
      heldAt: at,
      until,
    };
    await here(asks, { type: 'FollowPlace', data: { at, standing: { ...other, binding } } });
    await there(holding);
    await step();
    deepEqual([await request(), await places()], [['held', otherHold], []]);
  });

  it('does nothing where there is no facility and no request', async () => {
    await settle({ store: store(), directory }, { request: one, facility: 'nowhere' as never }, new Date(later));
    await step();
    deepEqual(await request(), []);
  });

  /** A store in which something happens between two reads. */
  function between(event: () => Promise<void>): Store {
    let reads = 0;
    return {
      ...store(),
      async load(stream) {
        const read = await store().load(stream);
        if (++reads === 1) await event();
        return read;
      },
    };
  }

  it('does not take back a hold that is made while it looks', async () => {
    await here(asks);
    const raced = between(async () => {
      await there(holding);
      await settle({ store: store(), directory }, { request: one, facility: hoeve }, new Date(later));
    });
    await step(raced);
    deepEqual([await request(), await places()], [['held', hold], ['held']]);
  });

  it('does not bring back what is declined while it looks', async () => {
    await here(asks);
    await there(holding);
    await step();
    await step(between(() => here(declines)));
    await step();
    deepEqual([await request(), await places()], [['searching', undefined], []]);
  });

  it('does not lose an offer that is made while it looks', async () => {
    await here(asks);
    await there(holding);
    await step(between(() => there(offering)));
    await step();
    deepEqual([await request(), await places()], [['offered', hold], ['offered']]);
  });

  it('remembers why a place went back', async () => {
    await here(asks);
    await there(holding);
    await step();
    await there({
      type: 'ReleasePlaces',
      data: { ...of, at: later, by: contact, because: 'cannot', note: 'Er is brand geweest.', from: today },
    });
    await step();
    const state = stateOf(requestAggregate, await store().load(requestStream(one)));
    const ending = isAsked(state) ? state.past[0]?.ending : undefined;
    deepEqual([ending?.because, ending?.note], ['cannot', 'Er is brand geweest.']);
    equal((await places()).length, 0);
  });
});
