import { deepStrictEqual, equal, ok, throws } from 'node:assert/strict';
import { card } from '../../src/teams/cards.ts';
import { type Reader } from '../../src/teams/cards.ts';
import { numberMarks } from '../../src/core/number-marks.ts';
import { type JsonObject } from '../../src/core/json.ts';
import { cardBytes, renderCard, type TeamsIdOf } from '../../src/teams/render.ts';
import { translator } from '../../src/teams/texts.ts';
import { checkCard, faultsOf } from '../support/card-check.ts';
import { counterCard, counterJson, withoutForm } from '../support/teams-toy.ts';

const reader: Reader = { locale: 'nl', person: undefined, now: new Date(0) };

describe('rendering a card', () => {
  it('fills the template with the view and the texts of the reader', async () => {
    const rendering = { state: { count: 3 }, reader: { ...reader, locale: 'en' as const } };
    deepStrictEqual(withoutForm(await renderCard(counterCard.definition, rendering)), counterJson(3, 'en'));
  });

  it('gives nothing when the view has nothing to show', async () => {
    const state = { count: 3, hidden: true };
    equal(await renderCard(counterCard.definition, { state, reader }), undefined);
  });

  describe('names the people whose view is refreshed as Teams does', () => {
    const refreshed = async (people: readonly string[] | undefined, teamsIdOf?: TeamsIdOf) => {
      const refresh = { action: { type: 'Action.Execute', verb: 'r' }, ...(people ? { userIds: '${people}' } : {}) };
      const template: JsonObject = { type: 'AdaptiveCard', refresh, body: [] };
      const { definition } = card({ name: 'x', template, texts: { nl: {}, en: {} }, view: () => ({ people }) });
      const shown = await renderCard(definition, { state: {}, reader, ...(teamsIdOf ? { teamsIdOf } : {}) });
      return (shown?.['refresh'] as { userIds?: unknown }).userIds;
    };
    const known: TeamsIdOf = async (person) => (person === 'eva' ? undefined : `29:${person}`);

    it('leaves out who never had the bot', async () =>
      deepStrictEqual(await refreshed(['anna', 'eva', 'bob'], known), ['29:anna', '29:bob']));
    it('names nobody when there are more than sixty, and all sixty when there are not', async () => {
      const many = Array.from({ length: 61 }, (_, index) => `p${index}`);
      deepStrictEqual(await refreshed(many, known), []);
      equal(((await refreshed(many.slice(1), known)) as readonly string[]).length, 60);
    });
    it('names nobody when nobody can say how Teams calls them', async () =>
      deepStrictEqual(await refreshed(['anna']), []));
    it('leaves a card alone that names no people', async () => equal(await refreshed(undefined, known), undefined));
  });

  it('puts the form in the data of every action, nested ones too, and nowhere else', async () => {
    const submit = { type: 'Action.Submit', title: 'x' };
    const template: JsonObject = {
      type: 'AdaptiveCard',
      refresh: { action: { type: 'Action.Execute', verb: 'r' } },
      body: [
        {
          type: 'Container',
          selectAction: { ...submit, data: { type: 'Action.Submit', msteams: { type: 'task/fetch' } } },
        },
        { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', url: 'https://x.example' }, submit] },
      ],
      actions: [
        { type: 'Action.ShowCard', card: { type: 'AdaptiveCard', actions: [submit] } },
        { ...submit, data: 'a text' },
        { type: 'Action.Execute', verb: 'v', fallback: submit },
      ],
    };
    const definition = card({ name: 'x', template, texts: { nl: {}, en: {} }, view: () => ({}) }).definition;
    const data = { form: 'f' };
    deepStrictEqual(await renderCard(definition, { state: {}, reader, form: 'f' }), {
      type: 'AdaptiveCard',
      refresh: { action: { type: 'Action.Execute', verb: 'r' } },
      body: [
        {
          type: 'Container',
          selectAction: { ...submit, data: { type: 'Action.Submit', msteams: { type: 'task/fetch' }, ...data } },
        },
        {
          type: 'ActionSet',
          actions: [
            { type: 'Action.OpenUrl', url: 'https://x.example' },
            { ...submit, data },
          ],
        },
      ],
      actions: [
        { type: 'Action.ShowCard', card: { type: 'AdaptiveCard', actions: [{ ...submit, data }] } },
        { ...submit, data: 'a text' },
        { type: 'Action.Execute', verb: 'v', fallback: { ...submit, data }, data },
      ],
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'nl',
    });
  });

  it('does not fill in what a person typed', async () => {
    const template = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '${text}' }] };
    const view = () => ({ title: 'Titel', text: '${title} $[x]' });
    const { definition } = card({ name: 'x', template, texts: { nl: {}, en: {} }, view });
    const json = await renderCard(definition, { state: {}, reader });
    ok(JSON.stringify(json).includes('${title} $[x]'));
  });

  it('puts texts inside lists, keeps them as they are, and leaves a missing one to be seen', async () => {
    const template: JsonObject = {
      type: 'AdaptiveCard',
      body: [{ type: 'TextBlock', $data: '${items}', text: '${t.a} ${name} ${$root.t.b} ${t.c}' }],
    };
    const texts = { a: '"A" \\ $& {', b: '${name}' };
    const view = () => ({ items: [{ name: 'x' }, { name: 'y' }] });
    const { definition } = card({ name: 'x', template, texts: { nl: texts, en: texts }, view });
    const { body } = (await renderCard(definition, { state: {}, reader }))!;
    deepStrictEqual(
      (body as unknown as { text: string }[]).map(({ text }) => text),
      ['"A" \\ $& { x ${name} ${t.c}', '"A" \\ $& { y ${name} ${t.c}'],
    );
  });

  it('shows nothing where a number was that went no further than the door', async () => {
    const template: JsonObject = {
      type: 'AdaptiveCard',
      body: [{ type: 'Input.Text', id: 'euros', value: '${euros}' }],
    };
    const view = ({ euros }: { euros: string }) => ({ euros });
    const { definition } = card<{ euros: string }>({ name: 'x', template, texts: { nl: {}, en: {} }, view });
    const { body } = (await renderCard(definition, { state: { euros: `€ ${numberMarks.bsn}` }, reader }))!;
    deepStrictEqual(body, [{ type: 'Input.Text', id: 'euros', value: '€ ' }]);
  });

  it('gives the same card from one template twice', async () => {
    const once = async () => withoutForm(await renderCard(counterCard.definition, { state: { count: 1 }, reader }));
    deepStrictEqual(await once(), await once());
  });

  it('counts two bytes a character, as Teams does', () => {
    equal(cardBytes({ a: 'é' }), '{"a":"é"}'.length * 2);
  });
});

describe('checking a card', () => {
  const good = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'Een kaart.', body: [] as object[] };
  const execute = { type: 'Action.Execute', title: 'Meer', verb: 'more', data: { by: 1 } };
  const submit = { type: 'Action.Submit', title: 'Meer', data: { verb: 'more', by: 1 } };
  const input = { type: 'Input.Text', id: 'why', label: 'Waarom?' };
  const cases: readonly (readonly [string, object, RegExp])[] = [
    ['a version other than 1.5', { ...good, version: '1.6' }, /version is 1\.6/],
    ['something unbound', { ...good, body: [{ type: 'TextBlock', text: 'Dag ${name}' }] }, /unbound \$\{name\}/],
    ['an input without label', { ...good, body: [{ ...input, label: '' }] }, /needs a label/],
    ['a required input without message', { ...good, body: [{ ...input, isRequired: true }] }, /errorMessage/],
    ['an image without text', { ...good, body: [{ type: 'Image', url: 'https://x.example/x.png' }] }, /altText/],
    ['an action without title', { ...good, actions: [{ type: 'Action.Execute', verb: 'x' }] }, /needs a title/],
    ['a card without fallbackText', { ...good, fallbackText: ' ' }, /needs a fallbackText/],
    ['an Action.Execute without fallback', { ...good, actions: [execute] }, /needs a fallback Action\.Submit/],
    [
      'a fallback that does something else',
      { ...good, actions: [{ ...execute, fallback: { ...submit, data: { verb: 'less', by: 1 } } }] },
      /needs a fallback Action\.Submit/,
    ],
    ['a newer element without fallback', { ...good, body: [{ type: 'Badge', text: 'x' }] }, /Badge needs a fallback/],
    ['an element nobody knows', { ...good, body: [{ type: 'Textblok', text: 'x' }] }, /Unknown element type/],
    ['two inputs with one id', { ...good, body: [input, input] }, /[Dd]uplicate/],
    ['a card that is too large', { ...good, body: [{ type: 'TextBlock', text: 'x'.repeat(50_000) }] }, /bytes/],
  ];
  for (const [what, json, found] of cases) {
    it(`finds ${what}`, () => {
      throws(() => checkCard(json), found);
    });
  }

  it('has nothing against a good card, with a newer element that can fall back', () => {
    const badge = { type: 'Badge', text: 'x', fallback: { type: 'TextBlock', text: 'x' } };
    const actions = [{ ...execute, fallback: submit }];
    deepStrictEqual(faultsOf({ ...good, body: [input, badge], actions }), []);
  });
});

describe('texts put together at run time', () => {
  const t = translator({
    nl: { hello: 'Dag {{name}}', days_one: '{{count}} dag', days_other: '{{count}} dagen' },
    en: { hello: 'Hello {{name}}', days_one: '{{count}} day', days_other: '{{count}} days' },
  });

  it('take values as they are, and go by number', () => {
    equal(t('nl', 'hello', { name: '<Anna> & $t(hello)' }), 'Dag <Anna> & $t(hello)');
    deepStrictEqual([t('nl', 'days', { count: 1 }), t('nl', 'days', { count: 2 })], ['1 dag', '2 dagen']);
    equal(t('en', 'days', { count: 1 }), '1 day');
  });

  it('know no other keys', () => {
    // @ts-expect-error a key that is in neither language is a type error
    throws(() => t('nl', 'goodbye'), /no text for goodbye/);
    // @ts-expect-error a key that English lacks is a type error
    translator({ nl: { a: 'a' }, en: {} });
  });
});
