import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ask, filled, openBench, openCase, people, type PlacesBench, requestOf, words } from './bench.ts';

describe('places: the dialog that asks for one', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await openCase(bench);
  });
  afterEach(() => bench.close());

  const state = (id = 'request-1') => bench.state<object>(`placerequest-${id}` as never);

  it('asks first whether the help can come to the youth', async () => {
    const { outcome, card } = await bench.click(people.fatima, 'dialog places/ask', { case: 'case-2' });
    equal(outcome, 'opened');
    match(card, /Kan de hulp naar de jongere toe komen, op de plek waar hij of zij nu is\?/);
  });

  it('is logged, because the next step shows what the case says', async () => {
    await bench.click(people.fatima, 'dialog places/ask', { case: 'case-2' });
    const looks = await bench.deps.store.access.read('case-case-2' as never);
    deepEqual(
      looks.map(({ eventType, outcome }) => [eventType, outcome]),
      [['place.request', 'allowed']],
    );
  });

  it('stops when it can, advises a fly-in, and looks for nothing', async () => {
    const { outcome, card } = await bench.click(
      people.fatima,
      'submit places/ask-next',
      filled({ comes: 'yes', reason: '' }),
    );
    equal(outcome, 'done');
    match(card, /fly-in/);
    await bench.settled();
    const file = await requestOf(bench, 'request-1');
    deepEqual([file.stage, file.atPresent], ['stays', { comes: true, reason: '' }]);
    const [sent] = bench.sent.filter(({ data }) => data['card'] === 'places/request');
    ok(sent);
    match(await bench.seen(sent), /Er wordt geen plek gezocht/);
  });

  it('goes on to the needs with what the case says', async () => {
    const { request, comes, reason } = filled();
    const data = { case: 'case-2', request, comes, reason };
    const { card } = await bench.click(people.fatima, 'submit places/ask-next', data);
    match(card, /"id":"ages"[^}]*"value":"17"/);
    match(card, /"id":"tenableUntil"[^}]*"value":"2026-12-20"/);
    match(card, /"id":"regions"[^}]*"value":"midden-limburg-west"/);
    match(card, /"id":"movesBefore"[^}]*"value":5/);
    match(card, /"reason":"De groep stopt over vier weken."/);
  });

  it('keeps what was typed when going back and forth', async () => {
    const back = await bench.click(people.fatima, 'submit places/ask-back', filled());
    match(back.card, /De groep stopt over vier weken/);
    const forth = await bench.click(people.fatima, 'submit places/ask-next', filled({ ages: '16' }));
    match(forth.card, /"id":"ages"[^}]*"value":"16"/);
  });

  it('is taken in with the lane of the case, and its card goes to the process director', async () => {
    await openCase(bench, { name: 'case-3', number: 'LI-2026-0003', priority: true });
    await ask(bench, { case: 'case-3', money: 'G-2026-7' });
    const file = await requestOf(bench, 'request-1');
    deepEqual(
      [file.stage, file.director, file.about.number, file.needs.courtMeasure, file.needs.money, file.moves],
      ['searching', people.fatima, 'LI-2026-0003', true, 'G-2026-7', 5],
    );
    deepEqual(bench.cardsTo(people.fatima), ['places/request']);
  });

  it('is no court measure for a case in the regular lane', async () => {
    await ask(bench);
    equal((await requestOf(bench, 'request-1')).needs.courtMeasure, false);
  });

  it('reads from the words what is needed', async () => {
    await ask(bench, { words: 'Een plek met kennis van autisme en een licht verstandelijke beperking.' });
    const { concepts } = await bench.deps.experts.matcher();
    const { profile } = (await requestOf(bench, 'request-1')).needs;
    const labels = concepts.filter(({ id }) => profile.includes(id)).map(({ label }) => label.nl);
    ok(
      labels.some((label) => label.includes('Autisme')),
      labels.join(),
    );
  });

  it('is for brothers and sisters together', async () => {
    await ask(bench, { ages: '12, 10' });
    deepEqual((await requestOf(bench, 'request-1')).needs.ages, [12, 10]);
  });

  it('may be asked by the chair as well', async () => {
    const { outcome } = await bench.click(people.marieke, 'submit places/ask-send', filled());
    equal(outcome, 'done');
  });

  for (const [who, person] of [
    ['the applicant', people.hanna],
    ['staff of the centre', people.jan],
    ['somebody of another case', people.tom],
    ['a provider', people.carla],
  ] as const)
    it(`is not for ${who}`, async () => {
      for (const button of ['dialog places/ask', 'submit places/ask-next', 'submit places/ask-send'] as const)
        equal((await bench.click(person, button, filled())).outcome, 'not-allowed');
      equal(await state(), undefined);
    });

  it('happens once, however often it is sent', async () => {
    const [one, two] = await bench.clickTwice(people.fatima, 'submit places/ask-send', filled());
    deepEqual([one.outcome, two.outcome], ['done', 'done']);
    equal((await bench.click(people.fatima, 'submit places/ask-send', filled())).outcome, 'already-asked');
    await bench.settled();
    equal(bench.cardsTo(people.fatima).length, 1);
  });

  for (const [field, value, text] of [
    ['words', '', /algemene woorden wat de jongere nodig heeft/],
    ['ages', '', /Vul de leeftijd in/],
    ['ages', '31', /Vul de leeftijd in/],
    ['from', 'gauw', /Nodig vanaf/],
    ['tenableUntil', 'nog even', /Tot wanneer/],
    ['movesBefore', 'veel', /Hoe vaak/],
  ] as const)
    it(`says what is wrong with ${field} “${value}”`, async () => {
      const { outcome, card } = await bench.click(people.fatima, 'submit places/ask-send', filled({ [field]: value }));
      equal(outcome, 'faults');
      match(card, text);
      equal(await state(), undefined);
    });

  for (const [what, changes, text] of [
    ['no answer', { comes: '' }, /Kan de hulp naar de jongere toe komen/],
    ['a no without a reason', { reason: '' }, /waarom de hulp niet naar de jongere toe kan komen/],
  ] as const)
    it(`does not go on after ${what}`, async () => {
      for (const button of ['submit places/ask-next', 'submit places/ask-send'] as const) {
        const { outcome, card } = await bench.click(people.fatima, button, filled(changes));
        equal(outcome, 'faults');
        match(card, text);
      }
      equal(await state(), undefined);
    });

  for (const field of ['words', 'reason', 'money'] as const)
    for (const [what, text, shown] of [
      ['a BSN', 'bsn 111222333', /leeggemaakt/],
      ['a phone number', 'Bel 06-12345678', /"Bel \[telefoonnummer\]"/],
    ] as const)
      it(`refuses ${what} in ${field}, keeps nothing and logs nothing of it`, async () => {
        const { outcome, card } = await bench.click(people.fatima, 'submit places/ask-send', filled({ [field]: text }));
        equal(outcome, 'faults');
        match(card, shown);
        ok(!card.includes('111222333') && !card.includes('12345678'));
        equal(await state(), undefined);
        ok(!bench.logged().includes('111222333') && !bench.logged().includes('12345678'));
      });

  for (const word of ['Wolf', 'Weert', 'Fatima El Amrani'])
    it(`refuses “${word}”, because the provider reads along`, async () => {
      const { outcome, card } = await bench.click(
        people.fatima,
        'submit places/ask-send',
        filled({ words: `${word} zoekt een kleine groep.` }),
      );
      equal(outcome, 'faults');
      match(card, /naam of plaats uit de casus/);
      equal(await state(), undefined);
    });

  it('is refused for a case that is not there', async () => {
    const { outcome } = await bench.click(people.fatima, 'dialog places/ask', { case: 'case-9' });
    equal(outcome, 'unknown-case');
  });

  it('leaves out regions that nobody has', async () => {
    await ask(bench, { regions: 'verzonnen,zuid-limburg', words });
    deepEqual((await requestOf(bench, 'request-1')).needs.regions, ['zuid-limburg']);
  });
});
