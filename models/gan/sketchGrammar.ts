import {listed} from "../listed.js";
import type {Random} from "../random.js";
import type {AttributeName, FaceLabel} from "./faceLabels.js";
import * as words from "./sketchWords.js";

/** A sketch of one to three sentences about a face that nobody has. */
export interface Sketch {
  /** As it is learnt from: in small letters but for names, a tilde where two parts of a word meet. */
  text: string;
  /** The attributes that it names. */
  named: AttributeName[];
  /**
   * −ln of the chance that the grammar made just these choices. Where no two series of choices end in the same text it
   * is the surprise of the text, so that nobody who guesses its words can do better on average.
   */
  surprise: number;
}

/** Chances that a sketch names an attribute; hair and its colour come together. */
const chances: Readonly<Record<Exclude<AttributeName, "hair" | "hairColor">, number>> = {
  skin: 0.35,
  eyes: 0.6,
  mouth: 0.6,
  glasses: 0.6,
  background: 0.4
};

/** Makes choices and keeps count of how unlikely they were. */
class Pen {
  surprise = 0;
  constructor(private readonly source: Random) {}

  pick<T>(list: readonly T[]): T {
    this.surprise += Math.log(list.length);
    return list[Math.floor(this.source() * list.length)]!;
  }

  chance(p: number): boolean {
    const yes = this.source() < p;
    this.surprise -= Math.log(yes ? p : 1 - p);
    return yes;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const out: T[] = [];
    while (rest.length) out.push(...rest.splice(rest.indexOf(this.pick(rest)), 1));
    return out;
  }
}

/** The sketch of a face with this label. What it draws from the source settles the rest. */
export function writeSketch(label: FaceLabel, source: Random): Sketch {
  const pen = new Pen(source);
  const she = pen.pick(["she", "he"] as const);
  const her = she === "she" ? "her" : "his";
  const whom = she === "she" ? "her" : "him";
  const name = `${pen.pick(words.nameBeginnings)}~${pen.pick(words.nameEndings[she])}`;
  const named: AttributeName[] = ["hairColor"];

  const color = pen.pick(words.hairColors[label.hairColor]!);
  const styled = pen.chance(0.9);
  if (styled) named.push("hair");
  const style = pen.pick(styled ? words.hairStyles[label.hair]! : words.hairOfAnyStyle);
  const hair = style.replace("{c}", color);
  const phrase = (attribute: keyof typeof chances) => pen.pick(words.phrases[attribute][label[attribute]]!);
  const others: string[] = [];
  for (const attribute of ["skin", "eyes", "mouth", "glasses"] as const)
    if (pen.chance(chances[attribute])) {
      named.push(attribute);
      others.push(phrase(attribute));
    }
  const behind = pen.chance(chances.background) ? phrase("background") : "";
  if (behind) named.push("background");

  // What is left over from the first sentence is said in the second.
  const shuffled = pen.shuffle(others);
  const late = shuffled.length > 2 ? shuffled.splice(2) : [];
  const looks = listed([hair, ...shuffled]);
  const trade = () => {
    const [verb, objects] = pen.pick(words.trades);
    return `${verb} ${pen.pick(objects)}${pen.chance(0.6) ? ` ${pen.pick(words.places)}` : ""}`;
  };
  const where = behind && ` ${pen.pick([`in front of ${behind}`, `against ${behind}`])}`;
  const first = pen.pick<() => string>([
    () => `${name} has ${looks}${where && `, and stands${where}`}.`,
    () => `with ${looks}, ${name} ${trade()}${where && `: here ${she} is${where}`}.`,
    () => `look for ${looks}${where}: that is ${name}, who ${trade()}.`,
    () => `${name}, who ${trade()}, is known by ${looks}${where && `, here${where}`}.`,
    () => `if you meet ${looks}${where}, it is ${name}, who ${trade()}.`,
    () => `${name} ${trade()}. people remember ${looks}${where}.`
  ])();

  const mood = words.moods[words.moodOfMouth[label.mouth]!];
  const more: (() => string)[] = [
    () => `${she} is ${pen.pick(mood)} and ${pen.pick(words.tempers)}.`,
    () => {
      const [verb, objects] = pen.pick(words.habits);
      return `${pen.pick(words.times)} ${she} ${verb} ${pen.pick(objects)}.`;
    },
    () => `${she} dreams of ${pen.pick(words.wishes)} and is afraid of ${pen.pick(words.fears)}.`,
    () => `${her} neighbours call ${whom} ${pen.pick(mood)}, ${her} friends ${pen.pick(words.tempers)}.`
  ];
  const second = late.length
    ? pen.pick<() => string>([
        () => `${she} meets strangers with ${listed(late)}.`,
        () => `what friends remember is ${listed(late)}.`,
        () => `the portrait shows ${listed(late)} as well.`
      ])()
    : pen.chance(0.8)
      ? pen.pick(more)()
      : "";
  const third = second && pen.chance(0.4) ? pen.pick(late.length ? more : more.slice(1, 3))() : "";
  return {text: [first, second, third].filter(Boolean).join(" "), named, surprise: pen.surprise};
}
