import { z } from 'zod/v4';
import type { LanguageModelSettings } from './teams/language-model.ts';

/** A key, or the client id of a managed identity that may use it. */
export type LanguageModelConfig = Omit<LanguageModelSettings, 'access'> &
  Readonly<{ access: Readonly<{ key: string }> | Readonly<{ identity: string }> }>;

export const languageModelSettings = {
  LANGUAGE_MODEL: z.enum(['off', 'azure', 'openai']).default('off'),
  LANGUAGE_MODEL_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .refine(isPrivate)
    .optional(),
  LANGUAGE_MODEL_DEPLOYMENT: z
    .string()
    .regex(/^[\w.:/-]{1,64}$/)
    .optional(),
  LANGUAGE_MODEL_KEY: z.string().min(1).optional(),
  LANGUAGE_MODEL_IDENTITY: z.guid().optional(),
  LANGUAGE_MODEL_TIMEOUT_MS: z.coerce.number().int().min(200).max(2_800).default(2_500),
};

/** Nobody reads along: it is encrypted, or does not leave this machine. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname);
}

/** How to mend each. */
export const mendLanguageModel = {
  LANGUAGE_MODEL: 'azure (Azure OpenAI), openai (anything that speaks OpenAI’s protocol) or off',
  LANGUAGE_MODEL_ENDPOINT: 'its https address, such as https://NAME.openai.azure.com; needed with LANGUAGE_MODEL',
  LANGUAGE_MODEL_DEPLOYMENT: 'the name of the deployment (Azure) or of the model; needed with LANGUAGE_MODEL',
  LANGUAGE_MODEL_KEY: 'its key; leave it out when LANGUAGE_MODEL_IDENTITY is set',
  LANGUAGE_MODEL_IDENTITY:
    'the client id of a managed identity with the role Cognitive Services OpenAI User, a GUID; Azure only',
  LANGUAGE_MODEL_TIMEOUT_MS: 'the whole milliseconds that it may take, from 200 to 2800',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of settings that the others ask for and that are not there. */
export function missingForLanguageModel(given: Environment): readonly string[] {
  const kind = given['LANGUAGE_MODEL'] ?? 'off';
  if (kind === 'off') return [];
  const proof = kind === 'azure' && given['LANGUAGE_MODEL_IDENTITY'] !== undefined ? [] : ['LANGUAGE_MODEL_KEY'];
  return ['LANGUAGE_MODEL_ENDPOINT', 'LANGUAGE_MODEL_DEPLOYMENT', ...proof].filter((name) => given[name] === undefined);
}

/** Nothing when it is off. */
export function languageModelIn(
  data: z.output<z.ZodObject<typeof languageModelSettings>>,
): Readonly<{ languageModel?: LanguageModelConfig }> {
  const { LANGUAGE_MODEL: kind, LANGUAGE_MODEL_KEY: key, LANGUAGE_MODEL_IDENTITY: identity = '' } = data;
  if (kind === 'off') return {};
  const { LANGUAGE_MODEL_ENDPOINT: endpoint = '', LANGUAGE_MODEL_DEPLOYMENT: deployment = '' } = data;
  const access = key === undefined ? { identity } : { key };
  return { languageModel: { kind, endpoint, deployment, access, timeoutMs: data.LANGUAGE_MODEL_TIMEOUT_MS } };
}
