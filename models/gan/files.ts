/** The shapes of the data files of the pages on the forger: a loader `satisfies` its shape, and a page reads it back. */
export type {DiracFile} from "./files/dirac.js";
export type {
  BalanceRow,
  ClassifierFile,
  CountedAgainst,
  FacesFile,
  NearPair,
  PictureStrip,
  RankedFace,
  ReadCount,
  SpoiledRow,
  VisibleRow
} from "./files/faces.js";
export type {LineupFile} from "./files/home.js";
export type {AgreementRow, NoveltyRow, SketchesFile, TallyRow} from "./files/nobody.js";
export type {MixingFile, TruncationFile, TruncationRow} from "./files/sampling.js";
export type {PlaneFile, PlaneOutcome} from "./files/tab.js";
export type {
  FaceYardstick,
  FlagshipFile,
  Look,
  LossCurve,
  SampleSheet,
  TrainingFile,
  TrainingRun,
  TrialsFile
} from "./files/training.js";
