import type { names as dutch } from './texts-names.nl.ts';
import type { TextsLike } from '../../core/texts-shape.ts';

export const names: TextsLike<typeof dutch> = {
  line: {
    consult: 'consultation',
    'fly-in': 'temporary fly-in',
    availability: 'availability of places',
    guarantee: 'guarantee budget',
    'add-on': 'additional ambulatory help',
    'start-up': 'start-up costs',
    subsidy: 'subsidy',
    learning: 'learning and development',
  },
  stage: {
    asked: 'asked, not decided yet',
    adopted: 'granted',
    ending: 'past its end date',
    ended: 'completed',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    expired: 'expired without a decision',
  },
  outcome: {
    adopted: 'Granted',
    'adopted-amended': 'Granted with a change',
    rejected: 'Rejected',
    postponed: 'Postponed',
    withdrawn: 'Withdrawn',
    expired: 'Expired without a decision',
  },
  score: { met: 'yes', partly: 'partly', not: 'no' },
  yield: { fitting: 'a fitting solution', partly: 'a solution in part', not: 'no solution' },
  trouble: {
    'not-enough': 'Too little is free on this line. Shift money, or allow the line to go below zero, with a reason.',
    'year-closed': 'The budget of this year is closed. First allocate the budget of the next year.',
    'no-budget': 'No budget was allocated for this year yet. First do so with “Allocate”.',
  },
  criterion: {
    'target-group': 'It is about complex problems without a fitting offer',
    'team-involved': 'The expert team is involved or was consulted',
    'not-regular': 'Regular care and money of the municipality do not solve this',
    temporary: 'It is temporary and has an end date',
    'not-care-costs': 'These are no regular care costs of a youth who is in care',
    'care-comes': 'The care comes to the youth; the youth does not have to move',
    embedded: 'It fits the region and makes the region stronger',
    'crosses-domains': 'It crosses the borders of domains',
    learning: 'It is agreed what we learn and what it has to bring',
    'follow-on': 'The responsible municipality pays for what comes after',
    voice: 'The youth and parents had a say',
  },
  blocked: {
    'target-group': {
      rule: 'The centre is for youths with complex problems without a fitting offer (Letter to Parliament 2020).',
      instead: 'Ask the expert team to think along about help in the region.',
    },
    'not-regular': {
      rule: 'Money of the centre is extra: only for what regular care cannot do (plan of the Limburg centre 2021).',
      instead: 'See with the municipality what regular care can do, also in a neighbouring region.',
    },
    temporary: {
      rule: 'Support by the centre is always temporary (Letter to Parliament 2020; plan of the Limburg centre 2021).',
      instead: 'Agree on an end date, and on who takes over after it.',
    },
    'not-care-costs': {
      rule: 'Once a youth is in care, the municipality pays for that care. The centre only pays to keep a place available or to create one (Letter to Parliament 2020).',
      instead: 'Take the care costs out of the amount and put them under “Costs that the municipality pays”.',
    },
    'follow-on': {
      rule: 'The responsible municipality goes on paying for what is needed after the support (Letters to Parliament 2020 and 2021).',
      instead: 'First agree with the municipality on what comes after.',
    },
  },
};
