import type {
  CardAction,
  CardAnswer,
  Conversations,
  DialogAnswer,
  Feedback,
  Message,
  NewMessage,
  Persona,
  Search,
  SearchAnswer,
  TenantEvent,
  Thread,
} from '../api.ts';

export type TenantClock = Readonly<{ now: string; offsetMs: number }>;

/** The tenant said no, or could not be reached (status 0). The message is fit to show. */
export class TenantError extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const unreachable = 'De oefenomgeving reageert niet. Kijk of het programma nog draait en probeer het opnieuw.';

export const readPersonas = () => call<readonly Persona[]>('GET', '/api/personas');
export const readClock = () => call<TenantClock>('GET', '/api/tenant/clock');
export const advanceClock = (advanceMs: number) => call<TenantClock>('POST', '/api/tenant/clock', { advanceMs });
export const resetTenant = () => call<undefined>('POST', '/api/tenant/reset');

export type PersonaApi = ReturnType<typeof createPersonaApi>;

export function createPersonaApi(persona: string) {
  const as = `/api/as/${encodeURIComponent(persona)}`;
  const conversation = (id: string) => `${as}/conversations/${encodeURIComponent(id)}`;
  const message = (id: string) => `${as}/messages/${encodeURIComponent(id)}`;
  return {
    readConversations: () => call<Conversations>('GET', `${as}/conversations`),
    readThreads: (id: string) => call<readonly Thread[]>('GET', `${conversation(id)}/threads`),
    send: (id: string, body: NewMessage) => call<Message>('POST', `${conversation(id)}/messages`, body),
    markRead: (id: string) => call<undefined>('POST', `${conversation(id)}/read`),
    act: (id: string, action: CardAction) => call<CardAnswer>('POST', `${message(id)}/action`, action),
    submit: (id: string, data: object) => call<undefined>('POST', `${message(id)}/submit`, { data }),
    giveFeedback: (id: string, feedback: Feedback) => call<DialogAnswer>('POST', `${message(id)}/feedback`, feedback),
    openDialog: (id: string, data: object) => call<DialogAnswer>('POST', `${message(id)}/dialog`, { data }),
    submitDialog: (id: string, data: object) => call<DialogAnswer>('POST', `${message(id)}/dialog/submit`, { data }),
    search: (asked: Search) => call<SearchAnswer>('POST', `${as}/search`, asked),
    openCommand: (id: string, command: string) => call<DialogAnswer>('POST', `${message(id)}/command`, { command }),
    submitCommand: (id: string, command: string, data: object) =>
      call<DialogAnswer>('POST', `${message(id)}/command/submit`, { command, data }),
    events: `${as}/events`,
  };
}

/** The server is of the same build as the page, so its answers are taken at their word. */
export const parseEvent = (data: string): TenantEvent => JSON.parse(data) as TenantEvent;

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await reach(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } }),
  });
  const text = await response.text();
  if (!response.ok) throw new TenantError(response.status, readProblem(text));
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new TenantError(0, unreachable, { cause });
  }
}

/** The tenant's codes are for machines and scripts; a person reads what to do next. */
const problems: Readonly<Record<string, string>> = {
  ChannelArchived: 'Dit kanaal is gearchiveerd. Je kunt het nog lezen, maar er niets meer in zetten.',
  NotAMember: 'Je bent geen lid van dit kanaal. Kies links een ander gesprek.',
  NoChat: 'Je hebt nog geen chat met Doorbraak. Kies een andere persoon.',
  BadMessage: 'Dit bericht is leeg of te lang. Maak het korter en verstuur het opnieuw.',
  UnknownMessage: 'Dit bericht is er niet meer. Laad de pagina opnieuw.',
  UnknownConversation: 'Dit gesprek is er niet meer. Kies links een ander gesprek.',
  UnknownPersona: 'Deze persoon bestaat niet. Kies iemand anders.',
  TooManyRequests: 'Dit ging te snel achter elkaar. Wacht even en probeer het opnieuw.',
};

function readProblem(text: string): string {
  const unknown = 'De oefenomgeving kon dit niet doen. Probeer het opnieuw of laad de pagina opnieuw.';
  try {
    const { error } = JSON.parse(text) as { error?: { code?: string } };
    return problems[error?.code ?? ''] ?? unknown;
  } catch {
    // A crashed server or something in between answers HTML: nothing in it is fit to show.
    return unknown;
  }
}
