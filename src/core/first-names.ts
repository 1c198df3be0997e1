/**
 * First names that young people in the Netherlands and their parents have, in small letters: Dutch, Turkish, Moroccan, Polish and
 * others. Written down from general knowledge; they are of nobody. Names of plants and animals are left out: cases are called so.
 */
export const firstNames: ReadonlySet<string> = named(
  'aaliyah abdel abdelkader abdirahman abdul abdullah achmed adam adem adriaan agata agnieszka ahmed ahmet aischa ' +
    'aisha ajay alejandro aleksander aleksandra alex alexander ali alicia alina amal amanda amelie amin amina amine ' +
    'amir amira amy amélie anass anastasia andrea andreas andreea angela angelique anja anke ann anna annabel ' +
    'annelies annemarie anniek anouar anouk antje antoine antonio anwar arda arjan arthur arwen asli asma asya axel ' +
    'aya ayaan ayla aylin aymen ayoub ayse aysel aziz babette badr barbara barend bart bartosz bastiaan beatrix ' +
    'benjamin bente berat berend bernd betty bianca bilal bjorn björn boaz bodhi boris boudewijn boyd brahim ' +
    'bram brenda brian brigitte britney britt bruno burak carla carlijn carlos carolien caroline casper catharina ' +
    'celine cem chahid chantal charlie charlotte chayenne chiara chloë chris christa christiaan christian christina ' +
    'christine cindy claire claudia coen colin conny corina corine corrie cynthia cédric céline daan damian damien ' +
    'dani daniel daniela danielle danique daniëlle danny daphne dave david dawid deborah delano demi denise dennis ' +
    'denzel derk desiree desirée dewi diana diederik diego dilan dilara dimitri dion dirk djamila dominik donna ' +
    'donny dorien doris douwe driss dunya dylan ebru ecrin eda edwin eefje efe ela elena elias elif elijah elin ' +
    'eline elisa elisabeth elise ella ellen elly els elske emily emine emir emma emmy emre enes enzo erica erik erwin ' +
    'esmee esmée esra estelle esther ethan eva evelien evi evy ewa ezra fabian fadi faisal farah fardin farid farouk ' +
    'fatih fatiha fatima fatma fay feline femke fenna fien filip finn fiona floortje floris fouad frank franka ' +
    'frederik freek freya furkan gabriel gabriela geert gerard gerda gerrit gert gijs gina giovanni giulia gizem ' +
    'greet greetje gregor grietje guido gulsum gülsüm hafid hafsa haitam hakan hakim halima hamid hamza hana hanan ' +
    'hanna hannah hanneke hans harun hasan hassan hatice hayat hedwig heidi heleen helena helma hendrik henk ' +
    'henny herman hicham hidde hilde houda hubert hugo huub ibrahim ida igor ihsan ikram ilham ilias ilona ilse ilyas ' +
    'iman imane imran indy ineke inez inge ingrid irem irene irina isaac isabel isabella isabelle ishak ismail ivan ' +
    'ivo iwona izabela jacob jacqueline jakub jamal james jamie jana janine janneke jannes jantine jaro ' +
    'jasmine jason jay jayden jaylinn jayson jeanette jeffrey jelle jelte jennifer jenny jeremy jermaine jeroen ' +
    'jerome jesper jesse jessica jessy jikke jim jip joana joanna jochem joep joey johan johanna johannes john ' +
    'johnny jolanda jolien jonas jonathan jonna joost jordy joren joris jorn jorrit josef josephine joshua josé jouke ' +
    'joy joyce juan judith jules julia julian juliana julie juliette jurre justin justyna kaan kacper kai karel karim ' +
    'karima karin karlijn karolina kasia kasper katarzyna kate kathleen katja katrien kayleigh kelly kenan kenneth ' +
    'kenza kerem kevin khadija khaled khalid kiara kiki klaas klaudia koen kubilay kyan kyara kylie kübra laila lana ' +
    'lara larissa lars latifa laura lauren laurens lea leah leandro leanne lena lennard lennart lennox leo leon ' +
    'leonie leroy levi lex leyla liam lidewij lieke lieselot lieve lili lilian lilly lily lina linda lindsey linsey ' +
    'lisa lisanne lise liv livia liz lizzy loek loes lois lola lotje lotte louis louise lowie loïs luc luca lucas ' +
    'lucia lucie lucy luka lukas lukasz luke luuk lynn lysanne maaike maarten maartje maciej madelon magda magdalena ' +
    'mahmoud maikel maja malak malgorzata malik malika malou mandy manon manuel mara marc marcel marcin margaret ' +
    'margriet maria mariam marian marianne marieke marije marijke marijn mario marion marit mariusz marja marjan ' +
    'marjolein marleen marlies marloes marlon marouane marta martha martijn martin martine marwa mary maryam matej ' +
    'mateusz mathijs matteo matthijs maud maureen maurice mauro mehdi mehmed mehmet meike melanie melike melissa ' +
    'melle melvin mert merve meryem mia micha michael michal michel michelle michiel mick mieke mikail mike mikey ' +
    'mila milou mina miriam mirjam mirjana mirte mirthe moana mohamed mohammad mohammed moniek monika monique mounir ' +
    'mourad muhammed murat musa mustafa myrthe nabil nadia nadine najat najib naomi naoufal nasser nassim natalia ' +
    'natalie natasha nathalie nathan nathaniel nawal nayla nele nena nesrin nicky niek niels nienke nikki nikola ' +
    'nikolai nils nina nisa nishant noa noah noel noor noortje nora noud nour nourdin novi noé noël odin oleksandr ' +
    'olena olga oliver olivia omar onur oscar osman ouassim oumaima pascal pascalle patricia patrick patryk paul ' +
    'paula pauline pelin peter petra philip philippe phoebe pien piet pieter pietje piotr pleun priscilla quincy ' +
    'quinn quinten rabia rachel rachid rafael rafal ralf ramazan rana rania ranisha raoul raphael rayan rayen rebecca ' +
    'reinier remco remy renate rené renée ricardo richard rick rico riet rik rinske rita rob robbert robert robin ' +
    'rochelle roderick roel roelof rogier roland romy romée ron ronald ronnie rosa rosalie rosan roxanne roy ruben ' +
    'rudi rudolf ruud ryan saar sabine sabrina safae safiya salim salima salma salomé samantha samir samira ' +
    'sammie sana sanaa sander sandra sanne santino sara sarah saskia saïd scott sean sebastiaan sebastian sefa selena ' +
    'selim selin selma sem senna serdar serena sevda shaina shakira shania shanna shannon sharon sheila sherida ' +
    'shirley sibel siebe siem silke silvia simon simone sinan sjoerd sjors sofie sonja sophia sophie soraya soufian ' +
    'soufiane stan stefan stefanie stella stephan stephanie sterre steven stevie stijn stijntje sultan suus suzan ' +
    'suzanne sven svenja sverre sylvana sylvester sylvia szymon tamara tanja tarik tatjana tess tessa teun teuntje ' +
    'thea theo thijmen thijs thomas tijmen tijn tijs tim timo timothy tina tine tirza titia tobias tomasz tommie ' +
    'tonny tosca tristan truus tuana tugba tugce tuğba tuğçe twan tycho tygo tyler tyrone ufuk ulrike umut urszula ' +
    'valentijn valerie vanessa vera veronique victor viktor vince vincent vivian vlad volodymyr walid walter wanda ' +
    'wassim wendy wesley wessel wiebe wieke wiktoria wilhelmina willem wilma wim wissam wojciech wolter wouter xander ' +
    'xavi xavier xenia yannick yara yaro yasin yasmin yasmina yasmine yassin yassine yassir yavuz yente yfke yigit ' +
    'ymke yoeri yorick youri yousra youssef youssra yuna yunus yuri yusuf yvette yvonne zahra zainab zakaria zakariya ' +
    'zara zayn zehra zeynep ziad zina zineb zoe zoey zofia zoë zuzanna ömer özge ümit ',
);

/** Names that are a word, a month or a place as well. */
export const doubtfulNames: ReadonlySet<string> = named(
  'said mats harry eddy ivy jack dick jimmy nick fred bert ben toon harm max milan isa bas cor nova job sam kim jan mark will wil amber floor jet bo mees jade marina ',
);

function named(names: string): ReadonlySet<string> {
  return new Set(names.trim().split(' '));
}
