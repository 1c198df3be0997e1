import {
  ActionPlanner,
  type Memory,
  OpenAIModel,
  type OpenAIModelOptions,
  Prompt,
  PromptManager,
  type PromptTemplate,
  TextSection,
} from '@microsoft/teams-ai';
import { CloudAdapter, TurnContext } from 'botbuilder';
import { type Heard, throughDoor } from './model-door.ts';

export type { Heard, ModelFailure } from './model-door.ts';

/** A key, or a token of an identity (Azure only). */
export type ModelAccess = Readonly<{ key: string }> | Readonly<{ token(): Promise<string> }>;

export type LanguageModelSettings = Readonly<{
  /** `azure`: Azure OpenAI; `openai`: anything that speaks OpenAI's protocol. */
  kind: 'azure' | 'openai';
  endpoint: string;
  /** The name of the deployment (Azure) or of the model. */
  deployment: string;
  access: ModelAccess;
  timeoutMs: number;
}>;

/** `task` is ours; `sentence` is all of it that came from a person. */
type Asked = Readonly<{ task: string; sentence: string }>;
/** As `fetch`. */
type Send = (url: string, init: RequestInit) => Promise<Response>;
export type LanguageModel = (asked: Asked) => Promise<Heard>;

/** Asks once, without a history, and comes back within the time-out whatever happens there. */
export function languageModel(settings: LanguageModelSettings, send: Send = fetch): LanguageModel {
  return async (asked) => {
    const deadline = AbortSignal.timeout(settings.timeoutMs);
    const late = new Promise<Heard>((resolve) => {
      deadline.addEventListener('abort', () => resolve({ failed: 'late' }), { once: true });
    });
    return Promise.race([ask(asked, { settings, send, deadline }), late]);
  };
}

type Asking = Readonly<{ settings: LanguageModelSettings; send: Send; deadline: AbortSignal }>;

async function ask(asked: Asked, asking: Asking): Promise<Heard> {
  let heard: Heard = { failed: 'refused' };
  const post: Post = async (url, init) => {
    heard = await throughDoor(
      (signal) => posted(asking, { url: String(url), body: String(init?.body) }, signal),
      asking.deadline,
    );
    const content = 'content' in heard ? heard.content : '';
    return Response.json({ choices: [{ message: { role: 'assistant', content } }] });
  };
  const prompt = new Prompt([new TextSection(asked.task, 'system'), new TextSection(asked.sentence, 'user')]);
  const prompts = new PromptManager({ promptsFolder: '' }).addPrompt({ ...template, prompt });
  const model = modelOf(asking.settings, post);
  const planner = new ActionPlanner({ model, prompts, defaultPrompt: template.name, max_repair_attempts: 0 });
  const context = new TurnContext(new CloudAdapter(), { type: 'message' });
  await planner.completePrompt(context, forgetful(), template.name);
  return heard;
}

/** Of what the SDK would send only the question goes: not what it tells of this machine, and the key it never sees. */
async function posted(
  { settings: { kind, access }, send }: Asking,
  { url, body }: Readonly<{ url: string; body: string }>,
  signal: AbortSignal,
): Promise<Response> {
  const secret = 'key' in access ? access.key : await access.token();
  const [name, proof] =
    kind === 'azure' && 'key' in access ? ['api-key', secret] : ['authorization', `Bearer ${secret}`];
  const headers = { 'content-type': 'application/json', [name]: proof };
  return send(url, { method: 'POST', headers, body, signal, redirect: 'error' });
}

const notTheKey = 'the door adds it';
const apiVersion = '2024-10-21';

function modelOf({ kind, endpoint, deployment }: LanguageModelSettings, post: Post): OpenAIModel {
  const shared = {
    ...{ useSystemMessages: true, responseFormat: { type: 'json_object' } as const },
    clientOptions: { fetch: post as unknown as SdkFetch, maxRetries: 0 },
  };
  if (kind === 'openai') return new OpenAIModel({ ...shared, apiKey: notTheKey, endpoint, defaultModel: deployment });
  return new OpenAIModel({
    ...{ ...shared, azureApiKey: notTheKey, azureApiVersion: apiVersion },
    ...{ azureEndpoint: endpoint, azureDefaultDeployment: deployment },
  });
}

/** Its types are those of node-fetch; it takes the answers of Node itself. */
type SdkFetch = NonNullable<OpenAIModelOptions['clientOptions']>['fetch'];
type Post = (url: unknown, init?: Readonly<{ body?: unknown }>) => Promise<Response>;

const template = {
  name: 'sentence',
  config: {
    ...{ schema: 1.1, type: 'completion' },
    completion: {
      ...{ include_history: false, include_input: false, include_images: false, temperature: 0, top_p: 1 },
      ...{ max_tokens: 200, max_input_tokens: 4_000, presence_penalty: 0, frequency_penalty: 0 },
    },
  },
} as const satisfies Omit<PromptTemplate, 'prompt'>;

/** What the SDK wants to remember of a question goes with the question. */
function forgetful(): Memory {
  const values = new Map<string, unknown>();
  return {
    deleteValue: (path) => void values.delete(path),
    hasValue: (path) => values.has(path),
    getValue: (path) => values.get(path) as never,
    setValue: (path, value) => void values.set(path, value),
  };
}
