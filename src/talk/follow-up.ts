import { type CaseMention, readCases } from '../assistant/index.ts';
import { plainSentence } from '../core/sentence.ts';
import type { Wish } from './texts.ts';

/**
 * A sentence that only has a meaning after another: a case by how it was just spoken of (with what is asked of it, when that is
 * said), the next of a list, or the same question about another place.
 */
export type FollowUp =
  | Readonly<{ about: 'case'; mention: CaseMention; intent?: Wish }>
  | Readonly<{ about: 'next' }>
  /** `text` is for whoever knows the municipalities. `one`: one of what is there is meant, and not the place. */
  | Readonly<{ about: 'municipality'; text: string; one?: true }>;

const next =
  /^(?:en )?(?:de |the )?(?:volgende|daarna|verder|next(?: one)?)(?: graag| please| casus| case)?$|^(?:en dan|and then)$/;
const elsewhere =
  /^(?:en|and|of|or) (?:(?:hoe zit het|hoe is het|wat) )?(?:in|bij|voor|for|with) (?:de gemeente )?\p{L}[\p{L} '-]*$/u;
/** "En die van Venlo?" */
const oneFrom =
  /^(?:(?:en|and|nee|no|hoe zit het met|hoe staat het met|hoe gaat het met|what about|laat|toon|open|show|ik bedoel) )*(?:die|degene|(?:die|de|the) (?:casus|zaak|aanmelding|case|one)|that one) (?:van|uit|in|from|of) (?:de gemeente |gemeente )?\p{L}[\p{L}' -]*$/u;
const alone =
  /^(?:(?:en|and|of|or|nee|no|hoe zit het met|hoe staat het met|hoe gaat het met|what about|laat|toon|open|show|graag|dan|ook|eens|even|zien|me|mij|please|ik bedoel|bedoel ik|i mean) )*(?:die|deze|dat|dit|that|this|that one|this one)(?: (?:dan|ook|eens|graag|zien|please|one))*$/;
const filler =
  /(?<!\p{L})(?:en|and|of|or|nee|no|hoe|zit|het|met|staat|gaat|what|about|how|laat|toon|open|show|graag|dan|ook|eens|even|zien|me|mij|please|ik|bedoel|i|mean|casus|case|one|van|uit|from|de|lijst|list|ze|er|is|mee|naar)(?!\p{L})/gu;
const spoken =
  /(?<!\p{L})(?:(?:die|de|dat|the|that) andere?|the other(?: one)?|(?:de|die|the) (?:eerste|tweede|derde|vierde|vijfde|laatste|first|second|third|fourth|fifth|last)|(?:die|degene|(?:de|die|the) (?:casus|zaak|case)) (?:van|of|from) (?:(?:vorige|afgelopen|last) \p{L}+|\d{1,2} \p{L}+|\p{L}+))/u;

/** What is asked of the case at hand: "en het budget daarvan?", "wie zit daarin?". */
const pointing =
  /(?<!\p{L})(?:daarvan|hiervan|ervan|daarin|hierin|erin|daarmee|hiermee|ermee|erbij|daarbij|hierbij|daarvoor|hiervoor|ervoor|for it|of it|in it|for that)(?!\p{L})/u;
const aspects: readonly (readonly [RegExp, Wish])[] = [
  [/vraag.*(?:geld|budget)|(?:geld|budget).*aan(?:vragen)?|ask.*money/, 'geld_aanvragen'],
  [/budget|geld|pot|money/, 'budget_tonen'],
  [/expert|consult|meedenk/, 'expert_koppelen'],
  [/plek|bed|place/, 'plek_reserveren'],
  [/termijn|deadline|taak|taken|task/, 'taken_tonen'],
  [/sluit|dicht|close/, 'casus_archiveren'],
  [/wie|who|status|stand|staat|hoe|how|samenvat|summary/, 'casus_status'],
];

/** Undefined when it can be understood by itself. */
export function readFollowUp(text: string): FollowUp | undefined {
  const plain = plainSentence(text);
  if (next.test(plain)) return { about: 'next' };
  if (alone.test(plain)) return { about: 'case', mention: { by: 'hand' } };
  if (pointing.test(plain)) return pointingAt(plain);
  const [mention] = readCases(plain);
  if (mention !== undefined && mention.by !== 'number' && mention.by !== 'hand' && isRest(plain))
    return { about: 'case', mention };
  return mention === undefined ? somewhere(plain, text) : undefined;
}

function somewhere(plain: string, text: string): FollowUp | undefined {
  if (oneFrom.test(plain)) return { about: 'municipality', text, one: true };
  return elsewhere.test(plain) ? { about: 'municipality', text } : undefined;
}

const isRest = (plain: string): boolean => !/\p{L}/u.test(plain.replace(spoken, ' ').replace(filler, ' '));

const mostWords = 9;

function pointingAt(plain: string): FollowUp | undefined {
  const found = aspects.find(([words]) => words.test(plain.replace(pointing, ' ')));
  const isShort = plain.split(' ').length <= mostWords;
  return found === undefined || !isShort || readCases(plain).length > 0
    ? undefined
    : { about: 'case', mention: { by: 'hand' }, intent: found[1] };
}
