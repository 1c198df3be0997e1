import { deepEqual, equal, ok } from 'node:assert/strict';
import { decide, presetIn, submitExample } from '../support/case-walk.ts';
import { type Persona, type Seen, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';

const asked = {
  agenda_toevoegen: 'ik heb een agendapunt voor de regioraad',
  overleg_plannen: 'plan een overleg in voor volgende week dinsdag',
  notitie_toevoegen: 'maak een notitie',
  rapportage: 'geef me de kwartaalcijfers',
  kennis_zoeken: 'zoek informatie over gesloten jeugdhulp',
};

/** One of every set of roles that gets other buttons. */
const someone = {
  'Hanna Bosman': ['Mijn casussen'],
  'Marieke Jansen': ['Casussen van mijn team', 'Mijn casussen'],
  'Jan Peeters': ['Besluitenlijst', 'Budget', 'Planning', 'Wie wordt vaak gevraagd', 'Mijn casussen'],
  'Els Maes': ['Besluitenlijst', 'Budget', 'Planning', 'Mijn casussen'],
  'Lotte Hendriks': ['Casussen van mijn team', 'Mijn casussen'],
};
const served = ['listed', 'shown', 'asked', 'which-case'];

describe('what the bot cannot do', function () {
  this.timeout(60_000);
  let talking: Talking;
  let running = '';
  const who = (name: string): Persona => talking.world.as(name);
  before(async () => {
    talking = await openTalking({ now: '2026-11-26T10:00:00.000Z' });
    ({ number: running } = await submitExample(who('Ruben Timmermans'), 'wolf'));
    await submitExample(who('Ruben Timmermans'), 'merel');
    await decide(who('Marieke Jansen'), running, {
      ...{ reason: 'Maatregel: voorrang.', processDirector: who('Fatima El Amrani').id },
    });
    await talking.world.idle();
  });
  after(() => talking.world.close());

  async function answered(someone: Persona, text: string) {
    const { outcome = '' } = await talking.said(someone, text);
    const seen = await talking.last(someone);
    return { outcome, seen, titles: titlesOf(seen.card), said: JSON.stringify(seen.card) + seen.text };
  }

  async function pressed(persona: Persona, seen: Seen, title: string): Promise<string> {
    if (!title.startsWith('Nieuwe termijn'))
      return (await talking.during(() => persona.click(seen, title))).outcome ?? '';
    await persona.open(seen, title);
    return 'shown';
  }

  for (const [name, figures] of Object.entries(someone)) {
    it(`offers ${name} what comes nearest, by buttons that work`, async () => {
      const persona = who(name);
      const lost: string[] = [];
      for (const text of Object.values(asked)) {
        const { outcome, seen, titles } = await answered(persona, text);
        equal(outcome, 'not-by-chat', text);
        for (const title of titles) {
          const told = await pressed(persona, seen, title);
          if (!served.includes(told)) lost.push(`${title}: ${told}`);
        }
      }
      deepEqual(lost, []);
      deepEqual((await answered(persona, asked.rapportage)).titles, figures);
    });
  }

  it('says so, and offers nothing that somebody may not see', async () => {
    const { titles, said } = await answered(who('Hanna Bosman'), asked.kennis_zoeken);
    deepEqual(titles, []);
    ok(said.includes('vraag het dan aan de voorzitter'), said);
    deepEqual((await answered(who('Hanna Bosman'), asked.agenda_toevoegen)).titles, ['Nieuwe termijn']);
    deepEqual((await answered(who('Jan Peeters'), asked.agenda_toevoegen)).titles, ['Voorstellen', 'Nieuwe termijn']);
  });

  it('brings the day that was said to a deadline of one’s own, and nothing else of what was typed', async () => {
    const chair = who('Marieke Jansen');
    const { seen, titles, said } = await answered(chair, `plan een overleg op 8 december voor casus ${running}`);
    deepEqual(titles, ['Open een casus, met de weg naar het kanaal', 'Nieuwe termijn op dinsdag 8 december 2026']);
    ok(said.includes('agenda van Teams'), said);
    equal(presetIn(await chair.open(seen, titles[1] ?? ''), 'day'), '2026-12-08');
    const turn = await talking.during(() => chair.click(seen, titles[0] ?? ''));
    equal(turn.outcome, 'shown');
  });

  it('keeps no note, and says where it belongs', async () => {
    const { said } = await answered(who('Marieke Jansen'), `noteer bij ${running} dat vader krokodillen houdt`);
    ok(said.includes('Notities bewaar ik niet') && !said.includes('krokodillen'), said);
    ok(!talking.written.join('').includes('krokodillen'));
  });

  it('shows how a case stands instead of a summary, and says that this is what it shows', async () => {
    const chair = who('Marieke Jansen');
    const { outcome, said } = await answered(chair, `vat casus ${running} samen`);
    equal(outcome, 'shown');
    ok(said.includes('Samenvatten kan ik niet') && said.includes(`Casus ${running}`), said);
    const which = await answered(who('Hanna Bosman'), 'vat de vergadering van dinsdag samen');
    equal(which.outcome, 'which-case');
    const several = await answered(who('Ruben Timmermans'), 'vat de vergadering van dinsdag samen');
    equal(several.outcome, 'asked');
    ok(several.said.includes('ook geen overleg of gesprek') && several.titles.includes(running), several.said);
    equal((await answered(who('Erik Mulder'), `vat casus ${running} samen`)).outcome, 'not-allowed');
  });

  it('shows what has to be done instead of an agenda; the list itself says nothing of agendas', async () => {
    const jan = who('Jan Peeters');
    const agenda = await answered(jan, 'laat de agenda van deze week zien');
    equal(agenda.outcome, 'listed');
    ok(agenda.said.includes('die zie ik niet'), agenda.said);
    ok(!(await answered(jan, 'mijn termijnen')).said.includes('die zie ik niet'));
  });

  it('does nothing when that is asked', async () => {
    ok((await answered(who('Jan Peeters'), 'laat maar')).said.includes('ik heb niets gedaan'));
  });
});
