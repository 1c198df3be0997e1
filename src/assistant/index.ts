export { readLessons, type Lessons } from './examples.ts';
export { createRecogniser, type Guess, type Recognise, type Recognised } from './recogniser.ts';
