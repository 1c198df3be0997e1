import { deepStrictEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { caseStream } from '../../../src/features/cases/case.ts';
import { anyByNumber } from '../../../src/features/cases/find-case.ts';
import { policy } from '../../../src/features/directory/index.ts';
import { names } from '../../../src/features/privacy/texts-names.nl.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { fillCase } from '../../support/purge-setting.ts';
import { temporaryFile } from '../../support/store-sqlite.ts';
import { histories } from '../cases/samples.ts';
import { id, number } from '../cases/stories.ts';
import { brokenAt } from '../../../src/store/access-chain.ts';
import { look, openBench, people, type PrivacyBench } from './bench.ts';

const { nora, marieke, fatima, erik } = people;

describe('the access log of a case, for the privacy officer', () => {
  let bench: PrivacyBench;
  beforeEach(async () => {
    bench = await openBench();
    await fillCase(bench.deps.store, histories.closed);
  });
  afterEach(() => bench.close());

  const ask = async (text = `toegangslog ${number}`) => {
    const shown = await bench.say(nora, text);
    ok(shown);
    return shown;
  };
  const show = (data: object) => bench.click(nora, 'action privacy/log', { number, ...data });

  it('says who did what, when, as whom and on which rule', async () => {
    await bench.append(
      {},
      {
        eventType: 'case.triage',
        action: 'update',
        outcome: 'refused',
        userId: erik,
        userRole: 'applicant',
        organisation: 'Zorggroep De Haven',
        authorisationRule: 'no rule',
      },
    );
    const { outcome, card } = await ask();
    equal(outcome, 'looked');
    match(card, /Regel 1: maandag 23 november 2026, 10:00/);
    match(card, /Marieke Jansen \(voorzitter van een expertteam\), Expertteams Limburg/);
    match(card, /Gegevens van de casus: bekijken \(casus\)/);
    match(card, /Toegestaan: voorzitter van het expertteam van deze casus/);
    match(card, /Erik Mulder \(aanmelder\), Zorggroep De Haven/);
    match(card, /Geweigerd: geen regel staat dit toe/);
    match(card, /De keten klopt/);
  });

  it('says on whose behalf, with which consent and by which emergency, when there was one', async () => {
    await bench.append({ onBehalfOfUserId: fatima, consentId: 'deelt-1', breakGlass: true, breakGlassReason: 'acuut' });
    const { card } = await ask();
    match(card, /Namens Fatima El Amrani.*Toestemming: deelt-1.*Noodprocedure: acuut/);
  });

  it('is in the log itself, and shows the next time', async () => {
    doesNotMatch((await ask()).card, /Nora Visser \(/);
    match(
      (await ask()).card,
      /Nora Visser \(privacyfunctionaris en beheerder\).*Toegangslog: bekijken \(toegangslog\)/,
    );
    deepStrictEqual(
      (await bench.lines()).map(({ userId, eventType, action, outcome, authorisationRule, dataCategory }) => [
        userId,
        eventType,
        action,
        outcome,
        authorisationRule,
        dataCategory,
      ]),
      Array.from({ length: 2 }, () => [
        nora,
        'privacy.access-log',
        'read',
        'allowed',
        'role:privacy-officer',
        'access-log',
      ]),
    );
    equal(brokenAt(await bench.lines()), undefined);
  });

  for (const [name, person] of Object.entries({ chair: marieke, 'process director': fatima, stranger: erik }))
    it(`is refused to the ${name}, and that is in it`, async () => {
      const [said, clicked] = [
        await bench.say(person, `toegangslog ${number}`),
        await bench.click(person, 'action privacy/log', { number }),
      ];
      deepStrictEqual([said?.outcome, clicked.outcome], ['not-allowed', 'not-allowed']);
      match(clicked.text, /alleen voor de privacyfunctionaris/);
      deepStrictEqual(
        (await bench.lines()).map(({ userId, eventType, outcome }) => [userId, eventType, outcome]),
        Array.from({ length: 2 }, () => [person, 'privacy.access-log', 'refused']),
      );
    });

  it('looks to others the same for a case that is not there', async () => {
    const [there, nowhere] = [
      await bench.say(erik, `toegangslog ${number}`),
      await bench.say(erik, 'toegangslog LI-2026-0999'),
    ];
    deepStrictEqual(there, nowhere);
    equal((await ask('toegangslog LI-2026-0999')).outcome, 'unknown-case');
  });

  it('is shown in the chat with the bot only', async () => {
    equal((await bench.say(nora, `toegangslog ${number}`, 'channel'))?.outcome, 'only-in-chat');
    const channel = { id: 'c', kind: 'channel' } as const;
    equal((await bench.clickIn(channel, nora, ['action privacy/log', { number }])).outcome, 'only-in-chat');
    equal((await bench.lines()).length, 0);
  });

  it('asks which case, and again when that is no number', async () => {
    match((await ask('Toegangslog')).card, /Om welke casus/);
    match((await ask('toegangslog van de buurman')).card, /Dat is geen nummer/);
    equal((await bench.say(erik, 'toegangslog'))?.outcome, 'not-allowed');
    match((await show({ number: ' li-2026-1 ' })).card, /Toegangslog van LI-2026-0001/);
  });

  for (const text of [
    'Toegangslog van casus LI-2026-0001',
    'access log LI-2026-0001',
    'toon het toegangslog van li-2026-0001',
    'Wie heeft LI-2026-0001 bekeken?',
    'Who has seen case LI-2026-0001?',
  ])
    it(`understands "${text}"`, async () => equal((await ask(text)).outcome, 'looked'));

  describe('of two thousand lines', () => {
    beforeEach(async () => {
      for (let day = 1; day <= 2000; day++)
        await bench.append({
          occurredAt: new Date(Date.UTC(2026, 0, 1, day)).toISOString(),
          userId: day % 2 ? marieke : fatima,
          outcome: day % 100 ? 'allowed' : 'refused',
        });
    });

    it('shows the newest first, page by page, and stays as it was opened while others look', async () => {
      const { card } = await ask();
      match(card, /Regels 1–8 van 2000/);
      match(card, /"Regel 2000: /);
      await bench.append({});
      const next = await show({ page: 1, asOf: 2000, order: 'newest' });
      match(next.card, /Regels 9–16 van 2000.*"Regel 1992: /);
      const last = await show({ page: 9999, asOf: 2000, order: 'oldest' });
      match(last.card, /Regels 1993–2000 van 2000.*"Regel 2000: /);
      equal(last.card.includes('"Volgende"'), false);
      ok(card.length * 2 < 40_000, `${card.length * 2} bytes`);
    });

    it('is filtered by person, period and outcome, and the next page keeps the filter', async () => {
      const filter = { person: fatima, from: '2026-01-05', until: '2026-03-01', outcome: 'refused', order: 'oldest' };
      const { card } = await show(filter);
      match(card, /1–8 van de 14 regels die passen \(in totaal 2000\).*"Regel 100: /);
      doesNotMatch(card, /Marieke Jansen \(/);
      const next = /\{"from":[^}]*"page":1[^}]*\}/.exec(card);
      ok(next, card);
      const { card: second } = await show(JSON.parse(next[0]) as object);
      match(second, /9–14 van de 14/);
      match((await show({ action: 'delete' })).card, /Geen regel past hierbij/);
      match(
        (await show({ person: 'all', action: 'all', outcome: 'all', from: '', until: '' })).card,
        /van 2001|van 2002|van 2003/,
      );
    });
  });

  it('takes nothing of another shape for a filter', async () => {
    await bench.append({});
    match((await show({ from: "' OR 1=1", action: 7, person: {}, order: 'x', page: -1 })).card, /Regels 1–1 van 1/);
  });

  it('outlives the case, and says when it is gone as well', async () => {
    const purged = { id, number, at: '2028-01-10T09:00:00.000Z', rule: 'term', sha256: 'abc' };
    const commit = async (state: object) =>
      bench.deps.store.commit({
        ...{
          stream: caseStream(id),
          type: 'case',
          read: await bench.deps.store.load(caseStream(id)),
          events: [],
          effects: [],
        },
        ...{
          at: purged.at,
          state: state as never,
          fields: { number, stage: 'purged' },
          commandId: JSON.stringify(state) as never,
        },
      });
    await bench.append({});
    await commit({ stage: 'none', purged });
    ok(await anyByNumber(bench.deps.store, number));
    match((await ask()).card, /Regels 1–1 van 1/);
    await commit({ stage: 'none', purged: { ...purged, accessErased: true } });
    const before = await bench.lines();
    equal((await ask()).outcome, 'log-erased');
    equal((await bench.say(erik, `toegangslog ${number}`))?.outcome, 'not-allowed');
    deepStrictEqual(await bench.lines(), before);
  });

  it('has words for every action on a case, and every rule', () => {
    const known: Readonly<Record<string, string>> = { ...names.role, ...names.relation, ...names.rule };
    const rules = Object.values(policy)
      .flat()
      .map((rule) => rule.replace(/^(role|case):/, ''));
    deepStrictEqual(
      rules.filter((rule) => known[rule] === undefined),
      [],
    );
  });
});

describe('an access log that somebody changed', () => {
  it('says from which line on', async () => {
    const folder = await temporaryFile();
    const store = sqliteStore({ file: folder.file });
    for (let line = 1; line <= 3; line++) await store.access.append(caseStream(id), look);
    await store.close();
    const file = new DatabaseSync(folder.file);
    file.exec("UPDATE access SET entry = replace(entry, 'Expertteams Limburg', 'Elders') WHERE seq = 2");
    file.close();
    const again = sqliteStore({ file: folder.file });
    equal(brokenAt(await again.access.read(caseStream(id))), 2);
    await again.close();
    await rm(folder.file, { force: true });
    await folder.remove();
  });
});
