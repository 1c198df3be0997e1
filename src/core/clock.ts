/** The present moment. The local tenant can move it, so nothing else may ask the machine what time it is. */
export type Clock = Readonly<{ now(): Date }>;
