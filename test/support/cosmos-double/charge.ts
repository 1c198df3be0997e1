/**
 * A model, not a measurement: the documented figures for 1 KB and 100 KB without indexing (Microsoft: "Request Units in
 * Azure Cosmos DB": read 1 and 10, write 5 and 50), in a straight line between them and beyond. A delete is charged as a write.
 */
const readRange = [1, 10] as const;
const writeRange = [5, 50] as const;
/** No documented figure: a base for each partition asked, and a share of a point read for each document looked at. */
const queryBase = 2.5;
const queryShare = 0.1;

function between([small, large]: readonly [number, number], bytes: number): number {
  const kilobytes = Math.max(1, bytes / 1024);
  return small + ((large - small) * (kilobytes - 1)) / 99;
}

export const bytesOf = (document: object): number => Buffer.byteLength(JSON.stringify(document));
export const readCharge = (bytes: number): number => between(readRange, bytes);
export const writeCharge = (bytes: number): number => between(writeRange, bytes);

export function queryCharge(looked: readonly object[]): number {
  return looked.reduce<number>((sum, document) => sum + queryShare * readCharge(bytesOf(document)), queryBase);
}
