#!/usr/bin/env bash
# KaTeX 0.19.0 (npm) turns the outer lines of an array by 90 degrees in its MathML.
#
#   {|cc|} asks for lines left and right of the columns, \hline before the first and behind the last row for lines above and below.
#   In MathML, menclose's notation "left"/"right"/"top"/"bottom" are the sides the lines are drawn on, so the first should be "left right",
#   the second "top bottom". KaTeX's HTML output draws them so; its MathML says:
#
#   {|cc|}            <menclose notation="top bottom">
#   \hline … \hline   <menclose notation="left right">
#
# What screen readers say and what MathML renderers draw is therefore wrong. Exits non-zero when this has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent katex@0.19.0
node -e '
const katex = require("katex");
const notation = tex => /menclose notation="([^"]*)"/.exec(katex.renderToString(tex, { output: "mathml" }))?.[1].trim();
const columns = notation(String.raw`\begin{array}{|cc|}a&b\end{array}`);
const rows = notation(String.raw`\begin{array}{cc}\hline a&b\\ \hline\end{array}`);
console.log(`katex ${katex.version}: {|cc|} is "${columns}", \\hline is "${rows}"`);
process.exit(columns === "top bottom" && rows === "left right" ? 0 : 1);
'
