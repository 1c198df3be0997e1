import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import { locales } from '../../../src/core/locale.ts';
import { permissionCard } from '../../../src/features/operations/cards.ts';
import { englishWithout } from '../../../src/features/operations/index.ts';
import { watchPermissions } from '../../../src/features/operations/permission-desk.ts';
import { permissionDecider, type PermissionEvent } from '../../../src/features/operations/permission.ts';
import { reactToPermission } from '../../../src/features/operations/reactions.ts';
import { renderCard } from '../../../src/teams/render.ts';
import { checkCard } from '../../support/card-check.ts';
import { specify } from '../../support/decider-spec.ts';

const given = specify(permissionDecider);
const [at, later] = ['2026-11-23T09:00:00.000Z', '2026-11-23T10:00:00.000Z'];
const facts = { permission: 'Channel.Create.Group', team: 'Expertteam Noord', operators: [personId('nora')] } as const;
const note = (isGiven: boolean, when = at) =>
  ({ type: 'NotePermission', data: { ...facts, at: when, given: isGiven } }) as const;
const missed: PermissionEvent = { type: 'PermissionMissed', data: { ...facts, at } };
const back: PermissionEvent = { type: 'PermissionGiven', data: { at: later } };

describe('a permission of the bot', () => {
  it('is missed by the first look that misses it', () => {
    given().when(note(false)).thenEvents(missed);
  });

  it('is nothing to tell when it is there, or is missed as before', () => {
    given().when(note(true)).thenNothing();
    given(missed).when(note(false, later)).thenNothing();
    given(missed, back).when(note(true, later)).thenNothing();
  });

  it('is given when it was missed; missed anew it is another episode, with a card of its own', () => {
    given(missed).when(note(true, later)).thenEvents(back);
    const slots = [[missed], [missed, back], [missed, back, missed]].map((events) =>
      reactToPermission(events.at(-1)!, fold(permissionDecider, events)).map(({ key }) => key),
    );
    deepStrictEqual(slots, [['card-permission-1-nora'], ['card-permission-1-nora'], ['card-permission-2-nora']]);
  });

  it('shows what stops and how to mend it, and that it is solved', async () => {
    for (const locale of locales) {
      const reader = { locale, person: personId('nora'), now: new Date(later) };
      const both: readonly (readonly PermissionEvent[])[] = [[missed], [missed, back]];
      for (const events of both) {
        const { state } = permissionCard.show(fold(permissionDecider, events));
        const card = await renderCard(permissionCard.definition, { state, reader });
        ok(card);
        checkCard(card);
        const text = JSON.stringify(card);
        ok(text.includes('Channel.Create.Group') && text.includes('Expertteam Noord'));
        equal(text.includes(englishWithout['Channel.Create.Group']), locale === 'en' && events.length === 1);
      }
    }
  });

  it('is news once, and again when it changed', () => {
    const { used, granted, missing } = watchPermissions();
    const lock = { permission: 'ChannelSettings.ReadWrite.All' } as const;
    const news = [false, false, true, true].map((isGiven) => used({ ...lock, given: isGiven }));
    deepStrictEqual(news, [true, false, true, false]);
    granted(['TeamMember.ReadWriteNonOwnerRole.All', lock.permission]);
    deepStrictEqual(missing(), ['TeamsAppInstallation.ManageSelectedForTeam.All']);
  });

  it('stops without it what docs/permissions.md says', () => {
    const page = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([\w.]+)` \|[^|]+\| ([^|]+) \|$/gm)].map(([, name = '', without = '']) => [
      name,
      without,
    ]);
    deepStrictEqual(Object.fromEntries(rows), englishWithout);
  });
});
