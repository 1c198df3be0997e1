import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Stands in for the Azure CLI: knows roles by name, and keeps in a file what was given. */
const az = `#!/usr/bin/env bash
case "$*" in
  *"Unknown.All"*) ;;
  "ad sp show --id 00000003-"*appRoles*) sed -E "s/.*value=='([^']+)'.*/role-of-\\1/" <<<"$*" ;;
  "ad sp show --id 00000003-"*) echo graph ;;
  "ad sp show"*) echo bot ;;
  "rest --method get"*) cat "$GIVEN" ;;
  "rest --method post"*) sed -E 's/.*"principalId": "bot", "resourceId": "graph", "appRoleId": "([^"]+)".*/\\1/' <<<"$*" >>"$GIVEN" ;;
  *) echo "az $*?" >&2; exit 1 ;;
esac
`;

describe('grant-permissions.sh', function () {
  this.timeout(30_000);
  let folder: string;
  let given: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-az-'));
    given = path.join(folder, 'given');
    writeFileSync(given, '');
    writeFileSync(path.join(folder, 'az'), az, { mode: 0o755 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const script = path.join(import.meta.dirname, '../../infra/grant-permissions.sh');
  const run = (...args: readonly string[]) =>
    spawnSync('bash', [script, ...args], {
      encoding: 'utf8',
      env: { ...process.env, GIVEN: given, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
    });
  const held = (): readonly string[] => readFileSync(given, 'utf8').split('\n').filter(Boolean);
  const all = [
    'role-of-TeamsAppInstallation.ManageSelectedForTeam.All',
    'role-of-TeamMember.ReadWriteNonOwnerRole.All',
    'role-of-ChannelSettings.ReadWrite.All',
  ];

  it('gives the bot what the page says, and nothing twice', () => {
    const first = run('bot-id');
    equal(first.status, 0, first.stderr);
    deepEqual(held(), all);
    const again = run('bot-id');
    equal(again.status, 0, again.stderr);
    deepEqual(held(), all);
    equal(again.stdout.match(/was given already/g)?.length, 3);
  });

  it('gives only what is named, when something is named', () => {
    equal(run('bot-id', 'ChannelSettings.ReadWrite.All').status, 0);
    deepEqual(held(), all.slice(2));
  });

  it('stops at a permission that Graph does not know, and without a bot', () => {
    const unknown = run('bot-id', 'Unknown.All');
    equal(unknown.status, 1);
    match(unknown.stderr, /Unknown\.All: Microsoft Graph does not know it/);
    match(run().stderr, /which bot\?/);
    deepEqual(held(), []);
  });
});
