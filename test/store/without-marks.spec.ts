import { deepEqual, rejects } from 'node:assert/strict';
import { numberMarks } from '../../src/core/number-marks.ts';
import { withoutMarks } from '../../src/store/without-marks.ts';
import { caseStream, commit, effect } from '../support/store-samples.ts';
import { openedStore } from '../support/store-opened.ts';
import { openTemporary } from '../support/store-sqlite.ts';

describe('store: marks of numbers', () => {
  const opened = openedStore(openTemporary);
  const store = () => withoutMarks(opened());
  const said = (text: string) => ({ type: 'Said', data: { text } });
  const stream = caseStream(1);

  it('keeps what has none', async () => {
    deepEqual(await commit(store(), { stream, events: [said('Hij eet weer.')] }), 'committed');
    deepEqual((await opened().load(stream)).version, 1);
  });

  const marked = `Zijn nummer is ${numberMarks.bsn}.`;
  const wrong = {
    event: { events: [said(marked)] },
    state: { state: { text: marked } },
    effect: { effects: [effect('tell', { data: { text: numberMarks.iban } })] },
  };
  for (const [where, change] of Object.entries(wrong)) {
    it(`refuses one in the ${where}, and says of which stream, not what was in it`, async () => {
      await rejects(commit(store(), { stream, ...change }), new Error('a text for case-1 was not looked through'));
      deepEqual((await opened().load(stream)).version, 0);
    });
  }
});
