import type { Table } from '../core/csv.ts';
import type { AccessLine } from '../store/access-log.ts';
import type { Recorded } from '../store/event-store.ts';
import type { CaseRecord } from './case-record.ts';

/** For a person to read, and to black out what is another's before it is handed over. */
export const recordIntro = (number: string, day: string): string =>
  `Alles wat Doorbraak op ${day} bewaarde over casus ${number}, met wie het vastlegde en wie ernaar keek. ` +
  'Van derden: “ja” is een naam of zijn woorden van een ander dan de jongere; lak ze weg voordat iets naar buiten gaat, tenzij ze mogen blijven. ' +
  '“Nakijken” is vrije tekst over de jongere, waarin anderen genoemd kunnen zijn. Waar niets staat, is het een gegeven zonder anderen.';

const places: Readonly<Record<string, string>> = {
  case: 'Casus',
  consultation: 'Consultatie',
  placerequest: 'Plekaanvraag',
  moneyrequest: 'Geldaanvraag',
  deadline: 'Termijn',
  inspection: 'Inzage',
  erasure: 'Verwijderen op verzoek',
};
/** What is written there is about who is asked, and by whom; in the case itself it is about the youth. */
const aboutYouth = new Set(['case']);
/** In a case as well: whoever is around the youth, and what colleagues say to each other. */
const aboutOthers = /(^|\.)(parties|reason|lessons\w*|adviceToOrganisations|owner|team|decision)(\.|$)/;

/** `names`: by id, everybody who is known. */
export function recordTable({ streams, access }: CaseRecord, names: ReadonlyMap<string, string>): Table {
  const events = streams.flatMap(({ type, events: recorded }) =>
    recorded.flatMap((each) => eventRows(each, { type, names })),
  );
  const rows = [...events, ...access.map((line) => lookRow(line, names))];
  return {
    columns: ['Wanneer', 'Wie', 'Waar', 'Wat', 'Inhoud', 'Van derden'],
    rows: rows.toSorted((one, other) => (one[0] ?? '').localeCompare(other[0] ?? '')),
  };
}

type Around = Readonly<{ type: string; names: ReadonlyMap<string, string> }>;

function eventRows({ event, at, by }: Recorded, { type, names }: Around): readonly (readonly string[])[] {
  const who = names.get(by) ?? by;
  const leaves = leavesOf(event.data, '').filter(([path]) => path !== 'at');
  return leaves.map(([path, value]) => {
    const isPerson = names.has(value);
    const content = `${path}: ${names.get(value) ?? value}`;
    return [at, who, places[type] ?? type, event.type, content, isPerson ? 'ja' : marked(type, path, value)];
  });
}

/** A word or a number by itself is a choice from a list; what has a space in it was typed. */
function marked(type: string, path: string, value: string): string {
  if (!value.includes(' ')) return '';
  return aboutYouth.has(type) && !aboutOthers.test(path) ? 'nakijken' : 'ja';
}

function leavesOf(value: unknown, path: string): readonly (readonly [path: string, value: string])[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, path === '' ? name : `${path}.${name}`));
}

function lookRow(line: AccessLine, names: ReadonlyMap<string, string>): readonly string[] {
  const { occurredAt, userId, eventType, action, outcome, userRole, organisation } = line;
  const content = `${action}, ${outcome}; ${userRole}, ${organisation}`;
  return [occurredAt, names.get(userId) ?? userId, 'Inzagelogboek', eventType, content, 'ja'];
}
