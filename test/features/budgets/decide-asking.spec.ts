import { criteria, type Judged, mustCriteria } from '../../../src/features/budgets/criteria.ts';
import { requestDecider } from '../../../src/features/budgets/request.ts';
import type { RequestCommand, RequestRefusal } from '../../../src/features/budgets/request-messages.ts';
import { type Ask } from '../../../src/features/budgets/request-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { ask, guaranteed, met, requested } from './samples.ts';

const given = specify(requestDecider);
type Asking = Extract<RequestCommand, { type: 'RequestMoney' }>['data'];
const asking = requested.data as Asking;

const judged = (criterion: string, change: Partial<Judged>): readonly Judged[] =>
  met.map((each) => (each.criterion === criterion ? { ...each, ...change } : each));

describe('money requests: asking', () => {
  const request = (change: Partial<Ask> = {}, rest: Partial<Asking> = {}): RequestCommand => ({
    type: 'RequestMoney',
    data: { ...asking, ask: { ...ask, ...change }, ...rest },
  });
  const { case: _case, ...general } = asking;

  it('is taken in for a case', () => given().when(request()).thenEvents(requested));
  it('happens once', () => given(requested).when(request()).thenRefused('already-requested'));

  const faults: readonly (readonly [string, Partial<Ask>, RequestRefusal])[] = [
    ['without an amount', { cents: 0 }, 'amount-missing'],
    ['for less than nothing', { cents: -1 }, 'amount-missing'],
    ['for parts of a cent', { cents: 1.5 }, 'amount-missing'],
    ['without an end date', { period: { from: '2026-12-01', until: '' } }, 'end-missing'],
    ['without a start date', { period: { from: '', until: '2026-12-01' } }, 'end-missing'],
    ['with an end before the start', { period: { from: '2026-12-02', until: '2026-12-01' } }, 'end-before-start'],
    ['with an end in the past', { period: { from: '2026-11-01', until: '2026-11-22' } }, 'end-past'],
    ['without a purpose', { purpose: ' ' }, 'purpose-missing'],
    ['for regular care costs of a youth in care', { careCosts: true }, 'care-costs'],
    ['for a guarantee without a guarantor', { line: 'guarantee' }, 'guarantee-missing'],
    [
      'for a guarantee without saying how it is settled',
      { ...guaranteed, guarantee: { guarantor: 'De gemeente', until: '2027-03-01', settlement: '' } },
      'guarantee-missing',
    ],
    [
      'for a guarantee without a date',
      { ...guaranteed, guarantee: { guarantor: 'De gemeente', until: '', settlement: 'Later.' } },
      'guarantee-missing',
    ],
    [
      'for a guarantee that is over before it begins',
      { ...guaranteed, guarantee: { guarantor: 'De gemeente', until: '2026-11-30', settlement: 'Later.' } },
      'guarantee-late',
    ],
    ['with a criterion left out', { criteria: met.slice(1) }, 'criteria-missing'],
    ['with a criterion twice', { criteria: [...met.slice(1), ...met.slice(1, 2)] }, 'criteria-missing'],
    ['with a criterion without a reason', { criteria: judged('voice', { reason: ' ' }) }, 'criteria-missing'],
  ];
  for (const [what, change, code] of faults)
    it(`is refused ${what}`, () => given().when(request(change)).thenRefused(code));

  it('may end today', () =>
    given()
      .when(request({ period: { from: '2026-11-23', until: '2026-11-23' } }))
      .thenEvents({
        type: 'MoneyRequested',
        data: { ...asking, ask: { ...ask, period: { from: '2026-11-23', until: '2026-11-23' } } },
      }));

  for (const criterion of criteria) {
    const isMust = mustCriteria.some((must) => must === criterion);
    it(`${isMust ? 'is refused' : 'is taken in'} when “${criterion}” is not met`, () => {
      const then = given().when(request({ criteria: judged(criterion, { score: 'not' }) }));
      if (isMust) then.thenRefused('must-criterion');
      else
        then.thenEvents({
          type: 'MoneyRequested',
          data: { ...asking, ask: { ...ask, criteria: judged(criterion, { score: 'not' }) } },
        });
    });
    it(`is taken in when “${criterion}” is partly met`, () =>
      given()
        .when(request({ criteria: judged(criterion, { score: 'partly' }) }))
        .thenEvents({
          type: 'MoneyRequested',
          data: { ...asking, ask: { ...ask, criteria: judged(criterion, { score: 'partly' }) } },
        }));
  }

  it('without a case is for start-up, subsidy and learning only', () => {
    for (const line of ['start-up', 'subsidy', 'learning'] as const) {
      const data = { ...general, ask: { ...ask, line } };
      given().when({ type: 'RequestMoney', data }).thenEvents({ type: 'MoneyRequested', data });
    }
    for (const line of ['availability', 'fly-in', 'guarantee', 'add-on', 'consult'] as const) {
      const data = { ...general, ask: { ...guaranteed, line } };
      given().when({ type: 'RequestMoney', data }).thenRefused('not-general');
    }
  });
});
