/** The exact law of finitely many well-mixed agents, as a birth–death chain. One door to its modules. */
export {type ChainRates, chainRates, type Exactness, exactness, firstCount, logChainRates} from "./chain.js";
export {
  type AbsorptionCounts,
  absorption,
  absorptionCurve,
  firstPassage,
  logFirstPassage,
  type PassageCounts
} from "./passage.js";
export {type Stationary, stationary} from "./stationary.js";
export {type Transient, type TransientOptions, transient} from "./transient.js";
