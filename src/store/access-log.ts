import type { PersonId, StreamId } from '../core/ids.ts';

/** One look at, or refusal of, personal data: the fields of NEN 7513 as far as they are ours to know (domain.md 3.1). */
export type AccessEntry = Readonly<{
  /** UTC instant. */
  occurredAt: string;
  /** What was done, in the words of the policy table: `case.details`. */
  eventType: string;
  action: 'create' | 'read' | 'update' | 'delete' | 'export' | 'print' | 'search';
  outcome: 'allowed' | 'refused';
  /** The case number, never a name. */
  caseKey: string;
  dataCategory: string;
  userId: PersonId;
  userRole: string;
  organisation: string;
  onBehalfOfUserId?: PersonId;
  /** The rule that allowed or refused it. */
  authorisationRule: string;
  consentId?: string;
  breakGlass: boolean;
  breakGlassReason?: string;
  sourceSystem: string;
}>;

/** `hash` covers the entry and `prevHash`, so that a line that was changed or taken out shows. */
export type AccessLine = AccessEntry & Readonly<{ seq: number; prevHash: string; hash: string }>;

/** Append only, one chain per stream; kept apart from the stream, because it outlives a purge. */
export type AccessLog = Readonly<{
  append(stream: StreamId, entry: AccessEntry): Promise<AccessLine>;
  read(stream: StreamId): Promise<readonly AccessLine[]>;
  /** The whole chain, once its own term is over. */
  erase(stream: StreamId): Promise<void>;
}>;
