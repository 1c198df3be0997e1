import { cards } from './texts-cards.en.ts';
import { forms } from './texts-forms.en.ts';
import { names } from './texts-names.en.ts';
import { refusals } from './texts-refusals.en.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

const say = {
  caseTitle: (number: string) => `Case ${number}`,
  searchedNone: 'I find no case that you are part of. Search for a whole number, a stage or a municipality.',
  draftOf: (day: string) => `Draft of ${day}`,
  team: 'Expert team',
  municipality: 'Responsible',
  municipalityOf: (name: string) => `municipality of ${name}`,
  municipalityFixed: (name: string) =>
    `The municipality of ${name} is responsible. That is fixed once a case was submitted.`,
  byDay: (day: string) => `by ${day}`,
  late: (day: string) => `${day} (late)`,
  stage: 'Stage',
  processDirector: 'Process director',
  experts: 'Consulting experts',
  next: 'Next step',
  by: 'No later than',
  keptUntil: 'Kept until the end of',
  lane: 'Lane',
  linked: 'Belongs with',
  participants: 'Taking part',
  peopleCount: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  decidedOn: (outcome: string, day: string) => `${outcome}, on ${day}.`,
  proposal: (outcome: string) => `Proposal: ${outcome}`,
  triageBy: (day: string) => `Decide no later than ${day}.`,
  triageLate: (day: string) => `This should have been decided by ${day}.`,
  progress: (next: number, all: number) => `Channel in the making: step ${next} of ${all}`,
  channelReady: 'The channel is ready.',
  channelArchived: 'The channel is locked.',
  doneSteps: (steps: string) => `Done: ${steps}.`,
  centreJoined: (label: string, day: string) => `${label} joined on ${day} and does not take over the case.`,
  gateAge: 'Age up to and including 21',
  gateBasis: 'Consent or another legal basis for help',
  gateLifeAreas: 'More than one life area',
  gateParties: 'More than one party needed',
  gateFamily: 'The whole family is affected',
  gateTried: 'Something was tried locally',
  gateComplete: 'Form complete',
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
  missing: (fields: string) => `Still open: ${fields}.`,
  years: (age: number) => `${age} years`,
  submitted: (number: string) => `Case ${number} was submitted.`,
  resubmitted: (number: string) => `Case ${number} is with the team again.`,
  submittedNext: (team: string, day: string) => `${team} decides no later than ${day}. You will hear in this chat.`,
  completeLater: 'Complete this as soon as you know: choose “Complete it” on the card of the case.',
  completed: (number: string) => `Saved. The team sees this at once with case ${number}.`,
  toComplete: (stage: string) => `${stage}, to be completed`,
  saved: 'The draft was kept.',
  savedNext: 'Send “help” when you want to go on; choose “Go on” there.',
  savedCaseNext:
    'The change was kept, but not sent yet. Open the card of the case and choose “Complete it” to send it.',
  crisis:
    'Is there direct danger now? Call 112. Call Veilig Thuis on 0800-2000, day and night, or the crisis service in your region. Do not wait for the expert team.',
  decided: (number: string, outcome: string) => `Recorded for case ${number}: ${outcome}.`,
  admittedNext: 'Doorbraak is now making the conference channel. The card shows how far it is.',
  decidedNext: 'The applicant will hear.',
  centreInvolved: 'The expertise centre is involved. Its people come into the channel.',
  directorReplaced: 'Recorded. The new process director gets a card and becomes owner of the channel.',
  closingStarted: 'The closing form is ready. The process director is asked to approve.',
  sentBack: 'The closing form was sent back. The conference goes on.',
  reopened: 'The case was reopened.',
  signedOff: 'Your approval was recorded. The case is closed.',
  recorded: (what: string) => `Recorded: ${what}. The card shows the next step.`,
  adviceClosed: 'The advice was closed, and with it the case.',
  guarded: (field: string, kind: string) =>
    `“${field}” seems to hold ${kind}. The field was emptied and nothing was kept. Write it again without such data, for instance with the made-up name or “the school”.`,
  covered: (field: string, what: string, instead: string) =>
    `Covered in “${field}”: ${what}. ${instead} Nothing is kept yet: check it and send it again.`,
  named: (fields: string) =>
    `In ${fields} there seems to be the name of a youth, a parent or somebody else. Nothing is kept yet. Choose what it is and send it again.`,
  coveredChat: (what: string, instead: string) =>
    `I covered and did not keep: ${what}. ${instead} Do you want it out of this conversation too? Then delete your message.`,
  instead: {
    phone: 'Contact goes through the chair or a colleague in Teams.',
    email: 'Contact goes through the chair or a colleague in Teams.',
    address: 'Name the municipality; when a case is submitted there is a field for it.',
    'birth-date': 'Say the age; when a case is submitted there is a field for it.',
    name: 'Use the made-up name, or say who it is: the mother, the guardian.',
  },
  guardedChat: (kind: string) =>
    `Your message seems to hold ${kind}. Delete the message: choose the three dots (on a phone: press and hold the message) and then Delete. I kept nothing of it. Use only a made-up name in Doorbraak.`,
  notWhole: (field: string) => `${field}: fill in a whole number.`,
  outOfRange: (field: string, min: number, max: number) => `${field}: fill in a number from ${min} to ${max}.`,
  notADate: (field: string) => `${field}: choose a date that exists.`,
  tooLong: (field: string) => `${field}: this is too long and was not kept. Write it shorter.`,
  notAChoice: (field: string) => `${field}: choose from the list.`,
  pseudonymShape: (field: string) => `${field}: use one or two words of letters only.`,
  ownName: (field: string) => `${field}: this is your own name. Make up another one.`,
  unknownMunicipality: (field: string, suggestions: string) =>
    suggestions === ''
      ? `${field}: I do not know this municipality. Choose one from the list.`
      : `${field}: I do not know this municipality. Do you mean ${suggestions}?`,
  unknownSibling: (field: string) => `${field}: I do not know this number. Check it or leave it empty.`,
  purgedOn: (day: string) =>
    `This case was deleted on ${day}. Do you need to know where the export is? Ask the privacy officer.`,
  onlyInChat: 'I show this only in our own chat. Open the chat with Doorbraak and send it there again.',
  or: ' or ',
  dialogIntake: 'Submit a case',
  dialogDetails: (number: string) => `Submission ${number}`,
  dialogTriage: (number: string) => `Decide on case ${number}`,
  dialogPeople: (number: string) => `People of case ${number}`,
  dialogDirector: (number: string) => `Another process director for case ${number}`,
  dialogInvolve: (number: string) => `Involve the centre in case ${number}`,
  dialogClosing: (number: string) => `Close case ${number}`,
  dialogReason: (number: string) => `Case ${number}`,
  dialogDone: 'Done',
  dialogRefused: 'That is not possible now',
  decision: 'Decision',
  reason: 'Why',
  alternative: 'Instead',
  owner: 'Who takes it up',
  ownerBy: 'No later than',
  tried: 'Tried already',
} as const satisfies TextsLike<(typeof dutch)['say']>;

export const english = { names, refusals, cards, forms, say } as const satisfies TextsLike<typeof dutch>;
