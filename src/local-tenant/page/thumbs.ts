import type { Message, Thumb } from '../api.ts';
import type { PersonaApi } from './api-client.ts';
import { reportFault } from './cards/card-context.ts';
import type { Way } from './cards/task-dialog.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

const questions: Readonly<Record<Thumb, string>> = {
  like: 'Wat was er goed aan dit antwoord?',
  dislike: 'Wat was er niet goed aan dit antwoord?',
};

const formOf = (thumb: Thumb): object => ({
  ...{ type: 'AdaptiveCard', version: '1.5' },
  body: [
    {
      ...{ type: 'Input.Text', id: 'text', isMultiline: true, maxLength: 2000 },
      label: `${questions[thumb]} (mag leeg blijven, geen namen)`,
    },
  ],
  actions: [{ type: 'Action.Submit', title: 'Verstuur' }],
});

const textIn = (data: object): string => ('text' in data && typeof data.text === 'string' ? data.text : '');

type Giving = Readonly<{
  api: PersonaApi;
  store: Store<State>;
  openTask(way: Way): Promise<string | undefined>;
}>;

/** Teams asks for words first, and sends the thumb with them; none need be written. */
export function thumbGiver({ api, store, openTask }: Giving): (message: Message, thumb: Thumb) => Promise<void> {
  return async ({ id }, thumb) => {
    const submit = async (data: object) => {
      const answer = await api.giveFeedback(id, { reaction: thumb, text: textIn(data) });
      if (answer.type === 'close') store.update((state) => ({ ...state, given: { ...state.given, [id]: thumb } }));
      return answer;
    };
    const open: Way['open'] = () => Promise.resolve({ type: 'open', title: 'Feedback', card: formOf(thumb) });
    const problem = await openTask({ open, submit }).catch(reportFault);
    store.update((state) => ({ ...state, problem }));
  };
}
