import { startTeamsStub } from '../../test/support/teams-stub.ts';
import { answering } from './child.ts';

/** The issuer and the connector, in a process of their own so that their work is not counted. */
const stub = await startTeamsStub();
answering(async () => ({ url: stub.url, token: await stub.sign({ exp: Math.floor(Date.now() / 1000) + 3_600 }) }));
