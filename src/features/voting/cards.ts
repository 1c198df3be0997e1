import { withNotice } from '../../core/view-parts.ts';
import { card, type CardDefinition } from '../../teams/cards.ts';
import type { Board } from './board.ts';
import ballotTemplate from './cards/ballot.json' with { type: 'json' };
import boardTemplate from './cards/board.json' with { type: 'json' };
import extendTemplate from './cards/extend.json' with { type: 'json' };
import manageTemplate from './cards/manage.json' with { type: 'json' };
import owedTemplate from './cards/owed.json' with { type: 'json' };
import reasonTemplate from './cards/reason.json' with { type: 'json' };
import type { Seat } from './seat-state.ts';
import { type Texts, texts } from './texts.ts';
import { ballotView, type Sight } from './view-ballot.ts';
import { boardView, manageView } from './view-board.ts';
import { type ExtendForm, extendView, type OwedState, owedView, type ReasonForm, reasonView } from './view-lists.ts';

export type VotingCards = ReturnType<typeof createCards>;

/** Every card of the feature. Those that are messages are shown from the stored state of that moment. */
export function createCards(sight: Sight) {
  return {
    ballot: card<Seat>({
      ...named('ballot', ballotTemplate),
      async view(seat, seen, extra) {
        const view = await ballotView(sight, seat, { seen, extra });
        return view && withNotice(view, extra, seen.locale);
      },
    }),
    board: card<Board>({
      ...named('board', boardTemplate),
      view: (board, seen) => boardView(sight.names, board, seen),
    }),
    manage: card<Board>({
      ...named('manage', manageTemplate),
      view: (board, seen) => manageView(sight.names, board, seen),
    }),
    owed: card<OwedState>({ ...named('owed', owedTemplate), view: (state, seen) => owedView(sight, state, seen) }),
    reason: card<ReasonForm>({ ...named('reason', reasonTemplate), view: (form, seen) => reasonView(form, seen) }),
    extend: card<ExtendForm>({ ...named('extend', extendTemplate), view: (form, seen) => extendView(form, seen) }),
  };
}

export function definitionsOf(cards: VotingCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

function named(name: keyof Texts['cards'], template: CardDefinition['template']) {
  return { name: `voting/${name}`, template, texts: texts.static(({ cards }) => cards[name]) };
}
