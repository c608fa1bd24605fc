import {html} from "htl";
import type {EndingSequencesFile} from "../../models/migration/files.js";
import type {Offer} from "../../models/migration/interventions.js";
import {figure} from "../figure.js";
import {type Controls, choice, controls, slider} from "../inputs/controls.js";
import {plotView} from "../plotView.js";
import type {SearchAnswer, SearchQuestion, SearchResult} from "./endingSearch.worker.js";
import {type EndingSettings, usual, warOf} from "./endingSettings.js";
import {sequenceWords, type TimelinesState, timelinesHeight, timelinesOptions} from "./endingTimelines.js";

/** What a search may draw on, and at which price. */
export interface SearchSettings {
  offer: Offer;
  price: number;
  most: number;
}

const years = 40;
/** The search that the data file holds for the default war. */
const built: SearchSettings = {offer: "shims", price: 0.05, most: 3};

export function searchInputs(): Controls<SearchSettings> {
  return controls(
    {
      offer: choice<Offer>({
        label: "On offer",
        options: {shims: "shims", twoWay: "only a two-way shim", subsidy: "shims and the subsidy"},
        value: built.offer
      }),
      price: slider({label: "Price of help", min: 0, max: 0.5, step: 0.01, value: built.price, suffix: " / yr"}),
      most: slider({label: "Settings in a row", min: 1, max: 4, step: 1, value: built.most})
    },
    {label: "The search"}
  );
}

/** The lines of a result: the best, runners-up, and what to hold them against. */
export function resultRows({best, nothing, instant}: SearchResult): TimelinesState["rows"] {
  return [
    {label: "Instant switch by all", steps: [], loss: instant, bare: true},
    ...best.map(({steps, loss}, i) => ({
      label: `${i + 1}.`,
      steps,
      loss,
      best: i === 0
    })),
    {label: "Nothing", steps: [], loss: nothing, bare: true}
  ];
}

/** A result in words. */
export function resultSummary({best, nothing, tried, instant}: SearchResult): string {
  const [first, second] = best;
  if (!first) return "Nothing was found.";
  const next = second ? ` The next best order, ${sequenceWords(second.steps)}, costs ${second.loss.toFixed(2)}.` : "";
  const gain = nothing - first.loss;
  const against = gain < 0.005 ? "no better than doing nothing" : `${gain.toFixed(2)} less than doing nothing`;
  return `Best: ${sequenceWords(first.steps)}. It costs the average user ${first.loss.toFixed(2)}, ${against}; an instant switch costs ${instant.toFixed(2)}.${next} ${tried.toLocaleString("en-US")} sequences were carried to the end; of the rest it was known before that they could not win.`;
}

/** The search for the reader's own war: in a worker, with progress, and to be stopped. */
export function endingSearch(file: Promise<EndingSequencesFile>) {
  let war: EndingSettings | undefined;
  let search: SearchSettings | undefined;
  let worker: Worker | undefined;
  /** The question that the picture answers. */
  let shown = "";
  let asked = "";

  const chart = plotView<TimelinesState>({height: timelinesHeight(8, 0)}, timelinesOptions);
  const run = html`<button type="button" class="button primary">Search</button>` as HTMLButtonElement;
  const bar =
    html`<progress class="ending-progress" max="1" value="0" aria-label="Progress of the search"></progress>` as HTMLProgressElement;
  const note = html`<span class="ending-note" role="status"></span>`;
  const panel = html`<div class="ending-search">${run}${note}${bar}</div>` as HTMLElement;
  const frame = figure({title: "The best sequence in your war", children: [chart.node]});
  const node = html`<div>${panel}${frame.node}</div>` as HTMLElement;

  const question = (): SearchQuestion => ({...search!, war: warOf(war!), subsidy: war!.subsidy});
  // A subsidy that is not on offer makes no difference.
  const keyOf = (of: EndingSettings, {offer, price, most}: SearchSettings) =>
    JSON.stringify([warOf(of), offer, price, most, offer === "subsidy" ? of.subsidy : 0]);
  const key = () => keyOf(war!, search!);

  function show(result: SearchResult, of: string): void {
    shown = of;
    chart.update({rows: resultRows(result), years});
    frame.summary(resultSummary(result));
    frame.status("ready");
    refresh();
  }

  function refresh(): void {
    const current = war && search && shown === key();
    chart.node.style.opacity = current ? "" : "0.35";
    if (worker || !shown) return;
    note.textContent = current ? "" : "The settings have changed: search again.";
  }

  function stop(text: string): void {
    worker?.terminate();
    worker = undefined;
    run.textContent = "Search";
    panel.classList.remove("running");
    bar.value = 0;
    note.textContent = text;
    refresh();
  }

  function start(): void {
    if (!war || !search) return;
    asked = key();
    worker = new Worker(import.meta.resolve("./endingSearch.worker.js"), {type: "module"});
    run.textContent = "Stop";
    panel.classList.add("running");
    note.textContent = "Searching …";
    worker.onmessage = ({data}: MessageEvent<SearchAnswer>) => {
      if ("part" in data) bar.value = data.part;
      else if ("error" in data) stop("This search could not be made. Moving a slider and trying again may help.");
      else {
        stop("");
        show(data.result, asked);
      }
    };
    worker.onerror = () => stop("The search could not be started.");
    worker.postMessage(question());
  }

  run.addEventListener("click", () => (worker ? stop("Stopped.") : start()));

  // Until the reader searches the picture is what the data file holds for the usual settings.
  file
    .then(({wars}) => {
      const found = wars.find(({id}) => id === "prolonged")!;
      const {best, tried} = found.searches.find((d) => d.offer === built.offer && d.price === built.price)!;
      const of = keyOf(usual, built);
      if (!shown) show({best, tried, nothing: found.nothing, instant: found.instant}, of);
    })
    .catch(() => {
      if (!shown)
        frame.status("error", "What was found for the usual war could not be read. Press Search to look for yours.");
    });

  return {
    node,
    /** The war of the slider bar, or what is on offer, has changed. */
    update(nextWar: EndingSettings, nextSearch: SearchSettings) {
      war = nextWar;
      search = nextSearch;
      if (worker) stop("The settings have changed: search again.");
      refresh();
    }
  };
}
