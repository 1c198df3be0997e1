import { html, render } from 'lit-html';
import type { Persona } from '../api.ts';
import { createPersonaApi, readPersonas } from './api-client.ts';
import { prepareLibrary } from './cards/adaptive-cards.ts';
import { reportFault } from './cards/card-context.ts';
import { startPage } from './start-page.ts';
import { keepThemeChoice, readThemeChoice, resolveTheme } from './theme.ts';
import { showStart } from './views/start.ts';

const place = document.getElementById('app') ?? document.body;
document.documentElement.dataset['theme'] = resolveTheme(readThemeChoice());

const { personas, problem } = await findPersonas();
const me = personas.find(({ id }) => id === new URLSearchParams(location.search).get('als'));
if (me === undefined) showWelcome();
else {
  prepareLibrary();
  await startPage({
    place,
    personas,
    me,
    api: createPersonaApi(me.id),
    clock: { now: () => new Date() },
    keepThemeChoice,
  });
}
document.body.dataset['ready'] = 'true';

function showWelcome(): void {
  const asked = new URLSearchParams(location.search).has('als');
  const unknown = 'Deze persoon bestaat niet (meer). Kies iemand uit de lijst.';
  render(html`${showStart(personas, problem ?? (asked ? unknown : undefined))}`, place);
}

async function findPersonas(): Promise<Readonly<{ personas: readonly Persona[]; problem?: string }>> {
  try {
    return { personas: await readPersonas() };
  } catch (error) {
    return { personas: [], problem: reportFault(error) };
  }
}
