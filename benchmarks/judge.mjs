// Reads a JSON list of texts, writes for each the nodes that mdast finds: [type, start, end].
// Offsets are code points. Addresses that it finds in finished texts have no place: [type, -1, -1].

import { readFileSync, writeFileSync } from "node:fs";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

const NOWHERE = { start: { offset: -1 }, end: { offset: -1 } };

function codePoints(text) {
  const places = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    places[unit] = count;
    const isPair = text.charCodeAt(unit) >= 0xd800 && text.charCodeAt(unit) < 0xdc00;
    if (!isPair) count++;
  }
  places[text.length] = count;
  return places;
}

function nodesOf(text) {
  const places = codePoints(text);
  const root = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const found = [];
  const waiting = [...root.children].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop();
    const { start, end } = node.position ?? NOWHERE;
    found.push([node.type, places[start.offset] ?? -1, places[end.offset] ?? -1]);
    waiting.push(...[...(node.children ?? [])].reverse());
  }
  return found;
}

const texts = JSON.parse(readFileSync(process.argv[2], "utf-8"));
writeFileSync(process.argv[3], JSON.stringify(texts.map(nodesOf)));
