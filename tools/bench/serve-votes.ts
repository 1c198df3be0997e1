import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { commandId, personId, streamId } from '../../src/core/ids.ts';
import { bodyId, createDirectory, loadTerritory } from '../../src/features/directory/index.ts';
import {
  defaultVoteSettings,
  openVote,
  votingFeature,
  votingRunners,
  voteId,
  type VoteToOpen,
} from '../../src/features/voting/index.ts';
import { startWorker, type Worker } from '../../src/store/effects-worker.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { withWake } from '../../src/store/with-wake.ts';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import { settingsFor } from '../../test/support/teams-bot.ts';
import { answering } from './child.ts';

/** The bot with the votes: edge, store, worker, and everything a ballot sets in motion. */
const [, url = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit());

const queue = sqliteStore({ file: path.join(folder, 'bench.db') });
const store = withWake(queue, (stream) => worker.wake(stream));
const log = pino(
  { level: 'info' },
  pino.destination({ dest: path.join(folder, 'bench.log'), sync: false, minLength: 4_096 }),
);
const directory = createDirectory({ store, territory: await loadTerritory(), clock });
const deps = { store, directory, clock, log, newId: randomUUID, isHoliday: () => false };
const edge = createTeamsEdge({
  ...votingFeature(deps),
  ...{ settings: settingsFor({ url }), events: [], store, clock, log },
  // What is measured is the work, not the waiting.
  limits: { take: async () => 0, takeUpdate: async () => 0, count: async () => {} },
});
const runners = [...edge.runners, ...votingRunners(deps, { closed: async () => {} })];
const worker: Worker = startWorker({ queue, runners, clock, log, owner: 'bench' });
const { port } = await edge.listen(0, '127.0.0.1');

type Question = 'port' | 'spent' | Readonly<{ open: string; seats: number }> | Readonly<{ votesIn: string }>;

answering(async (question: Question) => {
  if (question === 'port') return port;
  if (typeof question === 'object' && 'votesIn' in question) return votesIn(question.votesIn);
  if (question !== 'spent') await open(question.open, question.seats);
  // What a ballot set in motion belongs to its cost; the board waits a second or two to show many at once.
  await rest();
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, rssMb: Math.round(process.memoryUsage.rss() / 1_048_576) };
});

const soonMs = 3_000;

async function rest(): Promise<void> {
  await worker.idle();
  while ((await store.lag(new Date(Date.now() + soonMs))) > 0) {
    await pause(50);
    await worker.idle();
  }
}

async function open(id: string, seats: number): Promise<void> {
  const chair = personOf(0);
  const asked = { actor: chair, at: clock.now(), commandId: commandId(`open-${id}`) };
  const told = await openVote(deps, asked, voteOf(id, seats));
  if (!told.ok) throw new Error(told.refused);
}

/** As the board shows it. */
async function votesIn(id: string): Promise<number> {
  const { state } = await store.load(streamId('voteboard', id));
  return Number(state?.['voted'] ?? 0);
}

const personOf = (n: number) => personId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

function voteOf(id: string, count: number): VoteToOpen {
  const week = new Date(Date.now() + 7 * 86_400_000).toISOString();
  return {
    ...{ id: voteId(id), kind: 'decision', title: 'Extra begeleiding', number: 'LI-V-2026-003', centre: 'LI' },
    text: 'Het expertteam vraagt om extra begeleiding te betalen tot de zomer.',
    links: [{ title: 'Het voorstel', url: 'https://example.nl/voorstel' }],
    body: { id: bodyId('bench'), name: 'Bestuurlijk overleg' },
    seats: Array.from({ length: count }, (_, n) => ({ person: personOf(n), weight: 1, deputies: [] })),
    settings: { ...defaultVoteSettings, closeEarly: false },
    ...{ closesAt: week, remindAt: week, chair: personOf(0), subject: streamId('proposal', id) },
    channel: { teamId: 'group-1', channelId: '19:bench@thread.tacv2' },
  };
}
