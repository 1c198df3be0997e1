import type { State } from './state.ts';

const nearPx = 80;

/** Keeps the newest message in sight, unless the person scrolled up to read. */
export function createScrollKeeper(): Readonly<{ before(): void; after(state: State): void }> {
  let shown: State | undefined;
  let atEnd = true;
  return {
    before() {
      const place = document.querySelector('.scroller');
      if (place !== null) atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < nearPx;
    },
    after(state) {
      const opened = state.threads !== undefined && (shown?.openId !== state.openId || shown?.threads === undefined);
      if (opened || (atEnd && shown?.threads !== state.threads)) scrollToEnd();
      shown = state;
    },
  };
}

function scrollToEnd(): void {
  const place = document.querySelector('.scroller');
  if (place !== null) place.scrollTop = place.scrollHeight;
}
