/** What Teams does not take in a channel name. Microsoft: "Limits and specifications for Microsoft Teams", New-TeamChannel. */
type NameFault = 'empty' | 'too-long' | 'character' | 'reserved-word' | 'first-character' | 'last-character';

const maxLength = 50;
const forbidden = /[~#%&*{}+/\\:<>?|'",\p{Cc}]|\.\./u;
const reserved = /^(?:forms|con|prn|aux|nul|com[1-9]|lpt[1-9]|desktop\.ini)$|_vti_/i;

export function nameFault(name: string): NameFault | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > maxLength) return 'too-long';
  if (forbidden.test(name)) return 'character';
  if (reserved.test(name)) return 'reserved-word';
  if (/^[_.\s]/.test(name)) return 'first-character';
  return /[.\s]$/.test(name) ? 'last-character' : undefined;
}

/**
 * The channel of a case is called by its number (`LI-2026-0002`) and nothing else: team owners see the names of channels they
 * are not in. Throws RangeError for anything that is no case number, so that no name of a person can slip in.
 */
export function channelName(caseNumber: string): string {
  if (!/^[A-Z]{2}-\d{4}-\d{4,}$/.test(caseNumber)) throw new RangeError('a channel is named by a case number only');
  const fault = nameFault(caseNumber);
  if (fault !== undefined) throw new RangeError(`no channel name: ${fault}`);
  return caseNumber;
}
