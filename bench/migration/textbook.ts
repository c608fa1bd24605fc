/**
 * The game as a textbook would program it: agents are objects, and at each step one of them, drawn at random, looks at
 * both platforms and perhaps moves. A year is λN steps. Written for the benchmark to stand beside models/migration/agents.ts.
 */
export interface TextbookGame {
  advantage: number;
  networkBenefit: number;
  bitrot: number;
  bitcreep: number;
  switchingCost: number;
  noise: number;
  pace: number;
  initialShare: number;
}

interface Agent {
  platform: "old" | "new";
}

const F = (z: number) => 1 / (1 + Math.exp(-z));

/** The share on the new platform after so many years. */
export function textbook(game: TextbookGame, agents: number, years: number, draw: () => number): number {
  const crowd: Agent[] = Array.from({length: agents}, (_, i) => ({
    platform: i < Math.round(game.initialShare * agents) ? "new" : "old"
  }));
  let adopters = crowd.filter((agent) => agent.platform === "new").length;
  const steps = Math.round(game.pace * agents * years);
  for (let step = 0; step < steps; ++step) {
    const agent = crowd[Math.floor(draw() * agents)]!;
    const x = adopters / agents;
    const {networkBenefit: nu, bitrot: rho, bitcreep: kappa, advantage, switchingCost: k, noise: T} = game;
    const old = nu * (1 - x) - rho * x - kappa * x;
    const other = advantage + nu * x - rho * (1 - x) - kappa * (1 - x);
    if (agent.platform === "old") {
      if (draw() < F((other - old - k) / T)) {
        agent.platform = "new";
        ++adopters;
      }
    } else if (draw() < F((old - other - k) / T)) {
      agent.platform = "old";
      --adopters;
    }
  }
  return adopters / agents;
}
