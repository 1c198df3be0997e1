import type { DeskRefusal } from './case-desk.ts';

const notFound =
  'I cannot find this, or you may not see or do it. Check the number, or ask the chair of the expert team to add you to the case.';

export const refusals = {
  'not-allowed': notFound,
  'unknown-person':
    'This person is not in the list. Choose somebody from the list, or ask the administrator to add them.',
  'unknown-case': notFound,
  'unknown-municipality': 'I do not know this municipality. Go back to step 1 and choose one from the list.',
  'unknown-sibling': 'I do not know the case number of the brother or sister. Check it or leave it empty.',
  'no-team':
    'No expert team works in this region. Your draft is kept. Contact the expertise centre; send “where do I land” with the name of the municipality for its details.',
  'already-started': 'This submission was started before. Send “help” and choose “Go on”.',
  'not-started': 'This submission does not exist yet. Send “submit a case” to begin.',
  'already-submitted': 'This case was submitted already. Send “my cases” to see how it stands.',
  'not-editable':
    'The submission is with the team and cannot be changed now. Ask the chair to send it back to be completed.',
  'municipality-fixed':
    'The responsible municipality is fixed once a case was submitted. Is it wrong? Ask the chair to give the case back, and then submit it anew.',
  'nothing-to-resubmit': 'Nobody waits for more. Send “my cases” to see how it stands.',
  'nothing-filled-in':
    'Go back to step 1 and fill in the made-up name, the age and the municipality. Then you can submit.',
  'not-in-triage': 'This case was decided on already. The card shows the decision.',
  'reason-missing': 'Write down why. Without a reason it cannot be recorded.',
  'too-old': 'The young person is over 21, so admission is not possible. Choose “Back to the local team, with advice”.',
  'basis-incomplete': 'There is no consent or other legal basis for help yet. Choose “Ask for more” or “Advice only”.',
  'exception-incomplete':
    'Admission without the consent of a parent needs a reason and a second person who weighed it too. Fill in the reason and choose somebody other than yourself.',
  'intake-incomplete': 'The age is missing. Choose “Ask for more”.',
  'alternative-missing': 'Write down what happens instead. There is no bare “no”.',
  'owner-missing': 'Write down who takes it up.',
  'owner-date-missing': 'Fill in by when it is taken up.',
  'owner-date-past': 'The date is in the past. Choose today or a later day.',
  'process-director-missing': 'Choose a process director. No case begins without one.',
  'no-court-measure': 'No court measure was filled in, so there is no priority. Choose “Admit”.',
  'not-running': 'This case is not running (any more). Send “case” with its number to see how it stands.',
  'already-in-case': 'This person takes part already. There is nothing to do.',
  'no-share-consent':
    'There is no consent to share with somebody who does not give this help. Ask for it first. While you decide on the case you can choose “Ask for more”, or add this person later; once the case is running, choose somebody who gives this help.',
  'not-in-case': 'This person does not take part (any more). There is nothing to do.',
  'needed-in-case': 'The chair and the process director cannot leave the case. Choose somebody else.',
  'already-process-director': 'This person is the process director already. Choose somebody else.',
  'other-tenant':
    'This person works in another Teams environment. That is possible only when the channel began that way. Ask the administrator for a guest account.',
  'centre-already-involved': 'The expertise centre is involved already. See People for who takes part.',
  'tried-missing': 'Write down what was tried locally and regionally. Then the centre can join.',
  'no-channel-in-making': 'No channel is being made now. There is nothing to do.',
  'not-in-conference': 'A case can be closed once the conference is running. Wait until the channel is there.',
  'nothing-to-record': 'There is nothing to record here now. The card shows the next step.',
  'not-closing': 'This case is not being closed (any more). The card shows how it stands.',
  'not-process-director': 'Only the process director of this case can do this. Ask them.',
  'lessons-missing': 'Write down what you learned about the cooperation and about the content. Both are needed.',
  'not-closed': 'Only a case that was closed or returned can be reopened. This one is still running.',
  'own-number': 'This is the number of this very case. Fill in the number of the brother or sister.',
  held: 'This case is kept and cannot be deleted yet. The privacy officer knows why, and until when.',
  'not-held': 'This case is not kept any longer than usual. There is nothing you need to do.',
  'until-past': 'That day is in the past. Choose the last day on which the case is kept.',
  'changed-since': 'This case has changed since the export. The next round makes a new one.',
  purged: 'This case has been deleted. Do you need to know where the export is? Ask the privacy officer.',
} as const satisfies Record<DeskRefusal, string>;
