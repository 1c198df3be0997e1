import { card, type TypedCard } from '../../teams/cards.ts';
import permissionTemplate from './cards/permission.json' with { type: 'json' };
import template from './cards/trouble.json' with { type: 'json' };
import type { PermissionState } from './permission.ts';
import { texts } from './texts.ts';
import type { Trouble } from './trouble.ts';
import { permissionView, troubleView } from './view.ts';

export const troubleCard: TypedCard<Trouble> = card<Trouble>({
  ...{ name: 'operations/trouble', template, texts: texts.static(({ cards }) => cards.trouble) },
  view: (state, { locale }) => troubleView(state, locale),
});

export const permissionCard: TypedCard<PermissionState> = card<PermissionState>({
  ...{ name: 'operations/permission', template: permissionTemplate },
  texts: texts.static(({ cards }) => cards.permission),
  view: (state, { locale }) => permissionView(state, locale),
});
