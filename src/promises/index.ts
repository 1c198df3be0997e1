export { lookAgain, promiseRunner, type PromisesDeps, withPromises } from './follow.ts';
