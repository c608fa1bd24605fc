import {html} from "htl";
import {attributeNames, attributes} from "../../models/gan/faceLabels.js";
import type {AgreementRow, SketchesFile, TallyRow} from "../../models/gan/files.js";
import {shareOf} from "../../models/gan/sketchStudy.js";
import {figure, fill} from "../figure.js";

/** A share with its standard error: “98.5 ± 0.2 %”. */
export function shareText(tally: TallyRow): string {
  const {share, error} = shareOf(tally);
  return `${(100 * share).toFixed(1)} ± ${(100 * error).toFixed(1)} %`;
}

const table = (label: string, head: string[], rows: string[][]) =>
  html`<div class="scroll wide-scroll" tabindex="0" role="region" aria-label=${label}><table>
    <thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((text) => html`<td>${text}</td>`)}</tr>`)}</tbody>
  </table></div>`;

const agreementRow = (name: string, row: AgreementRow) => [
  name,
  shareText(row.all),
  shareText(row.whole),
  ...attributeNames.map((attribute) => {
    const tally = row.byAttribute[attribute];
    return tally ? `${((100 * tally.right) / tally.of).toFixed(0)} %` : "–";
  })
];

/** How good the sketches are: whether they agree with the labels, are new, and how well the model foresees a word. */
export function nobodyStudy(data: Promise<SketchesFile>): HTMLElement {
  const body = html`<div class="nobody-study"></div>`;
  const frame = figure({title: "Do face and text agree?", children: [body]});
  fill(frame, data, ({agreement, forged, perplexity, novelty, parameters, vocabulary, learnt}) => {
    const short = attributes.map(({label}) => label);
    body.replaceChildren(
      table(
        "Agreement",
        ["Text against", "named rightly", "sketches all right", ...short],
        [
          ...agreement.map((row) => agreementRow(`labels, temperature ${row.temperature}`, row)),
          agreementRow(`what is read off ${forged.faces} forged faces`, forged.read),
          agreementRow("what was asked of the forger", forged.asked)
        ]
      ),
      table(
        "Perplexity",
        ["Told by", "words to choose from"],
        [
          ["single words counted", perplexity.unigram],
          ["pairs counted", perplexity.bigram],
          ["triples counted", perplexity.trigram],
          ["the model, told the labels of another face", perplexity.misled],
          ["the model", perplexity.model],
          ["the grammar itself: no guess can do better", perplexity.grammar]
        ].map(([name, value]) => [String(name), Number(value).toFixed(2)])
      )
    );
    const {read} = forged;
    frame.summary(
      `A model of ${parameters.toLocaleString("en-US")} numbers and ${vocabulary} words, trained at the build on ${learnt.sketches.toLocaleString("en-US")} sketches. Of what its texts name about ${forged.faces} forged faces, ${shareText(read.all)} is what the classifier reads (binomial standard error). Of its sketches ${shareText(novelty.model.sketches)} are in none it learnt from, and of their sentences ${shareText(novelty.model.sentences)}; fresh ones by the grammar: ${shareText(novelty.grammar.sentences)}.`
    );
  });
  return frame.node;
}
