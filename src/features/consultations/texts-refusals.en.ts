const notFound =
  'I cannot find this, or you may not see or do it. Ask the process director of the case if you think that is wrong.';
const answered = 'You have answered already. The card shows how it stands.';

export const refusals = {
  'unknown-consultation': notFound,
  'not-asked': notFound,
  'not-invited': notFound,
  'already-asked': 'This consultation was asked for already. The card shows how it stands.',
  'question-missing': 'Write down what you want to know from an expert, in general words.',
  'by-past': 'The date is in the past. Choose one from today on.',
  'nothing-proposed': 'There is nobody to invite now. Choose somebody yourself, or wait for a new proposal.',
  'not-in-proposal': 'The proposal has changed meanwhile. See on the card how it is now and choose again.',
  'already-in-team': 'This expert is in the proposal already, or was asked. Choose somebody else.',
  'conflict-reason-missing':
    'This expert works for an organisation that is in the case. Write down why it can be done all the same, or choose somebody else.',
  'not-available': 'This expert has no hours left or is not available. Choose somebody else.',
  'already-answered': answered,
  'already-filled': 'Another expert has taken this up meanwhile. Thank you; there is nothing left for you to do.',
  'invitation-over': 'This invitation is over. There is nothing for you to do.',
  'secrecy-missing': 'Tick that you keep secret what you hear. Without that you cannot take part.',
  'not-accepted': 'Only who accepted the invitation gives advice. See on the card how it stands.',
  'advice-missing': 'Fill in all three: the advice, what it rests on, and what happens when it is not followed.',
  'no-advice': 'There is no advice from this expert yet. You get a card as soon as there is.',
  'already-judged': 'This advice was judged already. The card shows what was recorded.',
  'why-missing': 'Write down why the advice was not followed, or in part.',
  'not-advised': 'This consultation has no advice yet. The card shows the next step.',
  'effect-not-asked': 'This was not asked yet, or it was answered. You get a card by itself.',
  'already-ended': 'This consultation is over. Choose “Reopen” if something is needed after all.',
  'reason-missing': 'Write down why. Without a reason this cannot be recorded.',
  'not-ended': 'This consultation is still running. You can simply go on.',
  'no-room': 'Somebody else has just asked for the last hours of the proposed expert. I look for another at once.',
  'nobody-fits': 'There is nobody else to choose from. Widen the question, or turn to one of the partners on the card.',
  'identifying-words':
    'The question holds a name or place of the case. Experts read it before they are in the case. Use general words, such as “a girl of 15”.',
} as const;
