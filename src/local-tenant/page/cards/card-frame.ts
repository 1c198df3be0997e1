import type { CardAnswer, Message } from '../../api.ts';
import { type CardContext, reportFault } from './card-context.ts';
import { type Press, drawCard } from './draw-card.ts';
import { isMeantFor, readRefresh, waitBeforeRefresh } from './refresh.ts';

/**
 * One card of one message as one person sees it. It outlives re-rendering of the page, so that what a person types stays.
 */
export type CardFrame = {
  readonly element: HTMLElement;
  readonly context: CardContext;
  readonly index: number;
  readonly headingLevel: number;
  message: Message;
  /** The card as the bot sent it, as text: another text is another version. */
  version: string;
  /** A person changed an input since the card was drawn. */
  touched: boolean;
  busy: boolean;
  /** A newer version waits until the person is done typing. */
  held: boolean;
  readonly onPress: OnPress;
};

type OnPress = (frame: CardFrame, pressed: Press) => Promise<void>;
type Place = Readonly<{ context: CardContext; message: Message; index: number; headingLevel: number }>;

export function createCardFrame(place: Place, onPress: OnPress): CardFrame {
  const { message, index } = place;
  const element = document.createElement('div');
  element.className = 'card-frame';
  element.innerHTML =
    '<div class="card-held" hidden></div><div class="card-body" tabindex="-1"></div><div class="card-note"></div>';
  const version = JSON.stringify(message.cards[index] ?? {});
  const state = { touched: false, busy: false, held: false };
  const frame: CardFrame = { ...place, element, version, ...state, onPress };
  const body = part(frame, 'card-body');
  for (const event of ['input', 'change']) body.addEventListener(event, () => (frame.touched = true));
  body.addEventListener('focusout', () => queueMicrotask(() => applyHeld(frame)));
  redraw(frame);
  refreshAutomatically(frame);
  return frame;
}

/** Takes a newer version of the message: at once, or after the person has left the card. */
export function updateCardFrame(frame: CardFrame, message: Message): void {
  const version = JSON.stringify(message.cards[frame.index] ?? {});
  frame.message = message;
  if (version === frame.version) return;
  frame.version = version;
  frame.held = true;
  applyHeld(frame);
}

function applyHeld(frame: CardFrame): void {
  if (!frame.held || frame.busy) return;
  if (frame.touched) {
    showHeld(frame);
    return;
  }
  if (part(frame, 'card-body').contains(document.activeElement) && isField(document.activeElement)) return;
  showNewest(frame);
}

function showHeld(frame: CardFrame): void {
  const held = part(frame, 'card-held');
  if (!held.hidden) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Toon de nieuwe kaart';
  button.addEventListener('click', () => {
    showNewest(frame);
    part(frame, 'card-body').focus();
  });
  held.replaceChildren('Deze kaart is bijgewerkt. Wat je typt, blijft staan. ', button);
  held.hidden = false;
  frame.context.announce('Deze kaart is bijgewerkt. Wat je typt, blijft staan.');
}

function showNewest(frame: CardFrame): void {
  note(frame, undefined);
  redraw(frame);
  refreshAutomatically(frame);
}

/** Draws the person's own answer card for this version if there is one, else the bot's card. */
export function redraw(frame: CardFrame): void {
  const { context, message, index } = frame;
  const own = context.answers.get(keyOf(frame));
  const card = own?.version === frame.version ? own.card : (message.cards[index] ?? {});
  part(frame, 'card-held').hidden = true;
  frame.touched = false;
  frame.held = false;
  const surface = { headingLevel: frame.headingLevel, people: context.people };
  part(frame, 'card-body').replaceChildren(drawCard(card, surface, (pressed) => void frame.onPress(frame, pressed)));
}

export function showAnswer(frame: CardFrame, answer: CardAnswer): void {
  if (answer.type === 'error') {
    note(frame, { text: answer.text, role: 'alert' });
    return;
  }
  frame.touched = false;
  if (answer.type === 'card') {
    showOwnCard(frame, answer.card);
    return;
  }
  note(frame, answer.type === 'text' ? { text: answer.text, role: 'status' } : undefined);
  applyHeld(frame);
}

function showOwnCard(frame: CardFrame, card: object): void {
  const hadFocus = part(frame, 'card-body').contains(document.activeElement);
  frame.context.answers.set(keyOf(frame), { version: frame.version, card });
  note(frame, undefined);
  redraw(frame);
  if (!hadFocus) return;
  part(frame, 'card-body').focus({ preventScroll: true });
  frame.context.announce('De kaart is bijgewerkt.');
}

/** A line under the card. The role makes a screen reader say it at once. */
export function note(frame: CardFrame, line: Readonly<{ text: string; role: 'status' | 'alert' }> | undefined): void {
  const place = part(frame, 'card-note');
  if (line === undefined) {
    place.replaceChildren();
    return;
  }
  const text = document.createElement('p');
  text.setAttribute('role', line.role);
  text.textContent = line.text;
  place.replaceChildren(text);
}

export function setBusy(frame: CardFrame, busy: boolean): void {
  frame.busy = busy;
  part(frame, 'card-body').setAttribute('aria-busy', String(busy));
  // Not `disabled`: that would take the focus away. And later, as the renderer resets its buttons after a click.
  queueMicrotask(() => {
    for (const button of frame.element.querySelectorAll('.card-body button')) {
      if (frame.busy) button.setAttribute('aria-disabled', 'true');
      else if (!button.matches(':disabled')) button.removeAttribute('aria-disabled');
    }
  });
}

function refreshAutomatically(frame: CardFrame): void {
  const { context, message } = frame;
  const refresh = readRefresh(message.cards[frame.index] ?? {});
  if (refresh === undefined || !isMeantFor(refresh, context.me.id)) return;
  const wait = waitBeforeRefresh(context.refreshed.get(keyOf(frame)), frame.version, context.clock.now().getTime());
  if (wait === 0) void askOwnView(frame, 'automatic');
  else if (wait !== undefined) setTimeout(() => frame.element.isConnected && refreshAutomatically(frame), wait);
}

/** Asks the bot for this person's own view. By itself it stays silent when that fails: the bot's card is still there. */
export async function askOwnView(frame: CardFrame, trigger: 'manual' | 'automatic'): Promise<void> {
  const { context, message, version } = frame;
  const refresh = readRefresh(message.cards[frame.index] ?? {});
  if (refresh === undefined) return;
  context.refreshed.set(keyOf(frame), { version, at: context.clock.now().getTime() });
  try {
    const { verb, data } = refresh;
    const answer = await context.api.act(message.id, { verb, data, trigger });
    const stale = frame.version !== version || frame.touched || frame.busy;
    if (!stale && (answer.type === 'card' || trigger === 'manual')) showAnswer(frame, answer);
  } catch (error) {
    if (trigger === 'manual') note(frame, { text: reportFault(error), role: 'alert' });
  }
}

const keyOf = ({ message, index }: CardFrame): string => `${message.id}/${index}`;

function part(frame: CardFrame, name: string): HTMLElement {
  const found = frame.element.querySelector(`:scope > .${name}`);
  if (!(found instanceof HTMLElement)) throw new Error(`The card frame has no ${name}.`);
  return found;
}

const isField = (element: Element | null): boolean => element?.matches('input, select, textarea') ?? false;
