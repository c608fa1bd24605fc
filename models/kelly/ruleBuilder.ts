import type {MathNode} from "mathjs";
import {
  binary,
  type Compute,
  constants,
  functions,
  type Kind,
  relations,
  type Scope,
  unary,
  variables
} from "./ruleWords.js";

/** What is wrong with a rule, and where: `position` counts characters of its text from 0. */
export class RuleError extends RangeError {
  override name = "RuleError";
  constructor(
    message: string,
    readonly position: number
  ) {
    super(message);
  }
}

/** A checked expression: truths are computed as 1 and 0. */
export interface Part {
  kind: Kind;
  compute: Compute;
  position: number;
  parts: Part[];
  /** Of a choice: which of its branches is taken. */
  taken?: (at: Scope) => Part;
}

/** Numbers and names in the order in which they are written, which is that of the leaves of the tree. */
export function tokens(text: string): number[] {
  const at: number[] = [];
  const pattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_$][\p{L}\p{N}_$]*/gu;
  for (const {0: word, index} of text.matchAll(pattern)) if (!["and", "or", "not"].includes(word)) at.push(index);
  return at;
}

/** Whether a variable is written like a function: w (…). */
function isCall(node: MathNode): boolean {
  return node.type === "FunctionNode" && Object.hasOwn(variables, (node as unknown as {fn: {name: string}}).fn.name);
}

/** Walks the parsed tree in the order of the text, checking each node and building its closure. */
export class Builder {
  readonly used = new Set<string>();
  private next = 0;

  constructor(private readonly at: number[]) {}

  build(node: MathNode): Part {
    // biome-ignore lint/suspicious/noExplicitAny: the node types of mathjs do not narrow on `type`.
    const tree = node as any;
    const start = this.at[this.next] ?? 0;
    switch (node.type) {
      case "ParenthesisNode":
        return this.build(tree.content);
      case "ConstantNode":
        return this.constant(tree.value);
      case "SymbolNode":
        return this.symbol(tree.name);
      case "FunctionNode":
        return this.call(tree.fn, tree.args);
      case "OperatorNode":
        return this.operator(tree.op, tree.args, start);
      case "ConditionalNode":
        return this.conditional([tree.condition, tree.trueExpr, tree.falseExpr]);
      case "RelationalNode":
        return this.relation(tree.conditionals, tree.params);
      default:
        throw new RuleError("A rule is one expression: no lists, fields, texts or assignments", start);
    }
  }

  private take(): number {
    return this.at[this.next++] ?? 0;
  }

  private want(part: Part, kind: Kind): Part {
    if (part.kind === kind) return part;
    const message =
      kind === "number" ? "This is true or false; a number is needed" : "This is a number; a comparison is needed";
    throw new RuleError(message, part.position);
  }

  private constant(value: unknown): Part {
    const position = this.take();
    if (typeof value !== "number" || !Number.isFinite(value)) throw new RuleError("This is not a number", position);
    return {kind: "number", compute: () => value, position, parts: []};
  }

  private symbol(name: string): Part {
    const position = this.take();
    const compute = variables[name];
    const constant = constants[name];
    if (Object.hasOwn(variables, name) && compute) {
      this.used.add(name);
      return {kind: "number", compute, position, parts: []};
    }
    if (Object.hasOwn(constants, name)) return {kind: "number", compute: () => constant!, position, parts: []};
    throw new RuleError(
      Object.hasOwn(functions, name)
        ? `${name} is a function: write ${name}(…)`
        : `Unknown name “${name}”: there are w (wealth), b (rounds left), C (ceiling) and p (edge)`,
      position
    );
  }

  /** `w (1 - w / C)`: what looks like a call of a variable is meant as a product. */
  private product(name: string, arg: MathNode): Part {
    const factor = this.symbol(name);
    const other = this.want(this.build(arg), "number");
    const compute = binary["*"]!.of(factor.compute, other.compute);
    return {kind: "number", compute, position: factor.position, parts: [factor, other]};
  }

  private call(callee: {type: string; name: string}, args: MathNode[]): Part {
    if (callee.type === "SymbolNode" && Object.hasOwn(variables, callee.name) && args.length === 1)
      return this.product(callee.name, args[0]!);
    const position = this.take();
    const known = Object.hasOwn(functions, callee.name) ? functions[callee.name] : undefined;
    if (callee.type !== "SymbolNode" || !known)
      throw new RuleError(
        Object.hasOwn(variables, callee.name)
          ? `${callee.name} is not a function: write ${callee.name} * (…)`
          : `Unknown function “${callee.name}”: there are ${Object.keys(functions).join(", ")}`,
        position
      );
    const {least, most, of} = known;
    const parts = args.map((arg) => this.want(this.build(arg), "number"));
    if (parts.length < least || parts.length > most) {
      const count =
        least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} or ${most}`;
      throw new RuleError(`${callee.name} takes ${count} number${count === "1" ? "" : "s"}`, position);
    }
    const [a, b] = parts.map((part) => part.compute) as [Compute, Compute];
    const rest = parts.map((part) => part.compute);
    const compute: Compute =
      parts.length === 1
        ? (at) => of(a(at))
        : parts.length === 2
          ? (at) => of(a(at), b(at))
          : (at) => of(...rest.map((one) => one(at)));
    return {kind: "number", compute, position, parts};
  }

  private operator(op: string, args: MathNode[], start: number): Part {
    // A power binds closer than a product that is written without its sign: w (2)^2 would be read as (w · 2)^2.
    const called = args.find((arg) => op === "^" && isCall(arg));
    if (called) {
      const {name} = (called as unknown as {fn: {name: string}}).fn;
      throw new RuleError(`Write ${name} * (…) beside a power`, start);
    }
    const parts = args.map((arg) => this.build(arg));
    const [a, b] = parts as [Part, Part | undefined];
    if (!b) {
      const one = Object.hasOwn(unary, op) ? unary[op] : undefined;
      if (!one) throw new RuleError(`“${op}” has no meaning in a rule`, start);
      const compute = one.of(this.want(a, one.takes).compute);
      return {kind: one.takes, compute, position: a.position, parts};
    }
    const two = Object.hasOwn(binary, op) ? binary[op] : undefined;
    if (!two) throw new RuleError(`“${op}” has no meaning in a rule`, start);
    const compute = two.of(this.want(a, two.takes).compute, this.want(b, two.takes).compute);
    return {kind: two.gives, compute, position: a.position, parts};
  }

  private conditional(nodes: MathNode[]): Part {
    const parts = nodes.map((node) => this.build(node)) as [Part, Part, Part];
    const [test, yes, no] = parts;
    this.want(test, "truth");
    this.want(no, yes.kind);
    const [ask, one, other] = parts.map((part) => part.compute) as [Compute, Compute, Compute];
    const compute: Compute = (at) => (ask(at) ? one(at) : other(at));
    return {kind: yes.kind, compute, position: test.position, parts, taken: (at) => (ask(at) ? yes : no)};
  }

  private relation(names: string[], nodes: MathNode[]): Part {
    const parts = nodes.map((node) => this.want(this.build(node), "number"));
    const tests = names.map((name, i) => binary[relations[name]!]!.of(parts[i]!.compute, parts[i + 1]!.compute));
    const compute: Compute = (at) => (tests.every((test) => test(at)) ? 1 : 0);
    return {kind: "truth", compute, position: parts[0]!.position, parts};
  }
}
