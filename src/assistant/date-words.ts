import { createNearest } from './near.ts';

/**
 * A sentence made plain for the rules of dates: `do 12 nov` → `D4 12 M11`, `over twee weken` → `over 2 week`. Dutch and English
 * words for the same become one word; words that have nothing to do with dates stay as they are.
 */
export function plainDates(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(noDates, ' ')
    .replace(/\ba\.?s\.? /g, 'komend ')
    .replace(/\bj\.?l\.?(?= |$)/g, 'jongstleden')
    .replace(/(\d)u(\d\d)\b/g, '$1:$2')
    .replace(/\bt\/m\b|\btm\b|\btot en met\b|\bup to and including\b/g, ' tem ')
    .replace(/\bo'clock\b/g, 'uur')
    .replace(/(\d)(uur|u|h|pm|am)\b/g, '$1 $2');
  const written = plain.match(token) ?? [];
  return phrases(
    written.map((one, at) => meaning(one, { before: written[at - 1] ?? '', after: written[at + 1] ?? '' })).join(' '),
  );
}

/** Case numbers, telephone numbers, amounts and versions look like dates and are none. */
const noDates =
  /\b(?:[a-z]{1,4}-)?20\d\d-\d{1,5}(?![\d-])|\+?\d{2,4}-\d{6,}|€ ?[\d.,]+|\b\d[\d.,]* ?(?:euro|eur)\b|\d+(?:\.\d+){3,}|\b(?:versie|version|v)\.? ?[\d.]+/g;
const token =
  /\d{4}[-/]\d{1,2}[-/]\d{1,2}(?![\d-])|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?![\d-])|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}[-/]\d{1,2}(?![\d/-])|\d+[a-z]*|[a-z']+/g;

type Neighbours = Readonly<{ before: string; after: string }>;

const list = (text: string): readonly string[] => text.split(' ');
const numbered = (letter: string, names: readonly string[]): [string, string][] =>
  names.flatMap((name, at) => name.split('|').map((one): [string, string] => [one, `${letter}${at + 1}`]));

const weekdays = list(
  'maandag|monday dinsdag|tuesday woensdag|wednesday donderdag|thursday vrijdag|friday zaterdag|saturday zondag|sunday',
);
const months = list(
  'januari|january februari|february maart april mei juni|june juli|july augustus september oktober|october november december',
);
const shortWeekdays = new Map(
  numbered('D', list('ma|mon di|tue|tues wo|wed do|thu|thurs vr|vrij|fri za|sat zo|zon|sun')),
);
/** Words that mean something else without a number beside them: `may`, `march`, `jan`. */
const shortMonths = new Map(
  numbered('M', list('jan feb|febr mrt|mar|march apr may jun jul aug|august sep|sept okt|oct nov dec')),
);
const numbers = new Map(
  list(
    'nul|zero een|one|a|an twee|two|twe drie|three vier|four vijf|five zes|six zeven|seven acht|eight negen|nine tien|ten elf|eleven twaalf|twelve dertien|thirteen veertien|fourteen vijftien|fifteen zestien zeventien achttien negentien twintig|twenty',
  ).flatMap((names, value) => names.split('|').map((name): [string, string] => [name, String(value)])),
);
const ordinals = list('eerste|first tweede|second derde|third vierde|fourth');

const words = new Map<string, string>([
  ...numbered('D', weekdays),
  ...numbered('M', months),
  ...ordinals.flatMap((names, at) => names.split('|').map((name): [string, string] => [name, `${at + 1}e`])),
  ...same('dag', 'dagen day days'),
  ...same('werkdag', 'werkdagen'),
  ...same('week', 'weken weeks weekje weekjes wk'),
  ...same('maand', 'maanden maandje month months'),
  ...same('kwartaal', 'kwartalen quarter quarters'),
  ...same('jaar', 'jaren jaartje year years'),
  ...same('volgende', 'volgend next'),
  ...same('deze', 'dit this'),
  ...same('komend', 'komende aankomende aankomend aanstaande aanstaand eerstvolgende eerstkomende coming'),
  ...same('vorige', 'vorig afgelopen verleden last'),
  ...same('laatste', 'final'),
  ...same('vandaag', 'today vandag vndaag heden'),
  ...same('morgen', 'tomorrow morgn mrgen'),
  ...same('overmorgen', 'overmorgn'),
  ...same('gisteren', 'yesterday gister'),
  ...same('over', 'binnen within'),
  ...same('geleden', 'ago terug'),
  ...same('eind', 'einde end ultimo'),
  ...same('begin', 'beginning start'),
  ...same('half', 'halverwege medio mid middle'),
  ...same('elke', 'iedere every each elk ieder'),
  ...same('vanaf', 'from'),
  ...same('nu', 'now'),
  ...same('tot', 'until till to'),
  ...same('om', 'at'),
  ...same('u', 'uur hours h'),
  ['or', 'of'],
  ...same('ochtend', 'ochtends morning voormiddag'),
  ...same('middag', 'middags afternoon namiddag'),
  ...same('avond', 'avonds evening'),
  ...same('weekend', 'weekeinde'),
  ...same('pasen', 'easter paasweekend'),
  ...same('kerst', 'kerstmis christmas xmas'),
  ...same('hemelvaartsdag', 'hemelvaart'),
  ...same('nieuwjaarsdag', 'nieuwjaar'),
  ...same('koningsdag', 'kingsday'),
]);

function same(word: string, others: string): [string, string][] {
  return others.split(' ').map((other) => [other, word]);
}

/** Only words that look like no other one: `zorgen` is not `morgen`, `kaart` not `maart`. */
const nearest = createNearest(
  [...words]
    .flat()
    .filter(
      (word) =>
        word.length > 6 && !/^(?:quarter|maanden|october|werkdagen|voormiddag|komende|kwartaal|kerstmis)$/.test(word),
    ),
);

const dayPart = /^(van|morgen|over ?morgen|[a-z]+dag)(ochtend|morgen|middag|avond|nacht)$/;
const isDayNumber = (text: string): boolean => /^\d{1,2}(?:e|st|nd|rd|th|ste|de)?$/.test(text);
const isDate = (text: string): boolean => isDayNumber(text) || /^\d{1,2}[-/]\d/.test(text);
const unit =
  /^(?:dagen|dag|days?|werkdagen|werkdag|weken|week|weeks?|weekjes?|maandje|jaartje|maanden|maand|months?|jaar|years?|kwartaal|working)$/;

function meaning(one: string, beside: Neighbours): string {
  const known = partOfDay(one) ?? shortName(one, beside);
  if (known !== undefined) return known;
  if (/^(?:een|a|an)$/.test(one)) return unit.test(beside.after) ? '1' : one;
  if (/^\d+(?:ste|de|st|nd|rd|th|e)$/.test(one)) return one.replace(/\D+$/, 'e');
  return numbers.get(one) ?? words.get(one) ?? mistyped(one);
}

/** `vanmiddag`, `morgenochtend`, `vrijdagavond`. */
function partOfDay(one: string): string | undefined {
  const [, day = '', part = ''] = dayPart.exec(one) ?? [];
  if (part === '') return undefined;
  const named = day === 'van' ? 'vandaag' : (words.get(day) ?? day.replace(' ', ''));
  return `${named} ${part === 'morgen' ? 'ochtend' : part}`;
}

const beforeMonth = /^(?:in|of|by|until|till|mid|early|late|eind|begin)$/;

function shortName(one: string, { before, after }: Neighbours): string | undefined {
  const ofMonth = isDayNumber(before) || isDayNumber(after) || beforeMonth.test(before);
  const short = (isDate(after) ? shortWeekdays.get(one) : undefined) ?? (ofMonth ? shortMonths.get(one) : undefined);
  return short ?? (one === 'maar' && isDayNumber(before) && /^(?:om)?$/.test(after) ? 'M3' : undefined);
}

function mistyped(one: string): string {
  if (one === 'oevr' || one === 'ovr') return 'over';
  const [meant] = nearest(one);
  return meant === undefined ? one : (words.get(meant) ?? meant);
}

/** Phrases of several words that mean one thing. */
function phrases(text: string): string {
  return text
    .replace(/\bdag after morgen\b/g, 'overmorgen')
    .replace(/\bdag before gisteren\b/g, 'eergisteren')
    .replace(/\bworking dag\b/g, 'werkdag')
    .replace(/\bhalf jaar\b/g, '6 maand')
    .replace(/\b(?:een|1|a) 6 maand\b/g, '6 maand')
    .replace(/\b1 kwartaal\b/g, '3 maand')
    .replace(/\b(?:king's|kings) dag\b/g, 'koningsdag')
    .replace(/\boud en nieuw\b|\bnew jaar's eve\b|\boudjaar\b/g, 'oudejaarsdag')
    .replace(/\bgoede D5\b|\bgood D5\b/g, 'goede vrijdag')
    .replace(/\b(?:van|vanaf) nu(?: af)?\b/g, 'van nu');
}
