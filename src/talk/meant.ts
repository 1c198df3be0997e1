import type { CaseMention } from '../assistant/index.ts';
import type { JsonObject } from '../core/json.ts';
import { ran } from '../teams/answer-kit.ts';
import type { Ran } from '../teams/routes.ts';
import { type Asking, askCard } from './cards.ts';
import type { Said } from './said.ts';
import type { Wish } from './texts.ts';
import type { Which } from './which-case.ts';

/** What is wanted, of which case, and what else was named. `which` is looked up by who needs a case. */
export type Meant = Readonly<{
  intent: Wish | undefined;
  which(): Promise<Which>;
  /** How the case, or the deadline, was spoken of. */
  mention?: CaseMention;
  /** What else was named, for the route that answers. */
  entities?: JsonObject;
  said?: Said;
}>;
/** With what was wanted, when something was done about it. */
export type Acted = Ran & Readonly<{ intent?: Wish }>;

export function askBack(asking: Asking): Ran {
  return ran('asked', { type: 'card', card: askCard.show(asking) });
}
