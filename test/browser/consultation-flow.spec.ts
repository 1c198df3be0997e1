import assert from 'node:assert/strict';
import { screenshot } from '../support/browser.ts';
import { channelOf } from '../support/case-walk.ts';
import { accept, askForTeam, caseInConference, tom, usualQuestion } from '../support/consultation-walk.ts';
import { button, cardWith, checkPage, closeDialog, dialogOf, phone, useFlow, wide } from '../support/flow-pages.ts';
import { useBrowser } from '../support/page-bench.ts';
import { eventually } from '../support/persona.ts';

const femke = 'Femke Wiersma';
const bsn = '123456782';
const advice = {
  advice: 'Eet elke dag samen op vaste tijden, met dezelfde borden. Bouw prikkels af voordat je het eten opbouwt.',
  basis: 'Zorgstandaard eetstoornissen en de richtlijn autisme; vier meisjes thuis begeleid.',
  otherwise: 'Dan is de kans groot op een derde opname, die weer om de combinatie wordt afgewezen.',
};

describe('browser: a consultation, from the question to the advice', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);
  const people = (name: string) => flow.by(name);

  async function proposed(): Promise<string> {
    const number = await caseInConference(people);
    // One hour each: Femke has to last for all of these.
    await askForTeam(people, number, { ...usualQuestion, hours: '1' });
    await flow.idle();
    return number;
  }

  async function invited(): Promise<string> {
    const number = await proposed();
    await people(tom).click(
      await people(tom).card(`Consultatie bij casus ${number}`, 'Stuur uitnodiging'),
      'Stuur uitnodiging',
    );
    await flow.idle();
    return number;
  }

  it('is asked on the card of the case, in two steps', async () => {
    const number = await caseInConference(people);
    const page = await flow.chat(tom, phone);
    await button(cardWith(page, `Casus ${number}`), 'Consultatie vragen').click();
    const form = await dialogOf(page, `Consultatie vragen bij casus ${number}`);
    await checkPage(page);
    await button(page, 'Volgende').click();
    await page.getByText('Schrijf op wat je van een expert wilt weten.').first().waitFor();
    const question = form.getByRole('textbox', { name: /^Je vraag, in algemene woorden/ });
    await question.fill(`Wie helpt Merel, bsn ${bsn}?`);
    await button(page, 'Volgende').click();
    await page.getByText('lijkt een burgerservicenummer te staan').waitFor();
    assert.equal(await question.inputValue(), '');
    await question.fill('Wie behandelt Merel?');
    await button(page, 'Volgende').click();
    await page.getByText('In de vraag staat een naam of plaats uit de casus.').waitFor();
    await question.fill('Wie behandelt een eetstoornis bij autisme?');
    await button(page, 'Volgende').click();
    await page.getByText('Waar moet de expert verstand van hebben?').waitFor();
    await checkPage(page);
    await screenshot(page, 'consultation-ask-phone');
    await button(page, 'Zoek experts').click();
    await page.getByText('Je vraag is vastgelegd.').waitFor();
    await closeDialog(page);
    await button(cardWith(page, `Consultatie bij casus ${number}`), 'Stuur uitnodiging').waitFor();
    await flow.idle();
    assert.deepEqual(flow.filesWith(bsn), []);
  });

  for (const [name, view] of [
    ['', wide],
    ['-phone', phone],
  ] as const) {
    it(`shows the proposal with its reasons${name}`, async () => {
      const number = await proposed();
      const page = await flow.chat(tom, view);
      const card = cardWith(page, `Consultatie bij casus ${number}`);
      await card.getByText('Femke Wiersma').first().waitFor();
      await checkPage(page);
      await card.scrollIntoViewIfNeeded();
      await screenshot(page, `consultation-match${name}`);
      assert.equal((await card.innerText()).includes('Merel'), false);
    });

    it(`asks an expert in words that tell nothing of the youth${name}`, async () => {
      const number = await invited();
      const page = await flow.chat(femke, view);
      const card = cardWith(page, `Meedenken bij casus ${number}?`);
      await checkPage(page);
      await screenshot(page, `consultation-invitation${name}`);
      for (const word of ['Merel', 'Hoorn', 'Hanna'])
        assert.equal((await card.innerText()).includes(word), false, word);
      await button(card, 'Ik denk mee').click();
      await dialogOf(page, 'Meedenken');
      await checkPage(page);
      await button(page.getByRole('dialog'), 'Ik denk mee').click();
      await page.getByText('Vink dit aan om mee te denken.').waitFor();
      await page.getByRole('checkbox').check();
      await button(page.getByRole('dialog'), 'Ik denk mee').click();
      await page.getByText('Je wordt nu toegevoegd aan het overleg').waitFor();
      await closeDialog(page);
      await eventually('the channel of the expert', () => channelOf(people(femke), number));
    });

    it(`takes advice to the process director${name}`, async () => {
      const number = await invited();
      await accept(people(femke), number);
      const card = await people(femke).card(`Consultatie bij casus ${number}`, 'Geef advies');
      await people(femke).press(await people(femke).open(card, 'Geef advies'), 'Verstuur advies', advice);
      await flow.idle();
      const page = await flow.chat(tom, view);
      const told = cardWith(page, `Advies van ${femke} bij casus ${number}`);
      assert.equal((await told.innerText()).includes('zelfde borden'), false);
      await button(told, 'Lees en beoordeel').click();
      const dialog = await dialogOf(page, 'Advies');
      await dialog.getByText('Bouw prikkels af').waitFor();
      await checkPage(page);
      await screenshot(page, `consultation-advice${name}`);
      await page.getByRole('radio', { name: 'Niet gevolgd' }).check();
      await button(page, 'Leg vast').click();
      await page.getByText('Schrijf op waarom het advies niet of deels is gevolgd.').waitFor();
      await page.getByRole('textbox', { name: /^Waarom niet/ }).fill('De ouders willen eerst rust.');
      await button(page, 'Leg vast').click();
      await dialogOf(page, 'Gedaan');
      await page.getByRole('dialog').getByText('Vastgelegd: Niet gevolgd.').waitFor();
    });
  }

  it('says how it stands to an expert who presses a card that is out of date', async () => {
    const number = await invited();
    const page = await flow.chat(femke);
    const card = cardWith(page, `Meedenken bij casus ${number}?`);
    await button(card, 'Ik denk mee').waitFor();
    const match = await people(tom).card(`Consultatie bij casus ${number}`, 'Trek in');
    const reason = await people(tom).open(match, 'Trek in');
    await button(card, 'Ik denk mee').click();
    await dialogOf(page, 'Meedenken');
    await people(tom).press(reason, 'Leg vast', { reason: 'Er is al iemand gevonden.' });
    await flow.idle();
    await page.getByRole('checkbox').check();
    await button(page.getByRole('dialog'), 'Ik denk mee').click();
    await page.getByText('Deze uitnodiging geldt niet meer.').waitFor();
  });
});
