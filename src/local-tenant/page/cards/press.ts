import { type CardFrame, note, setBusy, showAnswer } from './card-frame.ts';
import { reportFault } from './card-context.ts';
import type { Press } from './draw-card.ts';
import { linkRefused, openLink } from './open-link.ts';

/** One press at a time: what comes while the bot is working is the second half of a double click. */
export async function press(frame: CardFrame, pressed: Press): Promise<void> {
  if (pressed.type === 'open') {
    note(frame, openLink(pressed.url) ? undefined : { text: linkRefused, role: 'alert' });
    return;
  }
  if (frame.busy) return;
  setBusy(frame, true);
  note(frame, undefined);
  try {
    await send(frame, pressed);
  } catch (error) {
    note(frame, { text: reportFault(error), role: 'alert' });
  } finally {
    setBusy(frame, false);
  }
}

async function send(frame: CardFrame, pressed: Exclude<Press, { type: 'open' }>): Promise<void> {
  const { api, openDialog } = frame.context;
  const { id, conversation } = frame.message;
  switch (pressed.type) {
    case 'execute': {
      answered(frame, await api.act(id, { verb: pressed.verb, data: pressed.data, trigger: 'manual' }));
      return;
    }
    case 'dialog': {
      const text = await openDialog(frame.message, pressed.data);
      if (text !== undefined) note(frame, { text, role: 'alert' });
      return;
    }
    case 'submit':
      await api.submit(id, pressed.data);
      {
        answered(frame, { type: 'text', text: 'Verstuurd.' });
        return;
      }
    case 'say':
      await api.send(conversation, { text: pressed.text });
  }
}

function answered(frame: CardFrame, answer: Parameters<typeof showAnswer>[1]): void {
  frame.busy = false;
  showAnswer(frame, answer);
}
