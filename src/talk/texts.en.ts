import type { TextsLike } from '../core/texts-shape.ts';
import type { dutch } from './texts.nl.ts';

export const english: TextsLike<typeof dutch> = {
  cards: { ask: { fallback: 'Doorbraak asks what you mean.' } },
  wishes: {
    casus_aanmelden: 'Submit a case',
    casus_status: 'How a case stands',
    casus_lijst: 'My cases',
    casus_archiveren: 'Close a case',
    casus_heropenen: 'Reopen the case',
    expert_zoeken: 'Find an expert',
    expert_koppelen: 'Ask a consultation',
    profiel_wijzigen: 'My expert profile',
    beschikbaarheid: 'Say when I am there',
    agenda_toevoegen: 'Put something on the agenda',
    agenda_tonen: 'See the agenda',
    overleg_plannen: 'Plan a meeting',
    taken_tonen: 'My deadlines',
    taak_toevoegen: 'New deadline',
    taak_afronden: 'Finish a deadline',
    deadline_verplaatsen: 'Move a deadline',
    plek_reserveren: 'Find and hold a place',
    plek_zoeken: 'Free places',
    reservering_annuleren: 'Give a place back',
    notitie_toevoegen: 'Make a note',
    samenvatten: 'A summary',
    rapportage: 'A report',
    kennis_zoeken: 'Look for knowledge',
    meldingen: 'Settings for reminders',
    help: 'What can I do?',
    annuleren: 'Never mind',
    stemmen_tonen: 'What waits for my vote',
    budget_tonen: 'Budget',
    geld_aanvragen: 'Ask for money',
    wie_beslist: 'Who decides what',
    gemeente_zoeken: 'Where do I land?',
    voorstel_indienen: 'Proposals',
    besluitenlijst: 'Decision list',
    gegevens_tonen: 'What do you know of me?',
    gegevens_vergeten: 'Forget me',
  },
  elsewhere: {
    agenda_toevoegen:
      'The agenda of a meeting is in Teams: I cannot put anything on it. If something must be decided, write a proposal. If you want to think of it in time yourself, set a deadline.',
    agenda_tonen:
      'The agenda of a meeting is in Teams: I do not see it. This is what you have to do. What waits for your vote is in “what waits for me”.',
    overleg_plannen:
      'I cannot plan a meeting. Do that in the calendar of Teams, with the channel of the case. Always invite the young person, the parents and the applicant.',
    notitie_toevoegen:
      'I keep no notes, nor what you typed here. Write in the channel of the case what everybody there must know, with the alias only. If something still has to be done, set a deadline.',
    samenvatten: 'I cannot make summaries, of a meeting or talk neither. I do show how a case stands.',
    rapportage: 'I cannot make a report or a chart. I do show the lists and figures that you may see.',
    kennis_zoeken:
      'I do not search documents, guidelines or laws. I do know who knows much about it: that is with the experts. If you may not see those, ask the chair of the expert team.',
    annuleren:
      'All right, I did nothing and forgot what we spoke of. What you did before with a button, you change on the card of then.',
  },
  offers: {
    'decisions/list': 'Proposals',
    'decisions/decisions': 'Decision list',
    'budgets/overview': 'Budget',
    'planning/board': 'Planning',
    'consultations/load': 'Who is asked often',
    'cases/team': 'Cases of my team',
    'cases/own': 'My cases',
    'experts/list': 'Experts',
  },
  small: {
    dank: 'You are welcome.',
    afscheid: 'Goodbye. I am here again when you send me something.',
    belediging:
      'That did not go well by the sound of it, sorry. Send “help” and I show what I can do. Does something not work? Tell the administrator.',
    nood: 'I am a program and cannot help myself now. People can, also at this moment:\n\n**Direct danger? Call 112.**\n\nDo you think of suicide, or does somebody else? Call 113 or 0800-0113 (free), or chat at 113.nl.\n\nViolence or abuse? Call Veilig Thuis (Safe at Home): 0800-2000, day and night, free.\n\nDo not wait for the expert team.',
  },
  say: {
    noMore: 'That was the last of what I showed. Ask for the list again and you see what is on it now.',
    item: 'I show it when you open it with the button.',
    openIt: { deadline: 'See this deadline', expert: 'See this profile' },
    deleteIt: 'And delete your message afterwards: it holds personal data. I kept nothing of it. Calling comes first.',
    offer: 'I am not sure what you mean. Is it one of these?',
    whichCase: 'Which case is it about?',
    whichCaseTyped: 'Which case is it about? Send the number too, such as LI-2026-0123.',
    bound: 'I do not do it on a sentence alone: open it with the button. Nothing happens before you send it there.',
    about: (number) => `This is about case ${number}.`,
    understood: (what) => `I understand: ${what}.`,
    span: (from, until) => `${from} up to and including ${until}`,
    moveTo: (day) => `Move to ${day}.`,
    handTo: (name) => `Hand over to ${name}.`,
    holdUntil: (day) =>
      `You named ${day}. How long a place is held belongs to the place; you ask for longer on its card.`,
    instead: 'This I can do:',
    toChannel: 'Open a case, with the way to its channel',
    newOn: (day) => `New deadline on ${day}`,
    which: 'Which do you mean? You can still change it in the form.',
    whoOfThem: 'More people have that name. Whom do you mean?',
    unknownPerson:
      'I know nobody of that name. A deadline is always of one person: give their first and last name, as in Teams.',
    whichDeadline: 'Which deadline is it about? Nothing happens before you send the form.',
    noDeadline:
      'You have no deadline now that you can move or hand over like this. Send “my deadlines” to see what is open.',
    notTheirs: (number, chair, director) =>
      director === undefined
        ? `In case ${number} only the chair can do that. Ask ${chair}.`
        : `In case ${number} only the chair and the process director can do that. Ask ${chair} or ${director}.`,
    noDeadlineOf: (number) =>
      `You have no deadline with case ${number} now that you can move or hand over like this. Send “my deadlines” to see what is open.`,
    onlyInChat: 'I show this in our own chat only. Open the chat with Doorbraak and send it there once more.',
  },
};
