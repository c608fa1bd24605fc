// htl 0.3 ships no types: a tagged template that makes elements.
declare module "htl" {
  type Tag<Result> = (strings: TemplateStringsArray, ...values: unknown[]) => Result;
  export const html: Tag<HTMLElement> & {fragment: Tag<DocumentFragment>};
  export const svg: Tag<SVGElement> & {fragment: Tag<DocumentFragment>};
}
