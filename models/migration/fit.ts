/** Fits of the game, and of plainer curves, to real migrations. One door to its modules. */
export {type Bootstrap, type BootstrapOptions, bootstrap, startBootstrap} from "./fitBootstrap.js";
export {
  baselines,
  bassCurve,
  type Curve,
  ceilingCurve,
  curveOf,
  logisticCurve,
  migrationCurve,
  pinned
} from "./fitCurves.js";
export {type Forecast, forecast} from "./fitForecast.js";
export {type Fit, fitCurve, fitMigration, predict} from "./fitModel.js";
export {lagOne, noiseFloor} from "./fitNoise.js";
export {type AdoptionRow, before, checkSeries, monthToYear, type Series, seriesOf, yearAt} from "./fitSeries.js";
