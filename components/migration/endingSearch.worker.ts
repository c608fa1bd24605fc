import type {EndingSequence} from "../../models/migration/files.js";
import {type Offer, offerSettings, searchSequences} from "../../models/migration/interventions.js";
import {instantSwitch, judgePlan} from "../../models/migration/interventionsStudy.js";
import type {SomeParameters} from "../../models/migration/parameters.js";

export interface SearchQuestion {
  war: SomeParameters;
  offer: Offer;
  price: number;
  subsidy: number;
  most: number;
}

export interface SearchResult {
  tried: number;
  best: EndingSequence[];
  nothing: number;
  instant: number;
}

export type SearchAnswer = {part: number} | {result: SearchResult} | {error: string};

/** The grid of the search: years, changes at whole years of the first twenty. */
export const searchGrid = {years: 40, every: 1, changesUntil: 20} as const;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<SearchQuestion>) => void;
  postMessage(answer: SearchAnswer): void;
};

scope.onmessage = ({data: {war, offer, price, subsidy, most}}) => {
  try {
    const settings = offerSettings(offer, {shim: price}, subsidy);
    const progress = (part: number) => scope.postMessage({part});
    const {best, tried} = searchSequences(war, {...searchGrid, settings, most, keep: 6, distinct: true, progress});
    scope.postMessage({
      result: {
        tried,
        best: best.map(({steps, loss, finalShare}) => ({steps, loss, finalShare})),
        nothing: judgePlan(war, {id: "", label: "", plan: {}}).outcome.loss,
        instant: instantSwitch(war)
      }
    });
  } catch (error) {
    scope.postMessage({error: error instanceof Error ? error.message : String(error)});
  }
};
