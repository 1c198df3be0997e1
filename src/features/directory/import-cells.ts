import { z } from 'zod/v4';
import { type PersonId, personId } from '../../core/ids.ts';
import { bodyKinds, centreCodes, municipalityName, regionCode, roles } from './directory.ts';

/** What may stand in one cell. The message of each says what is expected. */

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const entraId = 'an Entra object id (8-4-4-4-12 hexadecimal digits)';

export const text = z.string().min(1, 'a text').max(200, 'at most 200 characters');
export const slugCell = z.string().regex(slug, 'an id of lower case letters, digits and hyphens');
export const guidCell = z
  .string()
  .regex(guid, entraId)
  .transform((id) => id.toLowerCase());
export const channelCell = z
  .string()
  .regex(/^19:[^\s;/?#]+@thread\.(tacv2|skype)$/, 'a channel id (19:…@thread.tacv2)');
export const personCell = guidCell.transform(personId);
export const centreCell = z.enum(centreCodes, `one of ${centreCodes.join(', ')}`);
export const bodyKindCell = z.enum(bodyKinds, `one of ${bodyKinds.join(', ')}`);
export const municipalityCell = text.transform(municipalityName);
export const regionCell = slugCell.transform(regionCode);
export const yesNo = z.enum(['yes', 'no'], 'yes or no').transform((answer) => answer === 'yes');
export const email = z.email('a mail address');
export const day = z.iso.date('a day as YYYY-MM-DD');

/** An empty cell, or no such column, is undefined. */
export function optional<Cell extends z.ZodType>(cell: Cell): z.ZodType<z.output<Cell> | undefined> {
  return z.preprocess((value) => (value === '' ? undefined : value), cell.optional());
}

/** Several in one cell, with `;`, `,`, `|` or a space between them; an empty cell, or no such column, is none. */
export function listOf<Cell extends z.ZodType>(cell: Cell): z.ZodType<z.output<Cell>[]> {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[;,|\s]+/).filter((item) => item !== '') : []),
    z.array(cell),
  );
}

export const roleCells = listOf(z.enum(roles, `roles from ${roles.join(', ')}`));
export const personCells: z.ZodType<PersonId[]> = listOf(personCell);
