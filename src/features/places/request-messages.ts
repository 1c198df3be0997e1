import type { PersonId } from '../../core/ids.ts';
import type { Release } from './facility-state.ts';
import type { FacilityId, HoldId, RequestId } from './place-ids.ts';
import type {
  AboutCase,
  AtPresent,
  Chosen,
  ConsentParty,
  Decliner,
  Destination,
  Needs,
  Standing,
} from './request-state.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). */
type At = Readonly<{ at: string }>;
type By = At & Readonly<{ by: PersonId }>;
type OfHold = At & Readonly<{ hold: HoldId }>;

type Asking = By &
  Readonly<{
    id: RequestId;
    about: AboutCase;
    director: PersonId;
    atPresent: AtPresent;
    needs: Needs;
    movesBefore: number;
  }>;
type Told = At & Readonly<{ facility: FacilityId; name: string; freed: string; staff: readonly PersonId[] }>;
type Consenting = By & Readonly<{ party: ConsentParty; how: string }>;

export type RequestCommand =
  | { type: 'RequestPlace'; data: Asking }
  /** Brings the request up to how its places stand at the facility; never back. */
  | { type: 'FollowPlace'; data: At & { standing: Standing } }
  /** The facility has the places back. */
  | { type: 'RecordRelease'; data: OfHold & { because: Release; note: string } }
  | { type: 'RecordConsent'; data: Consenting }
  | { type: 'DeclinePlace'; data: By & { who: Decliner; reason: string } }
  /** `today`: nobody left in the future. */
  | { type: 'RecordLeft'; data: By & { day: string; to: Destination; today: string } }
  | { type: 'WithdrawRequest'; data: By & { reason: string } }
  | { type: 'HandOverRequest'; data: At & { director: PersonId } }
  | { type: 'TellPlaceFree'; data: Told };

export type RequestEvent =
  | { type: 'HelpComesToYouth'; data: Asking }
  | { type: 'PlaceRequested'; data: Asking }
  | { type: 'PlaceHeld'; data: At & { chosen: Chosen } }
  | { type: 'HoldProlonged'; data: OfHold & { until: string; reason: string } }
  | { type: 'PlaceOffered'; data: OfHold & { offered: NonNullable<Chosen['offered']> } }
  | { type: 'ConsentRecorded'; data: Consenting }
  | { type: 'PlaceAccepted'; data: OfHold }
  | { type: 'YouthMovedIn'; data: OfHold & { day: string } }
  | { type: 'PlaceWentBack'; data: OfHold & { because: Release; note: string } }
  | { type: 'PlaceDeclined'; data: By & { hold: HoldId; who: Decliner; reason: string } }
  | { type: 'YouthLeft'; data: By & { hold: HoldId; day: string; to: Destination } }
  | { type: 'RequestWithdrawn'; data: By & { reason: string } }
  | { type: 'RequestHandedOver'; data: At & { director: PersonId } }
  | { type: 'PlaceToldFree'; data: Told };

export const requestRefusals = [
  'already-asked',
  'not-asked',
  'why-not-here',
  'ages-missing',
  'words-missing',
  'not-searching',
  'already-chosen',
  'hold-given-back',
  'nothing-offered',
  'consent-known',
  'how-missing',
  'nothing-to-decline',
  'decline-reason-missing',
  'not-moved-in',
  'left-before-moving-in',
  'in-the-future',
  'ended-already',
  'lives-there',
  'withdraw-reason-missing',
] as const;
export type RequestRefusal = (typeof requestRefusals)[number];
