import { deepEqual } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import { openBench } from './bench.ts';

const demo = (number: string) => personId(`00000000-0000-4000-8000-0000000000${number}`);
const governing = ['Voorstellen', 'Budget', 'Besluitenlijst', 'Planning'];

describe('the home card', () => {
  const offered = async (person: string, titles: readonly string[]): Promise<readonly string[]> => {
    const bench = await openBench();
    const shown = await bench.say(demo(person), 'help');
    return titles.filter((title) => shown.card.includes(`"title":"${title}"`));
  };

  it('offers proposals, budget, decisions and planning to who works for a centre or governs it', async () => {
    for (const person of ['09', '24', '28']) deepEqual(await offered(person, governing), governing);
  });
  it('offers them to nobody else', async () => {
    for (const person of ['01', '07', '11', '32']) deepEqual(await offered(person, governing), []);
  });
  it('offers places to who looks for them, and votes to all', async () => {
    const all = ['Op mij wacht nog', 'Plekken'];
    deepEqual(await offered('07', all), all);
    deepEqual(await offered('32', all), ['Op mij wacht nog']);
  });
  it('offers a stranger nothing', async () => {
    deepEqual(await offered('99', ['Op mij wacht nog', 'Plekken', ...governing]), []);
  });
});
