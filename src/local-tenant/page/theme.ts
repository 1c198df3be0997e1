export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';

const key = 'doorbraak-thema';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

export function readThemeChoice(): ThemeChoice {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function resolveTheme(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return darkSystem.matches ? 'dark' : 'light';
}

export function keepThemeChoice(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, choice);
}

export function watchSystemTheme(onChange: () => void): void {
  darkSystem.addEventListener('change', onChange);
}
