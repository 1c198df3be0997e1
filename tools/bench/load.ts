import { Agent, request } from 'node:http';
import { tenant } from '../../test/support/teams-bot.ts';
import { answering } from './child.ts';

export type Load = Readonly<{
  port: number;
  serviceUrl: string;
  token: string;
  connections: number;
  count: number;
  /** So that no two runs send the same activity. */
  run: string;
  /** Everybody votes once in this vote, instead of pressing the button of a counter. */
  vote?: string;
}>;
export type Latencies = Readonly<{ p50Ms: number; p95Ms: number; p99Ms: number; turnsPerSecond: number }>;

const people = 200;
const conversations = 2_000;

answering(async (load: Load): Promise<Latencies> => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const took: number[] = [];
  const next = { turn: 0 };
  const began = performance.now();
  await Promise.all(Array.from({ length: load.connections }, () => keepClicking(load, agent, { took, next })));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();
  took.sort((left, right) => left - right);
  const at = (share: number) => Number((took[Math.floor(took.length * share)] ?? 0).toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), turnsPerSecond: Math.round(load.count / seconds) };
});

type Progress = Readonly<{ took: number[]; next: { turn: number } }>;

async function keepClicking(load: Load, agent: Agent, { took, next }: Progress): Promise<void> {
  while (next.turn < load.count) {
    const body = JSON.stringify(clickNumber(next.turn++, load));
    const began = performance.now();
    await click(load, agent, body);
    took.push(performance.now() - began);
  }
}

function click({ port, token }: Load, agent: Agent, body: string): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => {
          if (response.statusCode === 200 && text.includes('AdaptiveCard')) resolve();
          else reject(new Error(`answered ${String(response.statusCode)}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** About a kilobyte, as Teams sends it. */
function clickNumber(turn: number, { run, serviceUrl, vote }: Load): object {
  const person = `00000000-0000-4000-8000-${String(vote === undefined ? turn % people : turn).padStart(12, '0')}`;
  const id = `${run}-${turn}`;
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id,
    timestamp: '2026-03-02T08:00:00.000Z',
    localTimestamp: '2026-03-02T09:00:00.000+01:00',
    serviceUrl,
    channelId: 'msteams',
    from: { id: `29:${person}`, aadObjectId: person, name: 'Anna Vermeer' },
    recipient: { id: '28:bot', name: 'Doorbraak' },
    conversation: { id: `a:${turn % conversations}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant }, source: { name: 'message' }, legacy: { replyToId: '1:abc' } },
    entities: [
      { type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Windows', timezone: 'Europe/Amsterdam' },
    ],
    locale: 'nl-NL',
    replyToId: '1772438400000',
    value: {
      action: vote === undefined ? pressing(turn, id) : voting(turn, vote, id),
      trigger: 'manual',
    },
  };
}

function pressing(turn: number, form: string): object {
  return { type: 'Action.Execute', title: 'Meer', verb: 'more', data: { stream: turn % conversations, form } };
}

const choices = ['adopt', 'adopt-amended', 'reject', 'postpone', 'abstain'];

function voting(turn: number, vote: string, form: string): object {
  const data = { vote, seat: turn, choice: choices[turn % choices.length], reason: 'Omdat het helpt.', form };
  return { type: 'Action.Execute', title: 'Stem', verb: 'voting/cast', data };
}
