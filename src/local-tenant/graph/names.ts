const longest = 50;
const refusedCharacters = /[~#%&*{}+/\\:<>?|'",]|\.\.|\p{Cc}/u;
const reserved = /^(forms|CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9]|desktop\.ini)$/i;
const refusedForms = /^[_.]|\.$|_vti_/;

/** Why a channel may not have this name. Microsoft: "Limits and specifications for Microsoft Teams", channel names. */
export function whyNotName(name: string): string | undefined {
  if (name.trim() === '') return 'Channel.DisplayName is required.';
  if (name.length > longest) return `Channel.DisplayName is longer than ${longest} characters.`;
  if (refusedCharacters.test(name) || reserved.test(name) || refusedForms.test(name))
    return "Channel.DisplayName doesn't contain allowed characters, please use the valid values.";
  return undefined;
}
