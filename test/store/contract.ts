import { accessContract } from './contract-access.ts';
import { commitContract } from './contract-commit.ts';
import { eraseContract } from './contract-erase.ts';
import { findContract } from './contract-find.ts';
import { laneContract } from './contract-lanes.ts';
import { lossContract } from './contract-loss.ts';
import { settleContract } from './contract-settle.ts';
import { standingContract } from './contract-standing.ts';
import { type OpenedStore } from '../support/store-samples.ts';

/** What every store promises, run by every adapter. `open` gives an empty store each time. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    commitContract(open);
    findContract(open);
    laneContract(open);
    settleContract(open);
    lossContract(open);
    accessContract(open);
    standingContract(open);
    eraseContract(open);
  });
}

export { type OpenedStore } from '../support/store-samples.ts';
