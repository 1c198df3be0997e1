import { equal } from 'node:assert/strict';
import { pino } from 'pino';
import { startPulse } from '../src/pulse.ts';
import { gate } from './support/store-worker.ts';

const log = pino({ level: 'silent' });

describe('pulse', () => {
  it('beats at once, again and again, also after a failure, and not once it stopped', async () => {
    const thrice = gate();
    let beats = 0;
    const beat = async () => {
      if (++beats === 3) thrice.open();
      throw new Error('no store');
    };
    const pulse = startPulse({ everyMs: 1, log, looks: [beat] });
    await thrice.opened;
    await pulse.stop();
    const before = beats;
    pulse.soon();
    equal(beats, before);
  });

  it('looks at everything, also when one look fails', async () => {
    const seen = gate();
    const failing = () => Promise.reject(new Error('no store'));
    const pulse = startPulse({ everyMs: 60_000, log, looks: [failing, async () => seen.open()] });
    await seen.opened;
    await pulse.stop();
  });

  it('beats once more when it is asked to during a beat, however often', async () => {
    const [release, second] = [gate(), gate()];
    let beats = 0;
    const beat = async () => {
      if (++beats === 2) second.open();
      await release.opened;
    };
    const pulse = startPulse({ everyMs: 60_000, log, looks: [beat] });
    for (let asked = 0; asked < 5; asked++) pulse.soon();
    equal(beats, 1);
    release.open();
    await second.opened;
    await pulse.stop();
    equal(beats, 2);
  });
});
