import { personId, type PersonId } from '../../../src/core/ids.ts';
import {
  type Centre,
  type CentreCode,
  centreCodes,
  type ExpertTeam,
  expertTeamId,
  municipalityName,
  type Person,
  regionCode,
  type TerritoryRow,
} from '../../../src/features/directory/index.ts';

export const someone = (n: number): PersonId => personId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

export const eva: Person = { id: someone(1), name: 'Eva Bos', organisation: 'Wijkteam Zuid', roles: ['applicant'] };

export const westTeam: ExpertTeam = {
  id: expertTeamId('west'),
  name: 'Expertteam West',
  centre: 'LI',
  regions: [regionCode('li-west')],
  chair: someone(5),
  members: [someone(11)],
  processDirectors: [someone(7)],
  teamsGroupId: '10000000-0000-4000-8000-000000000008',
};

export const row = (name: string, centre: CentreCode, rest: Partial<TerritoryRow> = {}): TerritoryRow => ({
  name: municipalityName(name),
  province: `province of ${centre}`,
  region: regionCode(`${centre.toLowerCase()}-west`),
  centre,
  toVerify: false,
  regionLabel: `${centre} West`,
  validFrom: '2025-01-01',
  ...rest,
});

/** One municipality for each centre, `NO-stad` to `LI-stad`. */
export const towns: readonly TerritoryRow[] = centreCodes.map((code) => row(`${code}-stad`, code));

export const centreOf = (code: CentreCode, rest: Partial<Centre> = {}): Centre => ({
  code,
  label: `Expertisecentrum ${code}`,
  coordinatingMunicipality: municipalityName(`${code}-stad`),
  staff: [],
  ...rest,
});
