import {type Bottleneck, bottleneck} from "../../models/migration/bottleneck.js";
import {type Hysteresis, hysteresis} from "../../models/migration/meanField.js";
import type {SomeParameters} from "../../models/migration/parameters.js";
import {type PassageStudy, passageStudy} from "../../models/migration/passageStudy.js";

/** What to compute for a set of parameters; the answers carry the same number. */
export type TippingQuestion = {id: number; given: SomeParameters} & (
  | {kind: "sweep"; years: number}
  | {kind: "passage"; agents: number[]; curves: number[]}
  | {kind: "bottleneck"}
);

export type TippingAnswer = {id: number} & (
  | {kind: "sweep"; result: Hysteresis}
  | {kind: "passage"; result: PassageStudy}
  | {kind: "bottleneck"; result: Bottleneck | null}
  | {kind: TippingQuestion["kind"]; error: string}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<TippingQuestion>) => void;
  postMessage(answer: TippingAnswer): void;
};

function answer(question: TippingQuestion): TippingAnswer {
  const {id, kind, given} = question;
  if (kind === "sweep") return {id, kind, result: hysteresis(given, {years: question.years, points: 121})};
  if (kind === "passage") return {id, kind, result: passageStudy(given, question.agents, question.curves)};
  return {id, kind, result: bottleneck(given)};
}

scope.onmessage = ({data}) => {
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    scope.postMessage({id: data.id, kind: data.kind, error: error instanceof Error ? error.message : String(error)});
  }
};
