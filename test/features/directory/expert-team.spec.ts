import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import { expertTeam, type ExpertTeamEvent } from '../../../src/features/directory/expert-team.ts';
import { type ExpertTeam, expertTeamId, regionCode } from '../../../src/features/directory/index.ts';
import { specify } from '../../support/decider-spec.ts';
import { someone, westTeam } from './samples.ts';

const given = specify(expertTeam);
const knownRegions = [regionCode('li-west'), regionCode('li-east')];
const registered: ExpertTeamEvent = { type: 'TeamRegistered', data: { team: westTeam } };
const register = (team: ExpertTeam) => ({ type: 'RegisterTeam', data: { team, knownRegions } }) as const;
const change = (team: ExpertTeam) => ({ type: 'ChangeTeam', data: { team, knownRegions } }) as const;

describe('directory: an expert team', () => {
  describe('is registered', () => {
    it('does, also for several regions', () => {
      const team = { ...westTeam, regions: knownRegions };
      given().when(register(team)).thenEvents({ type: 'TeamRegistered', data: { team } });
    });
    it('refuses twice', () => given(registered).when(register(westTeam)).thenRefused('already-registered'));
    it('refuses without a name', () =>
      given()
        .when(register({ ...westTeam, name: '' }))
        .thenRefused('no-name'));
    it('refuses without a region', () =>
      given()
        .when(register({ ...westTeam, regions: [] }))
        .thenRefused('no-regions'));
    it('refuses a region that is not there', () =>
      given()
        .when(register({ ...westTeam, regions: [...knownRegions, regionCode('atlantis')] }))
        .thenRefused('unknown-region'));
    it('refuses without a chair', () =>
      given()
        .when(register({ ...westTeam, chair: personId('') }))
        .thenRefused('no-chair'));
  });

  describe('changes', () => {
    const chaired = { ...westTeam, chair: someone(6) };
    it('does', () =>
      given(registered)
        .when(change(chaired))
        .thenEvents({ type: 'TeamChanged', data: { team: chaired } }));
    it('refuses for a team that is not there', () => given().when(change(chaired)).thenRefused('not-registered'));
    it('refuses to become another team', () =>
      given(registered)
        .when(change({ ...westTeam, id: expertTeamId('east') }))
        .thenRefused('another-team'));
    it('refuses to lose its regions', () =>
      given(registered)
        .when(change({ ...westTeam, regions: [] }))
        .thenRefused('no-regions'));
    it('does nothing when it is so already', () =>
      given(registered)
        .when(change({ ...westTeam }))
        .thenNothing());
    it('is what it was changed to', () =>
      deepEqual(fold(expertTeam, [registered, { type: 'TeamChanged', data: { team: chaired } }]), {
        status: 'registered',
        team: chaired,
      }));
  });
});
