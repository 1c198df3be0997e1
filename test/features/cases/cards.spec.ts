import { deepStrictEqual, ok } from 'node:assert/strict';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type CaseCards, createCaseCards } from '../../../src/features/cases/cards.ts';
import type { SubmittedCase } from '../../../src/features/cases/case-state.ts';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import type { CaseForm } from '../../../src/features/cases/view-forms.ts';
import { refusalText } from '../../../src/features/cases/teams-answers.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import { locales } from '../../../src/core/locale.ts';
import { renderCard } from '../../../src/teams/render.ts';
import type { Card } from '../../../src/teams/routes.ts';
import { checkCard } from '../../support/card-check.ts';
import { type Bench, monday, openBench } from './bench.ts';
import { demoIntake } from './demo-cases.ts';
import {
  admitted,
  adviceOnly,
  applicant,
  centreWorker,
  chair,
  closed,
  director,
  draft,
  inClosing,
  inConference,
  later,
  returned,
  sibling,
  stateAfter,
  steps,
  submitted,
  supplement,
} from './stories.ts';

const may = (all: boolean) => ({ mayListTeam: all, mayListExperts: all, maySeePlaces: all, mayGovern: all });
const troubled: CaseEvent = { type: 'ChannelTroubled', data: { at: later, trouble: 'app-not-enabled' } };
const unknownMember: CaseEvent = { type: 'ChannelTroubled', data: { at: later, trouble: 'member-unknown' } };
const centreJoins: CaseEvent = {
  type: 'CentreInvolved',
  data: {
    at: later,
    tried: 'Overal gebeld.',
    staff: [{ person: centreWorker, part: 'centre' }],
    answerBy: '2026-12-01T16:00:00.000Z',
  },
};
const linked: CaseEvent = { type: 'CaseLinked', data: { at: later, number: sibling } };
const acute = { ...demoIntake('wolf'), acuteDanger: true };

const states: Readonly<Record<string, SubmittedCase>> = {
  'in triage': stateAfter(...submitted()),
  'in triage, incomplete': stateAfter(...submitted({ pseudonym: 'Wolf', age: 17, municipality: 'Weert' })),
  'in triage, acute danger': stateAfter(...submitted(acute)),
  'to be completed': stateAfter(...supplement()),
  'advice only': stateAfter(...adviceOnly()),
  returned: stateAfter(...returned()),
  admitted: stateAfter(...admitted()),
  'admitted, half a channel': stateAfter(...admitted(), ...steps().slice(0, 2)),
  'admitted, app not enabled': stateAfter(...admitted(), ...steps().slice(0, 2), troubled),
  'admitted, somebody unknown': stateAfter(...admitted(), ...steps().slice(0, 1), unknownMember),
  'in conference': stateAfter(...inConference(), linked),
  'in conference, centre involved': stateAfter(...inConference(), centreJoins),
  closing: stateAfter(...inClosing()),
  closed: stateAfter(...closed()),
};

const outsideDialogs = ['status', 'triage', 'director', 'summary', 'closed', 'trouble'] as const;

/** Every text in the state that a person typed; none of it may be on a card that stays in a chat or channel. */
function typedTexts({ intake, triage, closing, centreInvolved }: SubmittedCase): readonly string[] {
  const free = [
    intake.pseudonym,
    intake.careQuestion,
    intake.parties,
    intake.tried,
    intake.youthVoice,
    intake.shareScope,
  ];
  const decided = [triage?.reason, triage?.alternative, triage?.owner];
  const ended = [closing?.lessonsContent, closing?.lessonsCooperation, centreInvolved?.tried];
  return [...free, ...decided, ...ended].filter((text) => text !== undefined);
}

describe('cards of cases', () => {
  let bench: Bench;
  let cards: CaseCards;

  before(async () => {
    bench = await openBench();
    cards = createCaseCards({
      directory: bench.deps.directory,
      teamsLink: (team, channel) => `https://teams.example/${team}/${channel}`,
    });
  });
  after(() => bench.store.close());

  async function rendered(
    { name, state, extra }: Card,
    person: PersonId | undefined = applicant,
  ): Promise<readonly JsonObject[]> {
    const definition = Object.values(cards).find((known) => known.definition.name === name)?.definition;
    if (!definition) throw new Error(`no card ${name}`);
    const all = locales.map((locale) =>
      renderCard(definition, {
        state,
        reader: { locale, person, now: monday },
        ...(extra === undefined ? {} : { extra }),
      }),
    );
    return (await Promise.all(all)).filter((json) => json !== undefined);
  }

  async function checked(card: Card, person?: PersonId): Promise<readonly JsonObject[]> {
    const all = await rendered(card, person);
    for (const json of all) checkCard(json);
    return all;
  }

  for (const card of outsideDialogs) {
    for (const [name, state] of Object.entries(states)) {
      it(`shows ${card}, ${name}, in both languages and without a word that anybody typed`, async () => {
        for (const person of [applicant, chair, director, undefined]) {
          const all = await checked(cards[card].show(state, { notice: refusalText('not-in-triage') }), person);
          deepStrictEqual(all.length, 2);
          const text = JSON.stringify(all);
          deepStrictEqual(
            typedTexts(state).filter((typed) => text.includes(JSON.stringify(typed).slice(1, -1))),
            [],
          );
        }
      });
    }
  }

  it('shows nothing of a draft', async () => {
    deepStrictEqual(await rendered(cards.status.show({ stage: 'none' })), []);
    ok(draft().length > 0);
  });

  const problems = [refusalText('reason-missing')];
  for (const [name, file] of Object.entries(states)) {
    it(`shows every dialog of a case that is ${name}`, async () => {
      const typed = { outcome: 'return', reason: 'Kort', moves: '2', tried: '', youthRating: '' };
      const forms: readonly CaseForm[] = [
        { file, typed: {}, problems: [] },
        { file, typed, problems },
      ];
      for (const form of forms) {
        for (const dialog of ['triageForm', 'people', 'directorForm', 'involve', 'closingForm'] as const)
          await checked(cards[dialog].show(form));
        await checked(cards.reason.show({ ...form, verb: 'cases/reopen-send' }));
        await checked(cards.reason.show({ ...form, verb: 'cases/send-back-send' }));
      }
      await checked(cards.details.show(file));
    });
  }

  it('shows both steps of the form, empty, filled in and at fault', async () => {
    const municipalities = (await bench.deps.directory.municipalities(monday)).map(({ name }) => name);
    deepStrictEqual(municipalities.length, 342);
    const examples = (bench.deps.settings.demoCases ?? []).map(({ key, title }) => ({ key, title }));
    const base = { case: 'c1', faults: [], municipalities, examples, example: '' };
    const faults = [
      { field: 'age', fault: 'not-whole' },
      { field: 'age', fault: 'out-of-range', min: 0, max: 30 },
      { field: 'measureDate', fault: 'not-a-date' },
      { field: 'measure', fault: 'not-a-choice' },
      { field: 'pseudonym', fault: 'pseudonym-shape' },
      { field: 'pseudonym', fault: 'own-name' },
      { field: 'municipality', fault: 'unknown-municipality', suggestions: ['Weert', 'Weesp'] },
      { field: 'siblingCase', fault: 'unknown-sibling' },
      { field: 'careQuestion', fault: 'personal-data', kind: 'bsn' },
    ] as const;
    for (const step of ['who', 'question'] as const) {
      const filled = typedOf(step, demoIntake('wolf'));
      await checked(cards[step].show({ ...base, typed: {} }));
      await checked(cards[step].show({ ...base, typed: filled }));
      await checked(
        cards[step].show({ ...base, typed: { ...filled, age: 'zeven' }, faults, problem: refusalText('no-team') }),
      );
      await checked(cards[step].show({ ...base, examples: [], typed: filled }));
    }
  });

  it('shows the home card to whom it knows and whom it does not', async () => {
    const drafts = [{ id: states['closed']!.id, updatedAt: later }];
    await checked(cards.home.show({ known: true, ...may(true), drafts, notUnderstood: true }));
    await checked(cards.home.show({ known: true, ...may(false), drafts: [], notUnderstood: false }));
    await checked(cards.home.show({ known: false, ...may(false), drafts: [], notUnderstood: false }));
  });

  it('shows lists without a word that anybody typed', async () => {
    const cases = Object.values(states);
    const regions = ['midden-limburg-oost', 'midden-limburg-west'].map((value) => ({ title: value, value }));
    const empty = { filter: { scope: 'team' }, cases: [], trail: [], regions } as const;
    await checked(cards.list.show(empty));
    const own = {
      filter: { scope: 'own', stage: 'closed', overdue: true },
      trail: ['x'],
      after: 'y',
      next: 'z',
      regions: [],
    } as const;
    const text = JSON.stringify(await checked(cards.list.show({ ...own, cases })));
    deepStrictEqual(
      cases.flatMap(typedTexts).filter((typed) => text.includes(JSON.stringify(typed).slice(1, -1))),
      [],
    );
  });

  it('shows results and refusals', async () => {
    const title = refusalText('no-team');
    await checked(cards.result.show({ lines: [title, title], alert: title }));
    await checked(cards.refused.show({ lines: [title] }));
    for (const file of Object.values(states)) await checked(cards.refused.show({ lines: [title], file }));
  });

  it('keeps the form within the size that Teams takes', async () => {
    const municipalities = (await bench.deps.directory.municipalities(monday)).map(({ name }) => name);
    const typed = typedOf('who', demoIntake('wolf'));
    const [json] = await rendered(
      cards.who.show({ case: 'c1', typed, faults: [], municipalities, examples: [], example: '' }),
    );
    ok(JSON.stringify(json).length * 2 < 80_000);
  });
});
