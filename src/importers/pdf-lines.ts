/** A run of letters and where it stands on the page: points from the lower left corner. */
export type Glyphs = { text: string; x: number; y: number; width: number; size: number; upright: boolean };

/** The lines of a page from top to bottom, letters joined by their places. */
export function linesOfPage(glyphs: readonly Glyphs[]): string[] {
  const runs = glyphs.filter((one) => one.text !== '' && one.size > 0).toSorted((a, b) => b.y - a.y || a.x - b.x);
  const lines: { y: number; size: number; runs: Glyphs[] }[] = [];
  for (const run of runs) {
    const line = lines.findLast((one) => Math.abs(one.y - run.y) <= Math.max(one.size, run.size) * 0.45);
    if (line === undefined) lines.push({ y: run.y, size: run.size, runs: [run] });
    else {
      line.runs.push(run);
      line.size = Math.max(line.size, run.size);
    }
  }
  return lines.map((line) => joined(line.runs.toSorted((a, b) => a.x - b.x))).filter((text) => text.trim() !== '');
}

function joined(runs: readonly Glyphs[]): string {
  let text = '';
  let end: number | null = null;
  for (const run of runs) {
    if (end !== null) {
      const gap = (run.x - end) / run.size;
      // Half a letter is a space that was drawn as a gap; two letters set off a column.
      if (gap > 1.8) text += '  ';
      else if (gap > 0.45 && !text.endsWith(' ') && !run.text.startsWith(' ')) text += ' ';
    }
    text += run.text;
    end = run.x + run.width;
  }
  return text.trimEnd();
}
