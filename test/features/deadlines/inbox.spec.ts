import { deepEqual, equal } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { deadlineId } from '../../../src/features/deadlines/deadline-state.ts';
import {
  inboxDecider,
  type InboxEvent,
  itemsOf,
  nextRelease,
  type Nudge,
} from '../../../src/features/deadlines/inbox.ts';
import { defaultPreferences } from '../../../src/features/deadlines/office-hours.ts';
import { specify } from '../../support/decider-spec.ts';
import { due, jan as person, marieke } from './samples.ts';

const given = specify(inboxDecider);
const morning = '2026-11-24T07:30:00.000Z';
const at = morning;
const day = '2026-11-24';
const nudge = (key: string, changed: Partial<Nudge> = {}): Nudge => ({
  ...{ key, deadline: deadlineId(`d-${key}`), moment: 'T-1', to: 'owner', due },
  ...{ from: '2026-11-24T06:02:00.000Z', releaseAt: morning, ...changed },
});
const received = (key: string, changed: Partial<Nudge> = {}): InboxEvent => ({
  type: 'NudgeReceived',
  data: { at: '2026-11-24T06:00:00.000Z', person, nudge: nudge(key, changed) },
});
const sent = (...keys: readonly string[]): InboxEvent => ({
  type: 'NudgesSent',
  data: { at, person, day, cards: keys.map((key) => ({ key, slot: `nudge-${key}` })) },
});
const digest = (slot: string, ...keys: readonly string[]): InboxEvent => ({
  type: 'DigestSent',
  data: { at, person, day, slot, keys },
});
const release = (when = at, times: Readonly<Record<string, string>> = {}) =>
  ({ type: 'ReleaseNudges', data: { at: when, person, day, times } }) as const;
const prefers = (changed: Partial<typeof defaultPreferences>): InboxEvent => ({
  type: 'PreferencesChanged',
  data: { at, person, preferences: { ...defaultPreferences, ...changed } },
});
const statuses = (...events: readonly InboxEvent[]) =>
  itemsOf(fold(inboxDecider, events)).map(({ key, status }) => [key, status]);

describe('an inbox that gets a nudge', () => {
  const receive = {
    type: 'ReceiveNudge',
    data: { at: '2026-11-24T06:00:00.000Z', person, nudge: nudge('a') },
  } as const;
  it('keeps it', () => given().when(receive).thenEvents(received('a')));
  it('never takes the same one twice, told or not', () => {
    given(received('a')).when(receive).thenNothing();
    given(received('a'), sent('a')).when(receive).thenNothing();
  });
  it('takes it once more when it was withdrawn before anybody saw it', () => {
    const gone: InboxEvent = { type: 'NudgeWithdrawn', data: { at, person, key: 'a' } };
    given(received('a'), gone).when(receive).thenEvents(received('a'));
    deepEqual(statuses(received('a'), gone, received('a')), [['a', 'waiting']]);
    given(received('a'), sent('a'), {
      type: 'NudgesRefreshed',
      data: { at, person, deadline: nudge('a').deadline, gone: ['a'], slots: [] },
    })
      .when(receive)
      .thenNothing();
  });
  it('forgets what is over and was told long ago, and never what waits', () => {
    const many = (from: string, count: number) => Array.from({ length: count }, (_, n) => received(`${from}${n}`));
    const waiting = many('w', 250);
    equal(statuses(...waiting).length, 250);
    const told = many('t', 150);
    const keys = told.map(({ data }) => ('nudge' in data ? data.nudge.key : ''));
    const kept = statuses(...told, sent(...keys), ...many('w', 150));
    deepEqual([kept.length, kept.filter(([, status]) => status === 'waiting').length], [200, 150]);
  });
});

describe('an inbox whose morning has come', () => {
  it('shows up to three as they are', () =>
    given(received('a'), received('b'), received('c'))
      .when(release())
      .thenEvents(sent('a', 'b', 'c')));
  it('says nothing before it', () => given(received('a')).when(release('2026-11-24T07:29:59.000Z')).thenNothing());
  it('says nothing twice', () => given(received('a'), sent('a')).when(release()).thenNothing());
  it('takes more than three together', () =>
    given(...['a', 'b', 'c', 'd'].map((key) => received(key)))
      .when(release())
      .thenEvents(digest(`digest-${at}`, 'a', 'b', 'c', 'd')));
  it('takes together what was held up, however little it is and whatever was asked', () => {
    const heldUp = ['a', 'b'].map((key) => received(key, { heldUp: true }));
    given(prefers({ rhythm: 'each' }), ...heldUp)
      .when(release())
      .thenEvents(digest(`digest-${at}`, 'a', 'b'));
    given(received('a', { heldUp: true }))
      .when(release())
      .thenEvents(sent('a'));
  });
  it('never takes them together for who wants each', () =>
    given(prefers({ rhythm: 'each' }), ...['a', 'b', 'c', 'd'].map((key) => received(key)))
      .when(release())
      .thenEvents(sent('a', 'b', 'c', 'd')));
  it('waits a while after three, and then tells all that came meanwhile at once', () => {
    const three = [received('a'), received('b'), received('c'), sent('a', 'b', 'c')];
    const more = [received('d'), received('e')];
    given(...three, ...more)
      .when(release('2026-11-24T07:31:00.000Z'))
      .thenNothing();
    const afterwards = '2026-11-24T07:32:00.000Z';
    equal(nextRelease(fold(inboxDecider, [...three, ...more])), afterwards);
    given(...three, ...more)
      .when(release(afterwards))
      .thenEvents({
        type: 'DigestSent',
        data: { at: afterwards, person, day, slot: `digest-${afterwards}`, keys: ['d', 'e'] },
      });
  });
  it('tells of one thing only the last', () => {
    const { deadline } = nudge('a');
    given(received('a'), received('b', { deadline }), received('c', { deadline, to: 'official' }))
      .when(release())
      .thenEvents({ type: 'NudgeWithdrawn', data: { at, person, key: 'a' } }, sent('b', 'c'));
  });
  it('makes no digest of one', () => {
    const afterwards = '2026-11-24T12:00:00.000Z';
    given(received('a'), received('b'), received('c'), sent('a', 'b', 'c'), received('d'))
      .when(release(afterwards))
      .thenEvents({
        type: 'NudgesSent',
        data: { at: afterwards, person, day, cards: [{ key: 'd', slot: 'nudge-d' }] },
      });
  });
  it('goes by the hours as they are by now', () => {
    const later = '2026-11-24T09:00:00.000Z';
    given(received('a'), received('b'))
      .when(release(at, { a: later, b: at }))
      .thenEvents({ type: 'NudgesTimed', data: { at, person, times: { a: later } } }, sent('b'));
    given(received('a'))
      .when(release(at, { a: later }))
      .thenEvents({ type: 'NudgesTimed', data: { at, person, times: { a: later } } });
  });
});

describe('a nudge that is snoozed', () => {
  const until = '2026-11-25T07:30:00.000Z';
  const { deadline } = nudge('a');
  const snooze = { type: 'SnoozeDeadline', data: { at, person, deadline, until } } as const;
  const twice = [received('a'), received('b', { deadline }), sent('a', 'b')];
  const snoozed: InboxEvent = { type: 'DeadlineSnoozed', data: { at, person, deadline, until, keys: ['a', 'b'] } };
  it('comes back as one new message', () => {
    given(...twice)
      .when(snooze)
      .thenEvents(snoozed);
    deepEqual(statuses(...twice, snoozed), [
      ['a', 'gone'],
      ['b', 'waiting'],
    ]);
    given(...twice, snoozed)
      .when(release(until))
      .thenEvents({ type: 'NudgesSent', data: { at: until, person, day, cards: [{ key: 'b', slot: 'nudge-b+' }] } });
  });
  it('does not come back before, though its hour had come long ago', () =>
    given(...twice, snoozed)
      .when(release('2026-11-24T12:00:00.000Z'))
      .thenNothing());
  it('was there, and comes back in the future', () => {
    given().when(snooze).thenRefused('nothing-to-snooze');
    given(...twice)
      .when({ type: 'SnoozeDeadline', data: { at, person, deadline, until: at } })
      .thenRefused('snooze-in-the-past');
  });
  it('is not one that was escalated', () =>
    given(received('a', { to: 'official' }), sent('a'))
      .when(snooze)
      .thenRefused('nothing-to-snooze'));
});

describe('what an inbox holds of a deadline that changes', () => {
  const { deadline } = nudge('a');
  const refresh = { type: 'RefreshNudges', data: { at, person, deadline, keeps: true, due } } as const;
  const refreshed = (gone: readonly string[], slots: readonly string[]): InboxEvent => ({
    type: 'NudgesRefreshed',
    data: { at, person, deadline, gone, slots },
  });
  it('is withdrawn when it is done, waiting or shown, and shown anew', () => {
    const done = { ...refresh, data: { ...refresh.data, keeps: false } };
    given(received('a'), sent('a'), received('b', { deadline }))
      .when(done)
      .thenEvents(refreshed(['a', 'b'], ['nudge-a']));
  });
  it('is withdrawn when it has another date', () =>
    given(received('a', { due: '2026-12-01T16:00:00.000Z' }))
      .when(refresh)
      .thenEvents(refreshed(['a'], [])));
  it('is only shown anew when it still holds', () => {
    given(received('a'), sent('a'))
      .when(refresh)
      .thenEvents(refreshed([], ['nudge-a']));
    given(received('a')).when(refresh).thenNothing();
  });
  it('is shown anew in its digest', () =>
    given(received('a'), digest('digest-1', 'a'))
      .when(refresh)
      .thenEvents(refreshed([], ['digest-1'])));
});

describe('what somebody wants of their inbox', () => {
  const change = (changed: Partial<typeof defaultPreferences>) =>
    ({ type: 'ChangePreferences', data: { at, person, preferences: { ...defaultPreferences, ...changed } } }) as const;
  it('is kept', () =>
    given(received('a'))
      .when(change({ from: '10:00' }))
      .thenEvents(prefers({ from: '10:00' })));
  it('has some hours and days', () => {
    given()
      .when(change({ from: '18:00' }))
      .thenRefused('hours-backwards');
    given()
      .when(change({ weekdays: [] }))
      .thenRefused('no-weekday');
  });
  it('changes nothing when it is the same', () => given(received('a')).when(change({})).thenNothing());

  const absence = { from: '2026-12-21', until: '2026-12-31', deputy: marieke };
  const away = { type: 'SetAbsence', data: { at, person, absence } } as const;
  const set: InboxEvent = { type: 'AbsenceSet', data: { at, person, absence } };
  it('may be somebody in their place, and is over when they say so', () => {
    given().when(away).thenEvents(set);
    given(set)
      .when({ type: 'SetAbsence', data: { at, person, absence: undefined } })
      .thenEvents({ type: 'AbsenceSet', data: { at, person, absence: undefined } });
  });
  it('is somebody else, and has an end after its beginning', () => {
    given()
      .when({ type: 'SetAbsence', data: { at, person, absence: { ...absence, deputy: person } } })
      .thenRefused('own-deputy');
    given()
      .when({ type: 'SetAbsence', data: { at, person, absence: { ...absence, until: '2026-12-20' } } })
      .thenRefused('absence-backwards');
  });
  it('is not noted twice', () => given(set).when(away).thenNothing());
});
