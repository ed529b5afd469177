// Where in a YAML file the cursor is, told from indentation alone, so that it works in a file that is half typed.

const LINE = /^( *)((?:- +)*)(?:(["']?)([\w.]+)\3 *:(?= |$))?/;

/** What stands at the beginning of a line: its dashes and its key, each with its column (from 0). */
export function read(text) {
  const [whole, indent, dashes, , key] = LINE.exec(text);
  const dashed = [...dashes].flatMap((sign, at) => (sign === "-" ? [indent.length + at] : []));
  return { indent: indent.length, dashes: dashed, key, column: indent.length + dashes.length, end: whole.length };
}

/** The keys (and "[]" for an entry of a list) that lead to the group which a key at `column` of this line is part of. */
export function pathTo(lines, number, column) {
  const path = [];
  const own = read(lines[number]);
  let limit = inside(path, own.dashes.filter((dash) => dash < column), column);
  for (let at = number - 1; at >= 0 && limit > 0; at--) {
    if (/^\s*(#|$)/.test(lines[at])) continue;
    const { indent, dashes, key, column: start } = read(lines[at]);
    if (indent >= limit || (dashes.length && indent === limit - 0.5)) continue;
    if (key && start < limit) {
      path.unshift(key);
      limit = start;
    }
    limit = inside(path, dashes.filter((dash) => dash < limit), limit);
  }
  return path;
}

// A list may stand in the same column as the key it belongs to, so half a column is left below a dash.
function inside(path, dashes, limit) {
  for (const dash of dashes.toReversed()) {
    path.unshift("[]");
    limit = dash + 0.5;
  }
  return limit;
}

/** The other keys of the group that a key at `column` of this line is part of, with what stands behind them. */
export function siblings(lines, number, column) {
  const found = new Map();
  const look = (step) => {
    for (let at = number + step; at >= 0 && at < lines.length; at += step) {
      if (/^\s*(#|$)/.test(lines[at])) continue;
      const { indent, dashes, key, column: start, end } = read(lines[at]);
      if (step > 0 && dashes.length && indent < column) return;
      if (start < column) return;
      if (start === column && key) found.set(key, lines[at].slice(end).trim());
      if (dashes.length && indent < column) return;
    }
  };
  const first = read(lines[number]);
  if (!first.dashes.length) look(-1);
  look(1);
  return found;
}
