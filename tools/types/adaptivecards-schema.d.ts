/** adaptivecards-templating's types point into the sources of adaptivecards, which are not written for our settings. */
export type IAdaptiveCard = object;
