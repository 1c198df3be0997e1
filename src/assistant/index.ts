export { readLessons, type Lessons } from './examples.ts';
export { createRecogniser, type Guess, type Recognise, type Recognised } from './recogniser.ts';
export { readWhen, type When, type WhenSaid } from './dates.ts';
export { languageOf } from './language.ts';
