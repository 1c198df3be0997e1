import type { Message } from '../../api.ts';
import type { CardContext } from './card-context.ts';
import { type CardFrame, askOwnView, createCardFrame, updateCardFrame } from './card-frame.ts';
import { press } from './press.ts';
import { readRefresh } from './refresh.ts';

export type CardFrames = Readonly<{
  /** The elements of the message's cards; the same ones every time, brought up to date. */
  show(message: Message, headingLevel: number): readonly HTMLElement[];
  canAskOwnView(message: Message): boolean;
  askOwnView(message: Message): void;
  /** Another conversation is opened: its cards are drawn anew. */
  forget(): void;
}>;

export function createCardFrames(context: CardContext): CardFrames {
  const frames = new Map<string, readonly CardFrame[]>();
  return {
    show(message, headingLevel) {
      const known = frames.get(message.id);
      if (known?.length !== message.cards.length) return elements(draw(message, headingLevel));
      for (const frame of known) updateCardFrame(frame, message);
      return elements(known);
    },
    canAskOwnView: ({ cards }) => cards.some((card) => readRefresh(card) !== undefined),
    askOwnView: ({ id }) => frames.get(id)?.forEach((frame) => void askOwnView(frame, 'manual')),
    forget: () => {
      frames.clear();
    },
  };

  function draw(message: Message, headingLevel: number): readonly CardFrame[] {
    const drawn = message.cards.map((_, index) => createCardFrame({ context, message, index, headingLevel }, press));
    frames.set(message.id, drawn);
    return drawn;
  }
}

const elements = (frames: readonly CardFrame[]): readonly HTMLElement[] => frames.map(({ element }) => element);
