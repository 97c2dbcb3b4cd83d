const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Says times in a zone of the IANA database, with their distance from UTC: `2026-03-02 12:21:07 UTC+09:00`. It reads
 * the same in every language. A text that is no ISO 8601 time comes back as it is.
 */
export function timeIn(zone: string): (text: string) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  return (text) => {
    if (!TIME.test(text) || Number.isNaN(Date.parse(text))) return text;
    const parts = new Map(format.formatToParts(new Date(text)).map(({ type, value }) => [type, value]));
    const joined = (types: readonly Intl.DateTimeFormatPartTypes[], sign: string) =>
      types.map((type) => parts.get(type) ?? '').join(sign);
    const offset = (parts.get('timeZoneName') ?? '').replace('GMT', 'UTC').replace('+00:00', '');
    return `${joined(['year', 'month', 'day'], '-')} ${joined(['hour', 'minute', 'second'], ':')} ${offset}`;
  };
}
