import {ganQuotes} from "./components/gan/quotes.js";
import {homeQuotes} from "./components/home/quotes.js";
import {kellyQuotes} from "./components/kelly/quotes.js";
import {migrationQuotes} from "./components/migration/quotes.js";
import {siteConfig} from "./scripts/siteConfig.js";

export default siteConfig({
  title: "Three Games",
  description:
    "Interactive notebooks about games against chance, the crowd and a forger, each held against an exact answer.",
  quotes: {...homeQuotes, ...kellyQuotes, ...migrationQuotes, ...ganQuotes},
  groups: [
    {name: "Against chance", folder: "kelly", first: ["value", "stakes", "strategies", "pennies", "play"]},
    {
      name: "Against the crowd",
      folder: "migration",
      first: ["wars", "tipping", "bitcreep", "ending", "wall", "real", "claims"]
    },
    {
      name: "Against a forger",
      folder: "gan",
      first: ["faces", "training", "sampling", "tab", "dirac", "nobody", "published"]
    },
    {name: "About", folder: "about", first: ["method", "reproduction", "authoring"]}
  ]
});
