import type * as AC from 'adaptivecards';

/** What adaptivecards 3.0.6 leaves out, mostly for people who cannot see the card. */
export function repairCard(element: HTMLElement, card: AC.AdaptiveCard): void {
  for (const input of card.getAllInputs()) {
    nameInput(input);
    if (input instanceof AdaptiveCards.NumberInput) letNumberBeEmpty(input);
  }
  // Every button's title is repeated in a tooltip, which a screen reader then says twice.
  for (const button of element.querySelectorAll('button[title]')) {
    if (button.getAttribute('title') === button.getAttribute('aria-label')) button.removeAttribute('title');
  }
}

function nameInput(input: AC.Input): void {
  const { label, renderedElement } = input;
  if (!label || !renderedElement) return;
  nameFilteredList(label, renderedElement);
  nameChoices(label, renderedElement);
  shortenList(input, renderedElement);
}

/** A filtered list gives its label to the box around the field instead of to the field. */
function nameFilteredList(label: string, place: HTMLElement): void {
  const field = place.querySelector('input[list]');
  if (field === null) return;
  field.parentElement?.removeAttribute('aria-labelledby');
  const name = () => field.setAttribute('aria-label', label);
  name();
  // The renderer takes the label away as soon as there is a value.
  field.addEventListener('input', () => queueMicrotask(name));
}

/** Radio buttons and tick boxes: one named group, each with its own label only. */
function nameChoices(label: string, place: HTMLElement): void {
  const choices = [...place.querySelectorAll('input[type=radio], input[type=checkbox]')];
  const group = place.querySelector('.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect');
  if (group === null) return;
  group.setAttribute('role', choices[0]?.getAttribute('type') === 'radio' ? 'radiogroup' : 'group');
  group.setAttribute('aria-label', label);
}

/** Teams folds a filtered list of many choices into one field; the renderer shows all of them. */
function shortenList(input: AC.Input, place: HTMLElement): void {
  if (!(input instanceof AdaptiveCards.ChoiceSetInput) || input.style !== 'filtered') return;
  place.querySelector('.ac-choiceSetInput-multiSelect')?.classList.add('long-list');
}

/** An empty number counts as NaN, which is outside any minimum: an optional field could not be left empty. */
function letNumberBeEmpty(input: AC.NumberInput): void {
  const isWithinBounds = input.isValid.bind(input);
  input.isValid = () => (input.isSet() ? isWithinBounds() : !input.isRequired);
}
