export default { plugins: [], renderers: [] };
