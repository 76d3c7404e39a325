import svgToDataUri from 'mini-svg-data-uri';

/** How files of JupyterLab's packages become modules: CSS is added to the page by script, icons are text, pictures of style sheets go into them. */
export const rules = [
  { test: /\.raw\.css$/, type: 'asset/source' },
  { test: /(?<!\.raw)\.css$/, use: ['style-loader', 'css-loader'], type: 'javascript/auto' },
  { test: /\.(txt|md)$/, type: 'asset/source' },
  { test: /\.svg$/, issuer: /\.css$/, type: 'asset/inline', generator: { dataUrl: content => svgToDataUri(content.toString()) } },
  { test: /\.svg$/, issuer: /\.m?js$/, type: 'asset/source' },
  { test: /\.(png|jpg|gif|woff2?|ttf|eot)$/, type: 'asset/resource' },
  { test: /\.m?js$/, resolve: { fullySpecified: false } }
];
