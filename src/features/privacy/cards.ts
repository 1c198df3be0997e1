import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import type { LogPage } from './access-log-desk.ts';
import accessLog from './cards/access-log.json' with { type: 'json' };
import askCase from './cards/ask-case.json' with { type: 'json' };
import file from './cards/file.json' with { type: 'json' };
import hold from './cards/hold.json' with { type: 'json' };
import inspect from './cards/inspect.json' with { type: 'json' };
import keeping from './cards/keeping.json' with { type: 'json' };
import type { Keeping } from './keeping.ts';
import { texts } from './texts.ts';
import { keepingView } from './view.ts';
import { fileView, type FileState, type HoldForm, holdView } from './view-file.ts';
import { accessLogView } from './view-access-log.ts';

export const keepingCard: TypedCard<Keeping> = card<Keeping>({
  ...{ name: 'privacy/keeping', template: keeping, texts: texts.static(({ cards }) => cards.keeping) },
  view: (state, { locale }) => keepingView(state, locale),
});

export const accessLogCard: TypedCard<LogPage> = card<LogPage>({
  ...{ name: 'privacy/access-log', template: accessLog, texts: texts.static(({ cards }) => cards.accessLog) },
  view: (state, { locale }) => accessLogView(state, locale),
});

/** `isWrong`: what was typed is no number of a case. */
export const askCaseCard: TypedCard<Readonly<{ isWrong: boolean }>> = card({
  ...{ name: 'privacy/ask-case', template: askCase, texts: texts.static(({ cards }) => cards.askCase) },
  view: (state) => state,
});

export const fileCard: TypedCard<FileState> = card<FileState>({
  ...{ name: 'privacy/file', template: file, texts: texts.static(({ cards }) => cards.file) },
  view: (state, { locale }) => fileView(state, locale),
});

export const holdCard: TypedCard<HoldForm> = card<HoldForm>({
  ...{ name: 'privacy/hold', template: hold, texts: texts.static(({ cards }) => cards.hold) },
  view: (state, { locale }) => holdView(state, locale),
});

/** Without a link: how an operator makes the same document. */
export const inspectCard: TypedCard<Readonly<{ number: string; url?: string | undefined }>> = card({
  ...{ name: 'privacy/inspect', template: inspect, texts: texts.static(({ cards }) => cards.inspect) },
  view: ({ number, url = '' }) => ({ url, hasLink: url !== '', command: `npm run inspect -- ${number} --to MAP` }),
});

export const privacyCards: readonly CardDefinition[] = [
  keepingCard.definition,
  accessLogCard.definition,
  askCaseCard.definition,
  fileCard.definition,
  holdCard.definition,
  inspectCard.definition,
];
