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
    await page.waitForFunction("document.querySelector('dialog[open] input')?.value === 'Wolf'");
    await button(page, 'Volgende').click();
    await field(page, 'Wat is de vraag?').waitFor();
    await button(page, 'Meld aan').click();
    [number = ''] = /LI-2026-\d{4}/.exec(await done(page, 'beslist uiterlijk')) ?? [];
    assert.notEqual(number, '');
  });

  it('is decided by its chair, who asks what there is to do this week', async () => {
    const chair = await atDesk(marieke);
    const { page, say } = chair;
    await says(await say('wat moet ik deze week allemaal doen?'), 'Deze week', number, 'Later');
    await says(await say('welke casussen heb ik nu lopen?'), 'Mijn casussen', number);
    const answer = await say('laat die van vandaag eens zien');
    await says(answer, `Casus ${number}`, 'Voorstel: Opnemen met voorrang');
    await checkPage(page);
    const form = await opened(chair, answer, 'Beoordeel');
    await write(form, /^Waarom\?/, 'Meer partijen nodig.');
    await button(form, 'Leg vast').click();
    await done(page, `Vastgelegd voor casus ${number}`);
  });

  it('is about itself in its channel, where it answers in the thread', async () => {
    const director = await inChannel(fatima);
    const { mention } = director;
    await says(await mention('hoe staat het er hier voor?'), `Casus ${number}`, 'Procesregisseur', fatima);
    await says(await mention('wat moet ik deze week doen?'), 'eigen chat');
    const consult = await mention('vraag een consultatie in deze casus');
    await says(consult, `Dit gaat over casus ${number}.`);
    const form = await opened(director, consult, 'Consultatie vragen');
    await form.getByText(`Consultatie vragen bij casus ${number}`).waitFor();
  });

  it('is closed by its process director', async () => {
    const director = await onPhone(fatima);
    const { page, say } = director;
    await says(await say('waar staan we met die casus van vandaag?'), `Casus ${number}`);
    const answer = await say('de casus mag worden afgesloten');
    await button(answer, 'Meer knoppen').click();
    await button(page, 'Afsluiten').click();
    const form = await dialogOf(page, `Casus ${number} afsluiten`);
    await write(form, /samenwerking/, 'Eerder samen aan tafel.');
    await write(form, /inhoud/, 'Een kleine groep werkt.');
    await button(form, 'Vraag akkoord').click();
    await done(page, 'De afsluiting ligt klaar.');
    await button(cardWith(page, 'Klaar om af te sluiten?'), 'Akkoord, sluit af').click();
    await flow.idle();
  });

  it('is seen closed by who submitted it, and asked back by its chair', async () => {
    const applicant = await onPhone(ruben);
    await says(await applicant.say(`hoe staat het met casus ${number}?`), 'afgesloten');
    const chair = await atDesk(marieke);
    await chair.say('hoe staat het met die van vandaag?');
    const answer = await chair.say('die casus moet weer open');
    const form = await opened(chair, answer, 'Casus heropenen');
    await write(form, /^Waarom heropen je/, 'Het loopt toch weer vast.');
    await button(form, 'Versturen').click();
    await done(chair.page, 'De casus is heropend.');
  });
});
