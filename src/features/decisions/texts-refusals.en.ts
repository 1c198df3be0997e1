import type { TextsLike } from '../../core/texts-shape.ts';
import type { refusals as dutch } from './texts-refusals.nl.ts';

const notFound =
  'I cannot find this, or you may not see or do it. Ask the project leader of the centre when you think that is wrong.';
const isOver =
  'This proposal is over and does not change any more. Write a new proposal when something is needed after all.';

export const refusals: TextsLike<typeof dutch> = {
  'unknown-proposal': notFound,
  'not-written': notFound,
  'not-author': notFound,
  'not-decider': 'This decision is not yours (any more). Send “proposals” to see what waits for you.',
  'not-allowed':
    'This is for who works for an expertise centre or governs it. Ask the project leader of the centre when you belong there.',
  'already-written': 'This proposal is saved already. Look at the card in our chat to see how it stands.',
  'title-missing': 'Give the proposal a title, in general words.',
  'text-missing': 'Write down what you propose, in general words.',
  'is-over': isOver,
  'vote-to-record':
    'There has been a vote on this proposal. The chair is to record what was decided; you will be told.',
  'already-put-forward': 'This proposal was put forward already. The card shows where it is now.',
  'not-put-forward': 'This proposal is still a draft. Press “Put forward” first.',
  'nothing-changed': 'Nothing has changed. Change the text, or close this window.',
  'advice-on-single-case':
    'A sounding board never advises on one case: a young person could be recognised. Take away the tick at advice, or write a general proposal without a case.',
  'no-sounding-board':
    'This centre has no sounding board now. Take away the tick at advice and put the proposal forward.',
  'nobody-may-decide':
    'Nobody may decide on this now: there is no mandate and no administrative board. Ask the administrator to register the mandate or the board, and put it forward then.',
  'advice-not-closed': 'The advice is still running. You will hear when it is there, or when its term is over.',
  'already-decided':
    'This is decided already. A decision does not change; write a new proposal when it must be different.',
  'changed-meanwhile':
    'The proposal was amended after you opened this window. Read on the card what it says now, and decide then.',
  'not-deciding': 'This cannot be decided on now. The card shows where the proposal is.',
  'vote-has-result': 'This vote has a result. Record the decision; voting again is not possible.',
  'mandate-over':
    'Your mandate is over or too small for this proposal. It now lies with who may decide on it; there is nothing you need to do.',
  'secret-weights':
    'A secret vote is not possible here: votes do not weigh the same, so it would show who chose what. The author presses “Amend” and chooses “Hidden until it closes”.',
  'motivation-missing': 'Write down why this is decided. Without reasons there is no decision.',
  'not-the-result': 'The decision must be the result of the vote. Choose what the body decided.',
  'advice-answer-missing': 'There is advice. Say whether you follow it.',
  'why-not-missing': 'The advice is not followed. Write down why not.',
  'amendment-missing': 'Write down what was changed, or fill in a lower amount.',
  'amount-too-high': 'The amount is higher than was asked. Fill in no more than what was asked.',
  'alternative-missing': 'This is about a young person: a bare “no” is not possible. Write down what is possible.',
  'contact-missing': 'Choose with whom the applicant can talk on.',
  'owner-missing': 'Choose who carries this decision out.',
  'review-past': 'Choose a day after today on which we ask what the decision brought.',
  'until-missing': 'Choose until which day you postpone it.',
  'until-past': 'Choose a day after today.',
  'summary-missing': 'Write a short summary for the public decision list, without names of persons.',
  'review-not-asked': 'This question was not asked yet, or is answered already. A card comes by itself.',
  'answer-missing': 'Write down what the decision brought.',
  'reason-missing': 'Write down why. Without a reason this cannot be recorded.',
  'unknown-case': 'I cannot find this case, or you may not see it. Check the number, or leave the field empty.',
  'case-of-another-centre': 'This case belongs to another centre. Choose that centre, or leave the case number out.',
  'identifying-words':
    'The text has a name or place from the case. Write it in general words, for instance “a young person of 15”.',
  'personal-data': 'The text has personal data. Take it out and write in general words.',
};
