// Standard input: JSON array of { tex, display }. Standard output: JSON array of { mathml } or { error }, in the same order.
// Formulas of a page share their macros, as they do under MathJax in a front end: \newcommand in one cell serves the next.
import katex from 'katex';

const macros = {
  '\\label': '\\@firstoftwo{}', // swallows its argument: numbers and references are the text's business
  '\\eqref': '(\\text{#1})',
  '\\ref': '\\text{#1}',
};

const settings = { output: 'mathml', throwOnError: true, strict: 'ignore', trust: false, globalGroup: true, maxExpand: 10000, macros };

function render(tex, display) {
  for (let attempt = 0; ; attempt++) {
    try {
      return katex.renderToString(tex, { ...settings, displayMode: display });
    } catch (error) {
      // MathJax lets \newcommand redefine what exists; KaTeX asks for \renewcommand.
      const redefined = /attempting to redefine \\([A-Za-z]+)/.exec(error.message);
      if (!redefined || attempt === 20) throw error;
      tex = tex.replace(new RegExp(`\\\\newcommand(?=\\s*\\{?\\s*\\\\${redefined[1]}(?![A-Za-z]))`), '\\renewcommand');
    }
  }
}

let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;

const answers = JSON.parse(input).map(({ tex, display }) => {
  try {
    return { mathml: render(tex, display).replace(/^<span class="katex">([\s\S]*)<\/span>$/, '$1') };
  } catch (error) {
    return { error: String(error.message).replace(/^KaTeX parse error: /, '') };
  }
});

process.stdout.write(JSON.stringify(answers));
