import type { Brand } from '../../core/brand.ts';
import type { PersonId } from '../../core/ids.ts';

/** The eight centres: GroNingen, Overijssel … as in case numbers (`LI-2026-0002`). */
export const centreCodes = ['NO', 'OV', 'GE', 'UF', 'NH', 'ZH', 'BZ', 'LI'] as const;
export type CentreCode = (typeof centreCodes)[number];
export type RegionCode = Brand<'RegionCode'>;
export type MunicipalityName = Brand<'MunicipalityName'>;
export type ExpertTeamId = Brand<'ExpertTeamId'>;

export const regionCode = (code: string): RegionCode => code as RegionCode;
export const municipalityName = (name: string): MunicipalityName => name as MunicipalityName;
export const expertTeamId = (id: string): ExpertTeamId => id as ExpertTeamId;

export const roles = [
  'applicant',
  'helper',
  'chair',
  'expert-team-member',
  'process-director',
  'centre-staff',
  'project-leader',
  'official',
  'alderman',
  'lived-experience',
  'consulting-expert',
  'privacy-officer',
  'operator',
] as const;
export type Role = (typeof roles)[number];

export type Person = Readonly<{
  id: PersonId;
  name: string;
  organisation: string;
  roles: readonly Role[];
  /** Only when they belong to another Microsoft tenant than ours. */
  tenantId?: string;
  email?: string;
}>;

export type ExpertTeam = Readonly<{
  id: ExpertTeamId;
  name: string;
  centre: CentreCode;
  /** Youth regions it serves; a region may have several teams and a team several regions (domain.md B2). */
  regions: readonly RegionCode[];
  chair: PersonId;
  members: readonly PersonId[];
  processDirectors: readonly PersonId[];
  /** The Entra group id of the Microsoft team in which its case channels are made. */
  teamsGroupId: string;
}>;

export type Centre = Readonly<{
  code: CentreCode;
  /** What it calls itself: Expertisecentrum, Expertisenetwerk, BEN (domain.md 2.4). */
  label: string;
  coordinatingMunicipality: MunicipalityName;
  projectLeader?: PersonId;
  staff: readonly PersonId[];
}>;

export type Municipality = Readonly<{
  name: MunicipalityName;
  province: string;
  region: RegionCode;
  centre: CentreCode;
  /** The assignment was not confirmed by an official source. */
  toVerify: boolean;
}>;

/** A youth region (jeugdregio) as it is on one day. */
export type Region = Readonly<{ code: RegionCode; label: string; centre: CentreCode }>;

/** One municipality's place in the territory for a time. Days are YYYY-MM-DD in Amsterdam; `validTo` is the last day. */
export type TerritoryRow = Municipality & Readonly<{ regionLabel: string; validFrom: string; validTo?: string }>;

/** What the product brings along; imports replace the rows, and settings the centres. */
export type Territory = Readonly<{ rows: readonly TerritoryRow[]; centres: readonly Centre[] }>;

export type BodyId = Brand<'BodyId'>;
export const bodyId = (id: string): BodyId => id as BodyId;

/** domain.md A19–A24: the rows of the governance table. */
export const bodyKinds = [
  'coordinating-municipality',
  'administrative-board',
  'officials-meeting',
  'project-group',
  'sounding-board',
  'ministry',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Somebody's seat in a body; who represents whom is shown, and decides nothing (domain.md A20, A23). */
export type BodyMember = Readonly<{
  person: PersonId;
  /** In words: "wethouder Weert", "ouder". */
  role?: string;
  /** Leads the meeting and records what it decided; at most one. */
  chair?: boolean;
  region?: RegionCode;
  /** Whom they speak for; else their own organisation. */
  organisation?: string;
  /** How heavily their voice counts, a whole number from 1; 1 when not given. */
  weight?: number;
  /** Who votes for them when they cannot, and when that may be. Days as in TerritoryRow. */
  deputies?: readonly Deputy[];
}>;
export type Deputy = Readonly<{ person: PersonId; validFrom: string; validTo?: string }>;

/** The Microsoft team (its Entra group id) and channel in which a body meets. */
export type BodyChannel = Readonly<{ teamId: string; channelId: string }>;

/** What can change about a body. Governance is temporary, so every version is dated (domain.md A26). Days as in TerritoryRow. */
export type BodyVersion = Readonly<{
  name: string;
  members: readonly BodyMember[];
  channel?: BodyChannel;
  validFrom: string;
  validTo?: string;
}>;
export type BodyIdentity = Readonly<{ id: BodyId; kind: BodyKind; centre: CentreCode }>;
export type BodyOnDay = BodyIdentity & BodyVersion;

/** Where a municipality's cases land: always somewhere (domain.md A5, H5). */
export type Landing = Readonly<{
  municipality: Municipality;
  centre: Centre;
  /** Empty when the region works without an expert team: then the centre is the place to call. */
  teams: readonly ExpertTeam[];
}>;

/** What other features may ask. Read through a cache of at most a minute; a person's own roles are always read fresh. */
export type Directory = Readonly<{
  person(id: PersonId): Promise<Person | undefined>;
  people(role?: Role): Promise<readonly Person[]>;
  /** The name, or the id's last four characters when nobody knows them. */
  nameOf(id: PersonId): Promise<string>;
  team(id: ExpertTeamId): Promise<ExpertTeam | undefined>;
  teams(): Promise<readonly ExpertTeam[]>;
  centre(code: CentreCode): Promise<Centre>;
  centres(): Promise<readonly Centre[]>;
  municipalities(on: Date): Promise<readonly Municipality[]>;
  /** The bodies of all centres as they are on that day. */
  bodies(on: Date): Promise<readonly BodyOnDay[]>;
  /** Undefined when no municipality has that name on that day. */
  landing(municipality: string, on: Date): Promise<Landing | undefined>;
}>;

/** The directory itself: what other features may ask, and what its own cards and imports need. */
export type CachedDirectory = Directory &
  Readonly<{
    regions(on: Date): Promise<readonly Region[]>;
    /** At most five municipalities that may be meant, the likeliest first; for a name that `landing` does not know. */
    suggestions(name: string, on: Date): Promise<readonly MunicipalityName[]>;
    /** After an import: the next question is read anew. */
    forget(): void;
  }>;
