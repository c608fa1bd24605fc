import {type NamedPlan, type PlanOptions, plans} from "../../models/migration/interventions.js";
import {defaults, type SomeParameters} from "../../models/migration/parameters.js";

/** A war and the strength of each plan to end it. */
export interface EndingSettings {
  advantage: number;
  networkBenefit: number;
  bitrot: number;
  bitcreep: number;
  switchingCost: number;
  "sunset.year": number;
  "sunset.strength": number;
  subsidy: number;
  pledge: number;
  enforcement: number;
  backlash: number;
  withdrawn: number;
}

/** The usual settings, those of the data files. */
export const usual: EndingSettings = {
  advantage: defaults.advantage,
  networkBenefit: defaults.networkBenefit,
  bitrot: defaults.bitrot,
  bitcreep: defaults.bitcreep,
  switchingCost: defaults.switchingCost,
  "sunset.year": 5,
  "sunset.strength": 2,
  subsidy: 1,
  pledge: 0.7,
  enforcement: 1,
  backlash: 0.3,
  withdrawn: 4
};

/** The war of some settings. */
export function warOf({advantage, networkBenefit, bitrot, bitcreep, switchingCost}: EndingSettings): SomeParameters {
  return {advantage, networkBenefit, bitrot, bitcreep, switchingCost};
}

/** What the stock of plans is told by some settings. */
export function planOptions(settings: EndingSettings): Required<PlanOptions> {
  const {subsidy, withdrawn, pledge, enforcement, backlash} = settings;
  const sunset = {year: settings["sunset.year"], strength: settings["sunset.strength"]};
  return {sunset, subsidy, withdrawn, pledge, enforcement, backlash};
}

/** Whether a plan is, under these settings, just what the data files hold. */
export function isUsual(id: string, settings: EndingSettings): boolean {
  const find = (options: PlanOptions) => plans(options).find((d) => d.id === id) as NamedPlan;
  const war = (d: EndingSettings) => JSON.stringify(warOf(d));
  const text = (d: EndingSettings) => JSON.stringify(find(planOptions(d)).plan);
  return war(settings) === war(usual) && text(settings) === text(usual);
}

/** The plans by name, in the order of the charts. */
export const planLabels: Readonly<Record<string, string>> = Object.fromEntries(
  plans().map(({id, label}) => [id, label])
);
