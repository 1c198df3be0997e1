import type { Candidate, TeamWeights } from './team.ts';

/**
 * In points, of which only the proportions count. A full month (`load` 1) weighs most, and by its square: the last free hours
 * of somebody cost much, the first nearly nothing. Two people are asked in place of one only when that saves about half a
 * month. A poor fit costs as much as two steps of distance; having been asked today somewhat more than one. So nothing but a
 * full agenda outweighs everything else, and no single wish decides alone.
 */
export const defaultWeights: TeamWeights = { load: 100, distance: 30, fit: 60, recent: 40, person: 50 };

/** Being asked counts less with each day, and after this many days not at all. */
const daysToForget = 90;
/** An agenda without hours has no finite load. */
const mostLoad = 10;

/** Whole points, 0 or more. */
export function costOf(candidate: Candidate, weights: TeamWeights): number {
  const { load, distance, score } = candidate;
  const taken = load <= mostLoad ? Math.max(0, load) : mostLoad;
  return (
    Math.round(weights.load * taken ** 2) +
    Math.round(weights.distance * distance) +
    Math.round(weights.fit * (1 - within(score))) +
    Math.round(weights.recent * freshness(candidate)) +
    Math.round(weights.person)
  );
}

/** 1 for who was asked today, 0 for who was never or long ago. */
function freshness({ daysSinceAsked }: Candidate): number {
  return daysSinceAsked === undefined ? 0 : within(1 - daysSinceAsked / daysToForget);
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
