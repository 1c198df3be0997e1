/** The commands of the app's message extension, as its manifest has them: a spec compares the two. */
export const searchCommands = [
  { id: 'searchCases', title: 'Casussen', hint: 'Nummer, fase of gemeente' },
  { id: 'searchExperts', title: 'Experts', hint: 'Naam of onderwerp' },
  { id: 'searchDecisions', title: 'Besluiten', hint: 'Nummer, titel of onderwerp' },
] as const;

/** Behind “Meer acties” of a message. */
export const messageCommands = [{ id: 'taskFromMessage', title: 'Maak taak van dit bericht' }] as const;
