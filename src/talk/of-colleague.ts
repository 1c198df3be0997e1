import { type CaseMention, readCases } from '../assistant/index.ts';
import { askedBy } from '../features/cases/index.ts';
import { sayText } from '../teams/answer-kit.ts';
import type { Inbound } from '../teams/routes.ts';
import { act } from './act.ts';
import { pointsBack, readColleague } from './colleagues.ts';
import type { Turning } from './house.ts';
import type { Acted } from './meant.ts';
import { nothingSaid } from './said.ts';
import { texts } from './texts.ts';
import { whichCase } from './which-case.ts';

/** A task that goes to a colleague, or what a colleague still has to do; undefined when it is about something else. */
export async function aboutColleague(house: Turning, inbound: Inbound, text: string): Promise<Acted | undefined> {
  const read = readColleague(text);
  if (read === undefined) return undefined;
  const { deps, memory } = house;
  const people = house.understanding().peopleIn(read.who, await deps.directory.people());
  if (people.length === 0 && !read.certain) return undefined;
  if (people.length === 0) return sayText('unknown-person', unknown);
  const mention = spokenOf(text);
  return act(house, inbound, {
    intent: read.what === 'give' ? 'deadline_verplaatsen' : 'taken_tonen',
    which: () => whichCase(deps, askedBy(inbound), { mentions: readCases(text), recall: memory.recall }),
    said: { ...nothingSaid, people },
    ...(mention === undefined ? {} : { mention }),
  });
}

/** How a case, or a task, was spoken of. */
export const spokenOf = (text: string): CaseMention | undefined =>
  readCases(text)[0] ?? (pointsBack(text) ? { by: 'hand' } : undefined);

const unknown = texts.inBoth(({ say }) => say.unknownPerson);
