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
import { decide } from '../support/case-walk.ts';
import { useBrowser } from '../support/page-bench.ts';

const nora = 'Nora Visser';

describe('browser: what the privacy officer looks after', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);

  it('is the access log of a case, also of what was refused', async () => {
    await flow.by('Erik Mulder').say('casus LI-2026-0001');
    await flow.by(nora).say('toegangslog LI-2026-0001');
    await flow.idle();
    const page = await flow.chat(nora, phone);
    const log = cardWith(page, 'Toegangslog van LI-2026-0001');
    await log.getByText('Geweigerd: geen regel staat dit toe').waitFor();
    await onBothWidths(page, log, 'privacy-access-log');
    await log.getByText('Filteren').click();
    await onBothWidths(page, log, 'privacy-access-log-filter');
  });

  it('is how long a case is kept', async () => {
    await flow.by(nora).say('bewaar LI-2026-0001');
    const page = await flow.chat(nora, phone);
    const file = cardWith(page, 'Bewaren van LI-2026-0001');
    await onBothWidths(page, file, 'privacy-file');
    await button(file, 'Langer bewaren').click();
    const form = await dialogOf(page, 'Langer bewaren');
    await form.getByLabel('Bewaren tot en met').fill('2028-06-30');
    await form.getByLabel('Waarom').fill('Er loopt een klacht, kenmerk K-12.');
    await checkPage(page);
    await screenshot(page, 'privacy-hold-phone');
    await button(form, 'Leg vast').click();
    await page.getByText('Vastgelegd. De casus wordt').waitFor();
    await closeDialog(page);
    await flow.by(nora).say('bewaar LI-2026-0001');
    await cardWith(page, 'Wordt niet verwijderd tot en met vrijdag 30 juni 2028').waitFor();
    await screenshot(page, 'privacy-file-held-phone');
    await button(cardWith(page, 'Wordt niet verwijderd'), 'Inzage').click();
    const inspection = await dialogOf(page, 'Inzage in LI-2026-0001');
    await inspection.getByText('tien minuten').waitFor();
    await checkPage(page);
    await screenshot(page, 'privacy-inspect-phone');
  });

  it('is a case that goes on request, once somebody else agrees', async () => {
    const chair = flow.by('Marieke Jansen');
    const given = {
      reason: 'Hoort in het voorveld.',
      alternative: 'Lokale hulp',
      owner: 'Toegang',
      ownerBy: '2026-12-01',
    };
    await decide(chair, 'LI-2026-0001', { outcome: 'return', ...given });
    await flow.by(nora).say('privacy LI-2026-0001');
    await flow.idle();
    const page = await flow.chat(nora, phone);
    const file = cardWith(page, 'Bewaren van LI-2026-0001');
    await onBothWidths(page, file, 'privacy-file-returned');
    await button(file, 'Langer bewaren').click();
    await button(await dialogOf(page, 'Langer bewaren'), 'Niet langer bewaren').click();
    await page.getByText('De gewone bewaartermijn geldt weer').waitFor();
    await closeDialog(page);
    await flow.by(nora).say('privacy LI-2026-0001');
    await button(cardWith(page, 'Bewaren van LI-2026-0001'), 'Verwijderen op verzoek').click();
    const form = await dialogOf(page, 'Verwijderen op verzoek');
    await form.getByLabel('Waarom').fill('Verzoek van 3 maart, kenmerk V-12.');
    await checkPage(page);
    await screenshot(page, 'privacy-erase-phone');
    await button(form, 'Vraag akkoord').click();
    await page.getByText('Er wordt niets verwijderd voordat').waitFor();
    await closeDialog(page);
    await cardWith(page, 'Wacht op akkoord van een ander').waitFor();

    const second = await flow.chat('Bram Kuiper', phone);
    const asked = cardWith(second, 'Verwijderen op verzoek: LI-2026-0001');
    await onBothWidths(second, asked, 'privacy-erasure');
    await button(asked, 'Bekijk en beslis').click();
    const review = await dialogOf(second, 'Verzoek om te verwijderen');
    await review.getByText('kenmerk V-12').waitFor();
    await checkPage(second);
    await screenshot(second, 'privacy-erasure-review-phone');
    await button(review, 'Akkoord: verwijder').click();
    await second.getByText('De casus wordt nu geëxporteerd').waitFor();
    await closeDialog(second);
    await flow.idle();
    await flow.by(nora).say('privacy LI-2026-0001');
    const gone = cardWith(page, 'op verzoek, met akkoord van twee mensen');
    await gone.waitFor();
    await onBothWidths(page, gone, 'privacy-file-gone');
  });
});
