/** A file system filter, as `fltmc filters` lists it. */
export interface Filter {
  readonly name: string;
  readonly instances: number;
  /** Where it stands in the stack: 320000 to 329999 is antivirus (Microsoft's list of allocated altitudes). */
  readonly altitude: number;
}

/** The rows of a name and its numbers, in any language; the frame is a number, or `<Legacy>` of old filters. */
export function filtersIn(text: string): readonly Filter[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const [name = '', instances = '', altitude = ''] = words;
    if (words.length !== 4 || !/^\d{1,6}$/.test(instances) || !/^\d{1,9}(?:\.\d{1,20})?$/.test(altitude)) return [];
    return [{ name, instances: Number(instances), altitude: Number(altitude) }];
  });
}
