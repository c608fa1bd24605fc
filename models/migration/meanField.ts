/** The mean field: what an infinite, well-mixed crowd does. One door to its modules. */
export {advantageAt, criticalCoupling, type FixedPoint, fixedPoints, spinodal} from "./equilibrium.js";
export {type Hysteresis, hysteresis, type SweepOptions} from "./hysteresis.js";
export {fastYears, judgedAt, type Phase, phase} from "./phase.js";
export {type Potential, potential} from "./potential.js";
export {type Trajectory, type TrajectoryOptions, timeTo, trajectory} from "./trajectory.js";
export {type Anarchy, miseryThreshold, priceOfAnarchy, type WelfareClock, welfareClock} from "./welfareClock.js";
