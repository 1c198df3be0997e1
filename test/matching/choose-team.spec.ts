import { deepEqual, equal, throws } from 'node:assert/strict';
import {
  type Candidate,
  chooseTeam,
  conceptId,
  mostNeeds,
  type Obstacle,
  obstacles,
  type TeamChoice,
  type TeamWish,
} from '../../src/matching/index.ts';
import { addiction, autism, candidate, plain, school, wish } from './support/team-samples.ts';

/** The teams by the ids of their members, the cheapest first. */
function teamsFor(candidates: readonly Candidate[], given: Partial<TeamWish> = {}): readonly string[] {
  const choice = chooseTeam(candidates, wish(given), plain);
  return choice.outcome === 'found' ? choice.teams.map(({ members }) => members.map(({ id }) => id).join(' ')) : [];
}

function relaxationsFor(candidates: readonly Candidate[], given: Partial<TeamWish> = {}): readonly string[] {
  const choice = chooseTeam(candidates, wish(given), plain);
  if (choice.outcome === 'found') return [];
  return choice.without.map(({ rule, team }) => `${rule}: ${team.members.map(({ id }) => id).join(' ')}`);
}

const impossible: TeamChoice = { outcome: 'impossible', without: [], uncovered: [] };
const both = { needs: [autism, addiction] };

describe('choosing a team', () => {
  describe('cost', () => {
    it('says who covers what, and what the team costs', () => {
      const people = [candidate('anna', { load: 0.5 }), candidate('bram', { covers: [school, addiction] })];
      deepEqual(chooseTeam(people, wish(both), plain), {
        outcome: 'found',
        teams: [
          {
            members: [
              { id: 'anna', covers: [autism] },
              { id: 'bram', covers: [addiction] },
            ],
            cost: 45,
          },
        ],
      });
    });

    it('prefers one person who covers all to two who are as free', () => {
      const one = candidate('anna', { covers: [autism, addiction] });
      deepEqual(teamsFor([one, candidate('bram'), candidate('chris', { covers: [addiction] })], both), [
        'anna',
        'bram chris',
      ]);
    });

    it('prefers two people to one who has no time', () => {
      const one = candidate('anna', { covers: [autism, addiction], load: 0.9 });
      deepEqual(teamsFor([one, candidate('bram'), candidate('chris', { covers: [addiction] })], both), [
        'bram chris',
        'anna',
      ]);
    });

    it('comes before the number of people and their ids, however long the list', () => {
      const needs = [autism, addiction, school];
      const three = needs.map((need, index) => candidate(`b${index}`, { covers: [need] }));
      deepEqual(teamsFor([candidate('a', { covers: needs, load: 0.46 }), ...three], { needs }), ['b0 b1 b2', 'a']);
      const many = Array.from({ length: 60 }, (_, index) => candidate(`a${index}`, { load: 0.1 }));
      equal(teamsFor([...many, candidate('z')])[0], 'z');
    });

    it('takes the fewer people, then the lower ids, of teams that cost the same', () => {
      const people = ['bram', 'anna', 'chris', 'daan'].map((id) => candidate(id));
      deepEqual(teamsFor(people), ['anna', 'bram', 'chris']);
      const free = { load: 0, distance: 0, fit: 0, recent: 0, person: 0 };
      const all = [candidate('a'), candidate('b', { covers: [addiction] }), candidate('z', { covers: both.needs })];
      const choice = chooseTeam(all, wish(both), free);
      deepEqual(choice.outcome === 'found' && choice.teams[0]?.members.map(({ id }) => id), ['z']);
    });
  });

  describe('alternatives', () => {
    it('are two at most', () => {
      equal(teamsFor(['a', 'b', 'c', 'd', 'e'].map((id) => candidate(id))).length, 3);
    });

    it('are none when there is one way only', () => {
      deepEqual(teamsFor([candidate('anna'), candidate('bram', { covers: [school] })]), ['anna']);
    });

    it('never add somebody who can be left out', () => {
      const extra = candidate('bram', { covers: [addiction] });
      deepEqual(teamsFor([candidate('anna', { covers: [autism, addiction] }), extra], both), ['anna']);
    });
  });

  describe('a need', () => {
    it('is covered by somebody', () => {
      deepEqual(teamsFor([candidate('anna', { covers: [school] }), candidate('bram')]), ['bram']);
    });

    it('that nobody covers makes a team impossible, whatever rule is let go', () => {
      const people = [candidate('anna', { obstacles: ['area'] })];
      deepEqual(chooseTeam(people, wish({ needs: [school, autism, addiction] }), plain), {
        ...impossible,
        uncovered: [school, addiction],
      });
    });

    it('that only somebody who cannot be asked covers is not called uncovered', () => {
      const choice = chooseTeam([candidate('anna', { obstacles: ['area', 'capacity'] })], wish(), plain);
      deepEqual(choice, impossible);
    });

    it('may be named twice, and may be absent: then one person is looked for', () => {
      deepEqual(teamsFor([candidate('anna')], { needs: [autism, autism] }), ['anna']);
      deepEqual(teamsFor([candidate('bram', { load: 0.4 }), candidate('anna', { load: 0.5 })], { needs: [] }), [
        'bram',
        'anna',
      ]);
      deepEqual(chooseTeam([], wish({ needs: [] }), plain), impossible);
    });

    it('is refused when there are too many', () => {
      const needs = Array.from({ length: mostNeeds + 1 }, (_, index) => conceptId(`need ${index}`));
      throws(() => chooseTeam([], wish({ needs }), plain), RangeError);
    });
  });

  for (const obstacle of obstacles) {
    describe(`the obstacle ${obstacle}`, () => {
      const hindered = (...all: readonly Obstacle[]) => candidate('anna', { obstacles: all });

      it('keeps somebody out', () => {
        deepEqual(teamsFor([hindered(obstacle), candidate('bram', { load: 1 })]), ['bram']);
      });

      it('is named when without it there is a team', () => {
        deepEqual(relaxationsFor([hindered(obstacle)]), [`${obstacle}: anna`]);
      });

      it('is not named when something else is in the way as well', () => {
        const other: Obstacle = obstacle === 'area' ? 'mandate' : 'area';
        deepEqual(relaxationsFor([hindered(obstacle, other)]), []);
      });
    });
  }

  describe('one expert of an organisation', () => {
    const organisation = 'De Linde';
    const [anna, bram] = [
      candidate('anna', { organisation }),
      candidate('bram', { organisation, covers: [addiction] }),
    ];

    it('sends the team to another organisation for the rest', () => {
      deepEqual(teamsFor([anna, bram, candidate('chris', { covers: [addiction], load: 1 })], both), ['anna chris']);
    });

    it('is named when only it is in the way', () => {
      deepEqual(relaxationsFor([anna, bram], both), ['one-per-organisation: anna bram']);
    });

    it('does not know organisations by anything but their letters', () => {
      deepEqual(teamsFor([anna, { ...bram, organisation: 'de linde' }], both), ['anna bram']);
    });
  });

  describe('the number of people', () => {
    const [anna, bram] = [candidate('anna'), candidate('bram', { covers: [addiction] })];

    it('takes a dearer, smaller team', () => {
      const one = candidate('chris', { covers: [autism, addiction], load: 1 });
      deepEqual(teamsFor([anna, bram, one], { ...both, atMost: 1 }), ['chris']);
    });

    it('is named when only it is in the way', () => {
      deepEqual(relaxationsFor([anna, bram], { ...both, atMost: 1 }), ['at-most: anna bram']);
      deepEqual(relaxationsFor([anna], { atMost: 0 }), ['at-most: anna']);
    });
  });

  describe('lived experience', () => {
    const lived = candidate('bram', { covers: [], livedExperience: true });

    it('brings somebody in who covers nothing else', () => {
      deepEqual(teamsFor([candidate('anna'), lived], { livedExperience: true }), ['anna bram']);
    });

    it('is enough by itself when nothing else is asked', () => {
      deepEqual(teamsFor([candidate('anna'), lived], { needs: [], livedExperience: true }), ['bram']);
    });

    it('is named when only it is in the way', () => {
      deepEqual(relaxationsFor([candidate('anna')], { livedExperience: true }), ['lived-experience: anna']);
    });

    it('does nothing when it is not asked', () => {
      deepEqual(teamsFor([candidate('anna'), lived]), ['anna']);
    });
  });

  it('names the cheapest rule first', () => {
    const people = [
      candidate('anna', { obstacles: ['capacity'], load: 1.1 }),
      candidate('bram', { obstacles: ['area'], load: 0.2 }),
    ];
    deepEqual(relaxationsFor(people), ['area: bram', 'capacity: anna']);
  });
});
