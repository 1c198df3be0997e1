import { Application } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, MemoryStorage } from 'botbuilder';
import restify from 'restify';

/** What the frameworks cost with nothing of ours: a card in, a card out, no token looked at, nothing kept. */
export function startBare(card: object, sends: boolean): Promise<number> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const application = new Application({ storage: new MemoryStorage() });
  application.adaptiveCards.actionExecute('more', async (context) => {
    if (sends) await context.sendActivity('bench');
    return card as never;
  });
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request, response, async (context) => {
      await application.run(context);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port }: { port: number } = server.address();
      resolve(port);
    });
  });
}
