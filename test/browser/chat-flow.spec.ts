import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { says, type Talker, talker } from '../support/chat-page.ts';
import {
  button,
  cardWith,
  checkPage,
  closeDialog,
  dialogOf,
  field,
  filledWith,
  openConference,
  phone,
  useFlow,
  wide,
} from '../support/flow-pages.ts';
import { fatima } from '../support/governance-walk.ts';
import { useBrowser } from '../support/page-bench.ts';

const [ruben, marieke] = ['Ruben Timmermans', 'Marieke Jansen'];

/** One case in Limburg, by what people type in their own words; what binds they do with the button that answers them. */
describe('browser: a case, from its submission to its closing by talking', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);
  let number = '';

  const onPhone = async (name: string): Promise<Talker> => talker(flow, await flow.chat(name, phone));
  const atDesk = async (name: string): Promise<Talker> => talker(flow, await flow.chat(name, wide));

  async function inChannel(name: string): Promise<Talker> {
    const page = await flow.as(name, phone);
    await openConference(page, number);
    await button(page, 'Beantwoorden').first().click();
    return talker(flow, page);
  }

  /** Presses a button of the answer, and gives the dialog behind it. */
  async function opened({ page }: Talker, answer: Locator, press: string): Promise<Locator> {
    await button(answer, press).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await checkPage(page);
    return dialog;
  }

  const write = (place: Locator, name: RegExp, text: string): Promise<void> =>
    place.getByRole('textbox', { name }).fill(text);

  async function done(page: Page, text: string | RegExp): Promise<string> {
    const dialog = page.getByRole('dialog');
    await dialog.getByText(text).waitFor();
    const told = await dialog.innerText();
    await closeDialog(page);
    return told;
  }

  it('is submitted by who says that somebody is stuck', async () => {
    const { page, say } = await onPhone(ruben);
    const answer = await say('hoi, ik wil een jongere aanmelden die vastloopt');
    await button(answer, 'Casus aanmelden').click();
    await dialogOf(page, 'Casus aanmelden');
    const wolf = page.getByRole('option', { name: /^Wolf/ });
    await field(page, 'Om te oefenen').selectOption((await wolf.getAttribute('value')) ?? '');
    await button(page, 'Vul een voorbeeldcasus in').click();
    await filledWith(page, 'Wolf');
    await button(page, 'Volgende').click();
    await field(page, 'Wat is de vraag?').waitFor();
    await button(page, 'Meld aan').click();
    [number = ''] = /LI-2026-\d{4}/.exec(await done(page, 'beslist uiterlijk')) ?? [];
    assert.notEqual(number, '');
    const arrived = await say('is mijn aanmelding goed aangekomen?', 'Hoe het met een casus staat');
    await button(arrived, number).click();
    await says(arrived, `Casus ${number}`, 'Voorzitter beoordeelt de aanmelding');
    await says(await say('wie gaat er in Weert over jeugdhulp?', 'Waar kan ik terecht?'), 'Expertteam Midden-Limburg');
    await says(await say('en in Venlo?'), 'Expertteam Noord-Limburg');
  });

  it('is decided by its chair, who asks what there is to do this week', async () => {
    const chair = await atDesk(marieke);
    const { page, say } = chair;
    await says(await say('wat moet ik deze week allemaal doen?'), 'Deze week', number, 'Later');
    await says(await say('welke casussen liggen er nu bij mijn team?'), 'Casussen van mijn team', number);
    await says(await say('en die van Venlo?'), 'gemeente Venlo');
    const today = await say('laat die van vandaag eens zien');
    await button(today, number).click();
    await says(today, `Casus ${number}`, 'Voorstel: Opnemen met voorrang');
    const answer = await say('ik wil die nieuwe aanmelding beoordelen', 'Hoe het met een casus staat');
    await button(answer, number).click();
    const form = await opened(chair, answer, 'Beoordeel');
    await write(form, /^Waarom\?/, 'Meer partijen nodig.');
    await button(form, 'Leg vast').click();
    await done(page, `Vastgelegd voor casus ${number}`);
  });

  it('is about itself in its channel, where it answers in the thread', async () => {
    const director = await inChannel(fatima);
    const { page, mention } = director;
    await says(await mention('hoe staat het er hier voor?'), `Casus ${number}`, 'Procesregisseur', fatima);
    await says(
      await mention('wie doen er mee in dit overleg?', 'Hoe het met een casus staat'),
      `Casus ${number}`,
      'Doen mee: 3 mensen',
    );
    await says(await mention('wat moet ik deze week doen?'), 'eigen chat');
    const answer = await mention('wie kan er meedenken over agressie bij een verstandelijke beperking?');
    await says(answer, `Dit gaat over casus ${number}.`);
    const form = await opened(director, answer, 'Consultatie vragen');
    await write(
      form,
      /^Je vraag, in algemene woorden/,
      'Hoe ga je om met agressie bij een licht verstandelijke beperking?',
    );
    await button(form, 'Volgende').click();
    await button(form, 'Zoek experts').click();
    await done(page, 'Je vraag is vastgelegd.');
  });

  it('takes its director a task, moved to another day and handed over', async () => {
    const director = await onPhone(fatima);
    const { page, say } = director;
    const asked = await say('ik moet voor 4 december een gezinsplan maken, zet dat erbij');
    const form = await opened(director, asked, 'Nieuwe termijn');
    await write(form, /^Wat moet er gebeuren/, 'Gezinsplan maken');
    await button(form, 'Bewaar').click();
    await done(page, 'vrijdag 4 december 2026');
    const late = await say('dat gezinsplan haal ik niet, kan het naar 11 december?', 'Een termijn verplaatsen');
    await says(late, 'Verplaatsen naar vrijdag 11 december 2026.');
    const move = await opened(director, late, 'Gezinsplan maken');
    await write(move, /^Waarom\?/, 'De ouders zijn er pas de week erna.');
    await button(move, 'Bewaar').click();
    await done(page, 'vrijdag 11 december 2026');
    const handed = await say('kan Marieke Jansen die taak van mij overnemen?');
    const over = await opened(director, handed, 'Gezinsplan maken');
    await write(over, /^Wat moet je collega weten/, 'De ouders weten ervan.');
    await button(over, 'Bewaar').click();
    await done(page, `Overgedragen. ${marieke} krijgt bericht.`);
    const chair = await atDesk(marieke);
    await says(await chair.say('wat heb ik nog openstaan?'), 'Gezinsplan maken', 'vrijdag 11 december 2026');
  });

  it('asks for money and for a place', async () => {
    const director = await onPhone(fatima);
    const { page, say } = director;
    await says(await say('waar staan we met die casus van vandaag?'), `Casus ${number}`);
    const money = await opened(director, await say('kunnen we 24.000 euro krijgen voor die casus?'), 'Geld aanvragen');
    assert.equal(await money.getByRole('textbox', { name: /^Bedrag van het centrum/ }).inputValue(), '24000');
    await page.keyboard.press('Escape');
    await says(await say('is er ergens nog een plek vrij?'), 'Plekken: Expertisecentrum Limburg');
    const answer = await say('kun je voor deze casus een plek regelen vanaf 1 december?');
    await says(answer, `Dit gaat over casus ${number}.`, 'dinsdag 1 december 2026');
    const form = await opened(director, answer, 'Plek zoeken en vasthouden');
    await form.getByRole('radio', { name: /Nee, er is een andere plek nodig$/ }).check();
    await write(form, /^Zo niet/, 'De groep stopt over vier weken.');
    await button(form, 'Verder').click();
    await write(form, /^Wat heeft de jongere nodig/, 'Een kleine groep, en werken met de handen.');
    assert.equal(await form.getByLabel(/^Nodig vanaf/).inputValue(), '2026-12-01');
    await button(form, 'Vraag aan').click();
    await done(page, 'De aanvraag staat.');
  });

  it('is closed by its process director', async () => {
    const director = await onPhone(fatima);
    const { page, say } = director;
    const answer = await say('we zijn er uit, deze casus kan dicht', 'Een casus afsluiten');
    await says(answer, `Dit gaat over casus ${number}.`);
    const form = await opened(director, answer, 'Een casus afsluiten');
    await write(form, /samenwerking/, 'Eerder samen aan tafel.');
    await write(form, /inhoud/, 'Een kleine groep werkt.');
    await button(form, 'Vraag akkoord').click();
    await done(page, 'De afsluiting ligt klaar.');
    await button(cardWith(page, 'Klaar om af te sluiten?'), 'Akkoord, sluit af').click();
    await flow.idle();
  });

  it('is seen closed by who submitted it, and opened again by its chair', async () => {
    const applicant = await onPhone(ruben);
    const asked = await applicant.say('loopt mijn casus nog?', 'Hoe het met een casus staat');
    await button(asked, number).click();
    await says(asked, `Casus ${number}`, 'afgesloten');
    const again = await applicant.say('het gaat toch weer mis, kan de casus opnieuw open?');
    await says(again, 'alleen de voorzitter en de procesregisseur', marieke, fatima);
    const chair = await atDesk(marieke);
    await says(await chair.say(`hoe staat het met casus ${number}?`), `Casus ${number}`);
    const answer = await chair.say('die casus moet weer open');
    const form = await opened(chair, answer, 'Casus heropenen');
    await write(form, /^Waarom heropen je/, 'Het loopt toch weer vast.');
    await button(form, 'Versturen').click();
    await done(chair.page, 'De casus is heropend.');
    await says(await applicant.say('wat is er nu met die casus aan de hand?'), `Casus ${number}`, 'Procesregisseur');
  });
});
