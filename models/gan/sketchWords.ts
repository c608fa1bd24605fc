import type {AttributeName} from "./faceLabels.js";

/**
 * The words for what a face is labelled with. Each value has several; no phrase stands for two values, so that a sketch
 * can be read back. `{c}` is where the colour of the hair goes.
 */

/** Words for each colour of hair, in the order of the labels. */
export const hairColors: readonly (readonly string[])[] = [
  ["black", "raven"],
  ["brown", "chestnut"],
  ["blond", "golden"],
  ["pink", "rose"],
  ["blue", "navy"],
  ["green", "jade"],
  ["purple", "violet"],
  ["red", "copper"]
];

/** Phrases for each hair style. */
export const hairStyles: readonly (readonly string[])[] = [
  ["a short {c} ponytail", "{c} hair in a short ponytail"],
  ["tied-up {c} hair with loose strands", "{c} hair that is tied up but for a few strands"],
  ["a tousled {c} ponytail", "a {c} ponytail that no comb has tamed"],
  ["a {c} bun and a sweeping fringe", "{c} hair in a bun under a sweeping fringe"],
  ["long {c} hair over one eye", "{c} hair that hides one eye"],
  ["short parted {c} curls", "short {c} curls with a parting"],
  ["long {c} waves", "{c} hair in long waves"],
  ["parted {c} waves", "{c} waves with a parting"],
  ["long {c} curls", "{c} hair in long curls"],
  ["long {c} hair with a straight fringe", "a straight {c} fringe before long hair"],
  ["long {c} hair over the shoulder", "{c} hair swept over the shoulder"],
  ["short {c} spikes", "{c} hair in short spikes"],
  ["a straight {c} bob", "{c} hair in a straight bob"],
  ["long parted {c} hair", "long {c} hair with a parting"],
  ["a round {c} bob", "{c} hair in a round bob"],
  ["a flipped {c} bob", "{c} hair in a bob that flips up"]
];

/** What tells the colour of the hair and not its style. */
export const hairOfAnyStyle: readonly string[] = ["a head of {c} hair", "{c} hair that shines"];

/** Phrases for the values of the other attributes. */
export const phrases: Readonly<Record<Exclude<AttributeName, "hair" | "hairColor">, readonly (readonly string[])[]>> = {
  skin: [
    ["pale skin", "a pale complexion"],
    ["light skin", "a light complexion"],
    ["tan skin", "a tan complexion"],
    ["brown skin", "a brown complexion"]
  ],
  eyes: [
    ["wide eyes", "eyes wide open"],
    ["narrowed eyes", "eyes like two slits"],
    ["closed eyes", "eyes shut tight"],
    ["small eyes", "eyes as small as buttons"],
    ["sparkling eyes", "eyes full of sparks"],
    ["a sideways glance", "a glance to the side"]
  ],
  mouth: [
    ["a smile", "a gentle smile"],
    ["a broad grin", "a grin from ear to ear"],
    ["an open mouth", "a mouth open in mid-word"],
    ["a pout", "lips in a pout"],
    ["a frown", "a mouth turned down"],
    ["a half smile", "half a smile"]
  ],
  glasses: [
    ["no glasses", "nothing on the nose"],
    ["round glasses", "round spectacles"],
    ["square glasses", "square spectacles"]
  ],
  background: [
    ["a blue wall", "a blue curtain"],
    ["a pink wall", "a pink curtain"],
    ["a yellow wall", "a yellow curtain"],
    ["a green wall", "a green curtain"],
    ["a lilac wall", "a lilac curtain"]
  ]
};

/** Names are put together: a beginning and an ending. A tilde stands where two parts of a word meet. */
export const nameBeginnings =
  "Mir Tov Al Bren Cor Dar El Fen Gal Hal Il Jor Kel Lor Mar Nev Or Per Quin Ros Sab Tal Ul Ves Wil Yar Zel Ond".split(
    " "
  );
export const nameEndings = {
  she: "a ela ine ia wen abel ette ora ika ena isse una".split(" "),
  he: "o an ek in or us ard emy ion olf ik ander".split(" ")
};

/** Temperaments, by the mouth: the cheerful do not frown. */
export const moods = {
  bright:
    "cheerful generous fearless talkative warm lucky playful hopeful easy-going forgiving cheeky light-hearted".split(
      " "
    ),
  dark: "gloomy stubborn proud suspicious exacting solemn moody grumpy unforgiving sharp-tongued".split(" "),
  open: "curious breathless restless astonished eager dreamy distracted impatient".split(" ")
};

/** Which of them goes with each mouth. */
export const moodOfMouth = ["bright", "bright", "open", "dark", "dark", "bright"] as const;

/** What they are as well, whatever the face. */
export const tempers = "clever patient shy absent-minded thrifty polite secretive punctual loyal thorough".split(" ");

/** What they do for a living: a verb, and what it may be done to. */
export const trades: readonly (readonly [verb: string, objects: readonly string[]])[] = [
  ["mends", ["clocks", "kites", "violins", "umbrellas", "radios", "nets", "bicycles"]],
  ["sells", ["maps", "tea", "second-hand books", "lanterns", "fireworks", "buttons"]],
  ["paints", ["signs", "portraits", "boats", "shop windows"]],
  ["teaches", ["chess", "fencing", "algebra", "the piano", "swimming"]],
  ["studies", ["moths", "comets", "mosses", "tides", "old maps"]],
  ["drives", ["the night tram", "a milk van", "the last bus", "a crane"]],
  ["keeps", ["bees", "a lighthouse", "the town archive", "a tea house"]],
  ["writes", ["crosswords", "detective stories", "weather reports", "letters for sailors"]],
  ["bakes", ["bread", "wedding cakes", "pretzels"]],
  ["builds", ["boats", "robots", "puppets", "organs"]]
];

export const places = [
  "in the harbour",
  "above a bakery",
  "at the end of the tram line",
  "behind the station",
  "on a small island",
  "near the old mill",
  "by the canal",
  "under the clock tower",
  "in a town without hills",
  "across from the theatre"
];

export const times = [
  "on Sundays",
  "after dark",
  "when it rains",
  "before breakfast",
  "once a month",
  "in secret",
  "on the ferry",
  "at full moon",
  "between two trains"
];

/** What they do besides: they, in the third person. */
export const habits: readonly (readonly [verb: string, objects: readonly string[]])[] = [
  ["plays", ["the cello", "cards with strangers", "chess against the clock", "the harp to the cows"]],
  ["feeds", ["the crows", "a stray dog", "the neighbours"]],
  ["collects", ["lost gloves", "door keys", "stamps with ships", "echoes"]],
  ["counts", ["the ships", "the stairs", "passing clouds"]],
  ["reads", ["timetables", "poems to the plants", "other people’s postcards"]],
  ["practises", ["card tricks", "knots", "a speech to nobody"]],
  ["swims", ["in the cold river", "out to the buoy"]],
  ["dances", ["alone", "on the roof", "with a broom"]],
  ["argues", ["with the radio", "about commas"]]
];

export const wishes = [
  "a boat",
  "snow",
  "a quiet kitchen",
  "the desert",
  "winning at cards",
  "flying",
  "a garden on the roof",
  "a longer summer",
  "a letter from abroad"
];

export const fears = ["geese", "thunder", "stairs", "Mondays", "long silences", "empty boats", "the telephone"];
