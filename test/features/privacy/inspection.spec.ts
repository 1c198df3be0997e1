import { deepStrictEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import { caseId } from '../../../src/features/cases/case-desk.ts';
import {
  type Inspection,
  type InspectionCommand,
  inspectionDecider,
  type InspectionEvent,
  type InspectionRefusal,
  inspectionStream,
} from '../../../src/features/privacy/inspection.ts';
import { caseDownload } from '../../../src/privacy/case-download.ts';
import { createDownloads } from '../../../src/teams/downloads.ts';
import { specify } from '../../support/decider-spec.ts';
import { handClock, startBot } from '../../support/teams-bot.ts';
import { fillCase } from '../../support/purge-setting.ts';
import { histories } from '../cases/samples.ts';
import { id, number } from '../cases/stories.ts';
import { openBench, people, type PrivacyBench } from './bench.ts';

const { nora, marieke, erik } = people;
const given = specify<Inspection, InspectionCommand, InspectionEvent, InspectionRefusal>(inspectionDecider);
const about = { at: '2026-11-23T09:00:00.000Z', case: caseId('c1'), by: nora, link: 'one' };
const offered = (link = 'one'): InspectionEvent => ({ type: 'InspectionOffered', data: { ...about, link } });
const fetched: InspectionEvent = { type: 'InspectionFetched', data: about };
const fetching = (rest: object = {}): InspectionCommand => ({ type: 'FetchInspection', data: { ...about, ...rest } });

describe('the link to everything that is kept of a case', () => {
  it('can be fetched with', () => given(offered()).when(fetching()).thenEvents(fetched));
  it('works once', () => given(offered(), fetched).when(fetching()).thenRefused('not-open'));
  it('is void once another is made', () => given(offered(), offered('two')).when(fetching()).thenRefused('not-open'));
  it('is of whom it was made for', () =>
    given(offered())
      .when(fetching({ by: personId('other') }))
      .thenRefused('not-open'));
  it('is none before it is made', () => given().when(fetching()).thenRefused('not-open'));
});

describe('inspection, for the privacy officer', () => {
  let bench: PrivacyBench;
  beforeEach(async () => {
    bench = await openBench();
    await fillCase(bench.deps.store, histories.closed);
  });
  afterEach(() => bench.close());

  const made: string[] = [];
  const ask = async (person = nora) => {
    const shown = await bench.click(person, 'dialog privacy/inspect', { number });
    const [, url = ''] = /"url":"([^"]+)"/.exec(shown.card) ?? [];
    made.push(url);
    return shown;
  };
  const route = () => caseDownload(bench.deps);
  /** What the link of the last dialog carries. */
  const fetch = async () => {
    const opened = await bench.links.opened(made.at(-1)?.split('/').at(-1) ?? '');
    return opened && (await route().run(opened.data));
  };
  const written = async () =>
    (await bench.lines()).map(({ userId, eventType, action, outcome }) => [userId, eventType, action, outcome]);

  it('is a document with everything, by a link of one fetch; that it was made and fetched is in the log', async () => {
    equal((await ask()).outcome, 'offered');
    const file = await fetch();
    ok(file);
    equal(file.file, `inzage-${number}.docx`);
    ok(file.bytes.length > 5_000);
    equal(await fetch(), undefined);
    deepStrictEqual(await written(), [
      [nora, 'privacy.inspect', 'create', 'allowed'],
      [nora, 'privacy.inspect', 'export', 'allowed'],
    ]);
  });

  it('is given once to two at the same time', async () => {
    await ask();
    const both = await Promise.all([fetch(), fetch()]);
    equal(both.filter((file) => file !== undefined).length, 1);
    equal((await written()).filter(([, , action]) => action === 'export').length, 1);
  });

  it('is not given with an older link, nor after ten minutes', async () => {
    await ask();
    const first = made.at(-1) ?? '';
    await ask();
    made.push(first);
    equal(await fetch(), undefined);
    await ask();
    bench.passMs(601_000);
    equal(await fetch(), undefined);
    deepStrictEqual(
      (await written()).filter(([, , action]) => action === 'export'),
      [],
    );
  });

  it('is not given to who has the role no longer when it is fetched', async () => {
    await ask();
    const { data } = (await bench.links.opened(made.at(-1)?.split('/').at(-1) ?? '')) ?? { data: {} };
    equal(await route().run({ ...data, by: erik }), undefined);
    deepStrictEqual((await written()).at(-1), [erik, 'privacy.inspect', 'read', 'refused']);
  });

  it('is refused to everybody else, which is in the log', async () => {
    for (const person of [marieke, erik]) {
      const { outcome, card } = await ask(person);
      equal(outcome, 'not-allowed');
      doesNotMatch(card, /bestanden/);
    }
    deepStrictEqual(
      await written(),
      [marieke, erik].map((person) => [person, 'privacy.inspect', 'read', 'refused']),
    );
  });

  it('says what an operator does where the bot has no address', async () => {
    bench.address(undefined);
    const { outcome, card } = await ask();
    equal(outcome, 'no-link');
    match(card, /npm run inspect -- LI-2026-0001 --to MAP/);
  });

  it('is not there for a case that is not there', async () => {
    equal((await bench.click(nora, 'dialog privacy/inspect', { number: 'LI-2026-0999' })).outcome, 'unknown-case');
    equal((await bench.deps.store.load(inspectionStream(id))).version, 0);
  });

  it('is offered by its word', async () => match((await bench.say(nora, `inzage ${number}`))?.card ?? '', /"Inzage"/));
});

describe('a file that is fetched by a button', () => {
  it('is not given to what only follows the link', async () => {
    const clock = handClock();
    let runs = 0;
    const route = {
      name: 'once',
      byButton: true,
      run: async () => (runs++, { file: 'a.txt', contentType: 'text/plain', bytes: Buffer.from('kern') }),
    };
    let address = '';
    const bot = await startBot({
      downloads: {
        links: {
          linkTo: async () => undefined,
          opened: (token) => createDownloads({ store: bot.store, clock, address: () => address }).opened(token),
        },
        routes: [route],
      },
    });
    try {
      address = bot.url;
      const link =
        (await createDownloads({ store: bot.store, clock, address: () => address }).linkTo('once', {})) ?? '';
      const page = await fetch(link);
      const html = await page.text();
      deepStrictEqual([page.status, runs], [200, 0]);
      match(html, /<form method="post"><button>/);
      match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      equal(await (await fetch(link, { method: 'POST' })).text(), 'kern');
      equal((await fetch(`${link}x`, { method: 'POST' })).status, 410);
      equal(runs, 1);
    } finally {
      await bot.close();
    }
  });
});
