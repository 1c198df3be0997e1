import { deepEqual, equal, ok } from 'node:assert/strict';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Locale } from '../../../src/core/locale.ts';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import {
  createDirectory,
  type DirectoryFeature,
  directoryFeature,
  loadTerritory,
} from '../../../src/features/directory/index.ts';
import { cardRegistry } from '../../../src/teams/card-registry.ts';
import type { Inbound, Ran } from '../../../src/teams/routes.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { clock, noon } from './imported.ts';
import { someone } from './samples.ts';

const inbound = <Data>(data: Data, from: PersonId = someone(4)): Inbound<Data> => ({
  data,
  actor: { id: from, tenantId: 'tenant', locale: 'nl' },
  conversation: { id: 'chat', kind: 'personal' },
  at: noon,
  commandId: commandId('command-1'),
});

describe('directory: "waar kan ik terecht"', () => {
  let opened: Awaited<ReturnType<typeof openTemporary>>;
  let feature: DirectoryFeature;
  before(async () => {
    opened = await openTemporary();
    await loadDemo({ store: opened.store, clock });
    const directory = createDirectory({ store: opened.store, territory: await loadTerritory(), clock });
    feature = directoryFeature({ directory });
  });
  after(() => opened.close());

  const matched = (text: string): JsonObject | undefined => feature.messages[0]?.match(text);
  async function say(text: string, from?: PersonId): Promise<Ran> {
    const data = matched(text);
    ok(data && feature.messages[0], `"${text}" is not for this route`);
    return feature.messages[0].run(inbound(data, from));
  }
  const click = (verb: string, data: object, from?: PersonId) =>
    feature.routes.find((route) => route.verb === verb)?.run(inbound(data, from));

  /** Everything a person reads on the card, in order. */
  async function read({ answer }: Ran, locale: Locale = 'nl'): Promise<readonly string[]> {
    ok(answer.type === 'card');
    const card = await cardRegistry(feature.cards).render(answer.card, { locale, person: someone(4), now: noon });
    return textsIn(card);
  }

  describe('understands', () => {
    const sentences: Readonly<Record<string, JsonObject | undefined>> = {
      'waar kan ik terecht in Weert': { municipality: 'Weert' },
      'Waar kan ik terecht in Weert?': { municipality: 'Weert' },
      '  waar  kunnen we terecht in Bergen op Zoom ?': { municipality: 'Bergen op Zoom' },
      'waar kan ik terecht in de gemeente Weert': { municipality: 'Weert' },
      'Waar moet ik zijn bij gemeente Den Haag': { municipality: 'Den Haag' },
      'waar kan ik terecht': {},
      'waar kan ik terecht in': {},
      'waar kan ik terecht voor gemeente Weert': { municipality: 'Weert' },
      'waar kan ik terecht in De Bilt': { municipality: 'De Bilt' },
      'where do I land Weert': { municipality: 'Weert' },
      'Where do I land in the municipality of Weert?': { municipality: 'Weert' },
      'where do I land?': {},
      'where do I land in': {},
      'where can we turn to in The Hague': { municipality: 'Hague' },
      [`waar kan ik terecht in ${'x'.repeat(200)}`]: undefined,
      'waar kan een jongere met LVB terecht': undefined,
      'waar kan ik terecht met een jongere van 15': undefined,
      'waar is nog plek': undefined,
      'ik vraag me af waar kan ik terecht in Weert': undefined,
    };
    for (const [sentence, data] of Object.entries(sentences)) {
      it(`"${sentence}": ${data === undefined ? 'not' : JSON.stringify(data)}`, () =>
        deepEqual(matched(sentence), data));
    }
  });

  it('answers with the teams, the centre and what to do', async () => {
    const ran = await say('waar kan ik terecht in weert?');
    deepEqual(ran, {
      outcome: 'shown',
      answer: { type: 'card', card: { name: 'directory/landing', state: { municipality: 'Weert' } } },
    });
    deepEqual(await read(ran), [
      'Waar kun je terecht in Weert?',
      'Expertteam Midden-Limburg',
      'Voorzitter',
      'Marieke Jansen',
      'Procesregisseur',
      'Fatima El Amrani',
      'Loopt de hulp vast? Meld de casus aan bij het expertteam; stuur mij daarvoor “aanmelden”. Ben je ouder of jongere? Vraag het expertteam van je eigen regio om mee te denken.',
      'Jeugdregio',
      'Midden-Limburg West',
      'Centrum',
      'Expertisecentrum Limburg',
      'Coördinerende gemeente',
      'Roermond',
      'De gemeente Weert blijft verantwoordelijk voor de jeugdhulp. Het centrum denkt en doet mee, maar neemt de casus niet over.',
      'Is er nu gevaar? Bel 112. Gaat het om mishandeling of geweld thuis? Bel Veilig Thuis: 0800-2000.',
      'Andere gemeente',
    ]);
  });

  it('names the centre’s people where there is no team, and says what is to be verified', async () => {
    const texts = await read(await say('waar kan ik terecht in Hilversum'));
    deepEqual(texts.slice(0, 4), [
      'Waar kun je terecht in Hilversum?',
      'Nog te verifiëren: het is niet zeker dat deze gemeente bij deze regio of dit centrum hoort. Vraag het na voordat je iets afspreekt.',
      'Deze regio werkt zonder expertteam. Neem contact op met het centrum; dat zoekt samen met jou en de gemeente wie er kan helpen.',
      'Vraag naar Sanne de Vries van Expertisenetwerk Noord-Holland.',
    ]);
  });

  it('answers in English to who reads English', async () => {
    const texts = await read(await say('where do I land Utrecht'), 'en');
    deepEqual(texts.slice(0, 6), [
      'Where can you turn to in Utrecht?',
      'Expertteam Utrecht Stad',
      'Chair',
      'Kees Willems',
      'Process director',
      'Tom Bakker',
    ]);
  });

  it('has a card to show for every municipality, in both languages', async () => {
    const { rows } = await loadTerritory();
    for (const { name } of rows) {
      const ran = await say(`waar kan ik terecht in ${name}`);
      equal((await read(ran))[0], `Waar kun je terecht in ${name}?`);
      equal((await read(ran, 'en'))[0], `Where can you turn to in ${name}?`);
    }
  });

  it('asks which municipality when none is named', async () => {
    const ran = await say('waar kan ik terecht');
    equal(ran.outcome, 'asked');
    deepEqual(await read(ran), [
      'Waar kan ik terecht?',
      'Om welke gemeente gaat het? Kies de gemeente waar de jongere woont.',
      'Gemeente',
      'Bijvoorbeeld: Weert',
      'Vul een gemeente in.',
      'Zoeken',
    ]);
  });

  it('offers what may be meant for a name it does not know', async () => {
    const ran = await say('waar kan ik terecht in Weertt');
    equal(ran.outcome, 'unknown-municipality');
    deepEqual(await read(ran), [
      'Waar kan ik terecht?',
      'Deze gemeente ken ik niet. Bedoel je een van deze?',
      'Gemeente',
      'Vul een gemeente in.',
      'Weert',
      'Zoeken',
      'Andere gemeente',
    ]);
  });

  it('asks again for what looks like no municipality, and does not repeat it', async () => {
    const texts = await read(await say('waar kan ik terecht in xxxxxxxxxxxxxxx'));
    equal(texts[1], 'Deze gemeente ken ik niet. Typ de naam zoals die op brieven van de gemeente staat.');
    ok(!texts.some((text) => text.includes('xxx')));
  });

  it('looks nothing up for personal data, does not repeat it, and says what to type', async () => {
    for (const municipality of ['BSN 111222333', 'NL91ABNA0417164300', 'Weert, 06-12345678']) {
      deepEqual(await click('directory.landing', { municipality }), {
        outcome: 'personal-data',
        answer: {
          type: 'text',
          text: {
            nl: 'Hierin staan persoonsgegevens, dus er is niet gezocht en niets bewaard. Typ alleen de naam van de gemeente.',
            en: 'This holds personal data, so nothing was searched or kept. Type the name of the municipality only.',
          },
        },
      });
    }
  });

  it('answers a filled-in card, and goes back to the question', async () => {
    const shown = await click('directory.landing', { municipality: ' Venlo ', form: 'f' });
    deepEqual(shown?.answer, { type: 'card', card: { name: 'directory/landing', state: { municipality: 'Venlo' } } });
    equal((await click('directory.landing', {}))?.outcome, 'asked');
    equal((await click('directory.ask', { form: 'f' }))?.outcome, 'asked');
    equal(await click('directory.landing', { municipality: 7 }), undefined);
  });

  it('answers also who is not in the directory: parents and children must know where cases land', async () => {
    const stranger = someone(1234);
    deepEqual(await say('waar kan ik terecht in Weert', stranger), await say('waar kan ik terecht in Weert'));
    equal((await click('directory.ask', {}, stranger))?.outcome, 'asked');
  });

  it('shows nothing when the municipality is no more', async () => {
    const registry = cardRegistry(feature.cards);
    const card = { name: 'directory/landing', state: { municipality: 'Atlantis' } };
    equal(await registry.render(card, { locale: 'nl', person: undefined, now: noon }), undefined);
  });
});

const readable = ['title', 'text', 'label', 'placeholder', 'errorMessage'];

function textsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  const isFact = !('type' in part) && !('data' in part) && 'value' in part && 'title' in part;
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'fallback') return [];
    if (typeof value !== 'string') return textsIn(value);
    const isShown = readable.includes(key) || (isFact && key === 'value' && value !== part.title);
    return isShown ? [value] : [];
  });
}
