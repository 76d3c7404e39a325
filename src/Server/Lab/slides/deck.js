// A notebook cut into slides, by the rules of src/Publishing/Slides.
const Given = ['slide', 'subslide', 'fragment', 'skip', 'notes'];

const given = cell => (Given.includes(cell.metadata?.slideshow?.slide_type) ? cell.metadata.slideshow.slide_type : undefined);

/** Without any slideshow metadata, headings begin slides. */
function implied(cell) {
  const level = cell.cell_type === 'markdown' ? /^\s*(#{1,3}) /.exec(cell.source)?.[1].length : 0;
  return !level ? 'continue' : level === 3 ? 'subslide' : 'slide';
}

/** Columns of slides; each has cells with the step at which they appear, and the speaker's notes. */
export function cutIntoSlides(cells) {
  const isPrepared = cells.some(given);
  const columns = [];
  let slide;
  let step = 0;
  for (const cell of cells) {
    const role = isPrepared ? given(cell) ?? 'continue' : implied(cell);
    if (role === 'skip' || cell.metadata?.tags?.includes('remove-cell')) continue;
    if (!slide || role === 'slide' || role === 'subslide') {
      slide = { cells: [], notes: [] };
      step = 0;
      if (columns.length === 0 || role !== 'subslide') columns.push([]);
      columns.at(-1).push(slide);
    }
    if (role === 'fragment') step++;
    if (role === 'notes') slide.notes.push(cell);
    else slide.cells.push({ cell, step });
  }
  return columns.map(column => column.filter(s => s.cells.length > 0)).filter(column => column.length > 0);
}
