import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { personId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { regionCode } from '../directory/index.ts';
import { type FacilityWish, saveFacility } from './desk-facility.ts';
import { enterFacility, managedCentres } from './desk-provider.ts';
import type { FacilityRefusal } from './facility-messages.ts';
import { facilityKinds, nearbyThings } from './facility-state.ts';
import { type FacilityId, facilityId, facilityStream } from './place-ids.ts';
import {
  chosen,
  doneInDialog,
  facilityField,
  guarded,
  type Guards,
  isDay,
  type Kit,
  oneOf,
  refusedInDialog,
  say,
} from './teams-answers.ts';
import { refusalText, type Texts } from './texts.ts';
import { seenPlaces, typedOf } from './view-facility.ts';

const opening = z.object({ facility: z.union([z.literal(''), facilityField]).default('') });
const sending = z.looseObject({
  facility: facilityField,
  seen: z
    .string()
    .regex(/^\d{0,3}$/)
    .default(''),
});
type Sending = Inbound<z.output<typeof sending>>;

/** Registering and changing a facility, by who manages places in its centre. */
export function facilityRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'dialog', verb: 'places/facility', data: opening, run: (inbound) => open(kit, inbound) }),
    route({ on: 'submit', verb: 'places/facility-send', data: sending, run: (inbound) => send(kit, inbound) }),
  ];
}

async function open(kit: Kit, inbound: Inbound<z.output<typeof opening>>): Promise<Ran> {
  const asked = askedBy(inbound);
  const managed = await managedCentres(kit.deps, asked);
  if (managed.length === 0) return refusedInDialog('not-allowed');
  const { facility: id } = inbound.data;
  const today = localDate(inbound.at.toISOString());
  if (id === '') return show(kit, { facility: facilityId(kit.deps.newId()), typed: { from: today }, problems: [] });
  const entered = await enterFacility(kit.deps, asked, id);
  if (!entered.ok) return refusedInDialog(entered.refused, facilityStream(id));
  const { known } = entered;
  if (!managed.includes(known.facility.centre)) return refusedInDialog('not-allowed', facilityStream(id));
  return show(kit, { facility: id, seen: seenPlaces(known), typed: typedOf(known, today), problems: [] });
}

type Filled = Readonly<{ facility: FacilityId; seen?: number; typed: Typed; problems: readonly Text[] }>;

function show({ cards }: Kit, filled: Filled): Ran {
  return inDialog({
    title: say((texts) => texts.say.dialogFacility),
    card: cards.facility.show(filled),
    outcome: filled.problems.length > 0 ? 'faults' : 'opened',
    stream: facilityStream(filled.facility),
  });
}

const guards: Guards = {
  name: { name: ({ cards }) => cards.facility.name, longest: 80 },
  provider: { name: ({ cards }) => cards.facility.provider, longest: 80 },
  words: { name: ({ cards }) => cards.facility.words, longest: 400 },
  concerns: { name: ({ cards }) => cards.facility.concerns, longest: 400 },
};

const mendable: readonly FacilityRefusal[] = [
  ...(['name-missing', 'ages-wrong', 'no-places', 'too-many-places', 'below-use'] as const),
  ...(['closes-before-opening', 'too-many-contacts'] as const),
];

async function send(kit: Kit, inbound: Sending): Promise<Ran> {
  const { facility, seen: count } = inbound.data;
  const { typed, problems } = await guarded(kit, inbound, guards);
  const seen = count === '' ? {} : { seen: Number(count) };
  const all = [...problems, ...faultsIn(typed)];
  const again = (what: readonly Text[]) => show(kit, { facility, ...seen, typed, problems: what });
  const asked = askedBy(inbound);
  if ((await managedCentres(kit.deps, asked)).length === 0) return refusedInDialog('not-allowed');
  if (all.length > 0) return again(all);
  const told = await saveFacility(kit.deps, asked, { ...wishOf(facility, typed), ...seen });
  if (told.ok) return doneInDialog([say((texts) => texts.say.facilitySaved)], facilityStream(facility));
  if (mendable.some((code) => code === told.refused)) return again([refusalText(told.refused)]);
  return refusedInDialog(told.refused, facilityStream(facility));
}

function faultsIn(typed: Typed): readonly Text[] {
  const { from, opens = '', closes = '' } = typed;
  const checks: readonly Readonly<{ isRight: boolean; name: (cards: Texts['cards']['facility']) => string }>[] = [
    { isRight: (typed['region'] ?? '') !== '', name: ({ region }) => region },
    { isRight: oneOf(facilityKinds, typed['kind']) !== undefined, name: ({ kind }) => kind },
    { isRight: isDay(from), name: (cards) => cards.from },
    { isRight: opens === '' || isDay(opens), name: (cards) => cards.opens },
    { isRight: closes === '' || isDay(closes), name: (cards) => cards.closes },
  ];
  return checks.flatMap(({ isRight, name }) =>
    isRight ? [] : [say(({ cards }) => `${name(cards.facility)}: ${cards.facility.required}`)],
  );
}

const nothingTyped = { name: '', provider: '', region: '', words: '', concerns: '', from: '', opens: '', closes: '' };

function wishOf(id: FacilityId, typed: Typed): Omit<FacilityWish, 'seen'> {
  const { name, provider, region, words, concerns, from, opens, closes } = { ...nothingTyped, ...typed };
  return {
    id,
    facility: {
      ...{ name, provider, region: regionCode(region), words, concerns },
      kind: oneOf(facilityKinds, typed['kind']) ?? 'custom',
      ages: { from: whole(typed['agesFrom']), to: whole(typed['agesTo']) },
      contacts: listIn(typed['contacts']).map(personId),
      near: chosen(nearbyThings, typed['near']),
      ...(opens === '' ? {} : { opens }),
      ...(closes === '' ? {} : { closes }),
    },
    counted: {
      ...{ capacity: whole(typed['capacity']), free: whole(typed['free']), toCreate: whole(typed['toCreate']) },
      from,
    },
  };
}

/** What is no number is for the decider to refuse. */
function whole(text = ''): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function listIn(text = ''): readonly string[] {
  return [...new Set(text.split(',').filter((part) => part !== ''))];
}
