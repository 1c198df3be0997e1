import { deepEqual, equal, rejects } from 'node:assert/strict';
import { commandId, streamId } from '../../src/core/ids.ts';
import { settingsOf } from '../../src/features/deadlines/index.ts';
import { sendInbox } from '../../src/features/deadlines/deadlines-desk.ts';
import { inboxStream } from '../../src/features/deadlines/inbox.ts';
import { defaultPreferences } from '../../src/features/deadlines/office-hours.ts';
import { createExpertRegister, expertAggregate, expertStream } from '../../src/features/experts/index.ts';
import type { ExpertCommand } from '../../src/features/experts/index.ts';
import { forget } from '../../src/own-data/forget.ts';
import type { OwnDataDeps } from '../../src/own-data/known.ts';
import { handle } from '../../src/store/handle.ts';
import { contacts } from '../../src/teams/contacts.ts';
import type { Inbound } from '../../src/teams/routes.ts';
import { demoPerson, openSources } from '../support/feature-bench.ts';

const [femke, erik] = [demoPerson('16'), demoPerson('13')];

describe('forgetting somebody', () => {
  let deps: OwnDataDeps;
  beforeEach(async () => {
    const { deps: shared } = await openSources();
    const experts = createExpertRegister(shared);
    deps = { ...shared, experts, contacts: contacts(shared.store, shared.clock), retention: { accessMonths: 60 } };
    await deps.contacts.see(femke, { conversationId: 'a:1', locale: 'nl-NL' }, 'a1');
    const preferences = { ...defaultPreferences, from: '10:00' };
    const data = { at: '2026-11-23T08:00:00.000Z', person: femke, preferences };
    const order = { at: new Date(data.at), by: femke, commandId: commandId('set') };
    await sendInbox(deps, order, { type: 'ChangePreferences', data });
  });
  afterEach(() => deps.store.close());

  const pressed = (id: string, actor = femke): Inbound => ({
    ...{ at: new Date('2026-11-23T09:00:00.000Z'), commandId: commandId(id), data: {} },
    actor: { id: actor, tenantId: 'tenant', locale: 'nl' },
    conversation: { id: 'conversation', kind: 'personal' },
  });
  const onExpert = (command: ExpertCommand) =>
    handle(deps.store, expertAggregate, {
      ...{ stream: expertStream(femke), command, by: 'system', at: new Date('2026-11-23T08:00:00.000Z') },
      commandId: commandId(command.type),
    });
  const statusOf = async () => (await deps.experts.load(femke)).status;
  const lengthOf = async (stream: Parameters<OwnDataDeps['store']['history']>[0]) =>
    (await deps.store.history(stream)).length;

  it('leaves nothing of where they were reached, also not in its history', async () => {
    deepEqual(await forget(deps, pressed('one')), { expert: 'left' });
    deepEqual(await deps.contacts.of(femke), {});
    equal(await lengthOf(streamId('contact', femke)), 0);
    deepEqual(await settingsOf(deps, femke), { preferences: defaultPreferences });
    equal(await statusOf(), 'left');
  });

  it('is finished by the same click, and by another, when it broke off', async () => {
    const broken = { ...deps, contacts: { ...deps.contacts, forget: () => Promise.reject(new Error('away')) } };
    await rejects(forget(broken, pressed('one')), /away/);
    equal((await deps.contacts.of(femke)).conversationId, 'a:1');
    await forget(deps, pressed('one'));
    deepEqual(await deps.contacts.of(femke), {});
    const before = [await lengthOf(inboxStream(femke)), await lengthOf(expertStream(femke))];
    await forget(deps, pressed('another'));
    deepEqual([await lengthOf(inboxStream(femke)), await lengthOf(expertStream(femke))], before);
  });

  it('only pauses who still advises', async () => {
    const at = '2026-11-23T08:00:00.000Z';
    const consultation = 'consultation-1';
    await onExpert({ type: 'ReserveHours', data: { at, consultation, hours: 1, today: '2026-11-23' } });
    await onExpert({ type: 'AcceptEngagement', data: { at, consultation } });
    deepEqual(await forget(deps, pressed('one')), { expert: 'paused' });
    equal(await statusOf(), 'paused');
  });

  it('writes nothing for who is no expert and was never told anything', async () => {
    deepEqual(await forget(deps, pressed('one', erik)), { expert: 'none' });
    deepEqual([await lengthOf(inboxStream(erik)), await lengthOf(expertStream(erik))], [0, 0]);
  });
});
