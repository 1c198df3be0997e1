import type { TextsLike } from '../../core/texts-shape.ts';
import type { refusals as dutch } from './texts-refusals.nl.ts';

const notOnList = 'You are not on the list of this vote. Do you think that is wrong? Ask the chair of the meeting.';
const over = 'The vote is closed. The card shows how things stand.';

export const refusals: TextsLike<typeof dutch> = {
  'unknown-vote': notOnList,
  'unknown-seat': notOnList,
  'not-on-list': notOnList,
  'not-chair': 'Only the chair of this vote can do this. Ask the chair.',
  'no-seats': 'There is nobody to vote. Put members in the body first, then open the vote again.',
  'bad-weight': 'A vote counts for a whole number from 1. Change the weights of the members and try again.',
  'secret-weights':
    'In a secret vote every vote must count the same, or one can tell whose it is. Choose another kind of vote or equal weights.',
  'closes-in-past': 'The closing time has passed. Choose a later moment.',
  'vote-over': over,
  'vote-closed': over,
  'already-extended':
    'The vote was extended once already. It cannot be done again; after closing you can open a new vote.',
  'not-later': 'The new date is not later than the present closing. Choose a later day.',
  'reason-missing': 'Write down why, in a few words.',
  'ballot-reason-missing': 'This choice needs an explanation. Write down why, then press “Vote”.',
  'choice-missing': 'Choose an answer first, then press “Vote”.',
  recused: 'You said that you do not take part in this subject. Is that wrong? Ask the chair.',
  'deputy-not-now': 'You are not a deputy today. Ask the person you stand in for to vote.',
  'holder-has-voted': 'The person you stand in for has voted. You need do nothing.',
  'only-holder-recuses': 'Only the person whose vote it is can step back. You need not vote either.',
  'nothing-owed': 'No vote waits for you.',
};
