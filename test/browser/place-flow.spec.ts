import assert from 'node:assert/strict';
import { screenshot } from '../support/browser.ts';
import {
  button,
  cardWith,
  checkPage,
  closeDialog,
  dialogOf,
  onBothWidths,
  phone,
  useFlow,
} from '../support/flow-pages.ts';
import { fatima, jan, runningCase, wolf } from '../support/governance-walk.ts';
import { useBrowser } from '../support/page-bench.ts';

const dennis = 'Dennis Aerts';
const house = 'Huis aan de Maas';
const needs = 'Een kleine groep met duidelijke regels, en werken met de handen.';

/** Steps of one case in Limburg. */
describe('browser: a place, from the question to moving in', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);
  let number: string;

  before(async () => {
    number = await runningCase(flow.by, wolf);
    await flow.idle();
  });

  it('is asked on the card of the case, after whether help can come', async () => {
    const page = await flow.chat(fatima, phone);
    await button(cardWith(page, `Casus ${number}`), 'Plek zoeken').click();
    const form = await dialogOf(page, `Plek vragen bij casus ${number}`);
    await checkPage(page);
    await form.getByRole('radio', { name: /Nee, er is een andere plek nodig$/ }).check();
    await button(form, 'Verder').click();
    await form.getByText('Schrijf kort waarom de hulp niet naar de jongere toe kan komen.').waitFor();
    await form.getByRole('textbox', { name: /^Zo niet/ }).fill('De groep stopt over vier weken.');
    await button(form, 'Verder').click();
    await form.getByText('Wat is er nodig?').waitFor();
    await checkPage(page);
    const words = form.getByRole('textbox', { name: /^Wat heeft de jongere nodig/ });
    await words.fill('Wolf wil in Weert blijven.');
    await button(form, 'Vraag aan').click();
    await form.getByText('Er staat een naam of plaats uit de casus in.').waitFor();
    await words.fill(needs);
    await button(form, 'Vraag aan').click();
    await page.getByText('De aanvraag staat.').waitFor();
    await closeDialog(page);
    const request = cardWith(page, `Plek bij casus ${number}`);
    await request.getByText('Nummer 1 van 1').waitFor();
    await button(request, 'Zoek een plek').click();
    const results = cardWith(page, `Plekken voor casus ${number}`);
    await results.getByText(house).waitFor();
    await results.getByText('Om te bespreken, sluit niemand uit: Omgaan met brandstichting').waitFor();
    await checkPage(page);
    await results.evaluate((card) => {
      card.scrollIntoView();
    });
    await screenshot(page, 'place-results-phone');
    await button(results, 'Houd vast').first().click();
    await cardWith(page, `Plek bij casus ${number}`).getByText('Plek vastgehouden').waitFor();
    await flow.idle();
  });

  it('is offered by the provider, who reads nothing of who it is for', async () => {
    const page = await flow.chat(dennis, phone);
    const card = cardWith(page, `Plek gevraagd voor casus ${number}`);
    await checkPage(page);
    await screenshot(page, 'place-offer-phone');
    for (const word of ['Wolf', 'Weert']) assert.equal((await card.innerText()).includes(word), false, word);
    await button(card, 'Bied aan').click();
    await card.getByText('Je bood de plek aan.').waitFor();
    await flow.idle();
  });

  it('is agreed to by each of those who decide', async () => {
    const page = await flow.chat(fatima, phone);
    const request = page.locator('.card-frame', { has: button(page, 'Leg akkoord vast') }).last();
    await request.waitFor();
    for (const [party, left] of [
      ['Jongere en ouders', 'Nog akkoord nodig van: Gemeente.'],
      ['Gemeente', 'Akkoord van Gemeente vastgelegd'],
    ] as const) {
      await button(request, 'Leg akkoord vast').click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: /^Hoe en wanneer/ }).waitFor();
      await form.getByRole('radio', { name: new RegExp(`${party}$`) }).check();
      if (party === 'Jongere en ouders') {
        await checkPage(page);
      }
      await form.getByRole('textbox', { name: /^Hoe en wanneer/ }).fill('In het overleg van vandaag.');
      await button(form, 'Leg vast').click();
      await page.getByText('Het akkoord is vastgelegd.').waitFor();
      await closeDialog(page);
      await page.getByText(left).first().waitFor();
    }
    await flow.idle();
  });

  it('is on the board of the centre', async () => {
    await flow.by(jan).say('plekken');
    await flow.idle();
    const page = await flow.chat(jan);
    const card = cardWith(page, 'Plekken: Expertisecentrum Limburg');
    await card.getByText('Wachten op een plek').waitFor();
    await onBothWidths(page, card, 'place-board');
  });
});
