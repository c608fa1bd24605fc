/** The shapes of the data files of the migration pages: a loader `satisfies` its shape, and a page reads it back. */
export type {BitcreepEnsemble, BitcreepFile} from "./files/bitcreep.js";
export type {ClaimsFile} from "./files/claims.js";
export type {
  EndingEnforcementFile,
  EndingEstimate,
  EndingFile,
  EndingHubs,
  EndingMeasure,
  EndingPlan,
  EndingSequence,
  EndingSequencesFile
} from "./files/ending.js";
export type {AdoptionPoint, BandCoverage, FitBand, FitsFile, FittedCurve, HeldFit, SeriesFits} from "./files/real.js";
export type {PhaseMapsFile, PhaseMapText, TippingPassageFile} from "./files/tipping.js";
export type {WallLayoutFile, WallRun, WallRunsFile} from "./files/wall.js";
export type {MeasuredRow, WarsFile, WarsRow} from "./files/wars.js";
