/**
 * Opens a web address in a new tab, and a place in this tenant right here, still as the same person. False for any other
 * kind of address, as a card can come from anywhere.
 */
export function openLink(url: string): boolean {
  const target = URL.parse(url);
  if (target === null || !/^https?:$/.test(target.protocol)) return false;
  if (target.origin === location.origin) goTo(target);
  else window.open(target, '_blank', 'noopener');
  return true;
}

function goTo(target: URL): void {
  const persona = new URLSearchParams(location.search).get('als');
  if (persona !== null) target.searchParams.set('als', persona);
  location.assign(target);
}

export const linkRefused = 'Deze link kan hier niet open. Open de kaart in Teams.';
