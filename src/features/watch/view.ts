import type { Locale } from '../../core/locale.ts';
import { day as dayIn, lineOf } from '../../core/view-parts.ts';
import type { Digest, Lacking, WatchedKind } from './gaps-state.ts';
import { texts } from './texts.ts';

/** As many as somebody can take up in a day; a card is no list. */
const mostShown = 10;

export function lackingView(state: Digest, locale: Locale): object | undefined {
  if (state.status === 'none') return undefined;
  const { say } = texts.in[locale];
  const { items, status, day } = state;
  const more = items.length - mostShown;
  return {
    title: status === 'open' ? say.title(items.length) : say.mended,
    day: say.day(dayIn(day, locale)),
    isOpen: status === 'open',
    rows: items.slice(0, mostShown).map((item) => rowOf(item, locale)),
    more: more > 0 ? say.more(more) : '',
    hasMore: more > 0,
  };
}

function rowOf(item: Lacking, locale: Locale): object {
  const { kinds, gaps } = texts.in[locale];
  return {
    title: `${kinds[item.kind]} ${item.number}`,
    lines: item.gaps.map((gap) => lineOf(gaps[item.kind][gap])),
    ...buttonOf(item, locale),
  };
}

/** Where it can be looked at by whoever is in the case, or decides. */
const looks: Readonly<Record<Exclude<WatchedKind, 'case'>, Readonly<{ verb: string; field: string }>>> = {
  consultation: { verb: 'consultations/show', field: 'consultation' },
  place: { verb: 'places/request-show', field: 'request' },
  decision: { verb: 'decisions/show', field: 'proposal' },
};

/** Who directs the case directs what was asked in it: the people of the case are where it is mended. */
function buttonOf({ kind, id, gaps, case: of = '' }: Lacking, locale: Locale): object {
  const { say } = texts.in[locale];
  const isForPeople = gaps.includes('owner') && of !== '';
  if (kind === 'case' || isForPeople) {
    const verb = isForPeople ? 'cases/people' : 'cases/details';
    const button = isForPeople ? say.people : say.look;
    return { isDialog: true, isAction: false, button, verb, case: of, data: {} };
  }
  const { verb, field } = looks[kind];
  return { isDialog: false, isAction: true, button: say.look, verb, case: '', data: { verb, [field]: id } };
}
