/** Where the rows of a list lie, one below the other: pixels from its top. */
export interface Places {
  /** Where a row begins; after the last, where that one ends. */
  startOf: (index: number) => number;
  /** The row at so many pixels. */
  indexAt: (offset: number) => number;
}

export function evenly(height: number): Places {
  return { startOf: (index) => index * height, indexAt: (offset) => Math.floor(offset / height) };
}

export function oneByOne(count: number, heightOf: (index: number) => number): Places {
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] ?? 0) + heightOf(index);
  return {
    startOf: (index) => starts[Math.min(index, count)] ?? 0,
    indexAt: (offset) => Math.max(0, lastAtMost(starts, offset)),
  };
}

/** The index of the last of rising numbers that is at most so much; -1 where none is. */
function lastAtMost(numbers: Float64Array, most: number): number {
  let low = -1;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= most) low = middle;
    else high = middle;
  }
  return low;
}
