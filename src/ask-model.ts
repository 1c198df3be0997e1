import type { Clock } from './core/clock.ts';
import type { Observer } from './core/observer.ts';
import { appToken } from './identity/app-token.ts';
import type { LanguageModelConfig } from './language-model-settings.ts';
import type { Parsed } from './assistant/index.ts';
import type { AskModel } from './talk/index.ts';
import { type LanguageModel, languageModel, type ModelAccess } from './teams/language-model.ts';

type Asking = Readonly<{ clock: Clock; observer: Pick<Observer, 'modelAsked'> }>;

/** After so many failures in a row it is left alone for a while: nobody should wait for what does not come. */
const mostFailures = 3;
const restMs = 60_000;

/** Undefined when there is none: then nothing of what is typed can be sent anywhere. */
export function modelToAsk(config: LanguageModelConfig | undefined, asking: Asking): AskModel | undefined {
  if (config === undefined) return undefined;
  return resting(languageModel({ ...config, access: accessOf(config, asking.clock) }), asking);
}

const scope = 'https://cognitiveservices.azure.com/.default';

function accessOf({ access }: LanguageModelConfig, clock: Clock): ModelAccess {
  if ('key' in access) return access;
  const { identity: appId } = access;
  return {
    token: appToken({ kind: 'azure', appId, tenantId: '', credential: { kind: 'managed-identity' } }, scope, clock),
  };
}

/** One by one after a rest, until one succeeds. */
export function resting(ask: LanguageModel, { clock, observer }: Asking): AskModel {
  let failures = 0;
  let restsUntil = 0;
  return async (asked, read) => {
    const began = performance.now();
    const come = (outcome: string, parsed?: Parsed): Parsed | undefined => {
      observer.modelAsked({ outcome, ms: performance.now() - began });
      return parsed;
    };
    if (clock.now().getTime() < restsUntil) return come('resting');
    const heard = await ask(asked);
    const failed = 'failed' in heard;
    failures = failed ? failures + 1 : 0;
    if (failures >= mostFailures) restsUntil = clock.now().getTime() + restMs;
    if (failed) return come(heard.failed);
    const parsed = read(heard.content);
    return come(parsed === undefined ? 'nothing' : 'understood', parsed);
  };
}
