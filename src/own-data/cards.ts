import type { Locale } from '../core/locale.ts';
import { listed, timeOfDay } from '../core/view-parts.ts';
import { formatDay } from '../core/working-time.ts';
import { roleNames } from '../features/directory/index.ts';
import { card, type TypedCard } from '../teams/cards.ts';
import template from './cards/own.json' with { type: 'json' };
import type { Forgotten } from './forget.ts';
import type { Known } from './known.ts';
import { type Texts, texts } from './texts.ts';

/** `isForm`: shown in a dialog, where no button of a card works. */
export type OwnState =
  | Readonly<{ show: 'known'; known: Known; isForm: boolean }>
  | Readonly<{ show: 'asking'; accessMonths: number }>
  | (Readonly<{ show: 'forgotten' }> & Forgotten);

type Section = Readonly<{ heading: string; lines: readonly string[] }>;
type Button = Readonly<{ title: string; verb: string }>;

/** What is kept of its reader, what of it goes and what stays, and what went. */
export const ownCard: TypedCard<OwnState> = card<OwnState>({
  ...{ name: 'own-data/own', template, texts: texts.static(({ cards }) => cards.own) },
  view(state, { locale }) {
    const { say } = texts.in[locale];
    const sections = sectionsOf(state, locale);
    return {
      title: say.title[state.show],
      sections: sections.map(({ heading, lines }) => ({ heading, lines: lines.map((text) => ({ text })) })),
      buttons: buttonsOf(state, texts.in[locale]).map(({ title, verb }) => ({ title, verb, data: { verb } })),
    };
  },
});

function buttonsOf(state: OwnState, { say }: Texts): readonly Button[] {
  if (state.show === 'asking') return [{ title: say.button.forget, verb: 'own-data/forget' }];
  const shows = state.show === 'known' && !state.isForm;
  return shows ? [{ title: say.button.ask, verb: 'own-data/ask' }] : [];
}

function sectionsOf(state: OwnState, locale: Locale): readonly Section[] {
  const { say } = texts.in[locale];
  switch (state.show) {
    case 'known':
      return knownSections(state.known, locale);
    case 'asking':
      return [
        { heading: say.heading.goes, lines: say.goes.map(bullet) },
        { heading: say.heading.stays, lines: [...say.stays, say.logStays(state.accessMonths)].map(bullet) },
        { heading: say.heading.back, lines: [say.back] },
      ];
    case 'forgotten':
      return [{ heading: '', lines: [say.forgotten, say.expertForgotten[state.expert], say.back].filter(Boolean) }];
  }
}

const bullet = (line: string): string => `- ${line}`;

function knownSections(known: Known, locale: Locale): readonly Section[] {
  const { say } = texts.in[locale];
  const { heading } = say;
  return [
    { heading: heading.directory, lines: directoryLines(known, locale) },
    { heading: heading.contact, lines: contactLines(known, locale) },
    { heading: heading.settings, lines: settingsLines(known, locale) },
    { heading: heading.expert, lines: [say.expert[known.expert.status](known.expert.subjects)] },
    { heading: heading.deadlines, lines: [say.deadlines(known.deadlines)] },
    { heading: heading.talk, lines: [talkLine(known, locale)] },
    { heading: heading.log, lines: [say.elsewhere, say.logStays(known.accessMonths)] },
  ];
}

function directoryLines({ person, seats }: Known, locale: Locale): readonly string[] {
  const { say } = texts.in[locale];
  if (person === undefined) return [say.notListed];
  const { name, organisation, email } = person;
  const held = listed(
    person.roles.map((role) => roleNames[locale][role]),
    locale,
  );
  return [
    `${name}, ${organisation}`,
    say.roles(held),
    ...(email === undefined ? [] : [say.email(email)]),
    ...(seats.length === 0 ? [] : [say.seats(listed(seats, locale))]),
    say.imported,
  ];
}

function contactLines({ hasChat, teamsLanguage }: Known, locale: Locale): readonly string[] {
  const { say } = texts.in[locale];
  const language = teamsLanguage === undefined ? [] : [say.teamsLanguage(teamsLanguage)];
  return [hasChat ? say.chat : say.noChat, ...language];
}

function settingsLines({ settings: { preferences, absence }, deputy = '' }: Known, locale: Locale): readonly string[] {
  const { say } = texts.in[locale];
  const { from, until, weekdays, rhythm, language } = preferences;
  const away = absence && say.away(formatDay(absence.from, locale), formatDay(absence.until, locale), deputy);
  return [
    say.hours(from, until, weekdays.length),
    say.rhythm[rhythm],
    ...(language === undefined ? [] : [say.language[language]]),
    ...(away === undefined ? [] : [away]),
  ];
}

function talkLine({ talk }: Known, locale: Locale): string {
  const { say } = texts.in[locale];
  if (talk.until === undefined) return say.noTalk;
  const about = [...talk.cases.map(say.case), ...(talk.listed === 0 ? [] : [say.list(talk.listed)])];
  return say.talk(timeOfDay(talk.until), about.length === 0 ? say.lastAsked : listed(about, locale));
}
