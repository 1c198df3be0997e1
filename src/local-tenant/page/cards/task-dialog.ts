import { html, render } from 'lit-html';
import type { DialogAnswer } from '../../api.ts';
import type { Insert } from '../state.ts';
import { type CardContext, reportFault } from './card-context.ts';
import { type Press, drawCard } from './draw-card.ts';
import { icons } from '../views/icons.ts';
import { linkRefused, openLink } from './open-link.ts';

type DialogContext = Pick<CardContext, 'people' | 'announce'> &
  Readonly<{ /** The dialog ended with a card for the message that is being written. */ insert(card: Insert): void }>;
/** Where the dialog comes from, and where its buttons go. */
export type Way = Readonly<{ open(): Promise<DialogAnswer>; submit(data: object): Promise<DialogAnswer> }>;
type Step = Readonly<{ title: string; content: HTMLElement; closable: boolean }>;

/**
 * The dialog that a card's button or a message's menu opens (Microsoft: Dialogs in Teams). Returns the function that opens
 * it: that gives a text when there is nothing to open, and undefined otherwise.
 */
export function createTaskDialog(context: DialogContext): (way: Way) => Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog task';
  dialog.setAttribute('aria-labelledby', 'task-title');
  document.body.append(dialog);
  return async (way) => {
    const answer = await way.open();
    if (answer.type === 'error') return answer.text;
    follow({ dialog, context, way }, answer);
    return undefined;
  };
}

type Task = Readonly<{ dialog: HTMLDialogElement; context: DialogContext; way: Way }>;

function follow(task: Task, answer: Exclude<DialogAnswer, { type: 'error' }>): void {
  switch (answer.type) {
    case 'open': {
      showStep(task, { title: answer.title, content: drawForm(task, answer.card), closable: false });
      return;
    }
    case 'text': {
      showStep(task, { title: 'Doorbraak', content: paragraph(answer.text), closable: true });
      return;
    }
    case 'close': {
      task.dialog.close();
      task.context.announce('Het venster is gesloten.');
      return;
    }
    case 'insert':
      task.dialog.close();
      task.context.insert(answer);
  }
}

function drawForm(task: Task, card: object): HTMLElement {
  const { people } = task.context;
  return drawCard(card, { headingLevel: 3, people }, (pressed) => void submit(task, pressed));
}

async function submit(task: Task, pressed: Press): Promise<void> {
  if (pressed.type === 'open') {
    showProblem(task, openLink(pressed.url) ? '' : linkRefused);
    return;
  }
  if (pressed.type === 'say' || task.dialog.ariaBusy === 'true') return;
  setBusy(task, true);
  try {
    const answer = await task.way.submit(pressed.data);
    setBusy(task, false);
    // Closed in the meantime: the person has gone on, and a window that comes back is in the way.
    if (!task.dialog.open) return;
    if (answer.type === 'error') showProblem(task, answer.text);
    else follow(task, answer);
  } catch (error) {
    showProblem(task, reportFault(error));
  } finally {
    setBusy(task, false);
  }
}

function showStep({ dialog }: Task, { title, content, closable }: Step): void {
  const close = () => {
    dialog.close();
  };
  render(
    html`<header class="dialog-head">
        <h2 id="task-title" tabindex="-1">${title}</h2>
        <button type="button" class="icon-button" aria-label="Sluit dit venster" @click=${close}>${icons.close}</button>
      </header>
      <div class="dialog-body">${content}</div>
      <p class="dialog-problem" role="alert"></p>
      ${
        closable
          ? html`<footer class="dialog-foot">
              <button type="button" class="primary" @click=${close}>Sluiten</button>
            </footer>`
          : ''
      }`,
    dialog,
  );
  showProblem({ dialog }, '');
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('.dialog-body')?.scrollTo(0, 0);
  focusFirst(dialog);
}

/** Where the work begins: the first input, else the only button, else the title, which is then read out. */
function focusFirst(dialog: HTMLDialogElement): void {
  const wanted = ['.dialog-body :is(input, select, textarea)', '.dialog-foot button', '#task-title'];
  const [first] = wanted.flatMap((selector) => dialog.querySelector<HTMLElement>(selector) ?? []);
  first?.focus();
}

function showProblem({ dialog }: Pick<Task, 'dialog'>, text: string): void {
  const place = dialog.querySelector('.dialog-problem');
  if (place !== null) place.textContent = text;
}

function setBusy({ dialog }: Task, busy: boolean): void {
  dialog.ariaBusy = String(busy);
  if (busy) showProblem({ dialog }, '');
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'dialog-text';
  element.textContent = text;
  return element;
}
