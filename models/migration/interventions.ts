/** Ways to end a war: what they change, how a war goes under them, what they cost, and a search for the best. */
export {playPlan} from "./interventionsAgents.js";
export {
  type Ensemble,
  type EnsembleOptions,
  type Estimate,
  ensemble,
  estimate,
  pairedDifference
} from "./interventionsEnsemble.js";
export {planTrajectory} from "./interventionsMeanField.js";
export {type Offer, offerSettings, offers, type Prices} from "./interventionsOffer.js";
export {crossing, type Outcome, outcome} from "./interventionsOutcome.js";
export {
  type Measure,
  type NamedPlan,
  type Plan,
  type PlanOptions,
  plans,
  type Stretch,
  stretches
} from "./interventionsPlan.js";
export {feasibleThresholds, type Interval, type PledgeMoment, pledgeChance} from "./interventionsPledge.js";
export {
  type Search,
  type SearchOptions,
  type Sequence,
  type Setting,
  searchSequences,
  shimSettings
} from "./interventionsSearch.js";
export {
  beliefSweep,
  enforcementSweep,
  instantSwitch,
  type Judged,
  judged,
  judgePlan,
  meanFieldPlans,
  type Sweep
} from "./interventionsStudy.js";
