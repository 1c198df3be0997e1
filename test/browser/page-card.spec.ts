import assert from 'node:assert/strict';
import { botSays, cardActivity, chatOf, hanna, marieke } from '../local-tenant/support/bench.ts';
import { buttons, card, everythingCard, execute, input, submit, text } from '../support/page-cards.ts';
import {
  sendToHanna,
  showCard,
  showError,
  showText,
  updateForHanna,
  useBrowser,
  usePages,
} from '../support/page-bench.ts';

const action = 'adaptiveCard/action';
const reason = input('Text', { id: 'reason', label: 'Reden', isRequired: true, errorMessage: 'Vul een reden in.' });
const form = card(text('Aanmelding'), reason, buttons(execute('Verstuur', 'send', { case: '1' })));
const asked = (verb: string, data: object, trigger = 'manual'): object => ({
  action: { type: 'Action.Execute', verb, data },
  trigger,
});

describe('page: cards', function () {
  this.timeout(30_000);
  const pages = usePages(useBrowser());

  describe('a button', () => {
    it('sends the verb and the data with the inputs merged in', async () => {
      await sendToHanna(pages.bench(), form);
      pages.answer(action, () => showText('Dank je, het is bewaard.'));
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('textbox', { name: 'Reden' }).fill('spoed');
      await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
      await page.getByRole('status').filter({ hasText: 'Dank je, het is bewaard.' }).waitFor();
      assert.deepEqual(pages.asked(action), [asked('send', { case: '1', reason: 'spoed' })]);
    });

    it('sends nothing while a required input is empty, and says what is missing', async () => {
      await sendToHanna(pages.bench(), form);
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
      await page.getByText('Vul een reden in.').waitFor();
      assert.deepEqual(pages.asked(action), []);
    });

    it('sends once for a double click, and works again after the answer', async () => {
      await sendToHanna(pages.bench(), card(text('Stem'), buttons(execute('Voor', 'vote'))));
      const { promise, resolve } = Promise.withResolvers<object>();
      pages.answer(action, () => promise);
      const page = await pages.chat('Hanna Bosman');
      const button = page.getByRole('button', { name: 'Voor' });
      await button.dblclick();
      await page.locator('.card-body[aria-busy=true] button[aria-disabled=true]').waitFor();
      resolve(showText('Je stem telt.'));
      await page.getByText('Je stem telt.').waitFor();
      assert.equal(await button.getAttribute('aria-disabled'), null);
      await button.click();
      await pages.bench().bot.wait(({ name }) => name === action, 2);
      assert.deepEqual(pages.asked(action), [asked('vote', {}), asked('vote', {})]);
    });

    it('shows an error as an alert and keeps the inputs', async () => {
      await sendToHanna(pages.bench(), form);
      pages.answer(action, () => showError('Deze zaak is al gesloten. Open de nieuwste kaart.'));
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('textbox', { name: 'Reden' }).fill('spoed');
      await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'Open de nieuwste kaart.' }).waitFor();
      assert.equal(await page.getByRole('textbox', { name: 'Reden' }).inputValue(), 'spoed');
    });

    it('of Action.Submit sends a message with a value', async () => {
      await sendToHanna(pages.bench(), card(text('Kies'), buttons(submit('Ja', { verb: 'yes' }))));
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('button', { name: 'Ja' }).click();
      const [heard] = await pages.bench().bot.wait(({ value }) => value !== undefined);
      assert.deepEqual(heard?.['value'], { verb: 'yes' });
    });

    it('of Action.OpenUrl opens a web address and refuses any other', async () => {
      const open = (title: string, url: string): object => ({ type: 'Action.OpenUrl', title, url });
      const links = buttons(open('Web', 'http://127.0.0.1:1/x'), open('Script', 'javascript:alert(1)'));
      await sendToHanna(pages.bench(), card(text('Links'), links));
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('link', { name: 'Script' }).click();
      await page.getByText('Deze link kan hier niet open.').waitFor();
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Web' }).click();
      await opened;
      assert.equal(page.context().pages().length, 2);
    });
  });

  describe('an answer card', () => {
    const voted = card(text('Je stemde voor'));
    const vote = card(text('Stem hier'), buttons(execute('Voor', 'vote')));

    it('takes the place of the card for this person, also after another conversation', async () => {
      await sendToHanna(pages.bench(), vote);
      pages.answer(action, () => showCard(voted));
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('button', { name: 'Voor' }).click();
      await page.getByText('Je stemde voor').waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Dag Hanna' }).waitFor();
      await page.goForward();
      await page.getByText('Je stemde voor').waitFor();
      assert.equal(await page.getByText('Stem hier').count(), 0);
    });

    it('stays until the bot updates the message', async () => {
      const message = await sendToHanna(pages.bench(), vote);
      pages.answer(action, () => showCard(voted));
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('button', { name: 'Voor' }).click();
      await page.getByText('Je stemde voor').waitFor();
      await updateForHanna(pages.bench(), message, card(text('Uitslag: aangenomen')));
      await page.getByText('Uitslag: aangenomen').waitFor();
      assert.equal(await page.getByText('Je stemde voor').count(), 0);
      assert.equal(await page.getByText('bewerkt').count(), 1);
    });
  });

  describe('an update while a person types', () => {
    it('waits, says so, and shows the new card when asked', async () => {
      const message = await sendToHanna(pages.bench(), form);
      const page = await pages.chat('Hanna Bosman');
      const field = page.getByRole('textbox', { name: 'Reden' });
      await field.pressSequentially('een lange reden');
      await updateForHanna(pages.bench(), message, card(text('Al gedaan')));
      await page.locator('.card-held', { hasText: 'Deze kaart is bijgewerkt.' }).waitFor();
      assert.equal(await field.inputValue(), 'een lange reden');
      await page.getByRole('button', { name: 'Toon de nieuwe kaart' }).click();
      await page.getByText('Al gedaan').waitFor();
      assert.equal(await field.count(), 0);
    });

    it('is shown when the person leaves a field in which nothing was typed', async () => {
      const message = await sendToHanna(pages.bench(), form);
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('textbox', { name: 'Reden' }).focus();
      await updateForHanna(pages.bench(), message, card(text('Al gedaan')));
      await page.getByText('bewerkt').waitFor();
      assert.equal(await page.getByText('Al gedaan').count(), 0);
      await page.getByRole('textbox', { name: 'Typ een bericht' }).focus();
      await page.getByText('Al gedaan').waitFor();
    });

    it('is shown at once when nobody types', async () => {
      const message = await sendToHanna(pages.bench(), form);
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('textbox', { name: 'Reden' }).waitFor();
      await updateForHanna(pages.bench(), message, card(text('Al gedaan')));
      await page.getByText('Al gedaan').waitFor();
      assert.equal(await page.locator('.card-held:visible').count(), 0);
    });
  });

  describe('refresh', () => {
    const withRefresh = (said: string, userIds?: readonly string[]): object => ({
      ...card(text(said)),
      refresh: { action: execute('', 'view', { id: 7 }), ...(userIds === undefined ? {} : { userIds }) },
    });

    it('asks for the own view of whoever is named, once for a version', async () => {
      await sendToHanna(pages.bench(), withRefresh('kaart van de bot', [`29:${marieke}`, `29:${hanna}`]));
      pages.answer(action, () => showCard(card(text('voor Hanna'))));
      const page = await pages.chat('Hanna Bosman');
      await page.getByText('voor Hanna').waitFor();
      await page.goBack();
      await page.goForward();
      await page.getByText('voor Hanna').waitFor();
      assert.deepEqual(pages.asked(action), [asked('view', { id: 7 }, 'automatic')]);
    });

    it('asks for everybody when nobody is named', async () => {
      await sendToHanna(pages.bench(), withRefresh('kaart van de bot'));
      pages.answer(action, () => showCard(card(text('voor Hanna'))));
      const page = await pages.chat('Hanna Bosman');
      await page.getByText('voor Hanna').waitFor();
    });

    it('asks nothing for another, but by hand it does', async () => {
      await sendToHanna(pages.bench(), withRefresh('kaart van de bot', []));
      pages.answer(action, () => showCard(card(text('voor Hanna'))));
      const page = await pages.chat('Hanna Bosman');
      await page.getByText('kaart van de bot').waitFor();
      assert.deepEqual(pages.asked(action), []);
      await page.getByRole('button', { name: 'Vernieuw deze kaart' }).click();
      await page.getByText('voor Hanna').waitFor();
      assert.deepEqual(pages.asked(action), [asked('view', { id: 7 })]);
    });

    it('asks no second time within a minute after an update', async () => {
      const message = await sendToHanna(pages.bench(), withRefresh('eerste versie'));
      pages.answer(action, () => showCard(card(text('voor Hanna'))));
      const page = await pages.chat('Hanna Bosman');
      await page.getByText('voor Hanna').waitFor();
      await updateForHanna(pages.bench(), message, withRefresh('tweede versie'));
      await page.getByText('tweede versie').waitFor();
      assert.equal(pages.asked(action).length, 1);
    });
  });

  describe('rendering', () => {
    it('names every input and leaves no unknown element without its fallback', async () => {
      await sendToHanna(pages.bench(), everythingCard);
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('combobox', { name: 'Gemeente zoeken' }).waitFor();
      for (const name of [
        'Zaken per stand: Open 5, In beraad 3, Afgerond 9',
        'Wachttijd in dagen. Limburg: sep 12, okt 9, nov 4',
      ])
        assert.equal(await page.getByRole('img', { name, exact: true }).count(), 1, name);
      assert.equal(await page.getByRole('progressbar', { name: 'Afspraken nagekomen' }).count(), 1);
      assert.equal(await page.getByRole('radiogroup', { name: 'Eén keuze' }).count(), 1);
      assert.equal(await page.getByText('In plaats van sterren: drie van de vijf.').count(), 1);
    });

    it('sends ids of picked people and values of chosen titles, and lets an optional number be empty', async () => {
      await sendToHanna(pages.bench(), everythingCard);
      const page = await pages.chat('Hanna Bosman');
      await page.getByRole('textbox', { name: 'Wat is er nodig?' }).fill('rust');
      await page.getByRole('combobox', { name: 'Wie' }).fill('Marieke Jansen');
      await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
      await pages.bench().bot.wait(({ name }) => name === action);
      const data = { form: 'f1', what: 'rust', filtered: 'weert', person: marieke, urgent: 'false' };
      assert.deepEqual(pages.asked(action), [asked('send', data)]);
    });

    it('refuses a card that Teams would not show', async () => {
      await sendToHanna(pages.bench(), { ...card(text('te nieuw')), version: '1.6' });
      const page = await pages.chat('Hanna Bosman');
      await page.getByText('Teams toont alleen kaarten tot en met versie 1.5.').waitFor();
      assert.equal(await page.getByText('te nieuw').count(), 0);
    });

    it('shows nothing of a deleted message', async () => {
      const id = await botSays(pages.bench(), chatOf(hanna), cardActivity(card(text('vergissing'))));
      const page = await pages.chat('Hanna Bosman');
      await page.getByText('vergissing').waitFor();
      await pages.bench().connector(`DELETE /conversations/${encodeURIComponent(chatOf(hanna))}/activities/${id}`);
      await page.getByText('Dit bericht is verwijderd.').waitFor();
      assert.equal(await page.getByText('vergissing').count(), 0);
    });
  });
});
