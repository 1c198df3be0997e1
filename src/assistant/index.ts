export { type Lessons, ordinaryWords, readLessons } from './examples.ts';
export { createRecogniser, type Guess, type Recognise, type Recognised } from './recogniser.ts';
export { readWhen, type When, type WhenSaid } from './dates.ts';
export { languageOf } from './language.ts';
export { readAmounts } from './amounts.ts';
export { type CaseMention, readCases } from './case-mentions.ts';
export { createNameReader, type Mentions, type Named, type NameList } from './names.ts';
export { type Action, actions, type Needed, type Way } from './actions.ts';
export { soundsLikeDistress } from './distress.ts';
