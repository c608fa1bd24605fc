/** A migration of which there are figures. */
export interface Subject {
  /** As in data/migration/adoption.csv. */
  id: string;
  /** A name for a button. */
  short: string;
  /** What the figures count. */
  title: string;
  /** What to bear in mind with these figures. */
  caution: string;
}

/** The migrations of data/migration/adoption.csv, in the order of the page, by the name that stands in the address. */
export const subjects = {
  downloads: {
    id: "python3-pypi-downloads",
    short: "Python downloads",
    title: "Python 3 in downloads from PyPI",
    caution:
      "Half-yearly figures out of a monthly series. Machines that build and test download far more than people do, so it is a share of downloads, not of programmers."
  },
  surveys: {
    id: "python3-surveys",
    short: "Python surveys",
    title: "Python 3 in surveys of programmers",
    caution:
      "Different surveys, which asked different people different questions. Most figures are what Python 2 left over, and the first was worked out from a remark."
  },
  packages: {
    id: "python3-package-readiness",
    short: "Python packages",
    title: "Leading Python packages ready for Python 3",
    caution:
      "The list grew on the way, from the top 100 to the top 200 and 360, and packages that never moved fell off it."
  },
  https: {
    id: "https-firefox-pageloads",
    short: "HTTPS",
    title: "Pages that Firefox loads over HTTPS",
    caution:
      "Telemetry up to January 2018; after that whole percentages from yearly letters, which may count otherwise."
  },
  ipv6: {
    id: "ipv6-google",
    short: "IPv6",
    title: "Google’s visitors who come over IPv6",
    caution:
      "Monthly means up to 2021. The last three figures are not: two are the first day above a round number, which is a peak, and one is the middle of a range."
  },
  esm: {
    id: "npm-esm-or-dual",
    short: "npm ESM",
    title: "High-impact npm packages that ship ES modules, alone or with CommonJS",
    caution: "What packages offer, not what their users load; and the list of high-impact packages changes."
  },
  git: {
    id: "git-eclipse-survey",
    short: "Git",
    title: "Git in the yearly survey of Eclipse users",
    caution:
      "Five figures, the fewest that four parameters allow. In the last two years the question named GitHub as well."
  }
} as const satisfies Record<string, Subject>;

export type SubjectName = keyof typeof subjects;
