import { badRequest } from './answer.ts';

/** The slice of the query language that this double answers. */
export type Sql = Readonly<{
  top: string | undefined;
  select: string;
  value: boolean;
  where: string | undefined;
  orderBy: readonly OrderItem[];
}>;
export type OrderItem = Readonly<{ expression: string; path: readonly string[]; descending: boolean }>;

const shape =
  /^SELECT\s+(?:TOP\s+(?<top>@?\w+)\s+)?(?<value>VALUE\s+)?(?<select>.+?)\s+FROM\s+c(?:\s+WHERE\s+(?<where>.+?))?(?:\s+ORDER\s+BY\s+(?<order>.+?))?$/is;
const outside = /(?<![@.\w])(?:JOIN|DISTINCT|OFFSET|LIMIT|GROUP|EXISTS|LIKE|UDF|COUNT|SUM|AVG|MIN|MAX|RANK|SELECT)\b/i;
const property = /^c(?:\.[A-Za-z_]\w*|\["[\w-]+"\])+$/;

/** Splits `SELECT [TOP n] … FROM c [WHERE …] [ORDER BY …]`; refuses every other query by name. */
export function parseSql(text: string): Sql {
  const groups = shape.exec(text.trim())?.groups;
  if (!groups) throw badRequest(`Syntax error or a query that the double does not know: ${text}`);
  const { top, select = '', value, where, order } = groups;
  const known = withoutStrings(text.trim().slice('SELECT'.length));
  const unknown = outside.exec(known);
  if (unknown) throw badRequest(`The double does not know ${unknown[0]} in a query: ${text}`);
  return { top, select, value: value !== undefined, where, orderBy: order === undefined ? [] : parseOrder(order) };
}

function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
}

function parseOrder(order: string): readonly OrderItem[] {
  return order.split(',').map((item) => {
    const [expression = '', direction = 'ASC', ...more] = item.trim().split(/\s+/);
    if (!property.test(expression) || !/^(?:asc|desc)$/i.test(direction) || more.length > 0) {
      throw badRequest(`ORDER BY takes properties only (Microsoft: "ORDER BY clause"): ${item}`);
    }
    return { expression, path: pathOf(expression), descending: direction.toUpperCase() === 'DESC' };
  });
}

function pathOf(expression: string): readonly string[] {
  return [...expression.slice(1).matchAll(/\.(\w+)|\["([\w-]+)"\]/g)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? '',
  );
}
