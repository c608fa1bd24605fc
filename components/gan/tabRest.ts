/** Something that works while it is watched. */
export interface Work {
  isPlaying(): boolean;
  rest(): void;
  resume(): void;
}

/** Name of the event with which a training asks the others on the page to leave it the processor. */
const quiet = "tab-training";

/** Asks all other trainings of the page to rest. */
export function askForQuiet(node: Element): void {
  dispatchEvent(new CustomEvent(quiet, {detail: node}));
}

/**
 * Lets work rest while its figure is out of sight or the tab is hidden, and go on afterwards; and lets it rest for good
 * when another training begins.
 */
export function resting(node: Element, work: Work): void {
  let interrupted = false;
  let inView = true;
  const follow = () => {
    const seen = inView && !document.hidden;
    if (!seen && work.isPlaying()) {
      interrupted = true;
      work.rest();
    } else if (seen && interrupted) {
      interrupted = false;
      work.resume();
    }
  };
  new IntersectionObserver((entries) => {
    inView = entries.at(-1)!.isIntersecting;
    follow();
  }).observe(node);
  document.addEventListener("visibilitychange", follow);
  addEventListener(quiet, (event) => {
    if ((event as CustomEvent<Element>).detail === node) return;
    interrupted = false;
    if (work.isPlaying()) work.rest();
  });
}
