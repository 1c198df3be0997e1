import { z } from 'zod/v4';
import { type GraphConnection, read, send } from './graph-http.ts';

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
type Page = z.output<typeof page>;
const mostPages = 500;

/** The items of a list, page after page, as far as the reader goes on. Microsoft: "Paging Microsoft Graph data in your app". */
export async function* items<Schema extends z.ZodType>(
  connection: GraphConnection,
  path: string,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  let next: string | undefined = path;
  for (let pages = 0; next !== undefined; pages++) {
    if (pages === mostPages) throw new RangeError(`a list of more than ${mostPages} pages`);
    const answer = await send(connection, { method: 'GET', path: next });
    const { value, '@odata.nextLink': following }: Page = read(page, answer);
    for (const item of value) yield read(schema, { body: item });
    next = following;
  }
}
