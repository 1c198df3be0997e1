import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { screenshot } from '../support/browser.ts';
import { holds } from '../support/case-walk.ts';
import {
  button,
  cardWith,
  checkPage,
  dialogOf,
  onBothWidths,
  openRow,
  phone,
  useFlow,
  wide,
} from '../support/flow-pages.ts';
import {
  adviserNames,
  ballotOf,
  criteriaProposal,
  els,
  jan,
  voteOn,
  writeProposal,
} from '../support/governance-walk.ts';
import { useBrowser } from '../support/page-bench.ts';
import { setClock } from '../support/tenant-controls.ts';

const bsn = '111222333';
const objection = 'Zo valt een jongere zonder regio erbuiten.';
const remark = 'Noem ook de school als plek.';
const [mieke, hassan, corrie, stefan, anouk] = adviserNames as [string, string, string, string, string];
const lotte = 'Lotte Hendriks';
const marieke = 'Marieke Jansen';
const title = criteriaProposal['name'] ?? '';

const choose = (card: Locator, choice: string): Promise<void> =>
  card.getByRole('radio', { name: new RegExp(`(^|\\s)${choice}$`) }).check();
const reasonOf = (card: Locator): Locator => card.getByRole('textbox', { name: /^Toelichting/ });

/** Steps of one proposal, in the order of the calendar. */
describe('browser: a vote, from the ballots to the decision', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);

  before(async () => {
    const number = await writeProposal(flow.by, criteriaProposal);
    await flow.by(jan).click(await flow.by(jan).card(number, 'Breng in'), 'Breng in');
    await flow.idle();
  });

  const clock = async (now: string): Promise<void> => {
    await setClock(flow.url(), now);
    await flow.idle();
  };

  const inChannel = async (name: string, view = wide): Promise<Page> => {
    const page = await flow.as(name, view);
    await openRow(page, /^Klankbord, kanaal/);
    return page;
  };

  const ballot = async (name: string, view = wide): Promise<Readonly<{ page: Page; card: Locator }>> => {
    const page = await flow.chat(name, view);
    const card = cardWith(page, title);
    await card.waitFor();
    return { page, card };
  };

  it('is cast on a phone, with a reason when somebody disagrees', async () => {
    const { page, card } = await ballot(anouk, phone);
    await checkPage(page);
    await screenshot(page, 'vote-ballot-phone');
    await choose(card, 'Oneens');
    await button(card, 'Stem').click();
    await card.getByText('Bij deze keuze hoort een toelichting.').waitFor();
    await reasonOf(card).fill(`Het gaat om bsn ${bsn}.`);
    await button(card, 'Stem').click();
    await card.getByText('lijkt een burgerservicenummer te staan').waitFor();
    assert.equal(await reasonOf(card).inputValue(), '');
    await checkPage(page);
    await reasonOf(card).fill(objection);
    await button(card, 'Stem').click();
    await card.getByText(/^Je stem: Oneens\. Wijzigen kan tot/).waitFor();
    await checkPage(page);
    await flow.idle();
    assert.deepEqual(flow.filesWith(bsn), []);
  });

  it('is cast on a wide page, and changed', async () => {
    const { page, card } = await ballot(hassan);
    await checkPage(page);
    await screenshot(page, 'vote-ballot');
    await button(card, 'Stem').click();
    await card.getByText('Kies een antwoord.').waitFor();
    await choose(card, 'Eens');
    await button(card, 'Stem').click();
    await card.getByText(/^Je stem: Eens\. Wijzigen kan tot/).waitFor();
    await choose(card, 'Eens, met een opmerking');
    await reasonOf(card).fill(remark);
    await button(card, 'Stem').click();
    await card.getByText(/^Je stem: Eens, met een opmerking\./).waitFor();
  });

  it('is counted in the channel, and shows nothing of what was chosen', async () => {
    for (const [voter, choice] of Object.entries({ [mieke]: 'agree', [stefan]: 'abstain', [corrie]: 'agree' }))
      await voteOn(flow.by(voter), title, { choice });
    await flow.idle();
    const page = await inChannel(marieke);
    const card = cardWith(page, title);
    await card.getByText('5 van 7 stemmen binnen').waitFor();
    await onBothWidths(page, card, 'vote-board-hidden');
  });

  it('keeps what was chosen from all others, in their chats and in the channel', async () => {
    const own: Readonly<Record<string, string>> = { [anouk]: objection, [hassan]: remark };
    for (const name of [...adviserNames, jan]) {
      const page = await flow.chat(name);
      for (const place of ['chat', 'channel']) {
        if (place === 'channel') await openRow(page, /^Klankbord, kanaal/);
        await cardWith(page, title).waitFor();
        const shown = await page.content();
        for (const text of [objection, remark, 'Opkomst'])
          assert.equal(shown.includes(text) && text !== own[name], false, `${name}, ${place}: ${text}`);
      }
    }
  });

  it('is there in the channel for who may vote, and for nobody else', async () => {
    const page = await inChannel(anouk, phone);
    const card = cardWith(page, title);
    await card.getByText(/^Je stem: Oneens\./).waitFor();
    assert.equal(await reasonOf(card).inputValue(), objection);
    await checkPage(page);
    const outsider = await inChannel(marieke);
    await button(cardWith(outsider, title), 'Mijn stem').click();
    await outsider.getByText('Je staat niet op de lijst van deze stemming.').waitFor();
    assert.equal(await button(cardWith(outsider, title), 'Stem').count(), 0);
  });

  it('is brought to mind of who has not voted, and refused after its time', async () => {
    await clock('2026-12-04T20:00:00.000Z');
    const { page } = await ballot(lotte, phone);
    await cardWith(page, 'Herinnering: je hebt nog niet gestemd.').waitFor();
    const kept = await ballotOf(flow.by(lotte), title);
    await clock('2026-12-07T20:00:00.000Z');
    await cardWith(page, title).getByText('Er is niet gestemd.').waitFor();
    assert.equal(await button(cardWith(page, title), 'Stem').count(), 0);
    holds(await flow.by(lotte).click(kept, 'Stem', { choice: 'agree' }), 'De stemming is gesloten.');
  });

  it('shows how it ended when it is closed', async () => {
    const page = await inChannel(marieke);
    const card = cardWith(page, title);
    await card.getByText('Positief advies, met opmerkingen').waitFor();
    await card.getByText('Opkomst: 5 van 7').waitFor();
    assert.equal((await card.innerText()).includes(anouk), false);
    await onBothWidths(page, card, 'vote-board-closed');
  });

  it('gives reasons without names to who voted', async () => {
    const { page, card } = await ballot(stefan, phone);
    await card.getByText(objection).waitFor();
    assert.equal((await card.innerText()).includes(anouk), false);
    await checkPage(page);
  });

  it('is followed by a decision that the chair records', async () => {
    const author = await flow.chat(jan);
    await button(cardWith(author, 'Leg voor aan besluit'), 'Leg voor aan besluit').click();
    await author.getByText('Het ligt bij Bestuurlijk overleg Limburg.').waitFor();
    await flow.idle();
    for (const name of [els, 'Wim Theunissen', 'Karin Dohmen', 'Rob Verhagen'])
      await voteOn(flow.by(name), title, { choice: 'adopt' });
    await flow.idle();
    const page = await flow.chat(els, phone);
    await button(cardWith(page, 'Leg vast'), 'Leg vast').click();
    const form = await dialogOf(page, /^Besluit over/);
    await checkPage(page);
    await screenshot(page, 'decision-form-phone');
    await button(form, 'Leg het besluit vast').click();
    await form.getByText('Schrijf op waarom.').waitFor();
    await form.getByRole('textbox', { name: /^Waarom\?/ }).fill('Helder en uitvoerbaar.');
    await form.getByRole('radio', { name: /(^|\s)Ja$/ }).check();
    await form.getByRole('textbox', { name: /^Samenvatting/ }).fill('De criteria voor invliegen zijn vastgesteld.');
    await button(form, 'Leg het besluit vast').click();
    await page.getByText('Vastgelegd. Wie het aangaat, krijgt bericht.').waitFor();
  });
});
