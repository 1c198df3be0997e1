import type { Finding } from './personal-data-text.ts';

const months =
  'jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?' +
  '|january|february|march|may|june|july|august|october';
const fullDate = [
  String.raw`\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:19|20)\d\d`,
  String.raw`(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2} \d{1,2} (?:19|20)\d\d`,
  String.raw`\d{1,2}(?:e|ste|de)? (?:${months})\.? (?:(?:19|20)\d\d|['’]\d\d)`,
].join('|');
/** Only next to a word that says birth. */
const shortDate = [
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d\d`,
  String.raw`[0-3]\d[01]\d(?:19|20)\d\d`,
  String.raw`\d{1,2}(?:e|ste|de)? (?:${months})`,
].join('|');
const date = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:(${fullDate})|${shortDate})(?![\p{L}\p{N}])`, 'giu');

const birthBefore = /(?<!\p{L})(?:geb(?:\.|:| |oren|oorte|dat)|gbdt?\b|dob\b|birth|born|verjaar)[^\d]{0,30}$/iu;
const birthAfter = /^[^\d\n.]{0,12}(?<!\p{L})(?:geb\.|geboren|geboorte)/iu;
const personBefore =
  /(?<!\p{L})(?:jongen|meisje|jongere|jeugdige|kind|peuter|kleuter|puber|zoon|dochter|broer(?:tje)?|zus(?:je)?|moeder|vader|ouder|cli[eë]nt|pati[eë]nt|leerling|baby|tweeling|jaar|jr\.?|hij|zij|hem|haar|m|v|x) ?,?$/iu;
const nameBefore =
  /(?<![\p{L}-])(\p{Lu}[\p{L}'’-]+)(?: (?:van|de|der|den|el|ten|ter|'t))*(?: (\p{Lu}[\p{L}'’-]+))? ?$/u;
/** Words with a capital that a date in brackets often follows and that are no person. */
const notPersons =
  /^(?:beschikking|besluit|overleg|casusoverleg|verslag|rapport|plan|brief|mail|zitting|rechtbank|hof|raad|veilig|thuis|gemeente|intake|triage|aanmelding|evaluatie|start|einde|afspraak|gesprek|indicatie|advies|deadline|stand|versie|update|factuur|vergadering|bijlage|formulier|onderzoek|diagnostiek|ots|uitspraak|verzoek|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|limburg|jeugdbescherming|jeugdwet|ministerie|vws|ggz|school|centrum)$/i;

/** A date next to a word that says birth, or in brackets behind a person; a deadline or a hearing is none. */
export function findBirthDates(text: string): readonly Finding[] {
  return Array.from(text.matchAll(date)).flatMap(({ 0: found, 1: full, index }) => {
    const end = index + found.length;
    const before = text.slice(Math.max(0, index - 60), index);
    const after = text.slice(end, end + 30);
    const named = birthBefore.test(before) || birthAfter.test(after);
    const behindPerson = full !== undefined && isInBrackets(before, after) && isPerson(before.replace(/\( ?$/, ''));
    return named || behindPerson ? [{ kind: 'birth-date', start: index, end }] : [];
  });
}

function isInBrackets(before: string, after: string): boolean {
  return /\( ?$/.test(before) && /^ ?[),;]/.test(after);
}

function isPerson(before: string): boolean {
  if (personBefore.test(before)) return true;
  const name = nameBefore.exec(before);
  return name !== null && ![name[1], name[2]].some((word) => word !== undefined && notPersons.test(word));
}
