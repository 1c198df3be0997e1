import type { TextsLike } from '../../core/texts-shape.ts';
import type { names as dutch } from './texts-names.nl.ts';

export const names: TextsLike<typeof dutch> = {
  choice: {
    agree: 'Agree',
    'agree-with-remark': 'Agree, with a remark',
    disagree: 'Disagree',
    adopt: 'Adopt',
    'adopt-amended': 'Adopt with a change',
    reject: 'Reject',
    postpone: 'Postpone',
    abstain: 'Abstain',
  },
  result: {
    positive: 'Positive advice',
    'positive-with-remarks': 'Positive advice, with remarks',
    negative: 'Negative advice',
    divided: 'Divided advice',
    adopt: 'Adopted',
    'adopt-amended': 'Adopted with a change',
    reject: 'Rejected',
    postpone: 'Postponed',
    'no-majority': 'No majority',
    'no-quorum': 'Too few votes for a valid outcome',
  },
  secrecy: {
    open: 'Open',
    hidden: 'Hidden until it closes',
    secret: 'Secret',
  },
  majority: {
    half: 'more than half decides',
    'two-thirds': 'at least two thirds decides',
    'three-quarters': 'at least three quarters decides',
  },
};
