import {
  createMask,
  createNameReader,
  createRecogniser,
  type Mask,
  ordinaryWords,
  readLessons,
  type Recognise,
} from '../assistant/index.ts';
import type { Municipality, Person } from '../features/directory/index.ts';

/** What the bot learnt: what is wanted, and the one municipality that is named in a sentence. */
export type Understanding = Readonly<{
  recognise: Recognise;
  municipalityIn(text: string, municipalities: readonly Municipality[]): string | undefined;
  /** The ids of the people who may be named; several when a name is that of more than one. */
  peopleIn(text: string, people: readonly Person[]): readonly string[];
  /** What of a sentence may be sent to a language model: made when it is first asked. */
  mask: Mask;
}>;

/** Learns when it is first asked: a third of a second that no start and no known command waits for. */
export function createUnderstanding(): () => Understanding {
  let learnt: Understanding | undefined;
  return () => (learnt ??= learn());
}

function learn(): Understanding {
  const lessons = readLessons();
  const ordinary = ordinaryWords(lessons);
  const reading = (municipalities: readonly Municipality[]) =>
    createNameReader(
      { municipality: { entries: municipalities.map(({ name }) => ({ id: name, names: [name] })) } },
      ordinary,
    );
  let mask: Mask | undefined;
  return {
    recognise: createRecogniser(lessons),
    mask: (text, names) => (mask ??= createMask(lessons))(text, names),
    municipalityIn(text, municipalities) {
      const [named, ...others] = reading(municipalities)(text).municipality;
      return named?.length === 1 && others.length === 0 ? named[0] : undefined;
    },
    peopleIn(text, people) {
      const entries = people.map(({ id, name }) => ({ id, names: [name] }));
      return createNameReader({ person: { entries, people: true } }, ordinary)(text).person.flat();
    },
  };
}
