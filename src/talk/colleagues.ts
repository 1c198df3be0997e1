/**
 * What is said of a colleague and tasks. `give`: a task of one's own goes to them. `ask`: what they still have to do. `who`: the
 * words that name them. `certain`: nothing else can be meant, so that a name nobody has is worth an answer.
 */
export type OfColleague = Readonly<{ what: 'give' | 'ask'; who: string; certain: boolean }>;

const nobody =
  'ik|mij|me|mijzelf|mezelf|je|jij|jou|u|hem|haar|hij|zij|ze|het|we|wij|ons|iemand|niemand|iedereen|wie|wat|dat|die|dit|deze|er|een|de|elke|welke|i|you|him|her|he|she|it|us|them|they|we|someone|somebody|anyone|everyone|who|what|that|this|there|a|an|the';
const days =
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|morgen|overmorgen|volgende|komende|eind|begin|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|next|end';
const who = String.raw`(?<who>(?!(?:${nobody}|${days})(?!\p{L}))\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,4}?)`;
const task = '(?:taak|taken|termijn|deadline|klus|actie|task|job)';
const which = '(?:die|deze|dat|dit|de|mijn|the|that|this|my)';
const ranked = '(?:eerste|tweede|derde|vierde|vijfde|laatste|first|second|third|fourth|fifth|last)';
const tail = String.raw`(?: (?!casus|zaak|dossier|case).{1,60}?)?`;
const short = String.raw`(?:${which} ${task}|(?:de|die|the) ${ranked}(?: (?:${task}|one))?|(?:die|deze|dat|dit|hem|het|it|that|this)(?: one)?)`;
const thing = String.raw`(?:${which} ${task}${tail}|${short})`;
const polite = String.raw`(?:(?:kun|kan|wil|zou|mag|kunnen|zullen) (?:je|jij|u|we|ik) |ik wil (?:graag )?|(?:can|could|will|would) (?:you|we) |i (?:want|would like) to |please |graag |ok(?:e|é)?,? |en |dan |and |nee,? |no,? )*`;
const after = String.raw`(?:,? (?:alsjeblieft|alstublieft|aub|graag|please|dan|maar|even|eens|voor mij|voor me|for me|dank je|thanks))*[\s.!?]*`;
const whole = (pattern: string): RegExp => new RegExp(String.raw`^\s*${polite}(?:${pattern})${after}$`, 'iu');

const does = '(?:doen|oppakken|afmaken|afronden|overnemen|uitvoeren|regelen|op zich nemen)';
const given: readonly RegExp[] = [
  `zet ${who} op ${thing}`,
  `zet ${who} (?:er|daar|hier)op`,
  `${who} op ${thing} zetten`,
  `zet ${thing} op naam van ${who}`,
  `(?:draag|zet|schuif|geef) ${thing} (?:maar )?(?:over|door) (?:aan|naar) ${who}`,
  `wijs ${thing} toe aan ${who}`,
  `geef ${thing} (?:maar )?aan ${who}`,
  `${thing} (?:over ?dragen|over ?geven|door ?geven|door ?schuiven|toe ?wijzen|geven) (?:aan|naar) ${who}`,
  `${thing} (?:aan|naar) ${who} (?:over ?dragen|over ?geven|door ?geven|door ?schuiven|toe ?wijzen|geven)`,
  `geef ${who} ${short}`,
  `laat ${who} ${thing} (?:maar )?${does}`,
  `laat ${thing} (?:maar )?(?:door ${who} ${does}|aan ${who} over)`,
  `(?:kan|moet|mag|zal) ${who} ${thing} ${does}`,
  `${who} (?:moet|gaat|zal|kan|mag) ${thing} ${does}`,
  `${who} (?:neemt|pakt) ${thing} (?:over|op)`,
  `put ${who} on ${thing}`,
  `(?:assign|reassign|delegate|transfer|pass|hand|give) ${thing} (?:over |on )?to ${who}`,
  `hand over ${thing} to ${who}`,
  `(?:give|hand) ${who} ${short}`,
  `(?:let|have) ${who} (?:do|take|handle|finish|take over|pick up) ${thing}`,
  `(?:can|should|must) ${who} (?:do|take|handle|take over|pick up) ${thing}`,
  `${who} (?:takes over|takes|will take over|should take over|can take over) ${thing}`,
].map(whole);

const tasks = '(?:open(?:staande)? )?(?:taken|termijnen|deadlines|klussen|acties|tasks)';
const still = '(?: (?:er|nog|allemaal|deze week|vandaag|morgen|open|staan|te doen|still|now|today|this week))*';
const asked: readonly RegExp[] = [
  `(?:welke|wat voor|hoeveel) ${tasks} (?:heeft|moet|doet) ${who}${still}(?: doen)?`,
  `(?:welke|wat voor|hoeveel) ${tasks} (?:staan|liggen)${still} (?:bij|voor|op naam van) ${who}`,
  `(?:laat zien|toon|bekijk) (?:me )?welke ${tasks} ${who}${still} heeft${still}`,
  `wat (?:moet|heeft) ${who}${still} (?:doen|te doen|openstaan|open staan)`,
  `wat (?:staat|ligt)${still} (?:bij|voor) ${who}${still}`,
  `(?:heeft|had) ${who}${still} ${tasks}${still}`,
  `waar is ${who} (?:nu )?mee bezig`,
  `(?:(?:laat|toon|geef|bekijk|show|list)(?: me)? )?(?:alle |de |the |all )*${tasks} (?:van|of) ${who}(?: zien)?`,
  `(?:which|what|how many) ${tasks} does ${who}${still} have${still}`,
  `what (?:does|must|should) ${who}${still} (?:have to do|need to do|do)${still}`,
  `does ${who}${still} have (?:any )?${tasks}${still}`,
  `what is ${who} working on`,
  `(?:(?:show|list)(?: me)? )?${who}['’]s ${tasks}`,
].map(whole);

/** Undefined when it is about something else. */
export function readColleague(text: string): OfColleague | undefined {
  const giving = nameIn(given, text);
  if (giving !== undefined) return { what: 'give', who: giving, certain: true };
  const asking = nameIn(asked, text);
  // "Taken van deze week" names nobody.
  return asking === undefined ? undefined : { what: 'ask', who: asking, certain: /^\p{Lu}/u.test(asking) };
}

function nameIn(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.groups?.['who'];
    if (found !== undefined) return found;
  }
  return undefined;
}

const pointing =
  /(?<!\p{L})(?:die|deze|dat|dit|hem|erop|daarop|het (?:doen|overnemen|oppakken)|that|this|it)(?!\p{L})/iu;

/** Speaks of the task that was spoken of last. */
export const pointsBack = (text: string): boolean => pointing.test(text);
