import { deepStrictEqual, ok } from 'node:assert/strict';
import { caseStream } from '../../../src/features/cases/case.ts';
import { personId } from '../../../src/core/ids.ts';
import { privacyFeature } from '../../../src/features/privacy/index.ts';
import { demoPerson } from '../../support/feature-bench.ts';
import { fillCase } from '../../support/purge-setting.ts';
import { histories } from '../cases/samples.ts';
import { id, number } from '../cases/stories.ts';
import { openBench, people } from './bench.ts';

/** What any of the buttons asks for. */
const everything = { number, reason: 'x', until: '2030-01-01', ground: 'youth-act', request: 'r1' };
const outsiders = {
  'the applicant': demoPerson('2'),
  'the chair': people.marieke,
  'the process director': people.fatima,
  'the project leader': demoPerson('9'),
  'somebody of no case': people.erik,
  'somebody nobody knows': demoPerson('99'),
  'nobody at all': personId(''),
};

describe('what is for the privacy officer', () => {
  for (const [name, person] of Object.entries(outsiders))
    it(`is refused to ${name}, button by button, and every refusal is in the access log of the case`, async () => {
      const bench = await openBench();
      await fillCase(bench.deps.store, histories.closed);
      const before = await bench.deps.store.load(caseStream(id));
      const buttons = privacyFeature(bench.deps).routes.map(({ on, verb }) => `${on} ${verb}` as const);
      ok(buttons.length >= 11);
      const outcomes: Record<string, string> = {};
      for (const button of buttons) outcomes[button] = (await bench.click(person, button, everything)).outcome;
      deepStrictEqual(outcomes, Object.fromEntries(buttons.map((button) => [button, 'not-allowed'])));
      deepStrictEqual(await bench.deps.store.load(caseStream(id)), before);
      deepStrictEqual(
        (await bench.lines()).map(({ userId, outcome }) => [userId, outcome]),
        buttons.map(() => [person, 'refused']),
      );
      await bench.close();
    });
});
