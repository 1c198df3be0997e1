import type { PersonId } from '../../core/ids.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { CaseId, CaseNumber } from '../cases/index.ts';
import type { CentreCode, RegionCode } from '../directory/index.ts';
import type { Binding, Facility, FacilityKind, Release } from './facility-state.ts';
import type { FacilityId, HoldId, RequestId } from './place-ids.ts';

export const requestStages = [
  'stays',
  'searching',
  'held',
  'offered',
  'accepted',
  'occupied',
  'left',
  'withdrawn',
] as const;
export type RequestStage = (typeof requestStages)[number];

/** Of the case, as far as it may be shown outside the case. */
export type AboutCase = Readonly<{ id: CaseId; number: CaseNumber; region: RegionCode; centre: CentreCode }>;

/** What is asked, in general words: a provider reads it, so nothing in it may identify anybody. */
export type Needs = Readonly<{
  /** None: any kind. */
  kinds: readonly FacilityKind[];
  /** In years, one for each who comes: brothers and sisters are placed together. */
  ages: readonly number[];
  words: string;
  profile: readonly ConceptId[];
  regions: readonly RegionCode[];
  /** From when a place is needed, and until when the present place can last (YYYY-MM-DD). */
  from: string;
  tenableUntil?: string;
  /** The case is in the lane for court measures. */
  courtMeasure: boolean;
  /** Names a request for money; no more than that is known of it here. */
  money?: string;
}>;

/** domain.md E4: can the help come to the youth, where they are now? */
export type AtPresent = Readonly<{ comes: boolean; reason: string }>;

export const consentParties = ['family', 'municipality', 'regions'] as const;
/** Youth and parents; the municipality, which pays; and across a centre's border both regions (domain.md B4, E7). */
export type ConsentParty = (typeof consentParties)[number];
export type Consent = Readonly<{ by: PersonId; at: string; how: string }>;

/** The facility as it was when its places were set apart, and how far it has come. */
export type Chosen = Readonly<{
  hold: HoldId;
  facility: FacilityId;
  name: string;
  provider: string;
  kind: FacilityKind;
  region: RegionCode;
  centre: CentreCode;
  contacts: readonly PersonId[];
  /** Of the facility's centre. */
  staff: readonly PersonId[];
  places: number;
  heldAt: string;
  heldBy: PersonId;
  until: string;
  extension?: string;
  offered?: Binding['offered'];
  consents: Partial<Readonly<Record<ConsentParty, Consent>>>;
  movedIn?: string;
}>;

export const decliners = ['family', 'municipality', 'director'] as const;
export type Decliner = (typeof decliners)[number];

export type Ending = Readonly<{
  because: Release | 'declined' | 'withdrawn';
  note: string;
  at: string;
  who?: Decliner;
}>;
export type Past = Chosen & Readonly<{ ending: Ending }>;

export const destinations = ['home', 'follow-on', 'independent', 'other'] as const;
export type Destination = (typeof destinations)[number];

export type PlaceRequestFile = Readonly<{
  id: RequestId;
  stage: RequestStage;
  about: AboutCase;
  askedBy: PersonId;
  director: PersonId;
  atPresent: AtPresent;
  needs: Needs;
  /** Moves of the youth: before this request, and with what came of it. */
  moves: number;
  requestedAt: string;
  updatedAt: string;
  chosen?: Chosen;
  past: readonly Past[];
  /** Of which free places the people were told, by facility: the moment at which they became free. */
  told: Readonly<Record<string, string>>;
  left?: Readonly<{ day: string; to: Destination }>;
  withdrawnBecause?: string;
}>;

export type PlaceRequest = Readonly<{ stage: 'none' }> | PlaceRequestFile;

export function isAsked(state: PlaceRequest): state is PlaceRequestFile {
  return state.stage !== 'none';
}

/** How the places of a request stand at the facility. */
export type Standing = Readonly<{ facility: Facility; staff: readonly PersonId[]; binding: Binding }>;

export const isCrossing = ({ about }: PlaceRequestFile, { centre }: Pick<Chosen, 'centre'>): boolean =>
  centre !== about.centre;

/** Who has still to agree. */
export function openConsents(file: PlaceRequestFile): readonly ConsentParty[] {
  const { chosen } = file;
  if (!chosen) return [];
  return consentParties.filter(
    (party) => chosen.consents[party] === undefined && (party !== 'regions' || isCrossing(file, chosen)),
  );
}
