// Okabe and Ito's colours, which people with any kind of colour vision can tell apart; brightened where they would be dim on black.
const OnLight = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#b3a400', '#555555'];
const OnDark = ['#56b4e9', '#ff8f3f', '#2fcf9f', '#e79fc8', '#ffc14d', '#8fcdf5', '#f0e442', '#bbbbbb'];

/** The layout in the colours of the page; what a figure says itself goes first, and so does a template of its own that is not our charts' plain one. */
export function themed(layout, node) {
  if (layout.template && layout.template.layout?.meta !== 'plain') return layout;
  const style = getComputedStyle(node);
  const color = (name, fallback) => style.getPropertyValue(name).trim() || fallback;
  const isLight = isLightTheme();
  const [ink, line] = [color('--jp-ui-font-color1', isLight ? '#222' : '#ddd'), color('--jp-border-color2', isLight ? '#ddd' : '#444')];
  const axis = { gridcolor: line, linecolor: line, zerolinecolor: line, automargin: true, exponentformat: 'power' }; // 10⁻⁴, not 100μ
  const template = {
    layout: {
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      colorway: isLight ? OnLight : OnDark,
      font: { color: ink, family: color('--jp-ui-font-family', 'sans-serif'), size: 13 },
      hoverlabel: { bgcolor: color('--jp-layout-color1', isLight ? '#fff' : '#222'), font: { color: ink } },
      legend: { bgcolor: 'rgba(0,0,0,0)' },
      modebar: { bgcolor: 'rgba(0,0,0,0)', color: color('--jp-ui-font-color3', '#888'), activecolor: ink },
      xaxis: axis,
      yaxis: axis,
      scene: Object.fromEntries(['xaxis', 'yaxis', 'zaxis'].map(name => [name, { gridcolor: line, zerolinecolor: line, backgroundcolor: 'rgba(0,0,0,0)' }])),
      colorscale: { sequential: 'Viridis', diverging: 'RdBu' },
      margin: { l: 60, r: 30, t: layout.title ? 56 : 30, b: 50 }
    },
    data: {
      heatmap: [{ colorscale: 'Viridis' }],
      contour: [{ colorscale: 'Viridis' }],
      surface: [{ colorscale: 'Viridis' }]
    }
  };
  return { height: 380, ...layout, template };
}

/** Calls back after each change of the theme, until the returned function is called. */
export function onThemeChange(changed) {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-jp-theme-light', 'data-jp-theme-name', 'class'] });
  return () => observer.disconnect();
}

function isLightTheme() {
  const { jpThemeLight } = document.body.dataset;
  return jpThemeLight ? jpThemeLight === 'true' : !matchMedia('(prefers-color-scheme: dark)').matches;
}
