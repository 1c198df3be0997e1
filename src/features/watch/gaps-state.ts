import type { Gap } from '../../core/gap.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';

export const watchedKinds = ['case', 'consultation', 'place', 'decision'] as const;
export type WatchedKind = (typeof watchedKinds)[number];

/** Something open that lacks something; `case`: the one that it is, or belongs to; a proposal stands by itself. Numbers may be seen in a chat, names not. */
export type Lacking = Readonly<{
  kind: WatchedKind;
  id: string;
  number: string;
  case?: string;
  gaps: readonly Gap[];
}>;

export const digestStream = (chair: PersonId): StreamId => streamId('digest', chair);

/** What one chair was told. Until nothing lacks it is one episode, with one card. */
export type DigestFile = Readonly<{
  status: 'open' | 'mended';
  chair: PersonId;
  episode: number;
  /** The day of the last look that said something, YYYY-MM-DD. */
  day: string;
  items: readonly Lacking[];
}>;
export type Digest = Readonly<{ status: 'none' }> | DigestFile;

type Found = Readonly<{ at: string; day: string; chair: PersonId; items: readonly Lacking[] }>;

export type DigestCommand = { type: 'TellLacking'; data: Found };
export type DigestEvent =
  { type: 'LackingFound'; data: Found } | { type: 'AllMended'; data: Readonly<{ at: string; day: string }> };
