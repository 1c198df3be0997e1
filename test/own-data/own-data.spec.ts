import { deepEqual, equal, ok } from 'node:assert/strict';
import { streamId } from '../../src/core/ids.ts';
import { hasButton, submitExample } from '../support/case-walk.ts';
import { type Persona, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';

describe('what the bot keeps of whoever asks', () => {
  let talking: Talking;
  let number = '';
  const who = (name: string): Persona => talking.world.as(name);
  const chair = (): Persona => who('Kees Willems');
  before(async () => {
    talking = await openTalking({ now: '2026-11-26T10:00:00.000Z' });
    ({ number } = await submitExample(who('Hanna Bosman'), 'merel'));
    await talking.world.idle();
  });
  after(() => talking.world.close());

  async function answered(someone: Persona, text: string) {
    const { outcome = '' } = await talking.said(someone, text);
    const seen = await talking.last(someone);
    return { outcome, seen, said: JSON.stringify(seen.card) + seen.text };
  }
  const knows = async (someone: Persona): Promise<string> => (await answered(someone, 'wat weet je van mij')).said;
  const contactOf = async ({ id }: Persona): Promise<object> =>
    (await talking.world.store.load(streamId('contact', id))).state ?? {};

  async function setSettings(someone: Persona): Promise<void> {
    const { seen } = await answered(someone, 'mijn termijnen');
    const form = await someone.open(seen, 'Instellingen voor herinneringen');
    const away = { awayFrom: '2027-05-03', awayUntil: '2027-05-10', deputy: who('Marieke Jansen').id };
    await someone.press(form, 'Bewaar', { from: '10:00', until: '16:00', language: 'nl', ...away });
    await talking.world.idle();
  }

  it('is shown in their own words and place: directory, chat, settings, conversation and log', async () => {
    await setSettings(chair());
    await talking.said(chair(), `casus ${number}`);
    const said = await knows(chair());
    for (const part of [
      'Kees Willems, Expertteams Noord en West',
      'voorzitter van een expertteam',
      'Je zit in: ',
      'Het adres van onze chat in Teams.',
      'tussen 10:00 en 16:00 uur, op 5 dagen',
      'Vervanger: Marieke Jansen.',
      'Je koos Nederlands.',
      'Je hebt geen expertprofiel.',
      `Ik onthoud tot 13:00 uur waar het over ging: casus ${number}`,
      '60 maanden na de laatste regel',
    ])
      ok(said.includes(part), `${part}: ${said}`);
  });

  it('is understood in other words, and shows of nobody else', async () => {
    const { outcome, said } = await answered(
      who('Erik Mulder'),
      'welke gegevens heb je eigenlijk over mij opgeslagen?',
    );
    equal(outcome, 'shown');
    ok(said.includes('Erik Mulder') && !said.includes('Kees Willems') && !said.includes(number), said);
  });

  it('is one press away in the settings', async () => {
    const { seen } = await answered(chair(), 'mijn termijnen');
    const form = await chair().open(seen, 'Instellingen voor herinneringen');
    const known = await chair().next(form, 'Wat weet je van mij?');
    ok(JSON.stringify(known.card).includes('Kees Willems, Expertteams Noord en West'));
    deepEqual(titlesOf(known.card), [], 'no button of a card works in a dialog');
  });

  it('says what goes and what stays before anything is forgotten', async () => {
    const { seen, said, outcome } = await answered(chair(), 'vergeet mij');
    equal(outcome, 'asked');
    for (const part of ['Dit gaat meteen weg:', 'Dit blijft, en waarom:', 'toegangslog', 'Vraag het de beheerder'])
      ok(said.includes(part), part);
    ok(hasButton(seen, 'Vergeet dit nu'));
    ok((await knows(chair())).includes('tussen 10:00 en 16:00 uur'), 'nothing happened yet');
  });

  it('is forgotten by the button, and another click changes nothing', async () => {
    const { seen } = await answered(chair(), 'vergeet mij');
    const before = await contactOf(chair());
    ok('conversationId' in before);
    equal((await talking.during(() => chair().click(seen, 'Vergeet dit nu'))).outcome, 'done');
    deepEqual(await contactOf(chair()), {});
    ok(JSON.stringify(await chair().click(seen, 'Vergeet dit nu')).includes('Weg zijn'), 'the same click again');
    const again = await answered(chair(), 'vergeet mij');
    equal((await talking.during(() => chair().click(again.seen, 'Vergeet dit nu'))).outcome, 'done');
    deepEqual(await contactOf(chair()), {});
    const said = await knows(chair());
    ok(said.includes('tussen 08:30 en 17:30 uur'), said);
    ok(!said.includes('Vervanger') && !said.includes('Je koos'), said);
    ok(said.includes('Ik onthoud nu niets van dit gesprek.'), said);
    ok(said.includes('Kees Willems, Expertteams'), 'the directory stays');
    ok(said.includes('Het adres van onze chat in Teams.'), 'what they sent was remembered anew');
  });

  it('takes an expert from the list, and leaves the rest of the experts', async () => {
    const femke = who('Femke Wiersma');
    ok((await knows(femke)).includes('Je staat in de lijst met experts'));
    const asking = await answered(femke, 'vergeet mij');
    const answer = JSON.stringify(await femke.click(asking.seen, 'Vergeet dit nu'));
    ok(answer.includes('Je staat niet meer in de lijst met experts.'), answer);
    ok((await knows(femke)).includes('Je bent uit de lijst met experts'));
    ok((await knows(who('Joost van Dalen'))).includes('Je staat in de lijst met experts'));
  });

  it('has nothing to take from who has no profile and set nothing', async () => {
    const erik = who('Erik Mulder');
    const asking = await answered(erik, 'forget me');
    const answer = JSON.stringify(await erik.click(asking.seen, 'Vergeet dit nu'));
    ok(!answer.includes('lijst met experts'), answer);
    ok((await knows(erik)).includes('tussen 08:30 en 17:30 uur'));
  });

  it('is told in their own chat only', async () => {
    const { teams } = await who('Marieke Jansen').conversations();
    const general = teams[0]?.channels[0]?.title ?? '';
    for (const text of ['wat weet je van mij', 'vergeet mij'])
      equal((await talking.mentioned(who('Marieke Jansen'), text, general)).outcome, 'only-in-chat', text);
  });
});
