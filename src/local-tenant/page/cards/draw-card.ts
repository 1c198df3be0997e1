import type * as AC from 'adaptivecards';
import type { Persona } from '../../api.ts';
import { createHostConfig } from './host-config.ts';
import { openOverflowMenu } from './overflow-menu.ts';
import { findCardFault, prepareCard } from './prepare-card.ts';
import { repairCard } from './repair-card.ts';

export type Surface = Readonly<{ headingLevel: number; people: readonly Persona[] }>;

/** A button that was pressed and whose inputs are in order; `data` has the inputs merged in. */
export type Press =
  | Readonly<{ type: 'execute'; verb: string; data: object }>
  | Readonly<{ type: 'submit'; data: object }>
  | Readonly<{ type: 'dialog'; data: object }>
  | Readonly<{ type: 'say'; text: string }>
  | Readonly<{ type: 'open'; url: string }>;

/** The card as an element. A card that Teams would refuse is refused here too, with the reason. */
export function drawCard(card: object, surface: Surface, onPress: (press: Press) => void): HTMLElement {
  const fault = findCardFault({ ...card });
  if (fault !== undefined) return drawFault(fault);
  const renderer = new AdaptiveCards.AdaptiveCard();
  renderer.hostConfig = createHostConfig(surface.headingLevel);
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  renderer.parse(prepareCard(card, surface.people), context);
  renderer.onExecuteAction = (action) => {
    const press = readPress(action);
    if (press !== undefined) onPress(press);
  };
  renderer.onDisplayOverflowActionMenu = (actions, button) => {
    if (button !== undefined) openOverflowMenu(actions, button);
    return true;
  };
  const element = renderer.render() ?? drawFault('Deze kaart is leeg.');
  repairCard(element, renderer);
  // For whoever makes a card: what the renderer could not read, such as an element without fallback.
  const warnings = readWarnings(context);
  if (warnings !== '') element.dataset['warnings'] = warnings;
  return element;
}

function readPress(action: AC.Action): Press | undefined {
  if (action instanceof AdaptiveCards.OpenUrlAction) return { type: 'open', url: action.url ?? '' };
  if (action instanceof AdaptiveCards.ExecuteAction) {
    return { type: 'execute', verb: action.verb, data: { ...action.data } };
  }
  return action instanceof AdaptiveCards.SubmitAction ? readSubmit({ ...action.data }) : undefined;
}

/** Teams gives Action.Submit its meaning by `msteams.type` (Microsoft: Card actions in Teams). */
function readSubmit(data: Readonly<Record<string, unknown>>): Press {
  const { type, value } = { ...(data['msteams'] as Readonly<{ type?: unknown; value?: unknown }> | undefined) };
  if (type === 'task/fetch') return { type: 'dialog', data };
  return type === 'imBack' && typeof value === 'string' ? { type: 'say', text: value } : { type: 'submit', data };
}

function readWarnings(context: AC.SerializationContext): string {
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message).join('; ');
}

function drawFault(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'card-fault';
  element.textContent = text;
  return element;
}
