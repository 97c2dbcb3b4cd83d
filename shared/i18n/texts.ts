type Values = Readonly<Record<string, string | number>>;

/** Says a text, with the values that stand for its names in braces. That no call leaves one out is tested. */
export type Say<K extends string> = (key: K, values?: Values) => string;

/** The texts of a table. A name without a value stays as it is. */
export function speak<K extends string>(table: Readonly<Record<K, string>>): Say<K> {
  return (key, values = {}) =>
    table[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}

/** The key of a member of a closed set, such as a reason (`reason.timed-out`); null where the table has no text for it. */
export function memberKey<K extends string>(table: Readonly<Record<K, string>>, set: string, member: string): K | null {
  const key = `${set}.${member}`;
  return Object.hasOwn(table, key) ? (key as K) : null; // an own key of the table, as just checked
}
