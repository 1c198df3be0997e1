import { deepStrictEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import {
  type BoardCommand,
  boardDecider,
  type BoardEvent,
  type BoardFacts,
} from '../../../src/features/voting/board.ts';
import { outcomeOf } from '../../../src/features/voting/outcome.ts';
import { reactToBoard } from '../../../src/features/voting/reactions.ts';
import type { UrnEvent } from '../../../src/features/voting/urn.ts';
import { urnDecider } from '../../../src/features/voting/urn.ts';
import { voteDecider } from '../../../src/features/voting/vote.ts';
import type { VoteFile } from '../../../src/features/voting/vote-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { closesAt, extendedTo, jan, opensAt, toOpen, vote } from './samples.ts';

const given = specify(boardDecider);
const after = (ms: number): string => new Date(Date.parse(opensAt) + ms).toISOString();
const facts: BoardFacts = {
  ...{ vote, title: 'Extra begeleiding', number: 'LI-V-2026-003', body: 'Bestuurlijk overleg' },
  ...{ secrecy: 'hidden', closesAt, seats: 4, chair: jan, people: [] },
  channel: { teamId: 'team', channelId: 'channel' },
};
const opened: BoardEvent = { type: 'BoardOpened', data: { at: opensAt, board: facts } };
const note = (ms: number, voted: number, doneMs = ms): BoardCommand => ({
  type: 'NoteProgress',
  data: { at: after(ms), voted, recused: 0, now: after(doneMs) },
});
const noted = (ms: number, voted: number, showMs: number): BoardEvent => ({
  type: 'ProgressNoted',
  data: { at: after(ms), voted, recused: 0, showAt: after(showMs) },
});
const vote1 = fold(voteDecider, [{ type: 'VoteOpening', data: { at: opensAt, by: jan, vote: toOpen() } }]) as VoteFile;
const outcome = outcomeOf(vote1, [], closesAt);
const close: BoardCommand = { type: 'CloseBoard', data: { at: after(5_000), outcome } };
const closed: BoardEvent = { type: 'BoardClosed', data: { at: after(5_000), outcome, showAt: after(5_000) } };
const cancel: BoardCommand = { type: 'CancelBoard', data: { at: after(400), reason: 'Niet nodig.' } };
const cancelled: BoardEvent = {
  type: 'BoardCancelled',
  data: { at: after(400), reason: 'Niet nodig.', showAt: after(1_000) },
};

describe('the board of a vote', () => {
  it('opens once', () => {
    const open: BoardCommand = { type: 'OpenBoard', data: { at: opensAt, board: facts } };
    given().when(open).thenEvents(opened);
    given(opened).when(open).thenNothing();
  });

  it('is shown anew at most once a second', () => {
    given(opened)
      .when(note(10, 1))
      .thenEvents(noted(10, 1, 1_000));
    given(opened, noted(10, 1, 1_000))
      .when(note(500, 2))
      .thenEvents(noted(500, 2, 1_000));
    given(opened, noted(10, 1, 1_000))
      .when(note(1_001, 2))
      .thenEvents(noted(1_001, 2, 2_000));
    // What was to be shown at one second may have been, while this was counted.
    given(opened, noted(10, 1, 1_000))
      .when(note(990, 2, 1_005))
      .thenEvents(noted(990, 2, 2_000));
    given(opened, noted(10, 1, 1_000))
      .when(note(9_000, 2))
      .thenEvents(noted(9_000, 2, 9_000));
    const state = fold(boardDecider, [opened, noted(10, 1, 1_000)]);
    deepStrictEqual(
      reactToBoard(noted(10, 1, 1_000), state).map(({ key, due }) => [key, due]),
      [
        ['card-board', after(1_000)],
        ['card-manage', after(1_000)],
      ],
    );
  });

  it('notes nothing that it knows, or that is older than what it knows', () => {
    given(opened).when(note(10, 0)).thenNothing();
    given(opened, noted(500, 2, 1_000))
      .when(note(400, 1))
      .thenNothing();
    given(opened, closed).when(note(6_000, 4)).thenNothing();
    given().when(note(10, 1)).thenRefused('unknown-vote');
  });

  it('shows a later closing', () => {
    const data = { at: after(2_000), closesAt: extendedTo, reason: 'Vakantie.' };
    const extended: BoardEvent = { type: 'BoardExtended', data: { ...data, showAt: after(2_000) } };
    given(opened).when({ type: 'ExtendBoard', data }).thenEvents(extended);
    given(opened, extended).when({ type: 'ExtendBoard', data }).thenNothing();
    given(opened, closed).when({ type: 'ExtendBoard', data }).thenNothing();
    given().when({ type: 'ExtendBoard', data }).thenRefused('unknown-vote');
  });

  it('tells the chair the turnout, while it is of use', () => {
    const tell = { type: 'TellTurnout', data: { at: after(2_000), closesAt } } as const;
    const told: BoardEvent = { ...tell, type: 'TurnoutTold' };
    given(opened).when(tell).thenEvents(told);
    given(opened, closed).when(tell).thenNothing();
    given(opened)
      .when({ ...tell, data: { ...tell.data, closesAt: extendedTo } })
      .thenNothing();
    given().when(tell).thenRefused('unknown-vote');
    const state = fold(boardDecider, [opened, told]);
    deepStrictEqual(
      reactToBoard(told, state).map(({ key }) => key),
      ['card-turnout-1'],
    );
    deepStrictEqual(
      reactToBoard(noted(10, 1, 1_000), state).map(({ key }) => key),
      ['card-board', 'card-manage', 'card-turnout-1'],
    );
  });

  it('closes or is cancelled once', () => {
    given(opened).when(close).thenEvents(closed);
    given(opened, closed).when(close).thenNothing();
    given(opened, closed).when(cancel).thenNothing();
    given(opened).when(cancel).thenEvents(cancelled);
    given(opened, cancelled).when(close).thenNothing();
    given().when(close).thenRefused('unknown-vote');
    given().when(cancel).thenNothing();
  });
});

describe('the urn of a secret vote', () => {
  const counted = (choice: 'adopt' | 'reject', reason?: string): UrnEvent => ({
    type: 'BallotCounted',
    data: { choice, ...(reason === undefined ? {} : { reason }) },
  });

  it('takes envelopes in without a word about them', () =>
    specify(urnDecider)()
      .when({ type: 'ReceiveEnvelope', data: {} })
      .thenEvents({ type: 'EnvelopeReceived', data: {} }));

  it('counts, and keeps the reasons in the order of their text, whatever the order of arrival', () => {
    const events = [
      counted('reject', 'Te duur.'),
      counted('adopt'),
      counted('adopt', 'Goed.'),
      counted('reject', 'Goed.'),
    ];
    const urn = fold(urnDecider, events);
    deepStrictEqual(urn, {
      ...{ received: 0, ballots: 4, counts: { reject: 2, adopt: 2 } },
      reasons: [
        { choice: 'adopt', text: 'Goed.' },
        { choice: 'reject', text: 'Goed.' },
        { choice: 'reject', text: 'Te duur.' },
      ],
    });
    deepStrictEqual(fold(urnDecider, events.toReversed()).reasons, urn.reasons);
  });
});
