import { openTemporary } from '../support/store-sqlite.ts';
import { storeContract } from './contract.ts';

storeContract('sqlite store', openTemporary);
