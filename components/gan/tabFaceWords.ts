import type {FacesState} from "./tabFaceSession.js";

/** Bytes as megabytes, to a tenth. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Seconds as one would say them. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return "some time";
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}

const number = (value: number) => value.toLocaleString("en-US");

/** What the training does now. */
export function faceWords(state: FacesState, bytes: number | undefined): string {
  const {phase, step, steps, speed, faces, parameters, message, losses} = state;
  if (phase === "idle")
    return `Nothing has been loaded yet. Train fetches the sheet of faces${bytes ? `, ${megabytes(bytes)},` : ""} and begins; nothing leaves your computer.`;
  if (phase === "loading") return "Fetching the faces and taking the sheet apart …";
  if (phase === "failed") return `The training cannot go on here: ${message}. Train tries again.`;
  if (phase === "stopped") return `Training has stopped: ${message}. Train begins again.`;
  const [lossD, lossG] = [losses.discriminator.at(-1), losses.generator.at(-1)];
  const parts = [
    `Step ${number(step)} of ${number(steps)}, on ${number(faces)} faces` +
      (parameters
        ? `, with ${number(parameters.generator)} numbers in the generator and ${number(parameters.discriminator)} in the discriminator.`
        : ".")
  ];
  if (lossD !== undefined && lossG !== undefined)
    parts.push(`Losses of late: discriminator ${lossD.toFixed(2)}, generator ${lossG.toFixed(2)}.`);
  if (phase === "training" && speed > 0) parts.push(`About ${duration((steps - step) / speed)} to go.`);
  if (phase === "paused") parts.push("Paused.");
  if (phase === "done") parts.push("Done.");
  return parts.join(" ");
}
