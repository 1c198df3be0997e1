import type * as AC from 'adaptivecards';
import { type TemplateResult, render } from 'lit-html';

export type ElementSource = Readonly<Record<string, unknown>>;

/** Teaches the renderer an element that Teams has and the library has not. It accepts one only as a subclass. */
export function registerElement(type: string, draw: (source: ElementSource) => TemplateResult): void {
  const element = class extends AdaptiveCards.CardElement {
    #source: ElementSource = {};

    getJsonTypeName(): string {
      return type;
    }

    protected override internalParse(source: AC.PropertyBag, context: AC.SerializationContext): void {
      super.internalParse(source, context);
      this.#source = source;
    }

    protected internalRender(): HTMLElement {
      const place = document.createElement('div');
      render(draw(this.#source), place);
      return place;
    }
  };
  AdaptiveCards.GlobalRegistry.elements.register(type, element);
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

export const listOf = (value: unknown): readonly ElementSource[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

function isObject(value: unknown): value is ElementSource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
