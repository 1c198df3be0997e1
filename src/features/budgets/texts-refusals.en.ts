import type { refusals as dutch } from './texts-refusals.nl.ts';
import type { TextsLike } from '../../core/texts-shape.ts';

const notFound =
  'I cannot find this, or you may not see or do it. Ask the project leader of your centre if you think this is wrong.';

export const refusals: TextsLike<typeof dutch> = {
  'not-allowed': notFound,
  'unknown-request': notFound,
  'not-requested': notFound,
  'no-budget': 'The centre has not allocated a budget for this year yet. Ask the project leader to do so.',
  'year-closed': 'This budget year is closed. Choose a start date in a year that is open.',
  'amount-wrong': 'Fill in an amount above zero, such as 1,250 or 1250.50.',
  'same-line': 'Choose two different lines.',
  'reason-missing': 'Write down why. Without a reason this cannot be recorded.',
  'not-enough': 'Too little is free on this line. Choose a lower amount, or have the project leader shift money.',
  'not-reserved': 'No money is reserved for this request. See on the card how it stands.',
  'more-than-reserved': 'More was decided than was reserved. See on the card what you can do.',
  'not-committed': 'No money is committed for this request now. See on the card how it stands.',
  'more-than-committed': 'This is more than there still is for this request. Choose a lower amount, or ask for more.',
  'more-than-spent': 'No more can come back than was advanced. Check the amount.',
  'no-guarantee': 'Only a guarantee budget is settled. Choose the request of a guarantee budget.',
  'already-requested': 'This request was made already. The card shows how it stands.',
  'amount-missing': 'Fill in how much money is needed, such as 24,000 or 24000.50.',
  'purpose-missing': 'Write down what the money is for, in general words.',
  'end-missing':
    'Choose a start date and an end date. Support by the centre is always temporary (Letter to Parliament 2020).',
  'end-before-start': 'The end date is before the start date. Choose a later end date.',
  'end-past': 'The end date is in the past. Choose a date from today on.',
  'care-costs':
    'Regular care costs of a youth who is in care are paid by the municipality (Letter to Parliament 2020). Take them out of the amount and put them under “Costs that the municipality pays”.',
  'guarantee-missing': 'For a guarantee budget fill in who is the guarantor, until when, and how it is settled.',
  'guarantee-late': 'The guarantee ends before it begins. Choose a later date.',
  'criteria-missing': 'Choose an answer for every criterion and give a reason.',
  'must-criterion': 'A criterion that has to be met is not met. Change the request.',
  'not-general':
    'Without a case you can only ask for start-up costs, subsidy or learning. Otherwise open the card of the case.',
  'reason-required': 'Write down why you withdraw the request.',
  'already-decided': 'This request was decided already. The card shows what was decided.',
  'not-granted': 'This request was not granted. There is nothing to complete.',
  'already-ended': 'This request is completed already. You do not have to do anything.',
  'remains-missing': 'Write down what remained after the money stopped.',
  'no-leader': 'This centre has no project leader in Doorbraak yet. Ask the administrator to add one.',
  'identifying-words':
    'The text holds a name or a place of the case. Whoever decides may not see it. Write it in general words, such as “the responsible municipality”.',
};
