/** What the double answers over HTTP; `charge` is in request units. */
export type Answer = Readonly<{
  status: number;
  body?: unknown;
  etag?: string;
  charge?: number;
  headers?: Readonly<Record<string, string>>;
}>;

/** A documented error of the service, or something this double does not know (501). */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly substatus: number | undefined;
  readonly info: string | undefined;
  constructor(status: number, code: string, detail: Readonly<{ message: string; substatus?: number; info?: string }>) {
    super(detail.message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.substatus = detail.substatus;
    this.info = detail.info;
  }
}

export const badRequest = (message: string, substatus?: number): Refused =>
  new Refused(400, 'BadRequest', { message, ...(substatus === undefined ? {} : { substatus }) });
export const notFound = (message: string): Refused => new Refused(404, 'NotFound', { message });
export const preconditionFailed = (message: string): Refused => new Refused(412, 'PreconditionFailed', { message });

/** Better a refusal than a guess: what the double does not model it does not answer. */
export const unknown = (what: string): Refused =>
  new Refused(501, 'NotImplemented', { message: `the Cosmos double does not know ${what}` });

export function answerOf({ status, code, message, substatus, info }: Refused): Answer {
  return {
    status,
    body: { code, message, ...(info === undefined ? {} : { additionalErrorInfo: info }) },
    headers: substatus === undefined ? {} : { 'x-ms-substatus': String(substatus) },
  };
}
