import { retryAfterMs } from '../pacing/retry-after.ts';
import { TokenUnavailable } from './bot-token.ts';

/** Why a call to the connector failed. `status` 0: no answer came. `ambiguous`: Teams may have done it all the same. */
type ConnectorFailure = Readonly<{
  status: number;
  ambiguous: boolean;
  message: string;
  retryAfterMs: number | undefined;
}>;

/** The connection was never made, so nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const requestTimeout = 408;

/**
 * Reads the SDK's error. A 408, a 5xx, a reset and our own time-out leave open whether the message was posted
 * (openclaw issue 125127 lost that distinction and posted twice); everything else is a plain no.
 */
export function failureOf(error: unknown): ConnectorFailure {
  if (error instanceof TokenUnavailable) {
    return { status: 0, ambiguous: false, message: error.message, retryAfterMs: undefined };
  }
  const { statusCode = 0, code = '', response, message } = partsOf(error);
  const unanswered = statusCode === 0 && !neverSent.has(code);
  return {
    status: statusCode,
    ambiguous: unanswered || statusCode >= 500 || statusCode === requestTimeout,
    message:
      `Teams connector ${statusCode === 0 ? 'gave no answer' : `answered ${statusCode}`} ${code}: ${message}`.trim(),
    retryAfterMs: response?.headers && retryAfterMs(response.headers),
  };
}

type SdkError = Error & {
  statusCode?: number;
  code?: string;
  response?: { headers?: { get(name: string): string | undefined } };
};

function partsOf(error: unknown): SdkError {
  return error instanceof Error ? error : new Error(String(error));
}
