import { cardWith, onBothWidths, phone, useFlow } from '../support/flow-pages.ts';
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
});
