import { findPersonalData, type KnownName, knownNames } from '../../core/personal-data.ts';
import type { Directory } from '../directory/index.ts';

/**
 * Whose names are none of a case's: colleagues' and these `others`. Looked up only where a name stands; when they cannot be, all
 * names are doubted.
 */
export async function colleaguesIn(
  text: string,
  directory: Pick<Directory, 'people'>,
  others: () => Promise<readonly string[]>,
): Promise<KnownName> {
  const nobody = knownNames([]);
  if (!findPersonalData(text, nobody).some(({ kind }) => kind === 'name')) return nobody;
  const [people, more] = await Promise.all([directory.people().catch(() => []), others().catch(() => [])]);
  return knownNames([...people.map(({ name }) => name), ...more]);
}
