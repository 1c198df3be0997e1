import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openStart, screenshot } from '../support/browser.ts';
import { decide, submitExample } from '../support/case-walk.ts';
import {
  button,
  cardWith,
  checkPage,
  closeDialog,
  dialogOf,
  field,
  filledWith,
  openConference,
  openRow,
  phone,
  useFlow,
} from '../support/flow-pages.ts';
import { useBrowser } from '../support/page-bench.ts';

const bsn = '123456782';
const question = 'Wat is de vraag?';

const reasonIn = (page: Page): Locator => page.getByRole('textbox', { name: /^Waarom\?/ });

describe('browser: a case, from the form to its closing', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);

  async function submitted(): Promise<string> {
    const { number } = await submitExample(flow.by('Hanna Bosman'), 'merel');
    await flow.idle();
    return number;
  }

  async function inConference(): Promise<string> {
    const number = await submitted();
    await decide(flow.by('Kees Willems'), number, { outcome: 'admit', reason: 'Meer partijen nodig.' });
    await flow.idle();
    return number;
  }

  /** Hanna on a phone, at the second step with the example filled in. */
  async function atQuestion(): Promise<Page> {
    const page = await flow.chat('Hanna Bosman', phone);
    await button(page, 'Casus aanmelden').first().click();
    await dialogOf(page, 'Casus aanmelden');
    const merel = page.getByRole('option', { name: /^Merel/ });
    await field(page, 'Om te oefenen').selectOption((await merel.getAttribute('value')) ?? '');
    await button(page, 'Vul een voorbeeldcasus in').click();
    await filledWith(page, 'Merel');
    await button(page, 'Volgende').click();
    await field(page, question).waitFor();
    return page;
  }

  it('begins with choosing who you are', async () => {
    const page = await openStart(browser.use(), flow.url());
    await checkPage(page);
    await screenshot(page, 'start');
    await page.context().close();
  });

  it('is submitted on a phone: the last dialog says who decides by when, and a card in the chat says so too', async () => {
    const page = await atQuestion();
    await checkPage(page);
    await screenshot(page, 'intake-phone');
    await button(page, 'Meld aan').click();
    const done = await dialogOf(page, 'Gedaan');
    const [number = ''] = /NH-2026-\d{4}/.exec(await done.innerText()) ?? [];
    assert.match(await done.innerText(), /Expertteam West Friesland beslist uiterlijk maandag 30 november\./);
    await closeDialog(page);
    const card = await cardWith(page, `Casus ${number}`).innerText();
    assert.match(card, /gemeente Hoorn[^]*Voorzitter beoordeelt de aanmelding[^]*maandag 30 november/);
    assert.equal(card.includes('Merel'), false);
    await checkPage(page);
  });

  it('is not submitted without the three fields it needs: the dialog says where they are', async () => {
    const page = await flow.chat('Hanna Bosman', phone);
    await button(page, 'Casus aanmelden').first().click();
    await field(page, 'Schuilnaam').fill('Valk');
    await checkPage(page);
    await button(page, 'Volgende').click();
    await field(page, question).fill('Wie denkt mee?');
    await button(page, 'Meld aan').click();
    await page.getByText('Ga terug naar stap 1 en vul de schuilnaam, de leeftijd en de gemeente in.').waitFor();
    assert.equal(await field(page, question).inputValue(), 'Wie denkt mee?');
    await button(page, 'Terug naar stap 1').click();
    assert.equal(await field(page, 'Schuilnaam').inputValue(), 'Valk');
  });

  it('is kept as a draft, by the button behind the dots of a dialog, and gone on with later', async () => {
    const page = await atQuestion();
    await field(page, question).fill('Wie behandelt allebei?');
    await button(page, 'Meer knoppen').click();
    await checkPage(page);
    await button(page, 'Bewaar als concept').click();
    await page.getByText('Het concept is bewaard.').waitFor();
    await closeDialog(page);
    await page.getByRole('textbox', { name: 'Typ een bericht' }).fill('help');
    await page.keyboard.press('Enter');
    await button(page, 'Ga verder').first().click();
    await button(page, 'Volgende').click();
    assert.equal(await field(page, question).inputValue(), 'Wie behandelt allebei?');
  });

  it('refuses a citizen service number, names the field, keeps the others, and writes it nowhere', async () => {
    const page = await atQuestion();
    await field(page, question).fill(`Merel heeft ${bsn} en zit thuis.`);
    await button(page, 'Meld aan').click();
    await page.getByText(`Bij “${question}” lijkt een burgerservicenummer te staan.`).waitFor();
    assert.equal(await field(page, question).inputValue(), '');
    assert.match(await field(page, 'Wat willen de ouders?').inputValue(), /wachtlijsten/);
    await checkPage(page);
    await button(page, 'Sluit dit venster').click();
    await flow.idle();
    assert.deepEqual(flow.filesWith(bsn), []);
    assert.notDeepEqual(flow.filesWith('personal data refused'), []);
  });

  it('is decided by the chair; then its channel is there for its people and for nobody else', async () => {
    const number = await submitted();
    const [kees, tom, hanna, erik] = await Promise.all([
      flow.chat('Kees Willems'),
      flow.as('Tom Bakker'),
      flow.as('Hanna Bosman'),
      flow.as('Erik Mulder'),
    ]);
    await checkPage(kees);
    await screenshot(kees, 'triage');
    await button(cardWith(kees, `Casus ${number}`), 'Beoordeel').click();
    await dialogOf(kees, `Casus ${number} beoordelen`);
    await button(kees, 'Leg vast').click();
    await kees.getByText('Vul dit in.').waitFor();
    await checkPage(kees);
    await reasonIn(kees).fill('Meer partijen nodig.');
    await button(kees, 'Leg vast').click();
    await kees.getByText(`Vastgelegd voor casus ${number}: Opnemen.`).waitFor();
    const row = { name: new RegExp(`^${number}, privékanaal`) };
    await tom.getByRole('button', row).waitFor();
    await hanna.getByRole('button', row).waitFor();
    await flow.idle();
    assert.equal(await erik.getByRole('button', row).count(), 0);
    await openConference(tom, number);
    await checkPage(tom);
  });

  it('is talked about in its channel, under the card that says who owns it and what is next', async () => {
    const number = await inConference();
    const { message } = await flow.by('Tom Bakker').card(`Casus ${number}`, 'In dit kanaal');
    const said = [
      ['Tom Bakker', 'Ik plan het overleg op donderdag 3 december om 14.00 uur. Merel en haar ouders komen ook.'],
      ['Hanna Bosman', 'Dank je. Ik neem het verhaal van de afgelopen acht maanden mee, in tien minuten.'],
      ['Kees Willems', 'Goed. Ik vraag een behandelaar die beide problemen kent om mee te denken.'],
    ] as const;
    for (const [name, text] of said) await flow.reply(name, message, text);
    const page = await flow.as('Hanna Bosman');
    await openConference(page, number);
    await page.getByText('Ik vraag een behandelaar').waitFor();
    await checkPage(page);
    await screenshot(page, 'overview');
  });

  it('shows the decision to a chair who presses a card that is out of date', async () => {
    const number = await submitted();
    const late = await flow.chat('Kees Willems');
    const card = cardWith(late, `Casus ${number}`);
    await button(card, 'Beoordeel').click();
    await reasonIn(late).fill('Ik ook.');
    await decide(flow.by('Kees Willems'), number, { outcome: 'admit', reason: 'Meer partijen nodig.' });
    await flow.idle();
    await button(late, 'Leg vast').click();
    const refused = await dialogOf(late, 'Dat kan nu niet');
    assert.match(await refused.innerText(), /Deze casus is al beoordeeld\. De kaart laat zien wat er is besloten\./);
    await closeDialog(late);
    await card.getByText('Opnemen, op maandag 23 november.').waitFor();
    assert.equal(await button(card, 'Beoordeel').count(), 0);
  });

  it('shows an outsider nothing: not by its number, not by the address of its channel', async () => {
    const number = await inConference();
    const channel = await flow.by('Tom Bakker').conversation(number);
    const page = await flow.chat('Erik Mulder');
    await page.getByRole('textbox', { name: 'Typ een bericht' }).fill(`casus ${number}`);
    await page.keyboard.press('Enter');
    await page.getByText('vraag de voorzitter van het expertteam om je toe te voegen').waitFor();
    await page.goto(`${flow.url()}/?als=${flow.by('Erik Mulder').id}&gesprek=${encodeURIComponent(channel ?? '')}`);
    await page.getByRole('heading', { name: 'Dag Erik' }).waitFor();
    assert.equal((await page.locator('body').innerText()).includes(number), false);
  });

  it('shows its people the details in a dialog only', async () => {
    const number = await inConference();
    const page = await flow.as('Tom Bakker', { ...phone, theme: 'dark' });
    await openConference(page, number);
    assert.equal((await page.locator('main').innerText()).includes('Merel'), false);
    await checkPage(page);
    await screenshot(page, 'conference-phone-dark');
    await button(page, 'Bekijk aanmelding').click();
    const details = await dialogOf(page, `Aanmelding ${number}`);
    assert.match(await details.innerText(), /Merel[^]*Wat wil de jongere\?/);
    await checkPage(page);
    await closeDialog(page);
  });

  it('is closed by the process director; its channel can be read and no longer written in', async () => {
    const number = await inConference();
    const page = await flow.chat('Tom Bakker');
    const card = cardWith(page, `Casus ${number}`);
    await button(card, 'Meer knoppen').click();
    await button(page, 'Afsluiten').click();
    await dialogOf(page, `Casus ${number} afsluiten`);
    await page.getByRole('textbox', { name: /samenwerking/ }).fill('Eerder samen aan tafel.');
    await page.getByRole('textbox', { name: /inhoud/ }).fill('Twee problemen, één behandeling.');
    await checkPage(page);
    await button(page, 'Vraag akkoord').click();
    await page.getByText('De afsluiting ligt klaar.').waitFor();
    await closeDialog(page);
    await button(card, 'Akkoord, sluit af').click();
    await openRow(page, new RegExp(`^${number}, privékanaal, gearchiveerd`));
    await page.getByText('Dit kanaal is gearchiveerd.').waitFor();
    assert.equal(await page.getByRole('textbox').count(), 0);
    await checkPage(page);
  });

  it('is late in the list once its date has passed, and gone after everything was put back', async () => {
    const number = await submitted();
    const page = await flow.chat('Kees Willems');
    await button(page, 'Instellingen').click();
    await button(page, '+ 1 week').click();
    await button(page, '+ 1 dag').click();
    await page.locator('.time-now', { hasText: '1 dec' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Typ een bericht' }).fill('casussen van mijn team');
    await page.keyboard.press('Enter');
    const list = cardWith(page, 'Casussen van mijn team');
    await list.getByText(`Te laat: in beoordeling`).first().waitFor();
    await list.getByText(number).waitFor();
    await checkPage(page);
    await button(page, 'Instellingen').click();
    await button(page, 'Alles terugzetten…').click();
    await button(page, 'Alles terugzetten').click();
    await page.locator('.card-frame').nth(1).waitFor({ state: 'detached' });
    assert.equal((await page.locator('body').innerText()).includes(number), false);
  });
});
