import { createNearest } from './near.ts';

/** Somebody speaks of themselves, or of what happens at this moment: whatever else is in the sentence. */
const certain: readonly RegExp[] = [
  // Wanting to die.
  /\b(?:ik|k|ze|hij|zij) (?:\w+ ){0,3}(?:wil|wou|wilde)(?: (?!tij)\w+){0,3} (?:dood|doodgaan|sterven)(?! (?:tij|punt|spoor))\b/,
  /\b(?:ik|k|ze|hij|zij) (?:\w+ ){0,2}(?:dood|doodgaan|sterven) (?:wil|wou|wilde|moet|moest)\b/,
  /\b(?:ik|hij|zij|ze|wil|hoef|hoeft)\b.*\bniet (?:meer |langer )(?:te |verder )?(?:leven|bestaan)\b/,
  /\b(?:ik|wil|was|ben)\b.*\ber (?:gewoon |maar |liever )?niet meer (?:zijn|was|ben)$/,
  /\b(?:nooit|niet) meer wakker (?:worden|te worden)\b/,
  /\b(?:ik|hij|ze|zij|me|mij)\b.*\bzelfmoord(?:gedachten|poging)?\b/,
  /\b(?:ik ben|ik voel me|i am|im|i feel|feeling|ik heb)(?: \w+){0,3} (?:suicid\w+|suicidaal)\b/,
  /\b(?:ik|hij|ze|zij)\b.*\beinde? aan (?:mijn|m n|zijn|haar|het) leven\b/,
  /\bik (?:\w+ ){0,3}er (?:\w+ ){0,2}een einde? aan(?: (?:maken|maak|vanavond|vannacht|vandaag|nu))?$/,
  /\b(?:het )?hoeft voor mij (?:allemaal )?niet meer\b/,
  /\bik trek het (?:echt |gewoon )?niet meer\b|\bik wil dat het ophoudt\b/,
  /\b(?:mis|missen) als ik er niet (?:meer )?ben\b|\bmissen als ik\b|\bals ik er niet meer was\b/,
  /\bafscheidsbrief\b|\been (?:touw|strop) (?:gepakt|gekocht|gemaakt|om)\b|\bik haat mijn leven\b|\bgeen zin meer om (?:door te gaan|te leven)\b|\bverder moet leven\b/,
  /\bwaarom (?:leef|besta) ik\b|\bgeen reden (?:meer )?om te leven\b|\b(?:niemand|nobody) (?:zou|would) (?:\w+ )?(?:mij|me|miss me)\b.*\b(?:missen|gone|if i)\b/,
  /\b(?:iedereen|niemand|everyone|everybody|nobody) (?:vergeet|mist|forgets|misses) (?:mij|me)$/,
  // Harming oneself.
  /\b(?:snij|snijd|sneed|kras|verwond|beschadig) (?:ik )?(?:me|mij|mijn|mezelf|mijzelf|m)(?:zelf| zelf)?\b/,
  /\b(?:mezelf|mijzelf|me zelf|zichzelf)\b(?: (?!niet\b)\w+){0,4} (?:aandoen|aan te doen|aandoet|op ?hangen|op te hangen|verdrinken|van kant|pijn(?: doen| te doen)?|gesneden|verwonden|snijden)\b/,
  /\b(?:doe|deed) (?:ik )?(?:mezelf|mijzelf|me zelf) (?:pijn|iets|wat)\b/,
  /\b(?:mijn|m n) (?:polsen|armen|pols) (?:\w+ )?(?:gesneden|door|open|opensnijden|snijden)\b|\bin mijn (?:polsen|armen)\b/,
  /\b(?:ik|heb|heeft|hebben|net|hij|ze)\b.*\b(?:pillen|medicijnen|paracetamol) (?:\w+ ){0,2}(?:ingenomen|geslikt|genomen|op)\b/,
  /\bpillen (?:geslikt|ingenomen|genomen)\b/,
  /\b(?:gaat|wil|ga|dreigt|staat)\b.*\b(?:springen|voor de trein)\b(?! bij)/,
  // Violence and abuse.
  /\b(?:slaat|slaan|sloeg|sloegen|schopt|schopte|mishandelt|misbruikt|bedreigt|wurgt|verkracht)(?: \w+){0,1} (?:me|mij)\b/,
  /\b(?:me|mij) (?:\w+ ){0,3}(?:geslagen|slaat|slaan|mishandelt|mishandeld|misbruikt|verkracht|aangerand|te vermoorden|vermoord|bedreigd|bedreigt|aan te doen)\b/,
  /\bik (?:word|werd|ben)\b(?: \w+){0,5} (?:geslagen|mishandeld|misbruikt|verkracht|aangerand|bedreigd)\b/,
  /\b(?:wordt|worden) (?:hier |nu |op dit moment |weer )+(?:\w+ )?(?:geslagen|mishandeld|misbruikt)\b/,
  /\b(?:hij|zij|ze) zit (?:steeds |weer )?aan (?:mij|me)\b/,
  /\b(?:hij|zij|ze|papa|mama|vader|moeder|oom|opa|vriend|ex)\b.*\b(?:doet|deed) (?:me|mij) (?:\w+ )?pijn\b/,
  /\b(?:gooit|gooide|duwt|duwde|trapt|trapte) (?:me|mij)\b|\bwordt (?:\w+ ){1,3}(?:aangeraakt|betast|aangerand|misbruikt|in elkaar geslagen)\b(?! door de)/,
  /\b(?:wil|gaat|dreigt|ging) (?:\w+ ){1,3}(?:te )?(?:vermoorden|doodmaken|dood te maken|neersteken|wurgen)\b|\bdreigt (?:\w+ )*(?:geweld|te schieten)\b/,
  /\b(?:voor|aan) (?:de|mijn|onze) deur\b.*\bdreigt\b|\b(?:ik ben|is) weggelopen en slaapt? op straat\b/,
  /\b(?:ik|me|mij|we|ons)\b.*\b(?:niet veilig|onveilig) thuis\b|\bthuis (?:is het |ben ik |voel ik me )+(?:niet veilig|onveilig)\b/,
  /\bbang (?:om naar huis|om thuis|thuis)\b|\bdurf niet (?:meer )?naar huis\b/,
  /\bmet een (?:\w+ )?(?:mes|pistool|wapen)\b|\bheeft een (?:mes|pistool|wapen)\b/,
  // In danger now.
  /\b(?:buiten bewustzijn|bewusteloos)\b|\badem(?:t|en)? (?:\w+ )?(?:niet|nauwelijks|amper)\b/,
  /\bbel(?:len|t)?(?: \w+){0,2} 112\b|\b112 bellen\b|\bambulance\b/,
  /\b(?:noodgeval|noodsituatie|levensgevaar|levensgevaarlijk)\b|\b(?:acuut|direct|groot) (?:in )?gevaar\b|\b(?:kind|jongere|iemand|meisje|jongen|ik ben|wij zijn|we zijn) (?:\w+ ){0,2}in gevaar\b/,
  /\b(?:iemand|hij|ze|zij) (?:gaat|is) dood\b/,
  /\b(?:er is|er was) brand\b|\b(?:politie|hulpdiensten) (?:nu )?nodig\b|\bbel (?:nu )?(?:de )?politie\b/,
  // English.
  /\bi (?:\w+ ){0,2}(?:want to|wanna|wish to|wish i could|would rather) (?:\w+ )?(?:die|be dead|kill|hurt|harm|end it all|disappear forever)\b/,
  /\bi (?:dont|do not|no longer) want to (?:live|be alive|exist|wake up)\b|\bi (?:dont|do not) want to be here any ?more$/,
  /\bi wish i (?:was|were) dead\b|\bkill (?:myself|himself|herself|themselves)\b|\bend(?:ing)? (?:my|his|her|their) life\b|\bi (?:cant|cannot) go on\b|\bend it all\b/,
  /\b(?:cut|cutting|hurt|hurting|harm|harming) (?:myself|himself|herself)\b/,
  /\b(?:hits|hit|beats|beat|rapes|raped|abuses|abused|touches|molests|threatens|strangles) me\b/,
  /\bi (?:was|am|got|have been|am being)\b(?: \w+){0,2} (?:raped|beaten|abused|molested|assaulted)\b/,
  /\b(?:is|lies|lying) unconscious\b|\b(?:not|stopped) breathing\b|\bcall (?:an ambulance|112|911)\b|\ban ambulance\b/,
  /\b(?:has|with) a (?:knife|gun|weapon)\b|\bi(?:m| am| do not feel| dont feel)(?: not)?(?: \w+)? (?:safe|unsafe) at home\b|\bnot safe at home\b/,
  /\b(?:took|taken|swallowed)(?: \w+){0,3} (?:overdose|pills)\b|\b(?:an|this is an|there is an) emergency\b/,
  /\b(?:is|are|child|somebody|someone) in (?:immediate |acute )?danger\b|\b(?:about|going) to jump\b/,
  /\bwants to (?:jump|die|kill)\b|\bno reason (?:left )?to live\b|\b(?:would|will) miss me\b|\b(?:going|wants|trying) to kill (?:me|us|her|him)\b/,
  /\btook (?:\w+ ){0,2}(?:my|her|his|the) pills\b|\btouches (?:me|my)\b|\bcall the police\b|\bbleeding\b/,
];

/** What may be the subject of a question too: an expert in it, a place after it. */
const unlessSubject: readonly RegExp[] = [
  /\b(?:een |heeft |nam )overdosis\b|\bsuicidaal\b|\bsuicidal\b|\bzelfmoord(?:gedachten|poging)?\b/,
  /\b(?:snijdt|verwondt|beschadigt|bezeert) (?:nu )?zichzelf\b|\bzichzelf (?:nu )?(?:iets|wat|van het leven)\b/,
  /\b(?:wil|wilt) (?:\w+ )?dood\b|\bdood wil\b/,
];

const subject =
  /\b(?:experts?|expertise|deskundigen?|specialist\w*|verstand van|ervaring met|iets van|wie (?:weet|kent|heeft|denkt|is)|(?:crisis|vervolg)?plek(?:ken)?|bed|consultatie|consult|meedenken|meedenkt|zoek\w*|noteer|notitie|kennis|training|cursus|preventie|protocol|richtlijn|beleid|presentatie|vorig jaar|who (?:knows|can)|experts?|knowledge|prevention|placement|place for|last year|note that)\b/;

const usual = createNearest(
  'zelfmoord suicidaal suicidal mishandeld mishandelt misbruikt bewusteloos overdosis verkracht ambulance noodgeval noodsituatie levensgevaar unconscious overdose emergency'.split(
    ' ',
  ),
);

const work =
  /\b(?:planning|formulier\w*|gemeente|overleg\w*|team|notulen|termijn\w*|taak|taken|casus\w*|agenda|budget|geld|voorstel\w*|stem\w*|adres|kaart|klankbord|sparringpartner|reservering|vergadering|kantoor|office|meeting|form|appointment|budget|case)\b/i;

/** Work is spoken of: a sentence of which only some words resemble distress is about that. */
export const speaksOfWork = (text: string): boolean => work.test(text) || subject.test(text.toLowerCase());

/** Sentences that nobody types about something else; the recogniser knows more of them, and is less sure. */
export function soundsLikeDistress(text: string): boolean {
  return text
    .split(/[.!?\n;]+/)
    .map(plain)
    .some(
      (sentence) =>
        certain.some((sign) => sign.test(sentence)) ||
        (!subject.test(sentence) && unlessSubject.some((sign) => sign.test(sentence))),
    );
}

/** Small letters without accents and signs, and the words that matter as they are spelled. */
function plain(sentence: string): string {
  const words = sentence
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/\b(dood|die)[d]+\b/g, '$1')
    .match(/[a-z0-9]+/g);
  return (words ?? []).map((word) => usual(word)[0] ?? word).join(' ');
}
