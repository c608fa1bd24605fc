/**
 * Where things are. A profile has its own source root, Framework cache and output, so that a build made for the tests
 * can never be mistaken for the report.
 */

export type Profile = "report" | "smoke";

export interface Project {
  /** The folder with package.json, absolute. */
  folder: string;
  profile: Profile;
  /** Framework's source root, relative to `folder`, with forward slashes. */
  root: string;
  /** The built site, relative to `folder`. */
  output: string;
  /** Scratch space of this profile, relative to `folder`. */
  scratch: string;
}

/** Folders that stand beside src but are served from inside it. */
export const sharedFolders = ["data", "components", "models"] as const;

/** The project in `folder` seen through `profile` (default: THREE_GAMES_PROFILE, else "report"). */
export function openProject(folder = process.cwd(), profile = process.env.THREE_GAMES_PROFILE || "report"): Project {
  if (profile !== "report" && profile !== "smoke")
    throw new RangeError(`THREE_GAMES_PROFILE is ${JSON.stringify(profile)}, but must be "report" or "smoke"`);
  const scratch = `.cache/${profile}`;
  return profile === "report"
    ? {folder, profile, root: "src", output: "dist", scratch}
    : {folder, profile, root: `${scratch}/src`, output: `${scratch}/dist`, scratch};
}
