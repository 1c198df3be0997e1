import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createDownloads, type DownloadRoute } from '../../src/teams/downloads.ts';
import { type Bot, handClock, type HandClock, startBot } from '../support/teams-bot.ts';

const clock: HandClock = handClock();
const list: DownloadRoute = {
  name: 'list',
  async run({ year }) {
    if (year !== 2026) return undefined;
    return { file: 'lijst-2026.csv', contentType: 'text/csv; charset=utf-8', bytes: Buffer.from('nummer;datum\n') };
  },
};

describe('files behind a link', () => {
  let bot: Bot;
  let address: string | undefined;
  const links = () => createDownloads({ store: bot.store, clock, address: () => address });
  const linkTo = async (name = 'list', data = { year: 2026 }) => (await links().linkTo(name, data)) ?? '';

  beforeEach(async () => {
    bot = await startBot({
      downloads: {
        links: { linkTo: async () => undefined, opened: (token) => links().opened(token) },
        routes: [list],
      },
    });
    address = bot.url;
  });
  afterEach(() => bot.close());

  it('are fetched by who has the link, also from an instance that did not make it', async () => {
    const response = await fetch(await linkTo());
    equal(await response.text(), 'nummer;datum\n');
    deepEqual(
      ['content-type', 'content-disposition', 'cache-control'].map((name) => response.headers.get(name)),
      ['text/csv; charset=utf-8', 'attachment; filename="lijst-2026.csv"', 'no-store'],
    );
  });

  it('are gone after ten minutes, and say what to do', async () => {
    const link = await linkTo();
    clock.advance(601_000);
    const response = await fetch(link);
    equal(response.status, 410);
    match(await response.text(), /Vraag in Teams opnieuw om het bestand/);
  });

  it('are not given for a link that somebody changed or made up, nor when there is nothing', async () => {
    const link = await linkTo();
    const other = `${link.slice(0, -4)}AAAA`;
    for (const tried of [other, `${bot.url}/bestanden/x`, await linkTo('other'), await linkTo('list', { year: 2025 })])
      equal((await fetch(tried)).status, 410, tried);
    ok(!JSON.stringify(bot.lines).includes(link.slice(-20)));
  });

  it('have no link where people cannot open the bot', async () => {
    address = undefined;
    equal(await links().linkTo('list', {}), undefined);
  });
});
