const inSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Between a first name and a surname. */
export const particles = inSet("van von de der den het 't ten ter te el al la le bin da di dos du");
export const titles = inSet('mevrouw mevr mw mej meneer dhr heer meester mr mrs ms');
export const naming = inSet('heet heette heten genaamd geheten called named');
export const possessives = inSet('zijn haar hun his her their');
/** Who somebody is to a young person. */
export const kin = inSet(
  'moeder vader ouder ouders mama papa oma opa tante oom broer broertje broertjes zus zusje zusjes zuster neef neefje nicht nichtje ' +
    'zoon dochter tweeling kind kindje kinderen meisje jongen jongere jeugdige baby peuter kleuter puber leerling cliënt client ' +
    'patiënt patient voogd gezin familie vriend vriendin vriendje partner buurman buurvrouw stiefvader stiefmoeder pleegmoeder ' +
    'pleegvader pleegouders stiefbroer stiefzus halfbroer halfzus schoonmoeder mother father mum dad parents brother sister son ' +
    'daughter grandmother grandfather aunt uncle child girl boy youth guardian boyfriend girlfriend stepfather stepmother',
);
/** With a capital, and yet nobody. */
export const ordinary = inSet(
  'ik jij je hij zij ze wij we jullie het een de dit dat deze die er is heeft wil kan moet mag gaat komt wordt was had zou niet geen ' +
    'en of maar want dus als voor van met bij op in aan uit naar over tot om door na zonder wie wat waar wanneer hoe welke veilig thuis ' +
    'raad rechtbank hof gemeente wijkteam school januari februari maart april mei juni juli augustus september oktober november ' +
    'december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag nederlands engels turks pools arabisch duits frans spaans ' +
    'marokkaans syrisch oekraïens somalisch eritrees afghaans iraans roemeens bulgaars russisch nidos leger politie ' +
    'i he she they it the a an of and or to from with dutch english doorbraak teams bsn',
);
/** Made-up names that cases have. */
export const nature = inSet(
  'merel linde wolf egel valk das vos ree beer otter bever eekhoorn haas konijn marter lynx uil uiltje havik buizerd adelaar arend ' +
    'zwaluw spreeuw mus vink lijster koolmees roodborst ijsvogel kraai ekster specht reiger ooievaar zwaan gans eend kievit leeuwerik ' +
    'vlinder libel hommel bij krekel mier spin eik els berk beuk es esdoorn wilg den spar lariks kastanje hazelaar populier iep taxus ' +
    'hulst vlier klimop varen mos riet klaver distel brem heide tijm salie munt zonnebloem madelief klaproos korenbloem lelie tulp narcis ' +
    'krokus sneeuwklok duif rivier beek meer zee golf duin berg dal ster maan zon wolk regen sneeuw wind',
);
/** Somebody who is put to work by the sentence is a colleague, known or not. */
export const putToWork = inSet(
  'koppel wijs voeg zet laat haal vraag nodig vervang maak verwijder herinner geef collega assign add put invite let make give colleague',
);
/** A part of the name of an organisation. */
export const organisation =
  /^(?:stichting|school|college|lyceum|kliniek|centrum|huize|huis|gezinshuis|praktijk|groep|team|fonds|sint|st|zorgboerderij|instelling|[\p{L}-]*(?:ziekenhuis|stichting|school|college|kliniek|centrum|huis|instituut|straat|laan|weg|plein))$/u;
/** The beginning of one. */
export const organisationStart = /^(?:jeugd|zorg|gezins|regio|expert|kinder|bureau|dienst|crisis)/;
