import { deepStrictEqual } from 'node:assert/strict';
import { findPersonalData, guardTexts, type PersonalDataKind } from '../../src/core/personal-data.ts';

type Marked = Readonly<{ text: string; expected: readonly Readonly<{ kind: string; found: string }>[] }>;

/** `bel {phone:06-12345678}` is the text without the braces, in which exactly that is to be found. */
function marked(line: string): Marked {
  const expected = Array.from(line.matchAll(/\{([a-z-]+):([^}]*)\}/g), ([, kind = '', found = '']) => ({
    kind,
    found,
  }));
  return { text: line.replaceAll(/\{[a-z-]+:([^}]*)\}/g, '$1'), expected };
}

function found(text: string): Marked['expected'] {
  return findPersonalData(text).map(({ kind, start, end }) => ({ kind, found: text.slice(start, end) }));
}

function finds(title: string, lines: readonly string[]): void {
  describe(title, () => {
    for (const line of lines) {
      it(line, () => {
        const { text, expected } = marked(line);
        deepStrictEqual(found(text), expected);
      });
    }
  });
}

describe('findPersonalData', () => {
  finds('finds a BSN', [
    'BSN {bsn:111222333}',
    'bsn is {bsn:123456782}.',
    'burgerservicenummer: {bsn:111.222.333}',
    'nummer {bsn:111 222 333} hoort bij haar',
    'nummer {bsn:111-222-333}',
    'nummer {bsn:1112.22.333}',
    'cijfers {bsn:1 1 1 2 2 2 3 3 3}',
    'bsn{bsn:111222333}',
    'casus 12 {bsn:249566758}',
    'Wolf {bsn:061234503} 5 jaar',
    '{bsn:111222333} Europese regels',
    'groep 2 {bsn:111 222 333}',
    'sofinr {bsn:12345678} klopt volgens mij niet',
    '{bsn:12345672} is zijn bsn',
    'bsn: {bsn:123456789}, misschien fout getypt',
    '({bsn:999999990})',
  ]);
  finds('looks into no id of a system', [
    'lid 3963deea-a863-43aa-8456-0801851446d7',
    'be94a149-708d-448c-b655-181eb8ed784e',
    '3963DEEA-A863-43AA-8456-0801851446D7 bsn {bsn:111222333}',
  ]);
  finds('takes no other number for a BSN', [
    'dossier 123456789',
    'nummer 000000000',
    'factuur 202600145 is betaald',
    'het budget is 123456789 euro',
    'het budget is 111222333 euro',
    'het budget is € 111.222.333,00',
    'EUR 111222333',
    'Teams-vergadering code 345 678 912',
    'versie 2.0.1.15',
    'de aantallen waren 111 222 333 444',
    'kenmerk F111222333',
    'referentie 1112223334',
    'nummer 12345672',
    'de deadline is 01-06-2026 3 weken na de start',
    'bsn volgt, deadline 01-06-2026',
    'casus LI-2026-0002 en 2025-0987',
    'zonder bsn bij casus 2026-00145',
  ]);
  finds('finds an account number', [
    'rekening {iban:NL91ABNA0417164300}',
    'op {iban:NL20 INGB 0001 2345 67}, graag',
    'iban {iban:nl91 abna 0417 1643 00}',
    'rekening {iban:NL91  ABNA 0417 - 1643 00}',
    'verkeerd getypt: {iban:NL02 RABO 0123 4567 89}',
    'in België {iban:BE71 0961 2345 6769}',
    'in Duitsland {iban:DE89370400440532013000}',
  ]);
  finds('takes no other code for an account number', [
    'NL91 is geen rekening',
    'BE71 0961 2345 6768',
    'code XX91ABNA0417164300',
    'NL91ABNA04171643001234',
  ]);
  finds('finds a phone number', [
    'bel {phone:06-12345678}',
    'bel {phone:06 23 45 67 89} na vier uur',
    'bel {phone:06-12 34 56 78}',
    'bel {phone:0612345678}',
    '{phone:+31 6 87654321} is van oma',
    '{phone:+31(0)6 87654321}',
    '{phone:+31612345678}',
    '{phone:0031 6 12345678}',
    'thuis {phone:077-3541234}',
    'thuis ({phone:0475) 123456}',
    'school: {phone:0478 551234}',
    'oma in België {phone:+32 470 12 34 56}',
    'tel {phone:0475-123456} 2 keer',
  ]);
  finds('takes no other number for a phone number', [
    'bel me op toestel 1234',
    'de zitting is 06-12-2026 14.30 uur',
    'op 01-06-2026 om 14.00 uur',
    '06-12-26 14.30',
    'kosten 0,12 per 100.000.000',
    'nummer 061234567890',
    'casus 2026-0147',
    'in 2024 waren er 112 aanmeldingen',
  ]);
  finds('finds an e-mail address', [
    'mail {email:oma.linde@voorbeeld.nl}',
    '{email:p_l-1+school@mail.voorbeeld.nl}, en {email:ouder@voorbeeld.com}.',
    '<{email:ouder@voorbeeld.nl}>',
  ]);
  finds('takes no other word for an e-mail address', [
    '@Doorbraak help',
    'ik ben @ school',
    'a@b',
    'overleg @ 12.30 uur',
  ]);
  finds('finds an address', [
    'adres: {address:Dorpsstraat 12}, {address:5911 AB} Venlo',
    'woont op de {address:Molenweg 4a} in Horst',
    '{address:Burgemeester Linzenstraat 101} te Weert',
    'woont aan de {address:dorpsstraat nr. 12}',
    'adres:{address:Dorpsstraat 12}',
    'thuis ({address:Molenweg 4})',
    'postcode {address:6221ZX}',
    'postcode {address:6221zx}',
    '{address:Kerkplein 7} {address:6041 CD} Roermond',
    '{address:Lindelaan 12-3}, {address:2011 EN} Haarlem',
    'postcode {address:2026 GI}',
  ]);
  finds('takes no other words for an address', [
    'in 2024 en 2025',
    'in 2025 is dat anders',
    'de 1500 km en 1000 mg',
    'in 2025 GI gesproken',
    'we zijn onderweg 2 uur kwijt',
    'is al weg 3 weken',
    'een traject van 12 weken',
    'zie pagina 12 van de Jeugdwet',
    'plek bij De Hoeve 3',
    'op de arbeidsmarkt 3 kansen',
    'Hoofdstraat 12 jaar geleden opgeknapt',
    'Signalering 4 en vergadering 12',
    'Gerechtshof 4 mei',
    'Oude Molenweg\n4 weken',
  ]);
  finds('finds a date of birth', [
    'geboren {birth-date:12-03-2011}',
    'geb. {birth-date:3 mei 2009}, woont in een gezinshuis',
    'geboortedatum {birth-date:03/05/2009}',
    'geboren te Venlo op {birth-date:3 mei 2009}',
    'geb {birth-date:12-03-11}',
    'geboortedatum: {birth-date:12032011}',
    '{birth-date:12-03-2011} is zijn geboortedatum',
    'jongen ({birth-date:2010-07-22}) met autisme',
    'Merel Vos ({birth-date:14-02-2012})',
    'Merel ({birth-date:14-02-2012}) woont thuis',
    'jarig op? hij verjaart {birth-date:3 mei}',
  ]);
  finds('takes no other date for a date of birth', [
    'de deadline is 01-06-2026',
    'plan een overleg op 12 maart 2026 om 14.00 uur',
    'Rechtbank Limburg zitting 4 mei 2026',
    'Beschikking (04-05-2026) is binnen',
    'het overleg (12-03-2026) ging door',
    'wachtlijst per 1 januari 2025',
    'gisteren gebeld, 12-03-2026 volgt meer',
    'het gebouw is van 12-03-1980',
    '03-04-2011',
  ]);
  finds('finds what is hidden behind other signs', [
    'bsn {bsn:１１１２２２３３３}',
    'nummer {bsn:111\u200b222\u200b333}',
    'nummer {bsn:111\u2009222\u2009333}',
    'nummer {bsn:111–222–333}',
    'nummer {bsn:١١١٢٢٢٣٣٣}',
    'nummer {bsn:①①①②②②③③③}',
    'bel {phone:06‑1234\u00ad5678}',
    '👧🏽 {bsn:111222333}',
  ]);

  it('names every kind once, in order and without overlap', () => {
    const text =
      'Linde (14-02-2012) Kerkplein 7 6041 CD tel 0475-123456, oma@voorbeeld.nl, NL91ABNA0417164300, 111222333';
    const kinds = found(text).map(({ kind }) => kind);
    deepStrictEqual(kinds, ['birth-date', 'address', 'address', 'phone', 'email', 'iban', 'bsn']);
  });

  it('finds nothing in an ordinary story', () => {
    const story =
      'Meisje van 15 met anorexia, zit 14 maanden thuis. EMDR en TF-CBT zijn geprobeerd; GGZ heeft een wachttijd van 20 weken. ' +
      'Besluit: invliegen 6 uur per week, 12 weken, EUR 9.800. Plek over 6 weken bij De Hoeve. Casus NH-2026-0001, zie 2026-0147.';
    deepStrictEqual(found(story), []);
  });
});

describe('guardTexts', () => {
  it('names each field and kind once, and never what was written', () => {
    const fields = {
      careQuestion: 'bel 06-12345678 of 06-87654321, bsn 111222333',
      tried: 'drie plekken',
      parties: undefined,
    };
    const expected: readonly { field: string; kind: PersonalDataKind }[] = [
      { field: 'careQuestion', kind: 'phone' },
      { field: 'careQuestion', kind: 'bsn' },
    ];
    deepStrictEqual(guardTexts(fields), expected);
  });

  it('says nothing of clean fields', () => {
    deepStrictEqual(guardTexts({ careQuestion: 'Wacht 20 weken op een plek', tried: '' }), []);
  });
});
