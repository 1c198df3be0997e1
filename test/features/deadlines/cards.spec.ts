import { match, notEqual, ok } from 'node:assert/strict';
import { locales } from '../../../src/core/locale.ts';
import { createCards } from '../../../src/features/deadlines/cards.ts';
import type { DeadlineFile, Deed } from '../../../src/features/deadlines/deadline-state.ts';
import type { InboxFile } from '../../../src/features/deadlines/inbox.ts';
import { defaultPreferences } from '../../../src/features/deadlines/office-hours.ts';
import { defaultPlans } from '../../../src/features/deadlines/nudge-plan.ts';
import { refusalText } from '../../../src/features/deadlines/texts.ts';
import { dutch } from '../../../src/features/deadlines/texts.nl.ts';
import { formKinds } from '../../../src/features/deadlines/view-forms.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { due, els, facts, id, jan, judith, marieke, opened } from './samples.ts';

const at = '2026-12-29T09:00:00.000Z';
const answer = { by: judith, text: 'Ik bel.', at, level: 'official' } as const;
const file: DeadlineFile = {
  ...{ ...facts, id, stage: 'open', since: opened, plan: defaultPlans.long, moments: [] },
  ...{ about: { kind: 'case', number: 'LI-2026-0002' }, dependsOn: [id], watchers: [marieke] },
  moves: [{ from: due, to: due, reason: 'Ziek.', by: jan, at }],
  kept: [{ due, note: 'Gelukt.', by: 'system', at }],
  reached: [{ moment: { name: 'T+7', at, to: 'official' }, due, at, passed: [] }],
  ...{ answers: [answer], told: [], handed: { from: els, to: jan, by: els, note: 'Voor jou.', returned: false, at } },
};
const deed: Deed = { title: { nl: 'Beoordeel', en: 'Decide' }, verb: 'cases/x', data: { case: 'c1' }, on: 'action' };
const files: Readonly<Record<string, DeadlineFile>> = {
  'of a case': file,
  'kept by doing, with one click': { ...file, deed },
  'kept by doing, in a dialog': { ...file, deed: { ...deed, on: 'dialog' } },
  'that comes back': { ...file, kind: 'recurring', rhythm: { every: 5, unit: 'week' } },
  done: { ...file, stage: 'done', ended: { by: jan, at, note: 'Klaar.' } },
  dropped: { ...file, stage: 'dropped', ended: { by: 'system', at, note: 'Niet nodig.' } },
  moved: { ...file, due: '2027-01-15T10:30:00.000Z' },
};
const told = { deadline: id, due, from: opened, releaseAt: opened, status: 'sent', sentAt: at } as const;
const inbox: InboxFile & { status: 'open' } = {
  ...{ status: 'open', person: jan, preferences: defaultPreferences, today: { day: '', sent: 0 } },
  items: [
    { ...told, key: 'owner', moment: 'T+1', to: 'owner', slot: 'digest-1' },
    { ...told, key: 'answer', moment: `answer-${at}`, to: 'owner', slot: 'digest-1' },
    { ...told, key: 'official', moment: 'T+7', to: 'official', behalf: judith, slot: 'digest-1' },
    { ...told, key: 'later', moment: 'T-7', to: 'owner', status: 'waiting' },
  ],
  digests: { 'digest-1': ['owner', 'answer', 'official'] },
};

describe('deadlines: cards', () => {
  for (const [name, state] of Object.entries(files)) {
    const cards = createCards({
      directory: {
        nameOf: async (person) => person,
        people: async () => [{ id: els, name: 'Els Maes', organisation: 'Gemeente Roermond', roles: [] }],
      },
      deadline: async () => state,
      ownerAway: async () => false,
      owedByOthers: async () => [{ ...state, owner: marieke }],
    });
    const typed = { typed: {}, problems: [refusalText('reason-missing')] };
    const all: Readonly<Record<string, Card>> = {
      ...Object.fromEntries(inbox.items.map(({ key }) => [`reminder ${key}`, cards.nudge.show(inbox, { key })])),
      ...Object.fromEntries(formKinds.map((what) => [what, cards.form.show({ ...typed, what, file: state })])),
      digest: cards.digest.show(inbox, { slot: 'digest-1', notice: refusalText('same-date') }),
      list: cards.list.show({ files: [state], page: 0 }),
      empty: cards.list.show({ files: [], page: 1 }),
      details: cards.details.show({ file: state, standing: 'steward' }),
      own: cards.own.show({ ...typed, id, cases: ['LI-2026-0001'] }),
      message: cards.own.show({ ...typed, typed: { from: 'message', link: '' }, id, cases: [] }),
      kept: cards.kept.show({ deadline: id, line: refusalText('same-date') }),
      preferences: cards.preferences.show(typed),
    };
    for (const locale of locales) {
      it(`of one ${name} have no faults (${locale})`, async () => {
        for (const { name: shown, state: data, extra = {} } of Object.values(all)) {
          const found = Object.values(cards).find(({ definition }) => definition.name === shown);
          ok(found);
          const reader = { locale, person: jan, now: new Date(at) };
          const json = await renderCard(found.definition, { state: data, reader, extra });
          ok(json, shown);
          checkCard(json);
        }
      });
    }
  }

  it('hold no typed note in a chat', async () => {
    const cards = createCards({
      directory: {
        nameOf: async (person) => person,
        people: async () => [{ id: els, name: 'Els Maes', organisation: 'Gemeente Roermond', roles: [] }],
      },
      deadline: async () => file,
      ownerAway: async () => false,
      owedByOthers: async () => [],
    });
    const reader = { locale: 'nl', person: jan, now: new Date(at) } as const;
    for (const card of [cards.nudge.show(inbox, { key: 'answer' }), cards.digest.show(inbox, { slot: 'digest-1' })]) {
      const { definition } = card.name === 'deadlines/nudge' ? cards.nudge : cards.digest;
      const text = JSON.stringify(await renderCard(definition, { ...card, reader }));
      for (const words of ['Ik bel.', 'Voor jou.', 'Gelukt.', 'Ziek.']) ok(!text.includes(words), words);
    }
  });

  it('say every refusal in both languages', () => {
    for (const code of Object.keys(dutch.refusals) as (keyof typeof dutch.refusals)[]) {
      const { nl, en } = refusalText(code);
      match(nl, /[a-z]\.$|[”)?]\.?$/);
      notEqual(nl, en);
    }
  });
});
