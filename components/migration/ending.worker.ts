import {
  beliefSweep,
  enforcementSweep,
  instantSwitch,
  type Judged,
  judgePlan,
  meanFieldPlans,
  plans,
  type Sweep
} from "../../models/migration/interventions.js";
import {presets} from "../../models/migration/parameters.js";
import {type EndingSettings, planOptions, warOf} from "./endingSettings.js";

export interface EndingQuestion {
  id: number;
  settings: EndingSettings;
}

/** Every plan in the mean field, and the loss of an instant switch. */
export interface PlansPiece {
  plans: Judged[];
  instant: number;
}

/** What takes longer: dates by disbelief, enforcement by strength, and shims in the war that they can split. */
export interface CurvesPiece {
  rates: number[];
  belief: Sweep;
  strengths: number[];
  calm: Sweep;
  resented: Sweep;
  split: Judged[];
}

export type EndingAnswer = {id: number} & (
  | {piece: "plans"; value: PlansPiece}
  | {piece: "curves"; value: CurvesPiece}
  | {error: string}
);

const scope = self as unknown as {
  onmessage: (event: MessageEvent<EndingQuestion>) => void;
  postMessage(answer: EndingAnswer): void;
};

let latest = 0;
const rates = [...Array.from({length: 31}, (_, i) => i / 10), Number.POSITIVE_INFINITY];
const strengths = Array.from({length: 31}, (_, i) => i / 10);
/** The war of the preset, before its shims. */
const splitWar = {...presets.split, shimOld: 0, shimNew: 0};
const shimPlans = ["none", "shimOld", "shimNew", "shims", "withdrawn"];

function plansPiece(settings: EndingSettings): PlansPiece {
  const war = warOf(settings);
  return {
    plans: meanFieldPlans(planOptions(settings)).map((plan) => judgePlan(war, plan)),
    instant: instantSwitch(war)
  };
}

function curvesPiece(settings: EndingSettings): CurvesPiece {
  const war = warOf(settings);
  const options = planOptions(settings);
  return {
    rates,
    belief: beliefSweep(war, options.sunset, rates),
    strengths,
    calm: enforcementSweep(war, 0, strengths),
    resented: enforcementSweep(war, options.backlash, strengths),
    split: plans(options)
      .filter(({id}) => shimPlans.includes(id))
      .map((plan) => judgePlan(splitWar, plan))
  };
}

scope.onmessage = async ({data: {id, settings}}) => {
  latest = id;
  try {
    scope.postMessage({id, piece: "plans", value: plansPiece(settings)});
    // A newer question makes the rest pointless: let it in.
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (latest === id) scope.postMessage({id, piece: "curves", value: curvesPiece(settings)});
  } catch (error) {
    scope.postMessage({id, error: error instanceof Error ? error.message : String(error)});
  }
};
