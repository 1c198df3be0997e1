import { deepEqual, equal, throws } from 'node:assert/strict';
import { centreCodes, loadTerritory, type Territory } from '../../../src/features/directory/index.ts';
import { parseTerritory } from '../../../src/features/directory/territory.ts';

describe('directory: the territory that the product brings along', () => {
  let territory: Territory = { rows: [], centres: [] };
  before(async () => (territory = await loadTerritory()));
  const regionsOf = (centre: string) =>
    new Set(territory.rows.filter((row) => row.centre === centre).map(({ region }) => region)).size;

  it('has 342 municipalities, each once', () => {
    equal(territory.rows.length, 342);
    equal(new Set(territory.rows.map(({ name }) => name)).size, 342);
  });
  it('has 42 youth regions, divided over the eight centres', () => {
    deepEqual(centreCodes.map(regionsOf), [3, 2, 7, 6, 9, 5, 6, 4]);
  });
  it('has for each region one name and one centre', () => {
    const regions = new Set(
      territory.rows.map(({ region, regionLabel, centre }) => `${region} ${regionLabel} ${centre}`),
    );
    equal(regions.size, 42);
  });
  it('has the coordinating municipality of each centre in its own area', () => {
    const strangers = territory.centres.filter(
      ({ code, coordinatingMunicipality }) =>
        !territory.rows.some((row) => row.name === coordinatingMunicipality && row.centre === code),
    );
    deepEqual(strangers, []);
    deepEqual(
      territory.centres.map(({ code, coordinatingMunicipality }) => [code, coordinatingMunicipality]),
      [
        ['NO', 'Groningen'],
        ['OV', 'Enschede'],
        ['GE', 'Nijmegen'],
        ['UF', 'Utrecht'],
        ['NH', 'Amsterdam'],
        ['ZH', 'Rotterdam'],
        ['BZ', 'Eindhoven'],
        ['LI', 'Roermond'],
      ],
    );
  });
  it('says which rows are in doubt', () => {
    const doubtful = territory.rows.filter(({ toVerify }) => toVerify);
    deepEqual(doubtful.map(({ name }) => name).sort(), [
      ...['Altena', 'Barneveld', 'Blaricum', 'Ede', 'Eemnes', 'Gooise Meren', 'Hattem', 'Hilversum', 'Huizen', 'Laren'],
      ...['Mook en Middelaar', 'Nijkerk', 'Renswoude', 'Rhenen', 'Scherpenzeel', 'Veenendaal', 'Voorschoten'],
      ...['Wageningen', 'Wijdemeren'],
    ]);
  });

  const header = 'municipality,province,region_code,region,centre,valid_from,valid_to,to_verify';
  const centres = 'code,label,coordinating_municipality';
  it('stops the start when a row is wrong', () => {
    throws(() => parseTerritory({ municipalities: `${header}\nWeert,Limburg,li,LI,XX,2025-01-01,,no`, centres }), {
      message: 'territory data, row 2',
    });
  });
  it('stops the start when a centre is missing', () => {
    throws(() => parseTerritory({ municipalities: header, centres: `${centres}\nLI,Limburg,Roermond` }), {
      message: 'centres.csv lacks NO, OV, GE, UF, NH, ZH, BZ',
    });
  });
});
