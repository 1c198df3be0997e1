import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import boardTemplate from './cards/board.json' with { type: 'json' };
import editTemplate from './cards/edit.json' with { type: 'json' };
import moveTemplate from './cards/move.json' with { type: 'json' };
import noteTemplate from './cards/note.json' with { type: 'json' };
import rowTemplate from './cards/row.json' with { type: 'json' };
import startTemplate from './cards/start.json' with { type: 'json' };
import { staticTexts } from './texts.ts';
import { type BoardState, boardView, type Seen, type Sight } from './view-board.ts';
import { editView, moveView, noteView, rowView, startView } from './view-row.ts';

export type PlanningCards = ReturnType<typeof createCards>;

type Template = Parameters<typeof card>[0]['template'];

function named<State extends object>(
  name: Parameters<typeof staticTexts>[0],
  template: Template,
  view: (state: State, seen: Seen) => Promise<object> | object,
): TypedCard<State> {
  return card<State>({ name: `planning/${name}`, template, texts: staticTexts(name), view });
}

export function createCards(sight: Sight) {
  return {
    board: named('board', boardTemplate, (state: BoardState, seen) => boardView(sight, state, seen)),
    row: named('row', rowTemplate, (state: Parameters<typeof rowView>[1], seen) => rowView(sight, state, seen)),
    edit: named('edit', editTemplate, (state: Parameters<typeof editView>[1], seen) => editView(sight, state, seen)),
    note: named('note', noteTemplate, noteView),
    move: named('move', moveTemplate, moveView),
    start: named('start', startTemplate, startView),
  };
}

export function definitionsOf(cards: PlanningCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}
