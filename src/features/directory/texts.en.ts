import type { nl } from './texts.nl.ts';

export const en: Readonly<Record<keyof typeof nl, string>> = {
  'ask.fallback': 'Choose a municipality.',
  'ask.title': 'Where can I turn to?',
  'ask.question': 'Which municipality is it about? Choose the municipality where the young person lives.',
  'ask.unknown': 'I do not know this municipality. Type its name as it is on letters from the municipality.',
  'ask.suggestions': 'I do not know this municipality. Do you mean one of these?',
  'ask.label': 'Municipality',
  'ask.placeholder': 'For example: Weert',
  'ask.required': 'Fill in a municipality.',
  'ask.find': 'Find',
  'ask.other': 'Another municipality',
  guarded: 'This holds personal data, so nothing was searched or kept. Type the name of the municipality only.',
  'landing.fallback': 'This is where you can turn to.',
  'landing.title': 'Where can you turn to in {{municipality}}?',
  'landing.region': 'Youth region',
  'landing.centre': 'Centre',
  'landing.coordinating': 'Coordinating municipality',
  'landing.chair': 'Chair',
  'landing.processDirectors': 'Process director',
  'landing.next':
    'Is the help stuck? Submit the case to the expert team: send me “aanmelden” (submit). Are you a parent or a young person? Ask the expert team of your own region to think along.',
  'landing.noTeam':
    'This region works without an expert team. Contact the centre; together with you and the municipality it looks for who can help.',
  'landing.contact': 'Ask for {{people}} of {{label}}.',
  'landing.contactMunicipality': 'Call the municipality of {{municipality}} and ask for {{label}}.',
  'landing.responsible':
    'The municipality of {{municipality}} stays responsible for youth help. The centre thinks and works along, but does not take over the case.',
  'landing.danger':
    'Is there danger right now? Call 112. Is it about abuse or violence at home? Call Veilig Thuis (Safe at Home): 0800-2000.',
  'landing.toVerify':
    'To be verified: it is not certain that this municipality belongs to this region or this centre. Check before you agree on anything.',
  'landing.other': 'Another municipality',
};
